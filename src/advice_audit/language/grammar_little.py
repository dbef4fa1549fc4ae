"""Small words and endings that are wrong, missing or left over, as patterns over a sentence's text.

As in `grammar_lookalikes`, each pattern is one that sound English does not hold.
"""

from advice_audit.language.grammar_lookalikes import Rule
from advice_audit.language.grammar_words import with_ed, with_ing, without_ing

_MODAL = "(?:will|would|can|could|should|must)"
_PARTICIPLE = (
    r"(?:\w{3,}ed|gone|been|had|made|seen|taken|done|come|become|begun|found|told|given|moved|left|lost|met|kept|got)"
)
_LEFT_OVER = "a word is left over here"
_MISSING = "a small word is missing here"
_COUNT = "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|both)"
_FOR_ONE = {"have": "has", "are": "is", "were": "was", "do": "does"}
_FOR_MANY = {many: one for one, many in _FOR_ONE.items()} | {"goes": "go"}
_PLAIN = {
    "spent": "spend", "slept": "sleep", "kept": "keep", "felt": "feel", "went": "go", "took": "take", "gave": "give", "made": "make",
    "had": "have", "did": "do", "came": "come", "saw": "see", "told": "tell", "left": "leave", "met": "meet", "ate": "eat", "got": "get",
}  # fmt: skip
_NO_SUCH = {
    "worser": "worse", "badder": "worse", "gooder": "better", "bestest": "best", "funnest": "most fun", "more worse": "worse",
    "more worst": "worse", "most worst": "worst",
}  # fmt: skip
_DUTIES = "go|get|carry|do|be|sit"

