"""Wrong forms of words and small words wrongly used, as patterns over a sentence's text."""

from advice_audit.language.grammar_lookalikes import Rule
from advice_audit.language.grammar_words import MANY_OF, ONE_OF, PARTICIPLES

_BASE = (
    "work|go|get|see|use|have|be|do|take|make|leave|sleep|eat|play|sit|stay|cook|wash|manage|attend|come|give|keep|tell|say|speak|"
    "recognise|happen|understand|refuse|become|join|share|cope|travel|walk|look"
)
_FORM = "the verb takes another form here"
_MISSING = "a word is missing"
_PREPOSITION = "another small word goes with this"
_SEVERAL = "several take another verb than one"
_STEMS = {"planning": "plan", "getting": "get", "sitting": "sit", "shopping": "shop", "swimming": "swim", "running": "run", "using": "use", "making": "make",
          "taking": "take", "managing": "manage", "choosing": "choose", "having": "have", "sharing": "share", "writing": "write"}  # fmt: skip
_PAST = {
    "took": "take", "went": "go", "came": "come", "saw": "see", "gave": "give", "ate": "eat", "wrote": "write", "spoke": "speak", "chose": "choose",
    "fell": "fall", "ran": "run", "began": "begin", "knew": "know", "felt": "feel", "got": "get", "made": "make", "told": "tell", "said": "say",
    "found": "find", "kept": "keep", "thought": "think", "slept": "sleep",
}  # fmt: skip


