"""Look-alike words and fixed phrases that go wrong, as patterns over a sentence's text."""

import re
from collections.abc import Callable

from advice_audit.language.tables import Table

_PARTICIPLES = dict(
    pair.split(":")
    for pair in (
        "choose:chosen chose:chosen broke:broken wrote:written spoke:spoken took:taken forgot:forgotten froze:frozen stole:stolen "
        "ate:eaten rode:ridden drank:drunk drove:driven went:gone did:done saw:seen gave:given fell:fallen threw:thrown wore:worn "
        "swam:swum rang:rung began:begun woke:woken knew:known grew:grown came:come ran:run became:become"
    ).split()
)
_APART = {
    "alot": "a lot", "aswell": "as well", "infact": "in fact", "incase": "in case", "atleast": "at least", "inspite": "in spite",
    "eachother": "each other", "could care less": "could not care less", "for all intensive purposes": "for all intents and purposes",
    "on route": "en route", "in tact": "intact", "per say": "per se", "one in the same": "one and the same",
}  # fmt: skip
_SINGULAR = {"have": "has", "are": "is", "were": "was", "do": "does", "go": "goes"}


def _affect(words: str) -> str:
    return words.replace("effect", "affect")


def _participle(word: str) -> str:
    return _PARTICIPLES[word.lower()]


def _no_apostrophe(word: str) -> str:
    return re.sub(r"['’]s$", "s", word)


def _apostrophe(word: str) -> str:
    known = {"ive": "I've", "shes": "she's", "hes": "he's", "thats": "that's", "whats": "what's", "theres": "there's"}
    lower = word.lower()
    return known.get(lower) or re.sub(r"(n)t$|(re|ve)$", lambda m: "n't" if m[1] else f"'{m[2]}", lower)


def _of_one(words: str) -> str:
    """Return words with their last, a verb, as one person or thing takes it."""
    *before, verb = words.split()
    ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return " ".join([*before, _SINGULAR.get(verb, verb + ending)])


def _of_himself(words: str) -> str:
    who, verb, whom = words.split()
    return f"{_of_one(f'{who} {verb}')} {whom}"


def _with_article(words: str) -> str:
    return ("an " if words[:1].lower() in "aeiou" else "a ") + words


def _as_describing(word: str) -> str:
    return word[:-3] + "ent"


def _have(words: str) -> str:
    return words.rsplit(" ", 1)[0] + " have"


def _been(words: str) -> str:
    return words + " been"


def _make(words: str) -> str:
    return re.sub(r"^(?:do|does|did|done|doing|has done|have done)", "make", words)


def _first_word(words: str) -> str:
    return words.split()[0]


def _apart(words: str) -> str:
    return _APART[words.lower()]


