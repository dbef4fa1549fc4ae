"""Signs in an outcome: a change or a service, and each SMART letter with the words that satisfy it."""

from datetime import date

from spacy.tokens import Doc, Span

from advice_audit.checks.patterns import Table, counts, filled, table, unit_text
from advice_audit.language.canonical import spans_of

_N = r"(?:\d+(?:[.,:]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|half|once|twice|a dozen)"
_WORKER = (
    r"(?:worker|practitioner|mentor|adviser|advisor|therapist|carer support|support|help(?:ed|ing)? (?:from|by|of)|service|team|hub|scheme|programme|course|sessions?|group|club|coach|tutor|nurse|helper|assistant|visitor|"
    r"plan (?:made|agreed|drawn|that)|chart|cards?|timer|pictures?|visual|alarm|equipment|rail|hoist|chair|ramp|loan|harness|watch|diary|story|stories|book|script|steps|practis\w+|practice|rehears\w+|taught|teach\w*|"
    r"showing|shown|trained?|training|learn(?:s|ed|t|ing)? (?:with|from|how)|strategies|routine|advice|direct payments?|funded|respite|short break|overnight|befriender|buddy|key ?worker|psychologist|"
    r"family group conference|carers|outreach|pa\b|personal assistant|fsw|sw\b|uturn|swift|step\b|smash|aiming high|youth engagement|early help|family service|arranged|agreed with|set up|made with|lent|using|use of|by means of|"
    r"through|with (?:the|his|her|their|a|an|two|three) [\w-]+)"
)
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
PATTERNS = table(
    by_date=rf"\b(?:by|before|until|till|from|at|as at|not later than|no later than|on|in|for|come|to|end of|close of|review\w*|since|up to|over)\b[^.;|]{{0,40}}(?:\b{_MONTH}\b|\b20\d\d\b|\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?|"
    r"easter|christmas|half[- ]term|summer|autumn|spring|winter|michaelmas|diwali|eid|birthday|(?:next|annual) review|end of (?:the )?(?:term|year|school year|academic year))",
    date=rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}\b(?: \d{{2,4}}\b)?|\b\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\b|\b20\d\d\b",
    season=r"\b(?:easter|christmas|half[- ]term|(?:the )?(?:end of|this|next) (?:the )?(?:summer|autumn|spring|winter|term|year|month)|michaelmas|(?:summer|autumn|spring) term|next review|by (?:his|her|their) \w+ birthday|turns? \d+|"
    r"within (?:\w+ )?(?:weeks?|months?|year)|in (?:\w+ )?(?:weeks|months)(?:'| )|for (?:\w+ )?(?:weeks|months) (?:running|in a row))",
    vague_time=r"\b(?:one day|some day|eventually|in (?:the )?(?:future|time|due course)|when (?:he|she|they)(?:'s|'re| is| are)? (?:older|grown|an adult|left)|as an adult|grown[- ]up|long[- ]term|soon|ongoing|for the rest of)\b",
    count=rf"\b{_N}\b",
    rate=rf"\b{_N} (?:\w+ )?(?:a|an|per|each|every|in|out of|of|or more|to)\b|\b(?:every|each|most|daily|weekly|nightly|fortnightly|monthly)\b|\bonce\b|\btwice\b|\bno (?:more|fewer|less) than\b|\bat least\b|\bup to\b",
    seen=r"\b(?:keeps?|puts?|holds?|walks?|sits?|eats?|sleeps?|asleep|wakes?|goes|washes|dresses|brushes|pays?|buys?|cooks?|makes?|takes?|tells?|shows?|asks?|points?|signs?|stays?|stays? in|crosses|gets? (?:on|off|up|out|home|dressed|to)|comes? (?:home|back|out)|plays?|"
    r"joins?|chooses|rings?|calls?|uses?|opens?|shuts?|leaves?|moves?|reads?|says?|travels?|rides?|swims?|meets?|visits?|sees?|home by|in bed|in (?:his|her|their) own|dry|clean|fitted|without|nobody|no one|never|always|free of|passes|spends?|"
    r"attends?|receives?|completes?|has had|have had|will have|is (?:washed|dressed|lifted|met))\b",
    soft=r"\b(?:better|improve[sd]?|improv\w+|increase\w*|reduc\w+|more|less|fewer|enhance\w*|develop\w*|progress|positive|support(?:ed)? (?:with|to)|manage\w*|cope\w*|copes|regulat\w+|calmer|happier|safer|confident|confidence|settled|easier|gentler|closer|"
    r"independen\w+|resilien\w+|self-esteem|wellbeing|well-being|engag\w+|access\w*|opportunit\w+|appropriate\w*|understand\w*|feel\w*|able to|good enough|stable|stability|healthy|healthier|stronger|peaceful|tense|stress\w*)\b",
    absolute=r"\b(?:never|always|all the time|at all times|every (?:single )?(?:time|day of|night of|situation|occasion|moment)|completely|totally|fully|entirely|whatsoever|no (?:risk|worry|worries|anxiety|fear|need)|cured?|any (?:risk|kind)|perfect(?:ly)?|"
    r"everything|everyone|everybody|for ever|forever|for good|again|nothing|ever|zero|100 ?%|not once|at no (?:time|point)|wherever|whatever|without exception|under any circumstances|rest of (?:his|her|their) life|in every|no longer (?:have|be|need) any)\b",
    never=r"\b(?:never|always)\b",
    support=rf"\b{_WORKER}\b",
    with_person=r"\bwith (?:(?:his|her|their|the|a|an|some|one) )?(?:\w+ ){0,3}(?:worker|practitioner|mentor|therapist|team|service|mum|dad|mother|father|parents?|carers?|helper|support|brother|sister|aunt|uncle|gran|nan)\b",
    having=r"\b(?:having|once|after|because|using|through|via|thanks to|so long as|by (?:\w+ing)|with|when|if|as)\b",
    so_that=r"\b(?:so that|so (?:he|she|they|the|that|mum|dad|his|her)|in order (?:that|to)|which (?:will|means)|and (?:feels?|says?|enjoys?|is|can|has)|instead of|rather than|not|no longer)\b",
    place=r"\b(?:at (?:home|the|his|her|nan's|gran's|mum's|dad's|tea|bedtime|night|school|weekends)|in (?:the|town|bed|his|her|their|a|an)|on (?:the|his|her|a)|to (?:the|town|school|bed)|outside|inside|park|shops?|supermarket|kitchen|bath|road|street|house|bus|"
    r"garden|car|table|club|mosque|church|door|stairs)\b",
    attend=r"\b(?:attend\w*|access\w*|receiv\w*|engage[sd]? (?:with|in)|engaging|participat\w*|take part|join\w*|be (?:offered|referred|allocated|provided|given|enrolled|registered|a member)|complete[sd]?|(?:to )?have (?:a|an|access|the|his|her|\d+|one|two|"
    r"some|more|weekly)|get(?:s)? (?:a|an|his|her|the) (?:place|worker|mentor|assessment)|go(?:es)? to|going to|is at|are at|signed up|sessions?|a place|referral|referred|provided|provision|services?|package|hours|direct payments?|respite|short breaks?|"
    r"course|programme|scheme|club|group|assessment|to do|do a|linked|allocated|bought|opportunit\w+|work with|see (?:his|her|the|a) \w*(?:worker|therapist|counsellor|mentor)|keep seeing|carry on (?:at|with)|continue (?:to attend|with|at))\b",
    head_service=r"^\W*(?:(?:for )?[\w' ]{0,40}?\b(?:to|will|shall)\b (?:\w+ )?(?:attend|access|receive|engage|participate|join|complete|have access|be (?:offered|referred|allocated|provided|given|enrolled|registered)|have (?:a|an|one|two|\d+|weekly)|get a|do|go to|"
    r"see|keep|carry on|continue)|(?:attend|access|receive|engag|referral|provision|direct payments?|\d+ (?:hours|sessions|visits|days|nights)|respite|short breaks?|weekly|a (?:place|referral|worker|bed|course|weekly)|ten|twelve|six|eight))",
    dream=r"\b(?:would like to|wants? to (?:be|become|live|have|work)|dream\w*|one day|when (?:he|she|they)(?:'s|'re| is| are)? (?:older|grown)|to be(?:come)? a|becomes? an?|a job|career|own (?:flat|home|house|place)|married|children of|university|employ\w+|"
    r"happy (?:life|adult)|full and|fulfil\w*|meaningful life|independent life|live independently|work(?:s|ing)? (?:in|as|with)|move to|earn|professional|grown up|adulthood|future|wish|hope[sd]?|drive|pilot|engineer|chef|famous|own (?:business|salon|shop))\b",
    feeling=r"\b(?:feels?|happy|happier|enjoy\w*|proud|lonely|calm\w*|safe\w*|confiden\w+|worr\w+|tired|rest(?:ed)?|cheerful|frightened|afraid|ashamed|belong\w*|friend\w*|trust\w*|relax\w*)\b",
    keeps=r"\b(?:continues? to|stays? able|still|keeps? (?:his|her|up|on)|remain\w*|maintain\w*)\b",
    change_words=r"\b(?:from \w+ to|down to|up to|instead of|rather than|no longer|not \w+ing|where now|at present|compared|fewer than|less than|more than|no more than|will be able|can|without|by (?:himself|herself|themselves)|on (?:his|her|their) own|alone|independently)\b",
    infinitive=r"^\W*(?:to|for)\b",
    will=r"\b(?:will|'ll|shall|is able|are able|can)\b",
    noun_only=r"^[^.;|]{0,60}$",
    placeholder=r"\b(?:tbc|tbd|not yet agreed|to be (?:agreed|confirmed))\b|\.\.\.|xx+",
)


