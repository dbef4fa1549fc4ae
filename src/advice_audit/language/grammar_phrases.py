"""Fixed phrases and forms of words that go wrong, as patterns over a sentence's text."""

import re

from advice_audit.language.grammar_forms import FORMS
from advice_audit.language.grammar_homophones import HOMOPHONES
from advice_audit.language.grammar_little import LITTLE
from advice_audit.language.grammar_lookalikes import LOOKALIKES, Rule
from advice_audit.language.grammar_missing import MISSING
from advice_audit.language.grammar_owners import OWNERS
from advice_audit.language.grammar_soundalikes import SOUNDALIKES
from advice_audit.language.grammar_words import MANY_OF, PARTICIPLES, of_one
from advice_audit.language.tables import Table

_OTHERWISE = {
    "could care less": "could not care less", "for all intensive purposes": "for all intents and purposes",
    "on route": "en route", "in tact": "intact", "per say": "per se", "one in the same": "one and the same",
}  # fmt: skip
_THINGS = (
    "appointment|session|visit|outcome|meeting|activity|meal|book|toy|game|lesson|meltdown|bath|tablet|letter|trip|outing|film|word|"
    "sign|card|picture|key|bike|video|tantrum|issue|concern|sticker|star|holiday|service|school|behaviour|need|report|seizure|song"
)
_COUNTS = "many|several|few|two|three|four|five|six|seven|eight|nine|ten|twelve|\\d+|these|those|both|missed"


def _participle(word: str) -> str:
    return PARTICIPLES[word.lower()]


def _no_apostrophe(word: str) -> str:
    plain = re.sub(r"['’]s$", "s", word)
    return plain[:-2] + "ies" if plain.endswith("ys") and plain[-3] not in "aeiou" else plain


def _apostrophe(word: str) -> str:
    known = {"ive": "I've", "shes": "she's", "hes": "he's", "thats": "that's", "whats": "what's", "theres": "there's"}
    lower = word.lower()
    return known.get(lower) or re.sub(r"(n)t$|(re|ve)$", lambda m: "n't" if m[1] else f"'{m[2]}", lower)


def _not(word: str) -> str:
    return word[:-3] + "n't"


def _last_of_one(words: str) -> str:
    """Return words with their last, a verb, as one person or thing takes it."""
    *before, verb = words.split()
    return " ".join([*before, of_one(verb)])


def _of_himself(words: str) -> str:
    who, verb, whom = words.split()
    return f"{who} {of_one(verb)} {whom}"


def _with_article(words: str) -> str:
    return ("an " if words[:1].lower() in "aeiou" else "a ") + words


def _have(words: str) -> str:
    return words.rsplit(" ", 1)[0] + " have"


def _make(words: str) -> str:
    return re.sub(r"^(?:do|does|did|done|doing|has done|have done)", "make", words)


def _of_month(words: str) -> str:
    before, month = words.rsplit(" ", 1)
    return f"{before} of {month}"


def _as_many(words: str) -> str:
    before, verb = words.rsplit(" ", 1)
    return f"{before} {MANY_OF[verb.lower()]}"


_PASTS = {"stop": "stopped", "start": "started"}


def _past(words: str) -> str:
    before, verb = words.split()
    return f"{before} {_PASTS[verb.lower()]}"


def _has(words: str) -> str:
    return words[:-2] + "has"


def _otherwise(words: str) -> str:
    return _OTHERWISE[words.lower()]


def _regular(verb: str) -> str:
    if verb.endswith("fer"):
        return verb + "red"
    if verb.endswith("y"):
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


