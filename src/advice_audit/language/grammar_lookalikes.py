"""Look-alike words in the wrong place, as patterns over a sentence's text.

Each pattern names the words beside which only the other word can stand; what hangs on the part of speech is in
`grammar_tags`.
"""

from collections.abc import Callable

_RIGHT_OF_LOSE = (
    "temper|way|weight|interest|control|confidence|focus|track|sight|touch|money|sleep|patience|heart|time|place|home|house|flat|"
    "tenancy|job|support|skills?|friends?|keys?|phone|things|belongings|balance|concentration|attention|energy|faith|hope|hours|"
    "funding|school|mum|dad|ability|appetite|thread"
)
_ADVERSE = "positive|negative|bad|good|big|real|great|lasting|adverse|knock-on|detrimental|serious|huge"

Rule = tuple[str, str, str | Callable[[str], str]]


def _affect(words: str) -> str:
    return words.replace("effect", "affect")


def _as_describing(word: str) -> str:
    return word[:-3] + "ent"


# (pattern over the sentence's text, what is wrong, what was meant). A group named `at` narrows the quote.
LOOKALIKES: tuple[Rule, ...] = (
    (r"\b(?P<at>their) (?:is|are|was|were|has been|have been|will be|seems?|would be)\b", "“their” means belonging to them", "there"),
    (r"\b(?:has|have|had|having|is|of|in|with|on|to|do|does|like|likes) (?P<at>there own)\b(?!-)", "“there” is the place", "their own"),
    (r"\b(?:to|of|with|for|about|at|in|from|into|near|outside|lost|lose|losing|sold|share|shares|shared) (?P<at>there) (?:flat|house|own flat|own house|new flat|new house|bedrooms?|sons?|daughters?)(?= (?:at|in|on|and|when|because|after|with|last|since|until|till|for|every|by|next|while|but|during|where|which|from)\b|[.,;]|$)", "“there” is the place", "their"),
    (r"\b(?P<at>it's) (?:own|self)\b", "“it's” is short for “it is”", "its"),
    (rf"\b(?:to|can|could|will|would|must|should|may|might|and|not|n't|cannot|often|always|(?:makes?|made) (?:him|her|them|us)|they|we) (?P<at>loose) (?:(?:his|her|their|its|my|our|your|the|any|all|some|more|too much) )?(?:{_RIGHT_OF_LOSE}|everything)\b", "“loose” is not tight", "lose"),
    (r"\b(?P<at>looses)\b", "“loose” is not tight", "loses"),
    (r"\b(?P<at>loosing)\b(?! (?:off|arrows?|the (?:straps?|knots?|dogs?)))", "“loose” is not tight", "losing"),
    (r"\b(?:rather|other) (?P<at>then)\b(?!,)", "“then” is about time", "than"),
    (r"\b(?:is|are|was|were|far|way|has|have|had|eats?|ate|does|do|sleeps?|spends?|spent|with|it's) (?P<at>to) (?:much|many)\b(?! of (?:a|an|the) (?:extent|degree))", "the word for more than enough is “too”", "too"),
    (r"\b(?P<at>to) (?:often|long to|tired to|loud for|far to|young to|little to)\b", "the word for more than enough is “too”", "too"),
    (r"(?<!plan )(?<!transfer )(?<!repair )(?<!repairs )(?<!sale )(?<!release )(?<!entry )\b(?:has|have|had|not|been|is|was|were|be|being) (?:\w+ly )?(?P<at>effected)\b(?! (?:a|an|the)? ?(?:change|changes|repair|entry|reduction|transfer))", "“effected” means brought about", "affected"),
    (rf"\b(?:an?|the|this|that|any|no|{_ADVERSE}) (?P<at>affects?) (?:on|of)\b", "the noun is “effect”", "effect"),
    (r"\b(?:had|have|has|having) (?P<at>an affect)\b", "the noun is “effect”", "an effect"),
    (rf"\b(?:some|little|much|{_ADVERSE}) (?P<at>affects?)(?= (?:for|upon|at|in|when|to)\b|[.,;])", "the noun is “effect”", "effect"),
    (r"\b(?:that|which|what|this|it|he|she|they|noise|anxiety|behaviour|pain|illness|condition|autism|tiredness|sleep|and|also|often|really|badly|greatly|to|can|will|would|may|does|do|not|n't) (?P<at>effects?) (?:him|her|his|their|them|the (?:whole|family|child|children|others?|rest|way|household)|how|us|me|my|our|your|you|everyone|everybody|every|all|both|most|what|where|when|whether|other)\b(?! \w+ (?:will|has|is|can|may)\b)",
     "“to effect” is to bring about", _affect),
    (r"\b(?P<at>effecting) (?:him|her|his|their|them|the|how|me|my|your|our|us|all|both|every)\b", "“effecting” is bringing about", "affecting"),
    (r"\b(?:has|have|had|been|was|were|is|are|be) (?:\w+ly )?(?P<at>excepted)\b(?! (?:from|in law|by law|under))", "“excepted” means left out", "accepted"),
    (r"\b(?:hard|able|unable|willing|unwilling|ready|refus\w+|going|wants?|wanted|agree\w*|difficult|struggl\w+|learn\w*|beginning|needs?|happy) to (?P<at>except)\b", "“except” leaves out", "accept"),
    (r"\b(?:to|will|can|could|would|should|must|may|might|they|we|I|you) (?P<at>practice) (?:\w+ing|with|his|her|their|the|at|on|it|this|these|using|what|how|telephone|saying|money|cooking|reading|road)\b",
     "the verb is spelt with s in British English", "practise"),
    (r"\b(?:the|a|good|best|poor|common|of|some|more|enough|with|general|gp|social work|in) (?P<at>practise)\b(?! (?:his|her|their|the|with|this|it)\b)",
     "the noun is spelt with c in British English", "practice"),
    (r"\b(?P<at>practise) (?:managers?|leads?|nurses?|standards?|educators?|sessions?|runs?)\b", "the noun is spelt with c in British English", "practice"),
    (r"\b(?:to|will|can|would|could|should|must|did|I|we|they|you|please) (?P<at>advice)\b (?:that|the|him|her|me|us|them|on|about|if|whether|how|mum|dad)\b", "the verb is spelt with s", "advise"),
    (r"\b(?:an|the|this|some|any|of|for|my|our|their|given|gave|seek|sought|take) (?P<at>advise)\b", "the noun is spelt with c", "advice"),
    (r"\b(?P<at>advise) (?:was|is|has been|will be|had been)\b", "the noun is spelt with c", "advice"),
    (r"\b(?:takes?|needs?|requires?|lots of|plenty of|netball|football|choir|band|piano|guitar|swimming|speech|stairs?|road|cooking|drama|rugby|misses|missed) (?P<at>practise)\b(?! (?:his|her|their|the|with|this|it)\b)",
     "the noun is spelt with c in British English", "practice"),
    (r"\b(?:walk(?:s|ed|ing)?|went|goes|going|drove|drives?|driving|ran|runs?|running|rode|rush(?:es|ed)|squeez\w+|gets?|got) (?:(?:straight|right|just|back|on) )?(?P<at>passed)\b(?! (?:away|out|by)\b)",
     "the word for going by is “past”", "past"),
    (r"\b(?:the|his|her|their|my|our|your|its|one|two|three) (?P<at>principle) (?:worr(?:y|ies)|concerns?|needs?|reasons?|carers?|aims?|difficult(?:y|ies)|problems?|causes?|sources?|risks?|barriers?|issues?|goals?|contacts?|address|benefits?|wish|wishes|hopes?|tasks?|language|social worker)\b", "the chief one is “principal”", "principal"),
    (r"(?<!\bthe )(?<!\bside )(?<!\bof )(?<!\bits )(?<!\bsound )(?<!\bspecial )\b(?P<at>effects) (?:what|how|whether|him|them|us|me|everything|everybody|everyone)\b", "“to effect” is to bring about", _affect),
    (r"\b(?:gave|gives?|giving|given|withdrew|shared?|shares|sent|changed) (?P<at>there) (?:consent|permission|agreement|views?|details|names?|word|blessing|numbers?|opinions?|thoughts)\b", "“there” is the place", "their"),
    (r"\band (?P<at>it's) (?:staff|members|volunteers|workers|services|rules|residents|manager|garden|building|rooms|hours)\b", "“it's” is short for “it is”", "its"),
    (r"\b(?:allowed|able|time|chance|wants?|wanted|likes?|liked|needs?|hard|somewhere|expected|asked|encouraged|keen|remember\w*|going|opportunity|how|where|when) to (?P<at>practice)\b(?! (?:nurse|manager|room|nights?|sessions?))",
     "the verb is spelt with s in British English", "practise"),
    (r"\b(?P<at>wether)\b", "the word is “whether”", "whether"),
    (r"\b(?:be|been|being|was|were|is|are) (?P<at>lead)(?= (?:to|by|into|astray|away|anywhere|off|along|up|down|through|back)\b)",
     "the past form is “led”", "led"),
    (r"\b(?:no|any|much|little|not|even) (?:further|longer|later|earlier|sooner|farther|nearer) (?P<at>then) (?:the|this|that|his|her|their|a|an|is|was|it|we|he|she|they)\b", "“then” is about time", "than"),
    (r"\b(?P<at>your) (?:only (?:in|at|here|there|going|able|allowed|available)|not (?:to|going|able|alone|sure|at)|going to|welcome to|able to|(?:free|happy|worried|busy)(?: (?:to|on|at|and|after|before|with|when|if|about|in)\b|[.,;!?]|$))", "“your” means belonging to you", "you're"),
    (r"\b(?P<at>whose) (?:four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|\d+)(?= and\b|,|\.| years\b(?! of))", "“whose” means belonging to whom", "who's"),
    (r"\b(?:main|guiding|basic|moral|a matter of|first) (?P<at>principals?)\b(?! (?:carers?|social|workers?|officers?|teachers?|at|in|was|is|who|wage))", "a rule of conduct is a “principle”", "principle"),
    (r"\b(?:in|agreed in) (?P<at>principal)(?=[.,;]| and| but| to| with| that| but|$)", "a rule of conduct is a “principle”", "principle"),
    (r"\b(?:plans?|support|packages?|provision|services?|sessions?|visits?|programme|therapy|weeks|groups?)(?: (?:at|of|from|by) (?:the )?\w+)? (?P<at>compliments?) (?:each other|one another|them|the|what|this|his|her|it)\b", "to complete is “complement”", "complement"),
    (r"\b(?:to|will|would|can|cannot|could|must|not|n't|he|she|they) (?P<at>breath) (?:properly|well|easily|at night|through|without|in|out|deeply|slowly|for)\b", "the verb is “breathe”", "breathe"),
    (r"\b(?:hard|harder|hardest|able|unable|difficult|easier|struggl\w+|tr(?:y|ies|ied|ying)|learn\w*|forgets?|help\w* \w+|space|room) to (?P<at>breath)\b", "the verb is “breathe”", "breathe"),
    (r"\b(?:a|the|some|his|her|any|no) (?P<at>quite) (?:room|time|place|space|corner|area|moment|voice|activit\w+|child|boy|girl|street|carriage|hour)s?\b(?!-| enough)", "the word for not loud is “quiet”", "quiet"),
    (r"\bvery (?P<at>quite)(?=[.,;]| [a-z]|$)", "the word for not loud is “quiet”", "quiet"),
    (r"\b(?:goes|went|go|become|becomes|became|stays?|stayed|keeps?|kept) (?P<at>quite)(?=[.,;]| and\b| but\b| when\b| in\b| for\b|$)", "the word for not loud is “quiet”", "quiet"),
    (r"\b(?:is|are|was|were|be|been|needs?|wants?|likes?|prefers?|loves?) (?P<at>quite)(?=[.;]| but\b| when\b|$)", "the word for not loud is “quiet”", "quiet"),
    (r"\b(?:really|too|more|unusually|extremely) (?P<at>quite)(?=[.,;]| and\b| but\b| when\b| in\b| at\b| with\b|$)", "the word for not loud is “quiet”", "quiet"),
    (r"\b(?:has|have|had) (?P<at>past) (?:the|his|her|their|its|my|our|your|this|that|all|both|every|away|it|on|up|out|a|an)\b(?! (?:to|of|with)\b)", "the verb is “passed”", "passed"),
    (r"\b(?:he|she|they|we|I|who) (?P<at>past) (?:away|(?:his|her|their|a|an|the) (?:\w+ )?(?:exams?|tests?|assessment|GCSEs?|grades?|levels?))\b", "the verb is “passed”", "passed"),
    (r"\b(?:more|much|as|most|very|so|really|too|quite) (?P<at>confidant|dependant)\b", "the describing word ends in -ent", _as_describing),
    (r"\b(?:weather) (?P<at>or not)\b", "the word is “whether”", "whether or not"),
    (r"\b(?:ask\w*|know\w*|decid\w+|unsure|sure|see|wonder\w*|about|of) (?P<at>weather) (?:he|she|they|it|to|his|her|we|I|there|you)\b", "“weather” is rain and sun", "whether"),
    (r"\b(?:ask\w*|wonder\w*|decid\w+|unsure|unclear|uncertain|discuss\w*) (?:(?:me|us|him|her|them|about|of) )?(?P<at>weather) (?:an?|the|this|any|some|these|both|their|our|my|your|[A-Z]\w+) (?!forecast|report|today)", "“weather” is rain and sun", "whether"),
    (r"\b(?:is|are|was|were|been|be|being|not) (?P<at>aloud) (?:out|on|to (?!him|her|them|us|me|you|his|the|a)\w+)\b", "“aloud” is out loud", "allowed"),
    (r"\b(?:can|cannot|can't|could|couldn't|not|unable to|able to|hard to) (?P<at>bare) (?:it|to|with|being|people|any(?:body|one|thing)|\w+ing|(?:the|any|his|her|their) (?:noise|sound|thought|pain|weight|feel|smell|taste|idea|touch))\b", "“bare” is uncovered", "bear"),
    (r"\b(?:at|after|during|every|each) (?P<at>brake)[ -]times?\b", "a pause is a “break”", "break"),
    (r"\b(?:short|lunch|respite) (?P<at>brakes?)\b(?! (?:pad|lever|cable))", "a pause is a “break”", "break"),
    (r"\b(?P<at>wait) (?:gain|loss|problems?)\b", "how heavy somebody is is “weight”", "weight"),
    (r"\b(?:sleep|seizure|behaviour|bowel|symptom|mood|daily|(?:a|the|his|her) food|(?:keep|keeps|kept|keeping|given|fill(?:s|ed)? in|wr[io]te(?:s)? in|writ(?:ten|ing) in|complet(?:e|es|ed)) (?:a|an|the|his|her|their|my|our)) (?P<at>dairy)\b(?!-| (?:farm|herd|free|cow|product|allerg|intoler|diet))", "a daily record is a “diary”", "diary"),
    (r"\b(?P<at>defiantly) (?:a|an|not|got|be|been|needs?|happier|better|worse|more|less|helped|helps|benefit\w*|wants?|wanted|likes?|enjoy\w*|going to|made|improv\w+|the (?:best|worst|right|most))\b", "“defiantly” is with defiance", "definitely"),
    (r"\b(?:fell|falls|falling|jump(?:s|ed|ing)|climb(?:s|ed|ing)|roll(?:s|ed|ing)|stepped|stepping) (?P<at>of) (?:the|his|her|a|their|my) (?:road|horse|scooter|pony|wheelchair|ladder|bus|roof|bed|sofa|swing|chair|kerb|train|pavement|settee|wall|stage|bike|trampoline)\b", "“of” stands for “off”", "off"),
    (r"\b(?:gets?|got|getting) (?P<at>of) the (?:bus|bed|sofa|swing|chair|train|settee|bike|trampoline)(?=[.,;]| (?:at|by|on|with|himself|herself|and|when|alone|without)\b|$)", "“of” stands for “off”", "off"),
    (r"\b(?:turned|turning|switch|switched|switches|switching|dropped|logged|signed|pulled|kicked|wander(?:s|ed|ing)|storm(?:s|ed)|drift(?:s|ed)) (?P<at>of) (?:the|his|her|their|him|them|at|from|with|to|on|in|by|when|after)\b", "“of” stands for “off”", "off"),
    (r"\b(?:took|takes|taking|taken) (?P<at>of) (?:his|her|their|the) (?:\w+ )?(?:coat|shoes?|jacket|clothes|glasses|top|hat|jumper|socks?|splints?|boots?|trousers|nappy|uniform|headphones)\b", "“of” stands for “off”", "off"),
    (r"\b(?:step[ -]?|grand)(?P<at>farther)s?\b", "a parent is a “father”", "father"),
    (r"\b(?:to|at|attend\w*|start\w*|finish\w*) (?P<at>collage)\b(?! (?:of|pictures?|making|work))", "pictures stuck together are a “collage”", "college"),
    (r"\b(?:excluded|moved|collected|absent|picked up|came|comes|back|way|far|discharged|returned|returns|suffer\w*|benefit\w*|different|apart|ran away|away) (?P<at>form) (?:school|home|his|her|their|the|hospital|college|nursery|a|an|it)\b(?! (?:form|teacher|group))", "“form” stands for “from”", "from"),
    (r"\b(?:likes?|wants?|wanted|able|unable|going|needs?|has|have|had|hopes?|tries|tried|ought|loves?|learn\w*) (?P<at>too) (?:go|be|do|have|see|get|make|play|walk|talk|use|find|help|come|keep|learn|say|tell|take|try|sleep|eat|stay|live|move|meet|wash|dress|cook|swim|read|write)\b", "“too” is as well, or more than enough", "to"),
)  # fmt: skip
