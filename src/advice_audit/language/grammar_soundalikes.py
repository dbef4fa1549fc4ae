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
    (r"\b(?:is|are|was|were|be|been|seems?|seemed|looks?|sounds?|feels?|felt|became|become|becomes) (?P<at>quiet) (?:clear|happy|sure|right|big|small|tall|good|bad|hard|easy|well|often|likely|unwell|poorly|ill|tired|upset|worried|anxious|proud|keen|different|strong|far|close|near|close|able|capable|safe|ready|late|early|new|old|young|settled|isolated|independent|sociable|confident|nervous|scared|frightened|angry|cross|sad|certain|open|willing|determined|difficult|challenging|distressed|rude|loud|noisy|serious|severe|strict|shy|sleepy|recent|common|rare|urgent|complex|simple|important|interesting|slow|quick|long|short|warm|cold|hot|heavy|high|low|thin|pale|pleased|relieved|surprised|comfortable|a|an|the)\b",
     "“quiet” is not loud", "quite"),
    (r"(?<!a )(?<!the )(?<!his )(?<!her )(?<!more )(?<!very )\b(?P<at>quiet) (?:a (?:few|lot|while|bit|number|long|big|good)|often|rightly|likely|frankly)\b", "“quiet” is not loud", "quite"),
    (rf"\b(?:{_GOING}) (?P<at>threw)\b", "“threw” is the past of “throw”", "through"),
    (r"\b(?:bought) (?:this|it|that|him|her|them|these|\w+) to (?:my|our|your|me|us|you|the (?:meeting|attention|panel|school|table|visit|door|office|hospital|surgery)|school|hospital|A&E|light)\b", "“bought” is paid for", lambda words: "brought" + words[6:]),
    (r"\b(?:was|were|been|being|is|are) (?P<at>bought) up\b(?! (?:to the|by (?:the|a) ))", "“bought” is paid for", "brought"),
    (r"\b(?P<at>laying)(?: (?:down|there|back|flat|out))? (?:(?:up)?on (?:the|a|his|her|their|its|my|top of the) (?:\w+ )?(?:" + _FURNITURE + r")\b|in (?:bed|wait|the (?:bath|road|hall\w*|dark|corridor|garden|doorway|sun))|awake|down\b(?! (?:the|rules|his|a))|under the)", "one lies on a bed and lays a table", _lying),
    (rf"\b(?:{_KNOWERS}) (?P<at>no) (?:that|how|why|what|who|where|him|her|them)\b", "“no” is not yes", "know"),
    (r"\b(?P<at>peace) of (?!mind|the\b|a\b|their|his|her|my|it|being|night)", "a part is a “piece”", "piece"),
    (r"\b(?:bus|taxi|train|tram|coach|cab|afford (?:the|a|his|her|their)|pay(?:s|ing)? (?:the|his|her|their)|paid (?:the|his|her|their)) (?P<at>fairs?)\b(?! (?:share|rent|price|wage|use|amount|play|trade))", "the price of a ride is a “fare”", "fare"),
    (r"\b(?P<at>wonder(?:s|ed|ing)?) (?:off|away|out of|into the|round the|around the|up and down|the streets|from room)\b", "to walk about is to “wander”", lambda word: "wander" + word[6:]),
    (r"\b(?:back|home|done|ready|finished|made|in|sorted|settled|here|there|completed|over) (?P<at>buy) (?:the (?:end|start|time|beginning|middle)|next|half[- ]term|(?-i:Monday|Tuesday|Wednesday|Thursday|Friday|Easter|Christmas|January|March|April|June|July|September))\b", "“buy” is to pay for", "by"),
    (r"\b(?P<at>no were) (?:to|near|else|that|he|she|for|they|safe|quiet|in)\b", "the word is “nowhere”", "nowhere"),
    (r"\b(?:has|have|had|having|lost|loses?|losing|with|need\w*|the|little|much|no|any|more|endless) (?P<at>patients) (?:for|with|of a saint)(?! (?:appointments|whom|a|an|more|complex))\b", "those a doctor treats are “patients”", "patience"),
    (r"\b(?:is|are|was|were|be|been|got|gets|getting|more|so) (?P<at>use) to\b", "what one knows well one is “used to”", "used"),
    (r"\b(?:is|are|was|were|am|be|been|gets?|got|feels?|felt) (?P<at>to) (?:frightened|scared|tired|upset|ill|anxious|poorly|unwell|worried|embarrassed|ashamed|shy|busy|nervous|distressed|excited|hot|dark|steep|narrow|noisy|loud|heavy|expensive|dangerous)(?= (?:to|for|and|at|from|when|in|by|now)\b|[.,;]|$)", "the word for more than enough is “too”", "too"),
    (r"\b(?:is|are|was|were|live|lives|lived|goes|go|went|walk|walks) (?P<at>to) far (?:away|from|to|for|off)\b", "the word for more than enough is “too”", "too"),
    (r"\b(?:washed|washes|lost|lose|loses|losing|broke|broken|wag(?:s|ged|ging)|shook|shakes|opened|changed|keeps|kept|outgrown|served|held|raised|reached) (?P<at>it's) [a-z]+(?= (?:in|on|at|again|with|and|when|before|after|last|to|from|by)\b|[.,;]|$)", "“it's” is short for “it is”", "its"),
    (r"\b(?:with|of|for|to|from|in|on|about|at|by|and|loves?|likes?) (?P<at>he's) (?:own|mum|dad|nan|brothers?|sisters?|friends?|room|bedroom|dog|cat|school|needs|phone|tablet|mates|family|bed|shoes|hands|head)(?= (?:in|on|at|and|with|when|to|for|or|but|every|most|about)\b|[.,;]|$)", "“he's” is short for “he is”", "his"),
    (r"\b(?:he|she|it|who|which) (?P<at>his) (?:ready|not|an?|the|very|been|happy|able|now|also|still)\b", "“his” means belonging to him", "is"),
    (r"\b(?:he|she|it|who) (?P<at>as) (?:two|three|four|five|six|several|lots of|difficulty|trouble|never) (?!as\b)", "“as” stands for “has”", "has"),
    (r"(?<!ing )\b(?P<at>on of) (?:the|his|her|their|my|our|these|those)\b", "the number is “one”", "one of"),
    (r"\b(?P<at>an our|half an our|half our)\b(?! (?:of our|budget|staff))", "sixty minutes are an “hour”", lambda words: words.replace("our", "hour")),
    (r"\b(?P<at>non) of\b", "the word is “none”", "none"),
    (r"\b(?:think|if|when|know|sure|hope|says?|said|because|agree) (?P<at>your) (?:(?:right|wrong|ok|okay|well|interested|sure)(?= (?:about|in|on|that|and|when|if|with)\b|[.,;]|$))", "“your” means belonging to you", "you're"),
    (r"\b(?:am|is|are|was|were|be|been|not) (?P<at>suppose) to\b", "after “is” or “was” the verb takes its other form", "supposed"),
    (r"\b(?:is|are|was|were|been|be|well|become|became|already|previously) (?P<at>know) (?:to|by|as|for)\b", "after “is” or “was” the verb takes its other form", "known"),
    (r"\b(?:he|she|they|we|I|who|never|already) (?P<at>new) (?:no ?body|no one|some(?:one|body)|what|how|that|where|why|him|her|them|it|the|each|about|everyone|of)\b", "“new” is not old", "knew"),
    (r", (?P<at>accept) (?:at|for|when|on|in|if)\b", "to accept is to take", "except"),
    (r"\b(?:he|she|we|I|you|mum|dad|who|panel|council|school|parents|family) (?:\w+ )?(?:will|would|can|cannot|could|should|may|might|must|won't|can't|couldn't|wouldn't) (?P<at>except) (?:the|this|that|an?|any|his|her|their|it|him|them|help|what|no|being|visits?|support)\b", "“except” leaves out", "accept"),
    (r"\b(?:to|will|would|can|may|might|could|not|has|have|had) (?P<at>brake) (?:down|up|into|free|away|things|toys|(?:the|a|his|her) (?:habit|rules?|cycle|news|law|routine|promise|silence|ice|pattern))\b", "to “brake” is to slow", "break"),
    (r"\b(?:is|was|were|are|so|very|really|too|gets?|got|seem(?:s|ed)|feels?|felt|being) (?P<at>exited)(?= (?:about|to|when|for|at|and|because|that|over)\b|[.,;]|$)", "to exit is to leave", "excited"),
    (r"\b(?:is|are|was|were|be|been|seems?|looks?|feels?|felt|not) (?P<at>quit) (?:able|happy|often|clear|good|hard|easy|sure|tired|upset|big|small|a (?:few|lot|while|bit|number))\b", "to quit is to leave", "quite"),
    (r"(?:, |\b(?:in|for|to|of|by|at|from|on) )(?P<at>witch) (?!hazel|costume|hat|doctor|story|film)[a-z]", "a “witch” casts spells", "which"),
    (r"(?<!\ba )(?<!\bthe )(?<!good )(?<!wicked )(?<!old )(?<!favourite )\b(?P<at>witch) (?:he|she|they|it|we|I|means|meant|makes?)\b", "a “witch” casts spells", "which"),
    (r"\b(?:can|cannot|can't|to|will|won't|would|wouldn't|doesn't|don't|didn't) (?P<at>were) (?:the|his|her|an?|any|their|them|it|shoes|socks|splints|glasses|clothes)\b", "“were” is the past of “are”", "wear"),
    (r"\b(?:gets?|got|getting|is|was|feels?|felt|very|so|too|easily|becomes?|became) (?P<at>board)(?= (?:in|with|when|at|and|easily|of|quickly|if|very)\b|[.,;]|$)", "a “board” is flat", "bored"),
    (r"\b(?:he|she|it|this|that|mum|dad|who|which) (?P<at>dose) (?:not|like|want|have|need|so|go|get|know)\b", "a “dose” is of medicine", "does"),
    (r"\b(?P<at>insure) (?:that|he|she|they|all|every\w*)\b", "to insure is against a loss", "ensure"),
    (r"\b(?P<at>stationary) (?:cupboard|shop|order|set|supplies|drawer|cabinet|box|items?)\b", "pens and paper are “stationery”", "stationery"),
    (r"\b(?P<at>stationery) (?:bike|bicycle|traffic|vehicle|car|object)s?\b", "what does not move is “stationary”", "stationary"),
    (r"\b(?:aware|proud|instead|in front|because|capable|fond|afraid|frightened|ashamed|lots|plenty|a couple|lack|consist\w*) (?P<at>off)\b(?!-)", "“off” stands for “of”", "of"),
    (r"\b(?:might|could|should|would|must|may) (?P<at>off) (?:been|had|done|gone|seen|come|got|taken|given|made|said|told|known|left|\w+ed)\b", "“off” stands for “have”", "have"),
    (r"\b(?:can|cannot|can't|can not) (?P<at>of) (?:been|had|done|gone|seen|come|got|taken|given|made|said|told|known|left|\w+ed)\b", "“of” stands for “have”", "have"),
    (r"\b(?:likes?|wants?|wanted|needs?|needed|wish|hopes?|get|got|come|came|wanting|wishing) to (?P<at>no) (?:more|about|him|her|them|what|how|if|when|where|people|each)\b", "“no” is not yes", "know"),
    (r"\b(?:go|goes|went|going|gone|came|comes|taken|takes|listen\w*|talk\w*|speaks?|spoke|moved|back|close|due|according|wants?|needs?) (?P<at>too) (?:the|his|her|their|my|our|school|bed|work|college|him|them|me|us)\b", "“too” is as well, or more than enough", "to"),
    (r"\b(?:his|her|their|the|my|these|those) (?P<at>to) (?:younger |older |little |big |half |other |best )?(?:brothers|sisters|sons|daughters|children|girls|boys|cousins|friends|carers|dogs|bedrooms)\b", "the number is “two”", "two"),
    (r"\b(?:in|for|about|after|every|last|over|within) (?P<at>to) (?:weeks|years|days|months|hours|minutes)\b", "the number is “two”", "two"),
    (r"\b(?:that|because|says?|said|think|thinks|know|sure) (?P<at>there) (?:(?:not|very|both|all|really|so) )?(?:happy|doing|getting|having|struggling|moving|worried|unhappy|tired|looking|coping|hoping|pleased|sorry|scared|waiting for)\b", "“there” is the place", "they're"),
    (r"\b(?:my|our|line|team|duty|service|practice|unit|home|care|the centre) (?P<at>mangers?)\b", "a “manger” holds hay", lambda word: "manager" + word[6:]),
    (r"\bbought (?:him|her|them|us|it|this|the (?:boys|girls|children|twins)) up\b(?! (?:a|an|the|some) )", "“bought” is paid for", lambda words: "brought" + words[6:]),
    (r"\b(?:would|do|does|did)(?:n't| not) have (?:the|any|much|enough) (?P<at>patients)\b(?! (?:list|records))", "those a doctor treats are “patients”", "patience"),
    (r"\b(?P<at>whose) (?:going to|coming to|been|always|looking after|not|got|an?)\b", "“whose” means belonging to whom", "who's"),
)  # fmt: skip
