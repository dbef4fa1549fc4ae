"""Words that sound alike, one written for the other, as patterns over a sentence's text.

As in `grammar_lookalikes`, each pattern names the words beside which only the other word can stand.
"""

import re

from advice_audit.language.grammar_lookalikes import Rule

_GOING = "go|goes|went|going|gone|c[oa]mes?|coming|walk(?:s|ed|ing)?|sort(?:s|ed|ing)?|r[au]n|runs|running|look(?:s|ed|ing)?|talk(?:s|ed|ing)?|work(?:s|ed|ing)?|liv(?:es|ed|ing)|sle(?:eps?|pt)|all the way|half ?way|part ?way|straight|right"
_FURNITURE = "floor|bed|trampoline|sofa|settee|couch|carpet|rug|mat|bench|back|side|front|tummy|stomach|grass|ground|mattress|beanbag|stairs|landing|pavement"
_KNOWERS = "I|we|they|you|not|n't|to|don't|didn't|doesn't"


def _lying(words: str) -> str:
    return words.replace("laying", "lying")


def _knowing(words: str) -> str:
    return re.sub(r"\bno\b", "know", words)


SOUNDALIKES: tuple[Rule, ...] = (
    (r"\b(?:is|are|was|were|be|been|seems?|seemed|looks?|sounds?|feels?|felt|became|become|becomes) (?P<at>quiet) (?:clear|happy|sure|right|big|small|tall|good|bad|hard|easy|well|often|likely|unwell|poorly|ill|tired|upset|worried|anxious|proud|keen|different|strong|far|close|near|close|able|capable|safe|ready|late|early|new|old|young|settled|isolated|independent|sociable|confident|nervous|scared|frightened|angry|cross|sad|certain|open|willing|determined|difficult|challenging|distressed|rude|loud|noisy|a|an|the)\b",
     "“quiet” is not loud", "quite"),
    (r"(?<!a )(?<!the )(?<!his )(?<!her )(?<!more )(?<!very )\b(?P<at>quiet) (?:a (?:few|lot|while|bit|number|long|big|good)|often|rightly|likely|frankly)\b", "“quiet” is not loud", "quite"),
    (rf"\b(?:{_GOING}) (?P<at>threw)\b", "“threw” is the past of “throw”", "through"),
    (r"\b(?:bought) (?:this|it|that|him|her|them|these|\w+) to (?:my|our|your|me|us|you|the (?:meeting|attention|panel|school|table|visit|door|office|hospital|surgery)|school|hospital|A&E|light)\b", "“bought” is paid for", lambda words: "brought" + words[6:]),
    (r"\b(?:was|were|been|being|is|are) (?P<at>bought) up\b(?! by (?:the|a) (?:council|developer|company|bank))", "“bought” is paid for", "brought"),
    (r"\b(?:is|are|was|were|been|be|keeps?|found \w+|just|still) (?P<at>laying)(?: (?:down|there|back|flat|out))? (?:(?:up)?on (?:the|a|his|her|their|its|my|top of the) (?:\w+ )?(?:" + _FURNITURE + r")\b|in (?:bed|wait|the (?:bath|road|hall\w*|dark|corridor|garden|doorway|sun))|awake|down\b(?! (?:the|rules|his|a))|under the)", "one lies on a bed and lays a table", _lying),
    (rf"\b(?:{_KNOWERS}) (?P<at>no) (?:that|how|why|what|who|where|him|her|them|the)\b", "“no” is not yes", "know"),
    (r"\b(?P<at>peace) of (?!mind|the\b|a\b|their|his|her|my|it|being|night)", "a part is a “piece”", "piece"),
    (r"\b(?:bus|taxi|train|tram|coach|cab|afford (?:the|a|his|her|their)|pay(?:s|ing)? (?:the|his|her|their)|paid (?:the|his|her|their)) (?P<at>fairs?)\b(?! (?:share|rent|price|wage|use|amount|play|trade))", "the price of a ride is a “fare”", "fare"),
    (r"\b(?P<at>wonder(?:s|ed|ing)?) (?:off|away|out of|into the|round the|around the|up and down|the streets|from room)\b", "to walk about is to “wander”", lambda word: "wander" + word[6:]),
    (r"\b(?:back|home|done|ready|finished|made|in|sorted|settled|here|there|completed|over) (?P<at>buy) (?:the (?:end|start|time|beginning|middle)|next|half[- ]term|(?-i:Monday|Tuesday|Wednesday|Thursday|Friday|Easter|Christmas|January|March|April|June|July|September))\b", "“buy” is to pay for", "by"),
    (r"\b(?P<at>no were) (?:to|near|else|that|he|she|for|they|safe|quiet|in)\b", "the word is “nowhere”", "nowhere"),
    (r"\b(?:has|have|had|having|lost|loses?|losing|with|need\w*|the|little|much|no|any|more|endless) (?P<at>patients) (?:for|with|of a saint)(?! (?:appointments|whom|a|an|more|complex))\b", "those a doctor treats are “patients”", "patience"),
    (r"\b(?P<at>whose) (?:going to|coming to|been|always|looking after|not|got)\b", "“whose” means belonging to whom", "who's"),
)  # fmt: skip