_OF_MANY_PEOPLE = "family|couple|group|team|number|pair|majority|lot|handful|class|staff|crew|few|range|set|variety|bit|series|bunch|gang|week|month|year|day|term|night|morning|evening|weekend|time|kind|sort|type"
_COUNTED = r"one|two|three|four|five|six|eight|ten|twelve|\d+|first|daily|weekly|short|more|extra"
_TO_WITHIN = (
    r"insight|transition|enquir\w+|inquir\w+|investigat\w+|research|looking|looked|turn(?:s|ed|ing)?|break(?:s|ing)?|broke|bump(?:s|ed)?|crash(?:es|ed)?|"
    r"divided|split|develop(?:s|ed)?|fall(?:s|ing)?|fell|revers(?:es|ed)|bang(?:s|ed)|ran|runs|climb(?:s|ed)"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


_NOUN_OF = {
    "apologise": "apology",
    "advise": "advice",
    "believe": "belief",
    "succeed": "success",
    "behave": "behaviour",
    "prove": "proof",
}
_ONES_PEOPLE = "sisters|brothers|mothers|fathers|mums|dads|nans|grans|nanas|cousins|friends|teachers|aunts|uncles|sons|daughters|carers"
_OWNED = "room|bedroom|car|flat|birthday|wedding|toys|clothes|hair|dog"
_SEVERAL_THINGS = (
    "visits|sessions|letters|meetings|calls|lessons|arms|legs|hands|parents|carers|notes|reports|records|benefits"
)


def _a(words: str) -> str:
    return words.replace(" ", " a ", 1)


def _to(words: str) -> str:
    return words.replace(" ", " to ", 1)


def _past_to_base(word: str) -> str:
    return _PAST[word.lower()]


def _past_to_done(word: str) -> str:
    return PARTICIPLES[word.lower()]


def _done_to_past(word: str) -> str:
    return next((past for past, done in PARTICIPLES.items() if done == word.lower()), f"has {word}")


def _ing_to_base(words: str) -> str:
    last = words.split(" ")[-1]
    return f"to {_STEMS.get(last, last.removesuffix('ing'))}"


def _of_many(word: str) -> str:
    return MANY_OF.get(word.lower(), word.removesuffix("s"))


_PLURALS = {
    "knifes": "knives", "wifes": "wives", "lifes": "lives", "halfs": "halves", "shelfs": "shelves", "loafs": "loaves", "tooths": "teeth",
    "childs": "child's", "mouses": "mice", "foots": "feet", "womans": "woman's", "sheeps": "sheep", "thiefs": "thieves",
    "tomatos": "tomatoes", "potatos": "potatoes", "childrens'": "children's",
}  # fmt: skip

FORMS: tuple[Rule, ...] = (
    (r"\b(?:there|he|she|it|they|this|that|which|who|we) (?P<at>maybe) (?:able|an?|the|some|no|too|worth|less|more|due|because|times|days|offered|needed|other|in need|at risk|asked|told|seen)\b", "as a verb it is two words", "may be"),
    (r"\b(?P<at>anymore) than\b", "before “than” it is two words", "any more"),
    (r"\b(?P<at>every day) (?:tasks?|life|things|activities|skills|living|objects|clothes|needs|items|sounds|noises|situations|words)\b", "before a noun it is one word", "everyday"),
    (r"\bon (?P<at>behave|behalve|behaf) of\b", "for somebody is “on behalf of”", "behalf"),
    (r"\b(?P<at>[A-Za-z]+'nt)\b", "the apostrophe stands where the o was", lambda word: word.replace("'nt", "n't")),
    (r"\bthe (?P<at>(?-i:[A-Z][a-z]+)'s) (?:have|are|were|live|do|both|all)\b", "several of a family take an s without an apostrophe", lambda word: word.replace("'", "")),
    (r"\b(?:for|to|with|at|and|in|of|on|but|,) (?P<at>its') ", "“its” needs no apostrophe", "its"),
    (r"\b(?P<at>knifes|wifes|lifes|halfs|shelfs|loafs|tooths|childs|mouses|foots|womans|sheeps|scarfs's|thiefs|tomatos|potatos|childrens'|peoples's)\b", "this is not how the word makes its plural", lambda word: _PLURALS.get(word.lower(), word)),
    (r"\b(?:hours?|years?|one|two|three|four|five|six) (?P<at>and half)\b", _MISSING, "and a half"),
    (r"(?:^|[.;:] |\b(?:that|because|until|when|once|if) )(?:the|his|her|their) [a-z]+ and (?:the|his|her|their) [a-z]+ (?P<at>is|was|has)\b", _SEVERAL, _of_many),
    (r"\b(?:[Ss]he|[Hh]e|[Mm]um|[Dd]ad) (?P<at>(?!that)[a-z]{3,}'s) (?:at|in|on|to|with|for|up|down|off|out|away|her|his)\b", "no apostrophe here", lambda word: word.replace("'", "")),
    (r"\bboth (?P<at>[a-z]{3,}'s)\b(?![^.;]* and\b)", "several take an s without an apostrophe", lambda word: word.replace("'", "")),
    (r"\b(?P<at>(?:once|twice) (?:fortnight|week|month|day|year|term))\b", _MISSING, _a),
    (rf"\b(?P<at>(?:able|tends?|tended|beginning|unable|willing|supposed) (?:{_BASE}))\b(?! ?-)", _MISSING, _to),
    (r"\b(?P<at>(?:appears?|seems?|appeared|seemed) (?:have|be))\b", _MISSING, _to),
    (r"\b(?:grown|grew|growing) (?P<at>out) (?:her|his|their|the) ", _MISSING, "out of"),
    (r"\b(?:frightened|afraid|scared) (?P<at>from)\b", _PREPOSITION, "of"),
    (r"\bresponsible (?P<at>of)\b", _PREPOSITION, "for"),
    (r"\bdependent (?P<at>of|from)\b", _PREPOSITION, "on"),
    (r"\b(?:lost|no|little|any|great|shows?|showed|takes?|took) (?:\w+ )?interest (?P<at>on)\b", _PREPOSITION, "in"),
    (r"\breluctant (?P<at>(?:at|in|on|for) [a-z]+ing)\b", _PREPOSITION, _ing_to_base),
    (r"\bcapable (?P<at>to)\b", _PREPOSITION, "of"),
    (r"\b(?:better|worse) (?P<at>of) (?:at|in|with|there|here|than|without|staying|living)\b", "the word here is “off”", "off"),
    (r"\b(?P<at>every body)\b(?! part)", "it is one word", "everybody"),
    (r"\b(?P<at>where as)\b", "it is one word", "whereas"),
    (r"\b(?:is|are|was|for|does?|with|the|her|his|of) (?P<at>house work)\b", "it is one word", "housework"),
    (r"\b(?:is|are|he|she) (?P<at>some times) (?:awake|late|sick|sad|left|not|up|out)\b", "it is one word", "sometimes"),
    (r"\b(?:become|be|feel|been) (?P<at>apart) of\b", "it is two words", "a part"),
    (r"\b(?:got|gets|getting|become|becomes|became|made (?:it|this|things|matters|him|her|them)) (?P<at>worst)\b(?! of)", "of two things it is “worse”", "worse"),
    (r"\b(?:to|can|will|could|would|should|may|might) (?P<at>chose)\b", _FORM, "choose"),
    (r"\b(?:has|have|had) (?P<at>lead) (?:to|the (?:family|group)|him|her|them|a|us)\b", "the past form is “led”", "led"),
    (rf"\b(?:has|have|having) (?:\w+ly |not |never )?(?P<at>{'|'.join(PARTICIPLES)})\b(?! (?:off and|on the)\b)", _FORM, _past_to_done),
    (r"\b(?:he|she|they|it) had (?P<at>took|tore|broke|wrote|spoke|chose|woke|drank|rang|began|stole|forgot|threw|swam|did)\b(?! not)", _FORM, _past_to_done),
    (r"\b(?:is|was|are|were|been|being|be) (?P<at>ran|took|broke|wrote|chose|drove|stole|tore|threw|ate|forgot)\b (?:by|to|from|in|on|with|at|for|every|each|out)\b", _FORM, _past_to_done),
    (rf"\b(?:did|does|do)(?: not|n't) (?P<at>{'|'.join(_PAST)})\b", _FORM, _past_to_base),
    (r"\b(?:help|support|enable|allow|encourage) (?:(?-i:[A-Z][a-z]+)|him|her|them) (?P<at>to (?:planning|going|making|getting|taking|using|cooking|washing|eating|sleeping|playing|talking|walking|travelling|managing|joining|attending|choosing|sharing))\b", _FORM, _ing_to_base),
    (r"\b(?P<at>more (?:stronger|calmer|happier|easier|harder|quieter|louder|faster|slower|safer|closer|healthier|busier|heavier|lighter))\b", "“more” is not needed", lambda words: words.split(" ")[-1]),
    (r"\b(?P<at>dependant) (?:on|upon)\b", "the describing word ends in -ent", "dependent"),
    (r"(?:^|[.;] |\bthat |\bbecause |\bbut )Mr and Mrs (?-i:[A-Z][\w'-]+) (?P<at>was|has|is|does)\b", _SEVERAL, _of_many),
    (r"(?:^|[.;,] |\bthat |\bbecause )(?:both |his |her |their |the )?parents (?P<at>reports|says|feels|wants|thinks|tells|agrees|describes|worries|hopes|knows|has|is|was|does)\b", _SEVERAL, _of_many),
    (r"(?:^|[.;] |\bthat |\bbecause |\bbut )(?:two|three|four|five|six|some|many|most|both|several|few) of (?:the|his|her|their|these|those|our) (?:\w+ )?[a-z]+[^s\W]s (?P<at>has|was|is|does)\b", _SEVERAL, _of_many),
    (r"(?:^|[.;] |\bthat |\bbecause |\bbut )(?:the|these|those|her|his|their) (?:\w+ )?(?:carers|sessions|visits|workers|brothers|sisters|neighbours|adaptations|appointments|meetings|seizures|friends|teachers) (?P<at>has|was|is|does)\b", _SEVERAL, _of_many),
    (r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|several|many) (?:older|younger|little|big|other|more|overnight|short|long|different) (?P<at>brother|sister|stay|visit|session|friend|cousin|dog|cat|night|week|break|boy|girl|carer)\b(?!['’-])", "several things take an s", lambda word: word + "s"),
    (r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|several) (?P<at>occasion|session|visit|month|year|week|night)\b(?= (?:because|since|between|and|in|on|each|at|with|when|before|for|until|from)\b|[.,;])", "several things take an s", lambda word: word + "s"),
    (r"\b(?:his|her|their|my|our) (?P<at>sons|daughters|uncles|aunts|stepdads|grandads) (?:behaviour|needs|van|car|room|bedroom|bed|house|flat|birthday|health|wedding|death|diagnosis|anxiety|autism|safety|shoulder|wheelchair|medication|teacher)\b", "the owner takes an apostrophe", lambda words: words[:-1] + "'s"),
    # Relative and comparing words.
    (r"(?:,|\band) (?:by|upon|with) (?P<at>who) (?=(?:he|she|they|it|we|the|his|her|their|a|an|much|all|most|(?-i:[A-Z][a-z]+)) )", "after a small word it is “whom”", "whom"),
    (r"\b(?:more|less|fewer) (?P<at>then) (?:you|he|she|they|we|it|I|the|his|her|their|my|our|one|two|three|four|five|six|ten|half|a|an|any|most|usual|\d+|this|that)\b", "“then” is about time", "than"),
    (r",? (?P<at>who['’]s) (?:[A-Za-z]+) (?:is|was|has|had|were|suffices|would|will|can|does|did)\b", "“who’s” means “who is”", "whose"),
    (rf"(?<!of )(?<!with )(?<!for )(?<!from )\b(?:a|an|this|that|another|every|each) (?!{_OF_MANY_PEOPLE})(?:[a-z]+[^s\W]) (?:that|which|who) (?P<at>do|have)\b (?!not? I)", "one takes another verb than several", lambda word: ONE_OF[word.lower()]),
    # Written in one or in two, with s or with c.
    (rf"\b(?:{_COUNTED}) (?P<at>practise) (?!and\b|at\b|in\b|on\b|it\b|with\b|the\b|his\b|her\b|their\b)[a-z]+", "the noun is spelt with c in British English", "practice"),
    (rf"\b(?:{_TO_WITHIN}) (?:\w+ ){{0,2}}?(?P<at>in to) (?:the|a|an|his|her|their|my|our|its|this|that|\w+ing)\b", "it is one word", "into"),
    (r"\bon (?P<at>(?:the )?(?!its|his|hers|ours|yours|theirs)[a-z]+s) (?:own )?behalf\b", "an apostrophe is missing", lambda words: words[:-1] + "'s"),
    # Days take “on”.
    (rf"\b(?:next|seen|visit(?:s|ed)?|met|meets?|meeting|starts?|started|begins?|began|booked|due|appointment|held|signed|reviewed) (?P<at>at|in) \d{{1,2}}(?:st|nd|rd|th)? (?-i:{_MONTHS})\b", _PREPOSITION, "on"),
    # Sounds alike, or one small word for another.
    (r"(?:^|[.;:,!?] ?|\b(?:and|but|because|that|when|if|so|says) )(?P<at>[Yy]our) (?:an?|the|not (?!\w+ing)|going|always|never|doing|getting|good at)\b(?! (?:own|best))", "“your” means belonging to you", "you're"),
    (r"\b(?:(?:goes|go|going|went|gone|back|get|gets|getting|bus|way|transport) to|sixth[- ]form|attend(?:s|ed|ing)?(?: the| her| his)?|which) (?P<at>collage)\b(?! (?:of|made|with|and paint))", "a collage is a picture", "college"),
    (r"\b(?P<at>collage) (?:courses?|places?|tutors?|lecturers?|days?|terms?|bus|transport|students?|placements?|staff|interview)\b", "a collage is a picture", "college"),
    (r"\b(?P<at>into to|onto to|to into)\b", "one of these words is left over", lambda words: max(words.split(), key=len)),
    (r"\b(?:was|were|been|is|being|be) (?P<at>red) (?:out|to|through|by|aloud|back)\b", "the word here is “read”", "read"),
    (r"\b(?:an|the|no|any|his|her|their) (?P<at>apologise|advise|believe|succeed|behave|prove)\b(?! (?:him|her|them|the|that|it|me|us|to|on|his|in|with|every|at|and))", "a noun is meant here", lambda word: _NOUN_OF[word.lower()]),
    (r"\b(?P<at>it['’]s) (?:effects?|impact|purpose|aims?|value|benefits?|costs?|size|staff|members?|doors?|rules|limits?|readers?|users?|lid|plan|owner|entrance|waiting list|wheels)\b(?! (?:of|and|is|who|that|which))", "“it's” means “it is”", "its"),
    (rf"\b(?:his|her|their|my|our|your) (?P<at>{_ONES_PEOPLE}) (?:{_OWNED})\b(?! (?:him|her|them|together))", "an apostrophe is missing", lambda word: word[:-1] + "'s"),
    (r"\b(?:mean|kind|nice|rude|polite|unkind|cruel|gentle|close|near|next|used|due|according|thanks|similar|attached|allergic|listens?|talks|talked|talking|belongs?|spoke|speak|speaks) (?P<at>too) (?:him|her|me|them|us|his|their|the|smaller|other|others|people|staff|those|younger|an?|my|our|your|(?-i:[A-Z][a-z]+))\b", "“too” means also, or more than enough", "to"),
    (r"\b(?:entitle[sd]?|leads?|led|introduced|refer(?:s|red)|invited|taken|took|brought) (?:him|her|them|it|us|me) (?P<at>too) (?:an?|the|his|her|their|our|one|two|another)\b", "“too” means also, or more than enough", "to"),
    (r"\b(?:(?-i:[A-Z][a-z]+)|he|she|they|I|we|you|who|to|and|it|not) (?:steps?|stepped|jumps?|jumped|falls?|fell|climbs?|gets?|got|runs?|ran|slides?|slid|rolls?|rolled|goes|comes) (?P<at>of) (?:the|a|his|her|their|one) (?:kerb|bus|chair|sofa|bed|swing|wall|stairs?|step|table|settee|seat|pavement|edge|trampoline|bike|road|train|roof|pony|horse|ladder|platform|bunk)\b", "the word here is “off”", "off"),
    (r"\b(?:goes|going|went|go) (?P<at>of)(?=[.,;:]| (?:and|when|in|at|every|by|again|with|to)\b)", "the word here is “off”", "off"),
    # Forms of verbs.
    (r"\b(?:(?-i:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Mm]um|[Dd]ad)) (?P<at>rung|sung|swum|begun|drunk|shrunk|sunk|done|seen|taken|given|broken|written|woken|eaten|fallen|forgotten|driven|known|grown|thrown|shaken|chosen|stolen|torn|hidden|ridden|risen|spoken|bitten) (?:the|a|an|his|her|their|my|our|up|down|off|out|on|to|at|with|into|away|me|him|it|us|them)\b", _FORM, _done_to_past),
    (r"(?:^|[.;:] |, |\b(?:that|because|until|when|once|as|since|which|where|if|what|while|whom) )(?:Mr|Mrs|Ms|Miss|Dr) (?-i:[A-Z][\w'’-]+) (?P<at>have|are|do|were)\b", "one takes another verb than several", lambda word: ONE_OF[word.lower()]),
    (rf"(?:^|[.;:] |\b(?:that|because|until|when|once|where|and) )(?:\w+ )?(?:{_SEVERAL_THINGS}) (?:about|of|to|from|with|for|in|on|at|by) (?:the |his |her |their |a |an |that |this )?\w+ (?P<at>was|is|has)\b", _SEVERAL, _of_many),
)  # fmt: skip