def letter_cues(unit: Span) -> dict[str, float]:
    """Return the signs in an outcome, all its cells taken together.

    Args:
        unit: an outcome, with its cells and columns.
    """
    text = unit_text(unit)
    first = text.split("|")[0]
    cues = counts(text, PATTERNS, most=3)
    cues |= {f"main_{name}": 1.0 for name in counts(first, _MAIN, most=1)}
    inside = [t for t in spans_of(unit.doc, "times") if unit.start <= t.start < unit.end]
    for label in ("deadline", "date", "frequency", "duration", "age"):
        if number := sum(t.label_ == label for t in inside):
            cues[f"time_{label}"] = min(float(number), 2.0)
    services = (
        [s for s in spans_of(unit.doc, "services") if unit.start <= s.start < unit.end]
        if "services" in unit.doc.spans
        else []
    )
    cues["services"] = min(len(services), 2.0)
    people = (
        [p.label_ for p in spans_of(unit.doc, "people") if unit.start <= p.start < unit.end]
        if "people" in unit.doc.spans
        else []
    )
    cues["professional"] = float("professional" in people)
    cues["words"] = min(len(unit), 60) / 30
    cues["few_words"] = float(len(unit) < 9)
    cues["main_words"] = min(len(unit._.cells[0]), 40) / 20
    cues |= _columns(unit)
    cues |= _head(unit._.quote)
    cues["future"] = _reach(unit.doc, inside)
    return cues


