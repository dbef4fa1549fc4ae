"""Still more words written for others that sound or look alike, as patterns over a sentence's text.

As in `grammar_lookalikes`, each pattern names the words beside which only the other word can stand.
"""

from advice_audit.language.grammar_lookalikes import Rule

_FROM = "a “form” is filled in"
_HEAR = "“here” is the place"
_WHETHER = "rain and sun are the “weather”"
_WHERE = "“were” is the past of “are”"
_THROUGH = "“threw” is the past of “throw”"
_WHO = r"(?:he|she|they|it|we|his|her|their|mum|dad|the|a|an|this|there|(?-i:[A-Z][a-z]+))"

_PLURALS = {
    "knifes": "knives", "wifes": "wives", "lifes": "lives", "halfs": "halves", "shelfs": "shelves", "loafs": "loaves", "tooths": "teeth",
    "childs": "child's", "mouses": "mice", "foots": "feet", "womans": "woman's", "sheeps": "sheep", "thiefs": "thieves",
    "tomatos": "tomatoes", "potatos": "potatoes", "childrens'": "children's",
}  # fmt: skip

CONFUSED: tuple[Rule, ...] = (
    (r"\b(?:to|will|can|must|would|could|should) (?P<at>except) (?:that|it|the|his|her|their|a|any|this|help|being|change|support)\b(?! (?:when|where|for)\b)", "“except” leaves out", "accept"),
    (r"\b(?:everything|everyone|everybody|anything|anyone|nothing|nobody|no one|all of the family|all) (?P<at>accept) (?:the|for|his|her|a|one|on|when|dad|mum|anything|that|in|at|bread|\w+s)\b", "to “accept” is to take", "except"),
    (r"\b(?:would|strongly|to|i|we|will|also|can) (?P<at>advice) (?:that|him|her|them|mum|dad|the family|on|against|you|me|us)\b", "the verb is spelt with s", "advise"),
    (r"\b(?:weekly|short|regular|monthly|lunch|much-needed|respite|well-earned|carers?'?s?'?|summer|half-term) (?P<at>brake)\b", "a rest is a “break”", "break"),
    (r"\b(?:is|are|was|were|be|being|far|bit|much) (?P<at>to lose)\b(?= (?:and|for|on|now|so)\b|[.,;])", "“lose” is to have no longer", "too loose"),
    (r"\b(?:do|does|did|doing|done|try|tried|trying) (?P<at>there|they're) best\b", "“there” is the place", "their"),
    (r"\b(?:that|said|says|because|so|but|if|when|think|feel|know) (?P<at>their) (?:happy to|tired of|worried (?:about|that)|going to|struggling to|willing to|able to|unable to|keen to|trying to|coping|getting|coming to|looking for)\b", "“their” means belonging to them", "they're"),
    (r"\b(?:hours|alone|plays?|sits?|goes|stays?|walks?|eats?|sleeps?|all) (?P<at>buy) (?:him|her|them|it)sel(?:f|ves)\b", "to “buy” is to pay for", "by"),
    (rf"\b(?:did|does|do|will|would|can|could|to|i|we|never|nice to|good to) (?:not )?(?P<at>here) (?:from|about|that|what|how|him|her|them|{_WHO} \w+ing|(?-i:[A-Z][a-z]+) \w+ing)\b", _HEAR, "hear"),
    (rf"\b(?:about|ask(?:ed|s)?|know|knows|decide|see|check|clear|sure|unsure|wonder(?:s|ed)?|discuss(?:ed)?|considered?|agree|certain) (?P<at>weather) (?:{_WHO}|or|to)\b", _WHETHER, "whether"),
    (r"\b(?:put|puts|putting|bear|bears|bearing|carry|carrying) (?:any |her |his |full |more |much |some )?(?P<at>wait) (?:on|through)\b", "what one weighs is “weight”", "weight"),
    (r"\b(?:should|not|to|can|cannot|could|or) (?P<at>bare) (?:any |full )?(?:weight|the weight|the noise|being|to be|it|to)\b", "uncovered is “bare”", "bear"),
    (r"\b(?:a|the|his|her|their|this|that) (?P<at>hole) (?:morning|day|night|week|weekend|afternoon|family|house(?:hold)?|class|time|school|evening|year|month|thing|of (?:the|his|her) (?:family|day|week|school))\b", "an opening is a “hole”", "whole"),
    (rf"\b(?:idea|know|knows|knowing|sure|unsure|remember|remembers|forgets?|understand|told me|shows? me) (?P<at>were) (?:to|{_WHO})\b", _WHERE, "where"),
    (r"\b(?:climb|climbs|climbed|goes|went|come|comes|came|gets?|got|fell|falls?|runs?|ran|walks?|walked|passe[sd]|looks?|looked|all the way) (?P<at>threw) (?:the|a|it|his|her|their|every|most|to)\b", _THROUGH, "through"),
    (r"\b(?:sleeps?|slept|gets?|got|goes|went|going|come|came|comes|sat|sits?|all the way|walks?|walked|halfway|half way|right|looked|read|made it) (?P<at>though|tough|thorough) (?:the|a|most|his|her|their|it|until|to|without)\b", "the word here is “through”", "through"),
    (r"(?<!\bnot )\b(?P<at>too) (?:phone calls|home visits|of (?:the|his|her|them)|weeks|days|hours|nights|times a|visits|sessions|sisters|brothers|adults|children|boys|girls|evenings|mornings|workers)\b", "the number is “two”", "two"),
    (r"\b(?:of|with|has had|have had|had|by|after|from|are|is|were) (?P<at>to) many\b", "the word for more than enough is “too”", "too"),
    (r"\b(?:fastened|tied|spoken|fitted|holds?|held|arrived?s?|came|comes|goes|went|gone|talks?|runs?|walks?|drives?|eats?|is|was|are|were|sits?) (?P<at>to) (?:loosely|tightly|quickly|slowly|loudly|quietly|closely|often|late|early|much)\b(?! (?:or|help|years|intervention)\b)", "the word for more than enough is “too”", "too"),
    (r"\b(?:was|were|is|been|be|being) (?P<at>red) (?:through|out|to|by|aloud|over)\b", "red is the colour", "read"),
    (r"\b(?:there|he|she|it|they|this|that|which|who|we) (?P<at>maybe) (?:able|an?|the|some|no|too|worth|less|more|due|because|times|days|offered|needed|other|in need|at risk|asked|told|seen)\b", "as a verb it is two words", "may be"),
    (r"\b(?P<at>anymore) than\b", "before “than” it is two words", "any more"),
    (r"\b(?P<at>every day) (?:tasks?|life|things|activities|skills|living|objects|clothes|needs|items|sounds|noises|situations|words)\b", "before a noun it is one word", "everyday"),
    (r"\bon (?P<at>behave|behalve|behaf) of\b", "for somebody is “on behalf of”", "behalf"),
    (r"\b(?:moved|came|comes?|transferred|returned|travels?|apart|benefits?|takes?|taken|took|recover\w*|protect\w*|results?|free|discharged|excluded|removed|separated|moving|escaped?|ran|start\w*|beside her|beside him|steps?|straight|borrowed|learn\w*) (?P<at>form) (?!of\b|a\b|and\b|is\b|was\b|for\b|to\b|at\b|by\b|has\b)(?:[A-Z]?[a-z]+)", _FROM, "from"),
    (r"\b(?:explained|showed|told|shows|described|learnt|learns|understands?)(?: to)?(?: me| us| him| her)? (?P<at>who) (?:he|she|they) (?:gets? \w+ (?:into|out|to)|copes?|manages?|feels|sleeps|eats|travels)\b", "the word here is “how”", "how"),
    (r"\b(?P<at>[A-Za-z]+'nt)\b", "the apostrophe stands where the o was", lambda word: word.replace("'nt", "n't")),
    (r"\bthe (?P<at>(?-i:[A-Z][a-z]+)'s) (?:have|are|were|live|do|both|all)\b", "several of a family take an s without an apostrophe", lambda word: word.replace("'", "")),
    (r"\b(?:a|an|no|little|some|marked|real|any|the opposite|its|knock-on|big|huge|good|bad|lasting) (?P<at>affect) (?:on|upon)\b", "the noun is “effect”", "effect"),
    (r"\b(?:school|head|college|class|deputy|the|new|vice)(?:'s)? (?P<at>principle) (?:telephoned|rang|told|said|says|wrote|has|is|was|reports?|reported|and|at)\b", "the head of a school is the “principal”", "principal"),
    (r"\b(?:is|was|are|were|be|becomes?|often|very|so|too|stays?) (?P<at>quite)(?= (?:and|with|when|or)\b|[.,;])", "making no noise is “quiet”", "quiet"),
    (r"\b(?:has|have|had|having|been|who has|that has|be) (?P<at>lead) (?:the|a|an|to|by|her|him|them|his|on|from|this)\b", "the past of “lead” is “led”", "led"),
    (r"\b(?:in|over|during|for|of|on) the (?P<at>passed) (?:\w+ )?(?:years?|months?|weeks?|terms?|days?|summer|winter)\b", "what is gone is “past”", "past"),
    (r"\b(?:away|further|farther|rather|other|better|worse|less|more|later|earlier|older|younger) (?P<at>then) (?:they|he|she|it|before|a|his|her|any|most|other|usual|we|i)\b(?! (?:will|would|could))", "“then” is about time", "than"),
    (r"\b(?:and|just|back|but|only|until) (?P<at>than) (?:he|she|they|it|we|i|the|mum|dad|has|had|goes|went|came|comes|to|(?-i:[A-Z][a-z]+)) (?!did\b|does\b|was\b|had\b)", "“than” compares", "then"),
    (r"\bthunder(?:storms)? and (?P<at>lightening)\b", "the flash is “lightning”", "lightning"),
    (r"\b(?P<at>formerly) (?:inviting|invited|asked|asking|told|requested|closed|opened|made|complained|assessed)\b", "by the rules is “formally”", "formally"),
    (r"\b(?P<at>formally) (?:of|known|called|living|lived)\b", "in former times is “formerly”", "formerly"),
    (r"\b(?:to|can|could|will|would|able to) (?P<at>illicit) (?:a|an|the|any|his|her|their|views|responses?|some|from)\b", "against the law is “illicit”", "elicit"),
    (r"\b(?:is|are|was|be) (?P<at>eminent)(?= (?:that|and|risk)\b|[.,;]|$)", "about to happen is “imminent”", "imminent"),
    (r"\b(?P<at>compliments?) (?:each other|one another) (?:well|nicely)\b", "to go well together is to “complement”", lambda word: word.replace("i", "e", 1)),
    (r"\b(?:is|are|was|were|been|very|so|rather|quite) (?P<at>weary) of (?:dogs|strangers|men|new people|the road|deep water|cats|cars|traffic)\b", "to take care with is to be “wary”", "wary"),
    (r"\b(?:is|are|was|were|been|very|so) (?P<at>wary) (?:by the end|at the end|all the time|after|from|and tired)\b", "tired is “weary”", "weary"),
    (r"\b(?:out of|his|her|their|own|school|new|outdoor|winter|summer) (?P<at>cloths)\b", "what one wears are “clothes”", "clothes"),
    (r"\b(?:cannot|can't|couldn't|could not|unable to|not able to|struggles? to|helps? (?:him|her|them)(?: to)?) (?P<at>assess) (?:the (?:garden|community|bathroom|kitchen|stairs|building|internet|club|group|pool|park|shops?|toilet|upstairs|bus)|public|services|education|short breaks|activities|leisure|support|the support)\b", "to reach is to “access”", "access"),
    (r"\b(?:is|are|be|was|very|more|and) (?P<at>discrete) (?:when|about)\b", "careful not to be seen is “discreet”", "discreet"),
    (r"\b(?:will|to|would|can|could) (?P<at>council) (?:the|him|her|them|mum|dad|parents|families|young)\b", "to advise is to “counsel”", "counsel"),
    (r"\b(?:local|town|the|county|city|borough) (?P<at>counsel) (?:offices?|house|flat|tax|tenancy|team|worker|has|is|pays|housing|tenants?|estate|property)\b", "those who run a town are the “council”", "council"),
    (r"\b(?:council|building|camp|caravan|traveller|school|permanent|official|same) (?P<at>sight)\b(?! (?:loss|test|problem|impairment|needs|is|was|has))", "a place is a “site”", "site"),
    (r"\b(?:on|some|paper,|of|her|his|school|new) (?P<at>stationary) (?:that|and|for|items|from|at|which)\b", "paper and pens are “stationery”", "stationery"),
    (r"\b(?:to|will|would|can|could) (?P<at>relief) (?:him|her|them|the|his|her|mum|dad|some|pressure|stress|pain)\b", "the verb is “relieve”", "relieve"),
    (r"\b(?:a|this|his|her|strong|firm|shared) (?P<at>believe)\b(?= (?:in|that|is|of|was)\b|[.,;]|$)", "the noun is “belief”", "belief"),
    (r"\b(?P<at>prof) (?:that|how|to|what)\b", "the verb is “prove”", "prove"),
    (r"\b(?:the|a|short|first|this|brief|six-week|month's) (?P<at>trail) (?:of (?:respite|weekend|medication|melatonin|the|a|direct|short|overnight|support|unsupervised|travel)|period|session)\b", "to try out is a “trial”", "trial"),
    (r"\b(?:a|sleep|home|school|food|seizure|behaviour|contact|her|his|the) (?P<at>dairy) (?:in which|that (?:shows?|records?|was)|which (?:shows?|records?)|shows?|records?|entries|entry|says)\b", "what one writes in is a “diary”", "diary"),
    (r"\b(?P<at>personnel) (?:care|adviser|assistant|hygiene|space|budget|history|belongings|safety|items|details|information|circumstances)\b", "one's own is “personal”", "personal"),
    (r"\b(?:whose|he's|she's|worker|teacher|nurse|carer|adviser|brother|sister|cousin|friend|uncle|aunt|(?-i:[A-Z][a-z]+),?) (?P<at>whose) (?:at|in|on|now|not|been|always|also|going|coming|living|working|away|only|just|very|still)\b", "“whose” means belonging to whom", "who's"),
    (r"\bhalf-\w+ (?P<at>whose) (?:at|in|on|now)\b", "“whose” means belonging to whom", "who's"),
    (r"\b(?:for|to|with|at|and|in|of|on|but|,) (?P<at>its') ", "“its” needs no apostrophe", "its"),
    (r"\b(?P<at>knifes|wifes|lifes|halfs|shelfs|loafs|tooths|childs|mouses|foots|womans|sheeps|scarfs's|thiefs|tomatos|potatos|childrens'|peoples's)\b", "this is not how the word makes its plural", lambda word: _PLURALS.get(word.lower(), word)),
)  # fmt: skip
