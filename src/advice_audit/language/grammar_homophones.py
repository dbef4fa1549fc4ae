"""More words written for others that sound or look alike, as patterns over a sentence's text.

As in `grammar_lookalikes`, each pattern names the words beside which only the other word can stand.
"""

from advice_audit.language.grammar_lookalikes import Rule

_PLACE = "“there” is the place"
_FROM = "a “form” is filled in"
_TOO = "the word for more than enough is “too”"
_THAN = "“then” is about time"
_OWNED = (
    "patience|parents?|mum|dad|mother|father|children|sons?|daughters?|home|house|bedrooms?|flat|friends?|school|kitchen|garden|shoes|coats?|"
    "hands?|own|needs|views|dogs?|cat|car|clothes|phones?|food|money|beds?|bags?|family|brothers?|sisters?|appointments?"
)
_KIN = "(?:mum|mam|dad|nan|gran|mother|father|parents|grandparents|grandmother|grandfather|brother|sister|son|daughter|baby|uncle|aunt|cousin)"
_OF_A_THING = (
    "(?:a|an|the|her|his|their|some|more|much|good|best|of|(?:mon|tues|wednes|thurs|fri|satur|sun)day|choir|football|band|swimming|dance|netball|cricket|team|"
    "travel|daily|weekly|regular|usual|clinical|common)"
)