_MAIN = Table(
    (name, PATTERNS[name])
    for name in (
        "attend",
        "soft",
        "seen",
        "count",
        "rate",
        "absolute",
        "support",
        "dream",
        "so_that",
        "by_date",
        "head_service",
        "place",
    )
)
_COLUMNS = table(
    steps=r"step|how|support|help|who|action|what (?:will|we)|provision|service",
    when=r"when|date|by\b|review|deadline|timescale|time",
    measure=r"measure|success|know|evidence|look like|tell",
)


def _columns(unit: Span) -> dict[str, float]:
    cues: dict[str, float] = {}
    for cell, header in zip(unit._.cells[1:], unit._.columns[1:], strict=True):
        for name in counts(header, _COLUMNS, most=1):
            cues[f"column_{name}"] = 1.0 if filled(cell) else -1.0
    others = [c for c in unit._.cells[1:]]
    cues["other_cell"] = float(any(filled(c) for c in others))
    cues["empty_cell"] = float(bool(others) and not all(filled(c) for c in others))
    return cues


def _head(span: Span) -> dict[str, float]:
    """Return the class of the verb that heads the outcome."""
    cues: dict[str, float] = {}
    for sentence in span.sents:
        root = sentence.root
        tokens = [root, *(c for c in root.children if c.dep_ in ("xcomp", "ccomp", "conj"))][:3]
        for number, token in enumerate(tokens):
            lemma = token.lemma_.lower()
            for name, lemmas in _HEADS.items():
                if lemma in lemmas:
                    cues[f"head_{name}" if number == 0 else f"next_{name}"] = 1.0
        cues["head_noun"] = float(root.pos_ in ("NOUN", "PROPN"))
        cues["head_adjective"] = float(root.pos_ in ("ADJ", "ADV"))
        break
    return cues


_HEADS = {
    "service": frozenset(
        [
            "attend",
            "access",
            "receive",
            "engage",
            "participate",
            "join",
            "complete",
            "offer",
            "refer",
            "allocate",
            "provide",
            "enrol",
            "register",
            "buy",
        ]
    ),
    "feel": frozenset(["feel", "enjoy", "like", "want", "hope", "wish", "worry", "trust", "love"]),
    "grow": frozenset(
        [
            "improve",
            "increase",
            "reduce",
            "develop",
            "enhance",
            "decrease",
            "progress",
            "manage",
            "cope",
            "regulate",
            "gain",
            "build",
        ]
    ),
    "do": frozenset(
        [
            "go",
            "walk",
            "sit",
            "eat",
            "sleep",
            "wash",
            "dress",
            "brush",
            "pay",
            "buy",
            "cook",
            "make",
            "take",
            "tell",
            "show",
            "ask",
            "point",
            "sign",
            "stay",
            "cross",
            "come",
            "play",
            "choose",
            "ring",
            "call",
            "use",
            "open",
            "shut",
            "leave",
            "move",
            "read",
            "say",
            "travel",
            "ride",
            "swim",
            "meet",
            "visit",
            "see",
            "keep",
            "hold",
            "put",
            "get",
            "spend",
            "help",
            "carry",
            "answer",
            "wear",
            "wake",
        ]
    ),
    "be": frozenset({"be", "have", "become"}),
}


def _reach(doc: Doc, times: list[Span]) -> float:
    """Return 1 for an outcome whose latest date lies over two years ahead, which is an aspiration's distance."""
    facts = doc._.facts
    today = facts.completed if facts is not None else None
    days = [t._.value for t in times if isinstance(t._.value, date)]
    if today is None or not days:
        return 0.0
    return float((max(days) - today).days > 730)