LITTLE: tuple[Rule, ...] = (
    # Left over.
    (rf"(?<!the )(?<!free )(?<!good )(?<!ill )(?<!her )(?<!his )\b(?P<at>{_MODAL} (?:will|would|should|could|must|needs|has|is|was|does))\b(?! (?:power|of)\b)", _LEFT_OVER, lambda words: words.split()[0]),
    (r"\b(?P<at>(?:has|have|had) been (?:is|was|are|were)) \w+(?:ing|ed)\b", _LEFT_OVER, lambda words: words.rsplit(" ", 1)[0]),
    (r"(?<!is )(?<!was )(?<!what )(?<!all )\b(?P<at>(?:she|he|it|mum|dad|they|and|family|who) (?:is has|is have|was were|were was|has does|has did|did has))\b", _LEFT_OVER, lambda words: words.rsplit(" ", 2)[0] + " " + words.split()[-1]),
    (r"\b(?:worker|mentor|team|mum|dad|she|he|they|service|council|volunteer|adviser|staff) (?P<at>will to) (?:go|be|help|take|come|meet|support|visit|see|work|give|make|have|find|sit|collect|ring|call|stay)\b", _LEFT_OVER, "will"),
    (r"\b(?P<at>(?:can|could|will|may|might|must|should) be (?:become|have|go|get|make|take|feel|find|lose|sleep|eat))\b", _LEFT_OVER, lambda words: words.replace(" be ", " ")),
    (r"\b(?P<at>to (?:we|he|she|they|i)) (?:would|will|can|could|should|must)\b", "the word here is “that”", lambda words: "that " + words.split()[1]),
    (r"\b(?P<at>have have|to to|of of|with with|his his|their their|from from|was was|has has|for for|at at)\b", "one of these words is left over", lambda words: words.split()[0]),
    (r"(?<!move )(?<!moved )(?<!moving )(?<!moves )(?<!come )(?<!came )(?<!come )(?<!let )(?<!go )(?<!went )(?<!check )(?<!call )(?<!called )(?<!join )(?<!joins )(?<!joined )(?<!settled )(?<!stay )(?<!staying )(?<!drop )(?<!dropped )\b(?P<at>in in)\b", "one of these words is left over", "in"),
    (r"(?<!is )(?<!was )(?<!say )(?<!says )\b(?:said|says|reports?|told \w+) (?P<at>that that) (?:it|he|she|they|we|i|there|his|her|their|the) ", "one of these words is left over", "that"),
    (r"\b(?:has|have|had|did|does|do|was|is|were|are|could|would|will) (?P<at>not (?:had|have|get|got|given|offered|made|want|see|seen|any) no)\b", "two words for no", lambda words: words.replace(" no", " any")),
    (r"\b(?:is|are|was|were|she|he|mum|dad|(?-i:[A-Z][a-z]+)) (?P<at>does not longer)\b", _LEFT_OVER, "no longer"),
    (r"^(?:Whilst|Although|Though|Even though) [^,;.]{5,80}(?P<at>, but) (?:he|she|they|it|mum|dad|the|his|her|(?-i:[A-Z][a-z]+))\b", "“although” and “but” say the same", ","),
    (r"\b(?:to|please|must|should|not) (?P<at>contact with) (?:the|him|her|them|me|us|mum|dad)\b", _LEFT_OVER, "contact"),
    # Missing.
    (r"\b(?:asked|asks|wondered|wonders|asking) (?P<at>if (?:could|would|can|will|should)) (?:bring|have|go|see|come|be|take|get|stay|join|help|visit|ring|speak|use|leave|do|make)\b", _MISSING, lambda words: words.replace("if ", "if … ")),
    (rf"(?<!that )(?<!could )(?<!may )(?<!might )\b(?:she|he|mum|dad|often|always|then|also|who|it|(?-i:[A-Z][a-z]+)) (?P<at>has (?:{_DUTIES})) (?!of\b)(?:\w+)", _MISSING, lambda words: "has to " + words.split()[1]),
    (r"(?-i:\b(?:[A-Z][a-z]+|[Ss]he|[Hh]e|[Tt]hey)) (?P<at>needs? adult) (?:to|with|beside|near|when|who)\b", _MISSING, lambda words: words.replace(" adult", " an adult")),
    (r"^(?P<at>(?!Ha[sd]|Have|Not|Never|Just|Since|Only|Always|Also|Still|Both|Now|Who|Recently|Previously|Having|Already)(?-i:[A-Z][a-z]+) been) (?:on|to|at|in|with|seen|known|going|living|out|offered|told|given|able)\b", _MISSING, lambda words: words.replace(" been", " has been")),
    (r"^(?P<at>(?!Not|Well|Also|Un|Previously|Already|Now|Family|Children|Child)(?-i:[A-Z][a-z]+) known) to (?:the|our|this|social|early)\b(?=[^.]*\.$)", _MISSING, lambda words: words.replace(" known", " is known")),
    (r"\b(?:thing|nights?|days?|times?|once|twice|evenings?|mornings?|afternoons?) (?P<at>in week)\b(?! (?:one|two|three|four|five|six|\d))", _MISSING, "in the week"),
    (r"(?<!was )(?<!were )(?<!been )(?<!be )(?<!being )(?<!is )(?<!are )(?<!get )(?<!gets )(?<!got )(?<!so )(?<!as )(?<!'s )(?<!'re )(?<!when )(?<!if )(?<!once )(?<=[a-z] )(?P<at>told (?:he|she|they|it)) (?:is|was|has|are|were|would|will|had|feels?|wants?|likes?|cannot|does|did)\b", _MISSING, lambda words: words.replace("told ", "told me ")),
    (r"\b(?:would|will|they|i|we|to) (?P<at>like (?:learn|go|see|have|be|try|meet|get|make|join|become|spend)) (?!for\b)", _MISSING, lambda words: words.replace("like ", "like to ")),
    (r"\b(?:she|he|who|(?-i:[A-Z][a-z]+)) (?P<at>has (?:bath|shower|wash|nap)) (?:every|each|on|in|at|most|before|after|once|twice)\b", _MISSING, lambda words: words.replace("has ", "has a ")),
    (r"\b(?:is|was|are|gets?|becomes?|very|too) (?P<at>(?:frightened|scared|afraid|terrified|fond|aware|proud)) (?:dogs|people|being|going|the (?:dark|hoover|bath|stairs|water|lift|noise))\b", _MISSING, lambda words: words + " of"),
    (r"\b(?P<at>spoken) (?:the (?:school|family|team|paediatrician|nurse|gp|social|health|head|class|allocated|manager|club)|mum|dad|mr|mrs|ms|his (?:mum|dad|mother|father|teacher)|her (?:mum|dad|mother|father|teacher))\b", _MISSING, lambda words: words + " to"),
    (r"\b(?:asked|wondered|hopes?|asks) (?:if|that|whether) (?:she|he|they) (?P<at>(?:could|would|can|will) more)\b", _MISSING, lambda words: words.replace(" more", " have more")),
    (r"\b(?P<at>(?:plan|aim|hope|wish|idea|intention) is for (?-i:[A-Z][a-z]+)) (?:move|go|stay|live|start|join|be|have|learn|attend|return|leave|travel|become)\b", _MISSING, lambda words: words + " to"),
    # One and several.
    (r"(?:^|[.;] |\bthat )(?:mr|mrs|ms|miss|dr) (?-i:[A-Z][a-z]+) (?P<at>were) (?!to\b)", "one takes another verb than several", "was"),
    (r"\b(?:parents|grandparents|brothers|sisters|twins|children|boys|girls|carers|they|we) (?:both|all|often|also|still|now) (?P<at>works|lives|says|goes|has|is|was|needs|wants|likes|feels|takes|does|thinks|helps|gets|sleeps|eats|drives)\b", "several take another verb than one", lambda word: _FOR_MANY.get(word, word.removesuffix("s"))),
    (r"\b(?:everyone|everybody|nobody|no one) (?:in|at|on|from) (?:the|his|her|their) \w+ (?P<at>know|think|say|have|are|were|want|need|help|like|agree|take|get|come|sleep|eat|use)\b", "one takes another verb than several", lambda word: _FOR_ONE.get(word, word + "s")),
    (r"(?:^|[.;,] |\b(?:that|with|to|from|by|for|when|because|but) )(?:his|her|their|mum's) (?:mother|father|mum|dad|brother|sister|son|daughter|grandmother|nan|aunt|uncle|worker|teacher|nurse|partner|husband|wife),? who (?P<at>have|are|were|do)\b", "one takes another verb than several", lambda word: _FOR_ONE[word.lower()]),
    (rf"\b{_COUNT} (?P<at>social worker|support worker|family worker|personal assistant|foster carer|key worker|placement|session|visit|night|referral|meeting|seizure|sibling|friend)(?= (?:in|of|since|each|every|at|on|from|per|and|before|after|by|have|has|are|were|was|this|last)\b|[.,;]|$)", "more than one takes an s", lambda words: words + "s"),
    (r"\b(?:too|so|how|as|not|n't|very) (?P<at>much) (?:stairs|steps|people|things|words|friends|toys|children|visits|days|nights|hours|times|sessions|sweets|changes|noises|questions)\b", "what can be counted is “many”", "many"),
    (r"\b(?P<at>this) (?:outcomes|needs|visits|sessions|concerns|arrangements|difficulties|meetings|activities) (?:will|is|are|was|were|has|have|should|can|could|would|must)\b", "several are “these”", "these"),
    (r"\b(?:a|another|every) (?P<at>parents|carers|workers|outcomes|visits|sessions|meetings|friends|brothers|sisters|placements)(?= (?:in|of|at|on|with|who|to|for|from|is|was|will|has|can)\b|[.,;]|$)", "one takes no s", lambda word: word.removesuffix("s")),
    (r"(?:^|[.;] )(?:(?:his|her|their|personal|self) )?(?P<at>(?:care|bedtime|communication|speech|mobility|hygiene|equipment|getting dressed|eating|sleep) (?:take|need|cause|make|happen|involve|require))\b", "one takes another verb than several", lambda words: words + "s"),
    (r"\bneither of (?:the|his|her|their) \w+s (?P<at>are|have|were)\b", "one takes another verb than several", lambda word: _FOR_ONE[word.lower()]),
    (r"\b(?:apparent|clear|said|says|felt|reported|evident|noted) (?:to me )?that there (?P<at>was|is) (?:several|many|two|three|four|five|six)\b", "several take another verb than one", lambda word: _FOR_MANY[word.lower()]),
    (r"\b(?:few|many|some|several|both|most|all) of (?:them|us|these|those) (?P<at>is|was|has)\b", "several take another verb than one", lambda word: _FOR_MANY[word.lower()]),
    (r"\b(?:any|some|all|none|both|many|most|each|one) of (?:these|those) (?P<at>arrangement|visit|session|outcome|need|concern|worry|meeting|placement|activity|service)\b", "several take an s", lambda word: word + "s"),
    (rf"\b(?:his|her|their|the|my|our|has|have|of) {_COUNT} (?P<at>child|brother|sister|session|visit|friend|worker|night|meeting|cat|dog)(?=[.,;]|$| (?:of|who|and|in)\b)", "more than one takes another form", lambda word: "children" if word == "child" else word + "s"),
    (r"\bneither (?:the |his |her )?[\w ]{2,24} (?P<at>or) (?:the|his|her)\b", "after “neither” it is “nor”", "nor"),
    (r"\b(?P<at>less) (?:hours|visits|nights|sessions|days|people|children|friends|meltdowns|seizures|workers|changes|weeks|times|toys|words)\b", "of what can be counted it is “fewer”", "fewer"),
    (r"\bin (?P<at>same) (?:room|house|bed|way|class|school|street|building|flat|week|time)\b", _MISSING, "the same"),
    (r"\b(?:would|will|could|might|to|also) (?P<at>benefit) (?:a|an|some|more|regular|further|weekly) (?:\w+ )?(?:period|place|group|space|support|help|visits?|sessions|time|break|club|worker|opportunity)\b", _MISSING, "benefit from"),
    (r"\b(?:will|would|can|could|to) be used (?P<at>employ|pay|buy|fund|take|help|support|provide|give)\b", _MISSING, lambda word: "to " + word),
    (r"\b(?:is|are|was|were|not|being|made|became|becomes) (?P<at>aware) (?:any)\b", _MISSING, "aware of"),
    (r"\b(?:and|but) (?P<at>(?:he|she)) (?:proud|happy|afraid|scared|tired|worried|anxious|glad|sad|keen)(?= (?:of|about|that|to|when|with)\b|[.,;])", _MISSING, lambda word: word + " is"),
    # Endings.
    (r"\b(?:(?:the|a) (?:\w+ )?(?:worker|mentor|volunteer|team|service|council|adviser)|she|he|they|it|mum|dad|staff|(?-i:[A-Z][a-z]+)) (?P<at>(?:will|would|should|must|can|could) (?!being|during|nothing|something|anything|everything|king|ring|bring|sing|swing|sting|cling|fling|spring|string|wring|thing|evening|morning)[a-z]{2,}ing) (?:the|a|his|her|their|him|them|to|with|on|in|at|(?-i:[A-Z][a-z]+))\b", "after this word the verb has no “ing”", lambda words: words.split()[0] + " " + without_ing(words.split()[1])),
    (r"\blook(?:s|ed|ing)? forward (?P<at>to (?:go|be|see|meet|start|have|get|make|do|play|take|spend|come|move|leave|join|try|live|visit))\b", "after “forward to” the verb ends in “ing”", lambda words: "to " + with_ing(words.split()[1])),
    (r"\b(?P<at>(?:enjoy(?:s|ed|ing)?|avoid(?:s|ed|ing)?|dislikes?) to (?!the\b|a\b|his\b|her\b|their\b|this\b|which\b|some\b|most\b|an\b)[a-z]+)\b", "after this verb another ends in “ing”", lambda words: words.split()[0] + " " + with_ing(words.split()[2])),
    (r"\b(?P<at>by been) \w+", "the word here is “being”", "by being"),
    (r"\b(?:is|are|was|were|been|she's|he's) (?P<at>look forward)\b", "after “is” it is “looking”", "looking forward"),
    (r"\b(?:must|should|to|can|will|could|may|would) (?P<at>be (?:check|help|support|carry|lift|wash|dress|watch|ask|offer|review|agree|meet|discuss|remind|encourage|supervise|move|collect))(?= (?:at|by|on|in|to|with|before|after|when|every|each|from|for|up|and)\b|[.,;]|$)", "after “be” the verb takes its ending", lambda words: "be " + with_ed(words.split()[1])),
    (r"\b(?:adult|someone|somebody|worker|carer|him|her|them|able|needs?|wants?|likes?|asked|has|have|order|going) (?P<at>to (?:stays|goes|comes|takes|gets|makes|sees|keeps|gives|sits|eats|sleeps|learns|lives|manages|copes))\b", "after “to” the verb has no ending", lambda words: words.removesuffix("s")),
    (r"\b(?P<at>(?:Before|After|Since) (?:move|start|join|leave|go|come|get|take|meet)) (?:to|at|the|a|his|her|their|into|in|back|from)\b", "after this word the verb ends in “ing”", lambda words: words.split()[0] + " " + with_ing(words.split()[1])),
    (r"^Last (?:week|month|year|term|summer|spring|autumn|winter|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december),? (?:he|she|they|it|mum|dad|we|i|(?-i:[A-Z][a-z]+)|the \w+) (?P<at>(?:has|have) " + _PARTICIPLE + r")\b", "what is over takes the plain past", lambda words: words.split(" ", 1)[1]),
    (r"^(?:They|We|I) (?P<at>use) to (?:have|be|go|live|do|come|like|see|get|meet|work|play|take|share|spend|enjoy|love|sleep|visit)\b", "the past form is “used to”", "used"),
    (r"\b(?:more|the more) (?P<at>(?:quiet|calm|happi|bigg|small|loud|young|old|kind|strong|short|tall|quick|slow|hard|easi)est)\b", "“more” and the ending say the same", lambda word: word),
    (r"\b(?P<at>worser|badder|gooder|bestest|funnest|more worse|more worst|most worst)\b", "there is no such form", lambda words: _NO_SUCH[words.lower()]),
    (r"\b(?:is|are|was|were|much|far|even|got|gets?) (?P<at>worst) than\b", "of two it is “worse”", "worse"),
    (r"\b(?:do|does|did|doing|done|eaten|slept|settled|manages?|managed|copes?|coped|behaves?|behaved|works?|worked) (?P<at>(?:really|very|so|pretty|quite) good)(?= (?:on|at|in|with|and|when|for|this|since|but|last|to)\b|[.,;]|$)(?! (?:to|for) (?:him|her|them)\b)", "how it is done is “well”", lambda words: words.replace("good", "well")),
    (r"\b(?:eaten|slept|settled|coped|managed|behaved) (?P<at>good)\b", "how it is done is “well”", "well"),
    (r"\b(?:eats?|ate|walks?|walked|speaks?|spoke|talks?|moves?|moved|writes?|reads?|settle[sd]?|plays?|played|behaves?|learns?) (?:very |too |so |really |quite )?(?P<at>slow|quick|quiet|careful|bad|nice|honest|safe|independent|regular|different|clear|gentle)(?= (?:and|when|with|on|about|at|in|or|if|until|because|to)\b|[.,;]|$)", "how it is done ends in “ly”", lambda word: {"gentle": "gently"}.get(word, word + "ly")),
    (r"\b(?:these|those) (?P<at>kind|sort|type)\b(?! \w+s (?:is|was)\b)", "several are “kinds”", lambda word: word + "s"),
    (r"\b(?P<at>amount) of (?:falls|people|children|visits|times|nights|seizures|sessions|hours|days|meltdowns|incidents|words|friends|workers|carers|absences|appointments|outbursts|episodes|calls|referrals)\b", "what can be counted is a “number”", "number"),
    (r"\bbetween (?P<at>(?:he|she|they)) and\b", "after “between” it is “him”, “her” or “them”", lambda word: {"he": "him", "she": "her", "they": "them"}[word.lower()]),
    (r"\b(?:asked|told|gave|helped|invited|with|for|showed|offered|supports?) (?P<at>he|she|they) and (?:his|her|their) \w+ (?:to|a|an|the|in|on|with|for|that)\b", "the form here is “him”, “her” or “them”", lambda word: {"he": "him", "she": "her", "they": "them"}[word.lower()]),
    (r"(?:^|[.;] |\b(?:on|at) \w+days?,? |\bthat )(?P<at>(?:her|him|me) and (?:dad|(?:mr|mrs|ms|miss) \w+)) (?:go|goes|went|take|takes|have|has|are|were|like|play|live|visited|met|agreed|want|do|did|both)\b", "who does it is “he”, “she” or “they”", lambda words: {"her": "she", "him": "he", "me": "I"}[words.split()[0].lower()] + " " + words.split(" ", 1)[1]),
    (r"\b(?:with|to|for|by|contact|told|ask|from) (?:my \w+|the \w+|mum|dad|[A-Z]\w+|\w+ manager) (?:or|and) (?P<at>myself)\b", "“myself” goes with “I”", "me"),
    (r"\b(?:worker|person|mother|father|mum|dad|boy|girl|man|woman|carer|nurse|teacher|brother|sister|child|adults?|workers|children|parents|people|neighbour|friend) (?P<at>which) (?:has|have|had|is|was|are|were|works?|lives?|completed|visited|visits?|comes?|takes?|helps?|knows?|looks?|supports?|sees|saw|wrote)\b(?! (?:in|that|to me)\b)", "of people it is “who”", "who"),
    (r"\b(?:will|would|can|could|should|must|may|might) (?P<at>spent|slept|kept|felt|went|took|gave|made|had|did|came|saw|told|left|met|ate|got)\b(?! (?:time|force|food)\b)", "after this word the verb has its plain form", lambda word: _PLAIN[word.lower()]),
    (r"\b(?:has|have|had) (?:not (?:yet )?|already |since |also |never |now )?(?P<at>supply|provide|agree|complete|refuse|attend|receive|decide|improve|accept|decline|confirm|arrange)(?= (?:the|a|an|his|her|their|to|that|any|in|for|by|with|at)\b|[.,;])", "after “have” the verb takes its ending", with_ed),
    (r"\b(?:difficulty|difficulties) (?P<at>to (?:recognise|understand|tell|sleep|settle|walk|speak|make|use|see|hear|find|keep|manage|get|join|eat|say))\b", "after “difficulty” the verb ends in “ing”", lambda words: with_ing(words.removeprefix("to "))),
    # Small words between others.
    (r"\ballergic (?P<at>of|from|with|for)\b", "after “allergic” it is “to”", "to"),
    (r"\b(?:conjunction|accordance) (?P<at>to) (?:the|his|her|this|their|mum|dad)\b", "the word here is “with”", "with"),
    (r"\b(?P<at>in) \d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b", "a day takes “on”", "on"),
    (r"\b(?:was|were|be|is|been) accompanied (?:\w+ ){0,4}(?P<at>with) (?:his|her|their|an?|the)\b", "after “accompanied” it is “by”", "by"),
    (r"\b(?:fund|funded|agree|agreed|agrees|support|supported|decided) (?:\w+ ){0,4}(?:on|in) (?P<at>principal)\b", "a rule is a “principle”", "principle"),
    (r"\b(?:on) (?P<at>behalf off)\b", "the word here is “of”", "behalf of"),
    (r"\bso (?P<at>(?:he|she|they|it) that)\b(?! (?:\w+ )?(?:makes|made|is|was)\b)", "these words have changed places", lambda words: "that " + words.split()[0]),
    (r"\b(?:depend(?:s|ed|ing)?) (?P<at>of|from)\b", "after “depend” it is “on”", "on"),
    (r"\b(?:attached) (?P<at>with) (?:his|her|their|the (?:key|same|worker|family)|mum|dad|me)\b", "after “attached” it is “to”", "to"),
    (r"\b(?P<at>in) the \d{1,2}(?:st|nd|rd|th) (?:of|(?-i:[A-Z][a-z]+))\b", "a day takes “on”", "on"),
    (r"\binterested (?P<at>on|for|about|at)\b", "after “interested” it is “in”", "in"),
    (r"\bconsist(?:s|ed|ing)? (?P<at>from|in|on|with)\b", "after “consist” it is “of”", "of"),
    (r"\bparticipat(?:e|es|ed|ing) (?P<at>to|at|on)\b", "after “participate” it is “in”", "in"),
    (r"\b(?:disagree[sd]?|disagreed) (?P<at>to)\b", "after “disagree” it is “with”", "with"),
    (r"\bpresent (?P<at>in) the (?:annual review|meeting|review meeting)\b(?! (?:room|of))", "a meeting takes “at”", "at"),
    (r"\bkeen (?P<at>in|at) \w+ing\b", "the word here is “on”", "on"),
    (r"\b(?:capable) (?P<at>to|for)\b", "after “capable” it is “of”", "of"),
    (r"\b(?:suffer(?:s|ed|ing)?) (?P<at>of|by)\b", "after “suffer” it is “from”", "from"),
    (r"\b(?P<at>discuss(?:ed|es|ing)? about)\b", "“discuss” needs no “about”", lambda words: words.rsplit(" ", 1)[0]),
    (r"\b(?P<at>explain(?:ed|s)? (?:me|him|her|us|them)) (?:that|how|why|what|the)\b", "one explains “to” somebody", lambda words: words.replace(" ", " to ", 1)),
    (r"\b(?:achieved|done|completed|finished|reached|met|ready) (?P<at>till|until) the end\b", "the word here is “by”", "by"),
)  # fmt: skip