HOMOPHONES: tuple[Rule, ...] = (
    (r"\b(?:no|an|some|any|little|good|bad|same|great|big|lasting|calming|positive|negative|adverse|knock-on|real|much|huge|the) (?P<at>affect)\b(?! (?:is|was|remains?|regulation)\b)", "the noun is “effect”", "effect"),
    (r"\b(?:is|was|are|were|goes|went|turned|switched|falls?|fell) (?P<at>of)(?=[.;!?]|$)", "the word here is “off”", "off"),
    (r"\b(?:scared|afraid|terrified|frightened) (?P<at>off)\b(?! (?:by|when|and))", "the word here is “of”", "of"),
    (r"\b(?P<at>everyday)(?= (?:before|after|at|in|when|until|for|she|he|to|since|but|with|on)\b|[.,;]|$)", "as a time it is two words", "every day"),
    (r"\b(?:this|nobody|who|which|he|she) (?P<at>as) (?:stopped|had|been|made|left|meant|led|helped|become|never|always|not|no|got)\b(?! [\w ]{0,20}\bas\b)", "“as” stands for “has”", "has"),
    (r"\b(?:any|bad|cold|hot|wet|good|warm|icy) (?P<at>whether)\b(?! or)", "rain and sun are the “weather”", "weather"),
    (r", (?P<at>with) (?:means|meant|leaves|makes)\b", "the word here is “which”", "which"),
    (r"\b(?:up|back|home|heard?|hears|comes|came|returned|absent|different|letter|email|call|message|apart|far) (?P<at>form) (?:her|his|their|the|school|home|mum|dad|hospital|work|college|nursery)\b", _FROM, "from"),
    (r", (?P<at>were) (?:she|he|they|it|there) (?:is|are|was|were|has|have|can|will|would|could|had)\b", "“were” is the past of “are”", "where"),
    (r"\b(?P<at>past) (?:her|his|their) (?:driving |cycling |swimming |piano )?(?:test|exams?|assessment)\b", "the verb is “passed”", "passed"),
    (r"\b(?:days?|weeks?|months?|years?) (?P<at>past) (?:before|without|until)\b", "the verb is “passed”", "passed"),
    (r"\b(?:be|been|was|were|is|get|got) (?P<at>past) (?:on|to|over|down|round|between)\b", "the verb is “passed”", "passed"),
    (r"\b(?:longer|worse|later|earlier|older|younger|bigger|smaller|taller|sooner|quicker|faster|easier|harder|stronger|calmer|happier|louder) (?P<at>then) (?:before|usual|most|other|any|(?:he|she|they|it) (?:did|does|was|is|has|had|used)\b(?! not))", _THAN, "than"),
    (r"\b(?:would|will|'d) rather\b[^.;,]{3,60}? (?P<at>then) (?:sit|go|stay|be|have|walk|eat|sleep|play|talk|ask|wait|take|come|do|see|face|leave|share|use|make)\b", _THAN, "than"),
    (r"\bsince (?P<at>than)\b", "“than” compares", "then"),
    (rf"\b(?:and|with|of|for|through|lose|lost|share|shares|shared|into|by|behind|after|about) (?P<at>there) (?:{_OWNED})\b(?! (?:is|are|was|were)\b)", _PLACE, "their"),
    (r"\b(?:and|with|of|for|on) (?P<at>there) (?:two|three|four|five|other) (?:dogs|cats|children|sons|daughters|brothers|sisters|girls|boys|grandchildren)\b", _PLACE, "their"),
    (r"\b(?:but|and|as|because|that) (?P<at>there) (?:both|all) (?:clear|happy|keen|agreed|sure|very|tired|worried|in)\b", _PLACE, "they're"),
    (r"\b(?P<at>they're) own\b", "“they're” is short for “they are”", "their"),
    (r"\b(?:not|n't|never|cannot) (?P<at>except) (?:help|that|any|his|her|their|it|this|support|being|what)\b", "“except” leaves out", "accept"),
    (r"\b[A-Za-z]+ (?P<at>too) the (?!first|last|next|other|same)[a-z]+", "the word here is “to”", "to"),
    (r"(?<!\bof )\b(?P<at>whom) (?:has|is|was|had|have|are|were|knows|lives|works)\b(?! (?:he|she|they|it|the|his|her|their|mum|dad|(?-i:[A-Z])))", "who does it is “who”", "who"),
    (r"\b(?:both|most|some|none|neither|each|many) of (?P<at>who)\b", "after “of” it is “whom”", "whom"),
    (r"\b(?:sits?|sat|stands?|stood|walks?|sitting|lying|lies|seat|chair) (?P<at>besides) (?:him|her|them|his|the|me)\b", "at the side is “beside”", "beside"),
    (r"\b(?:is|was|are|were|be) (?P<at>to) (?:low|high|small|big|large|heavy|short|tall|old|young|hard|fast|slow|early|late|weak|wide|tight|bright|busy|ill|poorly|soon)(?= (?:for|to|now|and|at|in|when)\b|[.,;]|$)", _TOO, "too"),
    (r"\bfree (?P<at>reign)\b", "what guides a horse is a “rein”", "rein"),
    (r"\b(?:to|can|could|will) (?P<at>peddle)\b", "one rides by the “pedal”", "pedal"),
    (r"\b(?:not|to|seems?|can|could|will|would|did|does) (?:\w+ )?(?P<at>phase) (?:him|her|them|me)\b", "to upset is to “faze”", "faze"),
    (r"\b(?P<at>waste)[ -](?:high|deep)\b", "the middle is the “waist”", "waist"),
    (r"\b(?P<at>wave) the (?:charges?|fees?|cost)\b", "to let off is to “waive”", "waive"),
    (r"\b(?:completely|is|was|are|remains?|stays?|quite) (?P<at>stationery)\b", "standing still is “stationary”", "stationary"),
    (r"\b(?P<at>formerly) (?:agreed|approved|notified)\b", "by the rules is “formally”", "formally"),
    (r"\b(?:is|was|are|not) (?P<at>adverse) to\b", "against it is “averse”", "averse"),
    (r"\bthe (?P<at>sauce) of (?:the (?:problem|smell|noise|worry|conflict|anxiety|information|stress|income)|his|her|their|much|most)\b", "where it comes from is the “source”", "source"),
    (r"\b(?P<at>horde) of (?!people|children|boys|girls|visitors|fans|tourists)[a-z]+", "things kept are a “hoard”", "hoard"),
    (r"\b(?:paid|pays?|paying) (?:him|her|me|them|us) a (?P<at>complement)\b", "praise is a “compliment”", "compliment"),
    (r"\b(?:to|will|can|might|may|could|would) (?P<at>sooth)\b", "the verb is “soothe”", "soothe"),
    (r"\b(?:lost|loses?|losing|gain(?:s|ed|ing)?|put on) (?P<at>wait)\b", "what one weighs is “weight”", "weight"),
    (r"\b(?:times?|days?|mornings?|nights?|hours?|once|twice|evenings?|afternoons?) a (?P<at>weak)\b", "seven days are a “week”", "week"),
    (r"\b(?:is|are|was|were|not|be|being|been) (?P<at>aloud) (?:to|in|out|on|one|no|any|up|more|home|two)\b", "“aloud” can be heard", "allowed"),
    (r"\b(?:be|was|were|is) (?P<at>herd) (?:across|from|in|by|through|all|at|over)\b", "animals are a “herd”", "heard"),
    (r"\b(?P<at>wen) (?:he|she|they|the|it|mum|dad|his|her)\b", "the word is “when”", "when"),
    (r"\b(?P<at>discrete) about\b", "careful in what one says is “discreet”", "discreet"),
    (r"\b(?:up|down|on|the|use|climb) (?:the )?(?P<at>stares)\b(?! at)", "one climbs the “stairs”", "stairs"),
    (r"\b(?:[a-z]+ to|not|n't|will|would|can|could|may|might|should|must) (?P<at>loose) (?:her|him|them|his|their|its|the|my|our|a|any|sight|track|touch|interest|weight|control|confidence|out)\b", "“loose” is not tight", "lose"),
    (r"\bmoral of the (?:whole )?(?:household|team|family|staff)\b", "spirits are “morale”", lambda words: "morale" + words[5:]),
    (r"\b(?:to|of|for|with|about|from|by|on) (?P<at>it's) being [a-z]+(?:ed|en|nt|pt|ld)\b", "“it's” is short for “it is”", "its"),
    (r"\b(?:if|when|because|since|says?|said|thinks?|that|but|so|whether) (?P<at>there) (?:going|getting|trying|struggling|coming|able|unable|willing|tired|worried|exhausted)\b", _PLACE, "they're"),
    (r"\b(?:they|we|to|will|would|can|could|may|might|must|not|n't|both|parents) (?P<at>loose) (?:whole|half|most|hours?|sleep|days?|money|time|many|every|everything|two|three|four|five|\d+)\b", "“loose” is not tight", "lose"),
    (r"\bused (?P<at>too)\b(?! (?:much|many|often|little|few|long|early|late|freely|hard|soon|quickly))", "the word here is “to”", "to"),
    (rf"\b(?:when|while|since|until|before|after|if|because|as|like|how|where|than) (?P<at>there) {_KIN}\b", _PLACE, "their"),
    (r"\bbetween [^.;:]{1,60}?\band (?P<at>I)(?=[.,;)]| (?:on|at|in|about|that)\b|$)", "after “between” it is “me”", "me"),
    (r"\b(?:for|with|to|by|from) (?:(?-i:[A-Z]\w+)|his \w+|her \w+|my \w+|mum|dad|the \w+) and (?P<at>I)(?=[.;)]|$)", "after such a word it is “me”", "me"),
    (rf"\b{_OF_A_THING} (?P<at>practise)\b(?! (?:his|her|their|the|a|it|them|what|how)\b)", "the noun is spelt with c in British English", "practice"),
    (r"\b(?:will|would|can|could|should|must|might|n't|they|we) (?P<at>practice)(?= (?:each|every|the|an?|his|her|their|its|this|that|these|with|using|it|them|\w+ing|on|in|at|for|daily|together|once|twice|until|before|after|what|how)\b|[.,;]|$)", "the verb is spelt with s in British English", "practise"),
    (r"\b(?:and|but) (?P<at>it's) (?:hood|wheels?|brakes?|door|lid|strap|battery|cover|only)\b", "“it's” is short for “it is”", "its"),
    (r"\b(?:on|in|of|with) (?P<at>it's) (?:only|own|other|last|usual) [a-z]+", "“it's” is short for “it is”", "its"),
)  # fmt: skip