_BASE = (
    "please|shock|refer|surprise|involve|allow|invite|diagnose|prescribe|encourage|require|arrange|assess|observe|describe|bother|"
    "frighten|expect|disappoint|embarrass|exhaust|impress|excite|relate|attach|register|prepare|organise|accompany|isolate|"
    "motivate|overwhelm|supervise|agree"
)
# Stands for the words found, written together.
JOINED = ""
_PHRASES: tuple[Rule, ...] = (
    (r"\b(?:should|could|would|must|might|may|ought to)(?:n't| not)? of\b(?! course| right| necessity)", "“of” stands for “have”", _have),
    (r"\b(?P<at>to of) (?:been|had|done|gone|seen|come|got|taken|given|made|said|told|known|\w+ed)\b", "“of” stands for “have”", _have),
    (r"\b(?P<at>(?:it|he|she|that|there)'s (?:has|is|was)) (?:been|a|an|not|very|the|always|had|no|got|never)\b", "two verbs stand where one is wanted", lambda words: re.sub(r"'s ", " ", words)),
    (rf"\b(?:is|are|was|were|been|be|being) (?:(?:very|so|really|quite|not|all|also|now) )?(?P<at>{_BASE})(?= (?:to|with|by|from|in|on|at|for|about|that)\b)", "after “is” or “was” the verb takes its other form", _regular),
    (rf"\b(?:has|have|had) (?:(?:not|also|now|just|all|already) )?(?P<at>{_BASE}|receive|decide|provide|explain|arrive|attend|happen|improve|continue|manage|apply|achieve)\b", "after “has” or “have” the verb takes its other form", _regular),
    (r"\b(?P<at>(?:is|are|was|were) been)\b", "“been” follows “has”", lambda words: words[:-4] + "being"),
    (r"\b(?P<at>discuss(?:ed|es|ing)? about)\b", "one discusses a thing", lambda words: words.removesuffix(" about")),
    (r"\bbetween (?:you|[A-Z]?[a-z]+) and (?P<at>I)\b(?=[.,;]|$| (?:is|was|he|she|it|they|there|we|in|on|at)\b)", "after “between” it is “me”", "me"),
    (r"\b(?P<at>there (?:are|were) (?:an?|another|one) (?!lot|number|few|couple|handful|range|variety|group|pair|dozen|host|hundred|great|good|further|set|bit|load|mix|series|minority|majority|thousand|million|half|total)[a-z]+)(?= (?:that|in|at|for|to|when|with)\b|\.)", "one takes another verb than several", lambda words: re.sub(r" are\b", " is", re.sub(r" were\b", " was", words))),
    (r"^(?:My|His|Her|The|Our) (?:\w+ )?\w+ and (?P<at>me) (?:have|has|had|went|visited|met|saw|were|was|spoke|agreed|will|would|are)\b", "who acts is “I”", "I"),
    (r"^(?P<at>Them) (?:two|three|boys|girls|children|people|[a-z]{3,}s) (?:are|were|is|was|have|has|had|do|don't|get|gets|can|will)\b", "“them” stands for “those”", "Those"),
    (r"\b(?:has|have|had) (?:now|also|just|always|never|since|already|still) (?P<at>has|have)\b(?! to\b)", "after “has” or “have” the verb takes its other form", "had"),
    (r"\b(?:anything|everything|something|nothing|things?|those|all) (?P<at>what) (?:has|have|is|was|are|were|had|makes?|helps?|upsets?|happens?|happened)\b", "“what” stands for “that”", "that"),
    (r"(?<!ask the )(?<!asked the )\b(?:a|an|the|his|her|their|another|one) (?:[a-z]+ )?(?:nurse|teacher|worker|boy|girl|man|woman|person|friend|aunt|uncle|cousin|neighbour|mentor|lady|sitter|volunteer) (?P<at>which) (?:has|is|was|had|comes|came|goes|knows|knew|helps|helped|supports|supported|works|worked|lives|lived|visits|visited|he|she|they) (?!prefer|like|want|choose|chose|need|should|would)", "of people one says “who” or “whom”", "who"),
    (r"\b(?:has|have|had|having) (?P<at>lead) to\b", "the past form is “led”", "led"),
    (r"\b(?P<at>(?:what|who|how) ever)\b(?! (?:next|did|do|does|is|are|was|were|has|have|had|can|could|will|would|should)\b)", "this is one word", JOINED),
    (r"\b(?P<at>when ever|where ever|how ever much|every where|some where|any where|to gether with|with out(?! of)|any thing(?! of)|some thing|no where|any body|him self|her self|my self|them selves|our selves|it self|some one (?=to|who|else|with|that|new)|any one (?=else)|in side the|more over)\b(?!-)", "this is one word", JOINED),
    (r"\b(?P<at>(?:do|does|did|done|doing|has done|have done) (?:\w+ )?mistakes?)\b", "one makes a mistake", _make),
    (r"\b(?P<at>could care less|for all intensive purposes|on route|in tact|per say|one in the same)\b(?! (?:\d|[A-Z]\d|planning))", "the phrase is written otherwise", _otherwise),
    (r"\b(?:has|have|had|having|is|are|was|were|be|being) (?:been )?(?P<at>choose|chose|broke|wrote|spoke|took|forgot|froze|stole|ate|drank|rode|drove|went|did|saw|gave|fell|threw|wore|swam|rang|began|woke)\b(?= (?:to|a|an|the|his|her|their|him|it|up|down|out|in|on|at|with|from|that|for|by|when|into|off|back|ill|home|away|round)\b|[.,;])",
     "after “has”, “have” or “was” the verb takes its other form", _participle),
    (r"\b(?:has|have|had|having|hasn't|haven't|hadn't) (?:(?:not|never|always|also|already|only|just|since|now|ever|still|once|recently|really|finally|actually|yet) ){1,2}(?P<at>ate|went|saw|took|gave|did|chose|broke|wrote|spoke|forgot|drove|drank|fell|threw|wore|began|woke|stole|rode|knew|grew|swam|came|ran|became)\b(?!-)", "after “has” or “have” the verb takes its other form", _participle),
    (r"\b(?:has|have|had) (?P<at>came|ran|became|grew|knew|began|swam|drank|ate|rode|sang)(?= (?:to|a|an|the|his|her|him|it|up|down|out|in|on|at|with|from|for|by|when|into|off|back|home|round|very|so|more|too|all|enough|some|nothing|something|about|that|how|what|if|as)\b|[.,;]|$)",
     "after “has” or “have” the verb takes its other form", _participle),
    (r"\b(?:he|she|it|who|they|we|I|you)['’](?:s|ve) (?:(?:not|never|always|also|already|only|just|since|now|ever|still|recently) )?(?P<at>wrote|went|took|gave|saw|ate|drove|spoke|broke|forgot|chose|began|woke|stole|threw|fell|wore)\b",
     "after “has” or “have” the verb takes its other form", _participle),
    (r"\b(?P<at>the (?:end|start|beginning|middle) (?-i:January|February|March|April|May|June|July|August|September|October|November|December))\b",
     "a word is missing", _of_month),
    (r"\b(?P<at>its) (?:like (?:living|being|he|she|they|a|an|the|nothing|having|walking)|because)\b", "“its” means belonging to it", "it's"),
    (r"\b(?:his|her|their|my|our|the) (?P<at>(?:sister|brother|friend|cousin|neighbour|parent|boy|girl|twin|teacher|carer|aunt|uncle|grandparent)['’]s) (?:no longer|never|often|still|always|all|both|rarely|seldom) (?:go|come|have|play|sleep|eat|see|visit|live|get|want|need|like|talk|fight|share|help|stay|take|do|are|were)\b", "more than one of a thing has no apostrophe", _no_apostrophe),
    (r"(?:^|[.;:,] |\band |\bthat |\bbut )(?P<at>both of (?:his|her|their|the|my|your|our|them|these|those)(?: [a-z]+s)? (?:was|is|has))\b", "several take another verb than one", _as_many),
    (r"(?:^|[.;:,] |\band |\bthat |\bbut |\bwhen )the (?P<at>police (?:has|was|is))\b(?! (?:officer|station|report))", "the police are many", _as_many),
    (r"\b(?P<at>(?:he|she|it|who) as) (?:gone|been|had|got|come|done|made|said|taken|started|become|stopped|no)\b(?! (?:as)\b)", "“as” stands for “has”", _has),
    (r"\b(?P<at>(?:has|have|had) (?:stop|start)) (?:\w+ing|to)\b", "the verb takes its other form", _past),
    (r"\b(?P<at>dont|didnt|doesnt|isnt|wasnt|havent|hasnt|couldnt|wouldnt|shouldnt|arent|werent|hadnt|mustnt|youre|theyre|shes|hes(?= (?:a|the|not|in|been|always|very))|ive|weve|theyve|youve|thats|whats|theres)\b", "the short form has an apostrophe", _apostrophe),
    (r"(?<!his )(?<!her )(?<!their )(?<!its )(?<!our )(?<!my )(?<!your )(?<!is )(?<!was )(?<!are )\b(?P<at>(?-i:[Ww]ont|cant))\b(?! to\b)", "the short form has an apostrophe", lambda word: word[:-1] + "'t"),
    (r"\b(?P<at>(?:does?|did|is|was|are|were|have|has|had|could|would|should|must|need)'nt)\b", "the apostrophe stands for the o of “not”", _not),
    (rf"\b(?:{_COUNTS}|all (?:his|her|their|the|our)|most of (?:his|her|their|the)) (?:\w+ )?(?P<at>(?:{_THINGS})['’]s)(?= (?:and|or|are|were|have|had|with|at|in|on|to|from|for|because|when|which|that|since|every|after|before|a week|a day)\b|[.,;:)]|$)",
     "more than one of a thing has no apostrophe", _no_apostrophe),
    (r"\b(?:these|those|most|many|two|three|both) (?P<at>(?!children|people|men|women)[a-z]+['’]s) (?:do|have|don't|haven't)\b", "more than one of a thing has no apostrophe", _no_apostrophe),
    (r"(?:^|[.;:,] |\bwhich |\bbut )(?P<at>each of (?:them|us|you|the \w+|his \w+|her \w+|their \w+) (?:sleep|need|want|have|are|were|get|feel|attend|say|know))\b", "“each” is single", _last_of_one),
    (r"(?<!and )(?<!or )\b(?:a|an) (?:[a-z]+ )?(?:worker|child|boy|girl|lad|man|woman|person|friend|carer|sitter|helper|volunteer|teacher|mentor|adult|neighbour) (?P<at>who (?:are|were|have|need|want))\b", "one takes another verb than several", _last_of_one),
    (r"\b(?:anyone|everyone|somebody|someone|nobody|everybody|anybody|no one)(?: else)?(?: (?:at|in) (?:the |his |her |our )?[a-z]*[^s\W](?: or [a-z]*[^s\W])?)?(?<! team)(?<! family)(?<! staff)(?<! group)(?<! people) (?P<at>who (?:need|want|have|are|were|know|go|see|like|live|work|come|get|feel|say|do|think|use))\b", "“anyone” and “everyone” are single", _last_of_one),
    (r"(?:^|\b(?:say|says|said|report|reports|reported|states|explains|feels|thinks|tells? (?:me|us)|told (?:me|us)) that |\band |[.;] )(?P<at>(?:he|she) (?:dress|wash|feed|settle|entertain|occupy|calm|soothe|clean|wipe|express|undress|harm|injure|isolate|motivate) (?:himself|herself))\b",
     "the verb does not fit “he” or “she”", _of_himself),
    (r"\b(?:he|she|it|Mum|mum|Dad|dad|[A-Z][a-z]+) (?:is|was) (?P<at>(?:very |quite |such )?(?:resilient|happy|lovely|polite|kind|quiet|friendly|sociable|shy|bright|good|gentle|caring|loving|anxious|active|young|strong|sensitive|funny|clever|determined|independent|vulnerable) (?:boy|girl|child|lad|man|woman|person|baby|pupil))(?=[.,;]| (?:who|and|with|but|that|whose)\b|$)",
     "a word is missing", _with_article),
    (r"\b(?:enjoys?|enjoyed|enjoying|likes|liked|loves|loved|hates|hated|dislikes|of|about|without|despite|keeps|minds?) (?<!should of )(?<!could of )(?<!would of )(?<!must of )(?<!might of )(?<!may of )(?<!to of )(?<!n't of )(?<!not of )(?P<at>been)\b(?! (?:and|or)\b|-)", "the word here is “being”", "being"),
)  # fmt: skip
RULES = (*LOOKALIKES, *SOUNDALIKES, *HOMOPHONES, *LITTLE, *OWNERS, *MISSING, *FORMS, *_PHRASES)
PHRASES = Table({str(number): re.compile(pattern, re.I) for number, (pattern, _, _) in enumerate(RULES)})