# Stands for the words found, written together.
JOINED = ""
# (pattern over the sentence's text, what is wrong, what was meant). A group named `at` narrows the quote.
RULES: tuple[tuple[str, str, str | Callable[[str], str]], ...] = (
    (r"\b(?:should|could|would|must|might|may) of\b(?! course)", "“of” stands for “have”", _have),
    (r"\b(?P<at>their) (?:is|are|was|were|has been|have been|will be|seems?|would be)\b", "“their” means belonging to them", "there"),
    (r"\b(?:has|have|had|having|is|of|in|with|on|to|do|does|like|likes) (?P<at>there own)\b", "“there” is the place", "their own"),
    (r"\b(?P<at>they're|there) (?:mum|dad|mother|father|parents?|house|home|son|daughter|children|child|family)\b(?! is| was| are)",
     "the word for belonging to them is “their”", "their"),
    (r"\b(?P<at>it's) (?:own|self)\b", "“it's” is short for “it is”", "its"),
    (r"\b(?P<at>who's) (?:mum|dad|mother|father|parents?|needs?|house|home|name|views?|role)\b", "“who's” is short for “who is”", "whose"),
    (r"\b(?:to|can|could|will|would|must|should|may|might|and) (?P<at>loose) (?:his|her|their|its|the|control|temper|weight|it)\b", "“loose” is not tight", "lose"),
    (r"\b(?:more|less|fewer|better|worse|rather|other|older|younger|earlier|later|longer) (?P<at>then) (?!that\b|he\b|she\b|they\b|we\b|I\b|it\b|there\b)",
     "“then” is about time", "than"),
    (r"\b(?P<at>to) (?:much|many|often|long to|tired to|loud for|far to|young to|little to)\b(?! of (?:a|an|the) (?:extent|degree))",
     "the word for more than enough is “too”", "too"),
    (r"\b(?:has|have|had|having) (?P<at>lead) to\b", "the past form is “led”", "led"),
    (r"\b(?:has|have|had|not|been|is|was|were|be|being) (?:\w+ly )?(?P<at>effected)\b(?! (?:a|an|the)? ?(?:change|changes|repair|entry|reduction))",
     "“effected” means brought about", "affected"),
    (r"\b(?:an?|the|this|that|any|no|positive|negative|bad|good|big|real|adverse|knock-on) (?P<at>affects?) (?:on|of)\b", "the noun is “effect”", "effect"),
    (r"\b(?:has|have|had|been|was|were|is|are|be) (?:\w+ly )?(?P<at>excepted)\b", "“excepted” means left out", "accepted"),
    (r"\b(?:to|will|can|could|would|should|must|may|might|they|we|I|you) (?P<at>practice) (?:\w+ing|with|his|her|their|the|at|on|it|this|these|using|what|how|telephone|saying|money|cooking|reading|road)\b",
     "the verb is spelt with s in British English", "practise"),
    (r"\b(?:the|a|good|best|poor|common|of|some|more|enough|with|general|gp|social work|in) (?P<at>practise)\b(?! (?:his|her|their|the|with|this|it)\b)",
     "the noun is spelt with c in British English", "practice"),
    (r"\b(?P<at>practise) (?:managers?|leads?|nurses?|standards?|educators?|sessions?|runs?)\b", "the noun is spelt with c in British English", "practice"),
    (r"\b(?:to|will|can|would|could|should|must|did|I|we|they) (?P<at>advice)\b (?:that|the|him|her|them|on|about|mum|dad)\b", "the verb is spelt with s", "advise"),
    (r"\b(?:an|the|this|some|any|of|for|my|our|their|given|gave|seek|sought|take) (?P<at>advise)\b", "the noun is spelt with c", "advice"),
    (r"\b(?P<at>a) (?:hour|hours|honest|heir|adult|aunt|uncle|early|elderly|older|old|easy|evening|example|individual|important|issue|outcome|opportunity|area|offer|increase|incident|assessment|understanding|activity|annual|independent|eight|eleven|eighteen|emotional|online|open|autistic|education|effort|appointment|agreement|argument|electric|overnight|alarm|art|iPad|inclusive|anxious)\b",
     "before a vowel sound it is “an”", "an"),
    (r"\b(?P<at>an) (?:child|parent|worker|need|plan|school|week|year|review|group|home|boy|girl|carer|support|social|family|person|good|new|young|house|university|unit|useful|uniform|one)\b",
     "before a consonant sound it is “a”", "a"),
    (r"\b(?P<at>what ever|when ever|who ever|how ever much|every where|some where|any where|to gether|with out|in side the|more over)\b", "this is one word", JOINED),
    (r"\b(?P<at>alot|aswell|infact|incase|atleast|inspite|eachother)\b", "these are two words", _apart),
    (r"\b(?P<at>(?:do|does|did|done|doing|has done|have done) (?:\w+ )?mistakes?)\b", "one makes a mistake", _make),
    (r"\b(?P<at>(?P<word>the|a|an|to|of|and|in|is|with|for|his|her|their|was|he|she|they|at|on|be|has) (?P=word))\b(?! that)", "a word stands twice", _first_word),
    (r"\b(?P<at>could care less|for all intensive purposes|on route|in tact|per say|one in the same)\b", "the phrase is written otherwise", _apart),
    (r"\b(?P<at>looses)\b", "“loose” is not tight", "loses"),
    (r"\b(?:is|are|was|were|keeps?|been|be|of|and|by|without|from) (?P<at>loosing)\b", "“loose” is not tight", "losing"),
    (r"\b(?:that|which|what|this|it|he|she|they|noise|anxiety|behaviour|pain|illness|condition|autism|tiredness|sleep|and|also|often|really|badly|greatly|to|can|will|would|may|does|do|not|n't) (?P<at>effects?) (?:him|her|his|their|them|the (?:whole|family|child|children|others?|rest|way|household)|how|us|me|my|our|your|you|everyone|everybody|every|all|both|most|what|whether|other)\b",
     "“to effect” is to bring about", _affect),
    (r"\b(?:in|to|at|from|of|into|around|near|round|outside|left|leave|leaves|lost|lose|share|shares|with|for|about|on|like|likes|love|loves|all) (?P<at>there) (?:own|flat|house|home|mum|mam|dad|mother|father|parents?|nan|gran|son|daughter|children|child|school|bedrooms?|beds?|rooms?|needs?|views?|behaviour|feelings?|money|way|best|names?|friends?|family|life|lives|routines?|phones?|ages?|car|garden|street|brothers?|sisters?|support|worries|concerns|diagnosis|relationship)\b(?! (?:is|are|was|were)\b)",
     "“there” is the place", "their"),
    (r"\b(?P<at>your) (?:(?:not|going|welcome|able|sure|being|doing|both|very|so|all) \w|(?:free|happy|right|wrong|busy|tired|worried|ready|there|here)(?: (?:to|on|at|and|or|after|before|with|when|if|for|about|in)\b|[.,;!?]|$))",
     "“your” means belonging to you", "you're"),
    (r"\b(?:he|she|it) (?P<at>use) to (?!\w+ing\b)", "the past form is “used to”", "used"),
    (r"\b(?P<at>whose) (?:(?:a|an|the|now|also|not|been|very|only|just|always|never|called|aged) |(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|\d+)\b(?! (?:\w+ )?(?:children|sons|daughters|boys|girls|brothers|sisters|siblings|siblings|carers|aunts|uncles|cousins|dogs|cats)))",
     "“whose” means belonging to whom", "who's"),
    (r"\b(?:in|his|her|their|the|main|on|a matter of|basic|no|first|guiding|moral|that) (?P<at>principal) (?:that|of|is|was|has|,|behind)\b(?! carers?)", "a rule of conduct is a “principle”", "principle"),
    (r"\b(?:in|agreed in|as a matter of|on) (?P<at>principal)\b(?! (?:place|\w*ly|social|carer|officer|manager|lead|psycholog|teacher|residence))", "a rule of conduct is a “principle”", "principle"),
    (r"\b(?P<at>compliments?) (?:each other|one another|the (?:work|support|plan|help|other|school|package|provision)|what)\b", "to complete is “complement”", "complement"),
    (r"\b(?:to|will|would|can|cannot|could|must|not|n't|he|she|they|deep|and) (?P<at>breath) (?:properly|well|easily|at night|through|without|in|out|deeply|slowly|for)\b", "the verb is “breathe”", "breathe"),
    (r"\b(?P<at>quite) (?:room|time|place|space|corner|area|moment|voice|activit\w+|child|boy|girl|street|carriage|hour)s?\b", "the word for not loud is “quiet”", "quiet"),
    (r"\b(?:is|are|was|were|be|been|goes|went|go|very|become|becomes|became|stays?|keeps?|and) (?P<at>quite)(?=[.,;]| and\b| but\b| when\b| in the\b)", "the word for not loud is “quiet”", "quiet"),
    (r"\b(?:has|have|had|she|he|they|we|I|who) (?P<at>past) (?:the|his|her|their|away|it|on|up|out|a|an)\b", "the verb is “passed”", "passed"),
    (r"\b(?:has|have|had|having|is|are|was|were) (?:been )?(?P<at>choose|chose|broke|wrote|spoke|took|forgot|froze|stole|ate|drank|rode|drove|went|did|saw|gave|fell|threw|wore|swam|rang|began|woke)\b(?= (?:to|a|an|the|his|her|their|him|it|up|down|out|in|on|at|with|from|that|for|by|when|into|off|back)\b|[.,;])",
     "after “has”, “have” or “was” the verb takes its other form", _participle),
    (r"\b(?:more|much|as|most|very|so|really|too|quite) (?P<at>confidant|dependant)\b", "the describing word ends in -ent", _as_describing),
    (r"\b(?:weather) (?P<at>or not)\b", "the word is “whether”", "whether or not"),
    (r"\b(?:ask\w*|know\w*|decid\w+|unsure|sure|see|wonder\w*|about|of) (?P<at>weather) (?:he|she|they|it|the|this|to|or|there|his|her|we|I)\b", "“weather” is rain and sun", "whether"),
    (r"\b(?:is|are|was|were|not|been|be|being) (?P<at>aloud) (?:to|in|out|on|his|her|their|a|the)\b", "“aloud” is out loud", "allowed"),
    (r"\b(?:should|would|could|might|must|to|will) (?P<at>bare) (?:it|with|the|any|to|being|his|her|noise)\b", "“bare” is uncovered", "bear"),
    (r"\b(?:at|after|during|every|each) (?P<at>brake)[ -]?(?:time|times)?\b(?! pads?)", "a pause is a “break”", "break"),
    (r"\b(?:on|in|of|and|for|has|have|his|her|own|the|to|little|some|any|no|more|gain|lose|put on) (?P<at>wait) (?:gain|loss|on|problems?)\b(?! (?:the|his|her) (?:bus|list))", "how heavy somebody is is “weight”", "weight"),
    (r"\b(?:a|the|his|her|their|sleep|food|daily|own) (?P<at>dairy) (?:of|kept|shows?|records?|for|is|was|that)\b", "a daily record is a “diary”", "diary"),
    (r"\b(?P<at>have|has|had|having) (?:being) (?:a|an|the|to|in|on|so|very|unable|able|at|with|\w+ed)\b", "after “have” or “has” the word is “been”", _been),
    (r"\b(?:many|several|few|two|three|four|five|six|seven|eight|nine|ten|these|those|both|most|all|some|his|her|their|missed|other|of) (?P<at>(?:appointment|session|visit|group|parent|carer|friend|outcome|worker|meeting|activit(?:y)|meal|book|toy|game|lesson|meltdown|bath|tablet|sibling|letter|trip|outing|club|holiday|evening|weekend|morning|need|service|hour|star|sticker|film|word|sign|card|picture|key|dog|cat|bike|video|tantrum|issue|concern)['’]s)(?= (?:and|or|are|were|have|had|with|at|in|on|to|from|for|because|when|which|that|about|since|every|after|before|since|a week|a day)\b|[.,;:)]|$)",
     "more than one of a thing has no apostrophe", _no_apostrophe),
    (r"\b(?:is|are|was|will|would|has|have|can|not|he|she|they|it|most|nights) (?P<at>defiantly) (?!refus|declin|said|told|shouted|stood)", "“defiantly” is with defiance", "definitely"),
    (r"\b(?:to|will|would|may|might|not|n't|could|can|cannot|must|should|he'll|she'll|they'll|often|always) (?P<at>loose) (?:the|a|an|his|her|their|its|it|him|them|my|our|your|everything|touch|interest|sight|track|focus|money|sleep|weight|confidence|any|all|more|what|heart|patience|time)\b", "“loose” is not tight", "lose"),
    (r"\b(?P<at>it's) (?:job|name|place|way|purpose|aim|work|use|staff|members|workers|head|doors|owner|owners|budget|members)\b", "“it's” is short for “it is”", "its"),
    (r"\b(?:on|of|hurt|hurts|their|in|with|and|both|all) (?P<at>there) (?:backs?|hands|heads|eyes|feet|hearts|minds|sons|daughters|beds|rooms|lives|homes|clothes|shoes|phones|jobs|turns|tea|meals|food|teeth|parents|evenings|weekends|nights)\b(?! (?:is|are|was|were)\b)", "“there” is the place", "their"),
    (r"\b(?:has|have|had|having|hasn't|haven't|hadn't) (?:not |never |always |also |already |only |just |since |now |ever )(?P<at>ate|went|saw|took|gave|did|chose|broke|wrote|spoke|forgot|drove|drank|fell|threw|wore|began|woke|stole|rode|knew|grew|swam|came|ran|became)\b", "after “has” or “have” the verb takes its other form", _participle),
    (r"\b(?P<at>effecting) (?:him|her|his|their|them|the|how|me|my|your|our|us|all|both|every)\b", "“effecting” is bringing about", "affecting"),
    (r"\b(?P<at>dont|didnt|doesnt|isnt|wasnt|havent|hasnt|couldnt|wouldnt|shouldnt|arent|werent|hadnt|mustnt|youre|theyre|shes|hes(?= (?:a|the|not|in|been|always|very))|ive|weve|theyve|youve|thats|whats|theres)\b", "the short form has an apostrophe", _apostrophe),
    (r"\b(?:fell|falls?|ran|gets?|got|steps?|stays?|kept|keeps?|comes?|came|runs?|jump(?:s|ed)?|climb(?:s|ed)?|rolls?|rolled|stepping|jumping|climbing) (?P<at>of) the (?:road|bus|roof|bed|sofa|swing|chair|kerb|train|pavement|settee|wall|stage|bike|trampoline)\b", "“of” stands for “off”", "off"),
    (r"\b(?:not|know|knows|knowing|sure|see|from|to|asks?|asked|shows?|showed|remembers?|anywhere|somewhere|place|this is|that is|and that's) (?P<at>were) (?:he|she|they|it|his|her|the|we|I|to)\b", "“were” is the past of “are”", "where"),
    (r"\b(?:some|little|much|no|an|the|any|good|bad|great|knock-on|lasting|adverse|detrimental) (?P<at>affects?)(?= (?:for|upon|at|in|when|to)\b|[.,;])", "the noun is “effect”", "effect"),
    (r"\b(?P<at>(?:each|every one|one|neither|either) of (?:them|us|you|the \w+|his \w+|her \w+|their \w+) (?:sleep|need|want|have|are|were|go|say|like|get|see|feel|attend|live|know|make|take|come|do))\b", "“each” and “one” are single", _of_one),
    (r"\b(?:anyone|everyone|somebody|someone|nobody|everybody|anybody|no one)(?: (?!who\b)[\w']+){0,8} (?P<at>who (?:need|want|have|are|were|know|go|see|like|live|work|come|get|feel|say|do|think|use))\b", "“anyone” and “everyone” are single", _of_one),
    (r"\b(?:asked|know|knows|see|sees|wondered|wonders|said|says|thinks|tell|tells|told|ask|asks)(?: (?:me|us|him|her|them|his \w+|her \w+))? (?P<at>if (?:could|can|would|will|should|might|may))\b", "a word is missing", lambda words: words.replace("if ", "if he or she ")),
    (r"\b(?P<at>then) (?=(?:he|she|they) (?:was|were|used to be|had been) (?:before|last|a year)\b)", "“then” is about time", "than"),
    (r"\b(?:the|these|those|all|other|some|most|many|two|three|both) (?P<at>[a-z]+['’]s) (?:do|are|were|have|don't|aren't|weren't)\b", "more than one of a thing has no apostrophe", _no_apostrophe),
    (r"(?:^|\bthat |\band |, |[.;] )(?P<at>(?:he|she) (?:dress|wash|feed|settle|entertain|occupy|calm|soothe|clean|wipe|express|undress|harm|injure|isolate|motivate) (?:himself|herself))\b",
     "the verb does not fit “he” or “she”", _of_himself),
    (r"\b(?:he|she|it|Mum|mum|Dad|dad|[A-Z][a-z]+) (?:is|was) (?P<at>(?:very |quite |such )?(?!man\b|one\b)(?:resilient|happy|lovely|polite|kind|quiet|friendly|sociable|shy|bright|good|gentle|caring|loving|anxious|active|young|strong|sensitive|funny|clever|determined|independent|vulnerable) (?:boy|girl|child|lad|man|woman|person|baby|pupil))\b",
     "a word is missing", _with_article),
)  # fmt: skip
PHRASES = Table({str(number): re.compile(pattern, re.I) for number, (pattern, _, _) in enumerate(RULES)})
