"""Signs that somebody or some paper stands behind a need."""

import re

from spacy.tokens import Span

from advice_audit.checks.needs._units import QUESTIONS, answers, owned, sentences
from advice_audit.checks.patterns import counts, plain, table, unit_text
from advice_audit.language.canonical import spans_of, words_of
from advice_audit.language.voice_lexicon import CARER_NOUNS, DOCUMENT_NOUNS, PROFESSIONAL_NOUNS

_CARERS = "|".join(sorted((re.escape(w) for w in CARER_NOUNS), key=len, reverse=True))
_STAFF = "|".join(
    sorted(
        (re.escape(w) for w in PROFESSIONAL_NOUNS - {"provision", "placement", "support-worker"}), key=len, reverse=True
    )
)
_PAPERS = "|".join(
    sorted(
        (
            re.escape(w)
            for w in (DOCUMENT_NOUNS - {"plan", "form", "history", "entry", "system", "profile"})
            | {
                "tally",
                "video",
                "map",
                "scale",
                "count",
                "tracker",
                "app",
                "cctv",
                "register",
                "calendar",
                "sheet",
                "sheets",
                "book",
                "notebook",
                "statements",
                "messages",
                "readings",
            }
        ),
        key=len,
        reverse=True,
    )
)
_WHO = rf"(?:(?:{_CARERS}|{_STAFF}|brother|sister|sibling|neighbour|friend|landlord|landlady|flatmates?|both|he|she|they|i|we|who|himself|herself|themself|themselves|writer)|(?-i:[A-Z][\w'-]+))"
_SAY = (
    r"(?:said|(?:tells|told)(?! (?:other|others|people|strangers|anyone|anybody|everyone|everybody|nobody|no one|boys|girls|men|them|lies|stories|tales|fibs|untruths|whoever)\b)|report(?:s|ed)?|states?|stated|describe[sd]?|explain(?:s|ed)?|confirm(?:s|ed)?|note[sd]?|"
    r"observe[sd]?|notice[sd]?|record(?:s|ed)?|advise[sd]?|share[sd] (?:that|with)|inform(?:s|ed)?|disclose[sd]?|identif(?:y|ies|ied)|acknowledge[sd]?|"
    r"attests?|attested|relate[sd]|recounts?|recounted|calculate[sd]?|reckon(?:s|ed)?|estimate[sd]?|believe[sd]?|consider(?:s|ed)?|"
    r"mention(?:s|ed)?|agree[sd]?|admit(?:s|ted)?|indicate[sd]?|evidence[sd]|witnessed|log(?:s|ged)|measured|timed|saw|watched|worr(?:y|ies) (?:that|about)|"
    r"say|says(?! (?:very|bad|rude|nothing|no|yes|sorry|hello|goodbye|so to|things|words|the (?:same|wrong))\b))"
)
_WEAK = r"(?:sees?|seen|hears?|heard|found|finds|watch(?:es)?|count(?:s|ed)|add(?:s|ed)|raised|show(?:s|ed)?|wrote|writes|written|rang|spoke|keeps|kept|thinks?|thought|feels|felt|knows|knew)"
_FILLER = r"(?:(?:'s|'ve|has|have|had|also|both|all|each|then|once|twice|often|himself|herself|themselves|himself,|herself,|again|only|just|do|does|did|was|were|is|are|\([^)]{1,40}\)|,? who [^,|.]{3,60},|, [^,|.]{3,45},)\s+){0,3}"
PATTERNS = table(
    says=rf"\b{_WHO}(?:'s)?,?\s+{_FILLER}{_SAY}\b",
    says_weak=rf"\b{_WHO}(?:'s)?,?\s+{_FILLER}{_WEAK}\b",
    keeps_record=rf"\b(?:kept|keeps?|keeping|writes? down|wrote down|made|completed|filled in) (?:\w+ ){{0,3}}(?:{_PAPERS}|every)\b",
    told_me=r"\b(?:told|tells|telling|showed|shows|shown|said to|says to|spoke to|spoken (?:to|with)|described to|explained to|shared with|disclosed to|"
    r"informs?|informed) (?:me|us|the (?:writer|author|worker|social worker|family worker|hub|team|practitioner|assessor))\b",
    saw=r"\b(?:i|we)(?:'ve| have| had)?(?: \w+)? (?:saw|seen|watched|observed|heard|witnessed|noticed|noted|counted|sat with|visited|was there|met)\b|"
    r"\b(?:seen|observed|witnessed|heard|noted|counted|watched|recorded) (?:by|on|at|during|in|when)\b|as i saw|my (?:\w+ )?visits?|"
    r"i (?:was there|have been|'ve been|sat)|(?:home |school )?visit(?:s)? (?:on|of|in|\d)|\bhv\b|the writer",
    account=r"\baccording to\b|\b(?:by|in|on|from|to) (?:\w+ ){0,3}[\w.]+'s? (?:own )?(?:account|view|words|opinion|count|reckoning|estimate|diary|log|tally|record|report|telling|say-so)\b|"
    r"\bin the (?:view|opinion|words) of|\bby (?:his|her|their) (?:own )?(?:account|count|reckoning)|\b(?:as )?per (?:the )?\w+|it is the (?:view|evidence) of|"
    r"\bas (?:his|her|their|the|both|mum|dad) [^.|]{0,40}\b(?:say|says|said|noted|notes|report|reports|show|shows|told)\b|\bfrom (?:a |the |his |her )?(?:conversation|discussion|meeting|call|visit)",
    passive=r"\b(?:is|are|was|were|been|being|it's|also) (?:\w+ )?(?:reported|recorded|noted|observed|witnessed|documented|described|evidenced|assessed|identified)\b|"
    r"\bit (?:is|was|has been) (?:\w+ )?(?:said|known|felt|understood|confirmed|found|seen)\b",
    told_passive=r"\b(?:is|are|was|were|been|being) (?:\w+ )?(?:put|said|told|explained|described|shown|mentioned|raised|counted|timed|found|heard|entered|logged|listed|written down|set down|given out)\b[^.|]{0,45}\b(?:by|to) "
    rf"(?:(?:both|his|her|their|the) )?(?:{_CARERS}|{_STAFF}|her\b(?! (?:face|cousin|friend))|him\b|them\b|me\b|us\b|(?-i:[A-Z][\w'.-]*))",
    with_me=rf"\b(?:with|by|before|beside|in front of) (?:me|us|the writer|(?:the |a |her |his )?(?:{_STAFF}))\b|\bme (?:looking on|watching|there|present|beside)\b|\b(?:made|done|tried|walked|filled in|gone through|completed|worked through|drawn up|written|kept|timed|counted|talked through) (?:together )?with (?:me|him|her|them|us|mum|dad|his|her|(?-i:[A-Z]))",
    there=r"(?-i:\b(?:I|[Ww]e|[A-Z][\w'-]+ [A-Z][\w'-]+)) (?:went|sat|walked|travelled|came|was|were|stayed|spent|tried|called|rode|ate|waited|stood) [^.|]{0,40}?\b(?:on|in|at) (?:the )?\d{1,2}(?:st|nd|rd|th)?(?:[/.]\d| \w{3})",
    paper=rf"\b(?!letters\b[^.|]{{0,40}}\b(?:have|lain|lie|go|went|pile|lying|unopened|come|came)\b)(?:{_PAPERS})\b(?=[^.|]{{0,60}}\b(?:show|shows|showed|shown|say|says|said|record|records|recorded|note|notes|noted|state|states|stated|find|finds|found|has|had|have|describe|describes|"
    r"confirm|confirms|identified|identifies|evidences?|indicates?|dated|of|from|for|completed|agrees?|bears|list|lists|puts)\b)|\b(?:in|on|from|by|see|under|per|against) (?:the|his|her|their|a|an|my|mum's|dad's|[\w.]+'s?) (?:[\w']+ ){0,3}"
    rf"(?:{_PAPERS})\b",
    paper_word=rf"\b(?:{_PAPERS})\b",
    bracket=rf"\([^)|]{{0,60}}\b(?:{_CARERS}|{_STAFF}|{_PAPERS}|visit|phone|observed|told|(?-i:M(?:r|rs|s|iss)\b))[^)|]{{0,60}}\)",
    label=rf"(?:^|[|.]\s*)(?:{_CARERS}|{_STAFF}|(?-i:[A-Z]{{3,}}))\s*(?:\([^)]*\))?\s*:",
    quote=r"[\"][^\"|]{3,}[\"]|(?<![\w])'[^'|]{6,}'(?!\w)",
    as_above=r"^\W*as above|\|\W*(?:as|see) above",
    adult=rf"\b(?:{_CARERS}|{_STAFF})\b|(?-i:\bM(?:r|rs|s|iss)\b)",
    silent=r"\b(?:without|not|never|nobody|no one|won't|will not|cannot|can't|does not|doesn't|to) (?:\w+ )?(?:say|saying|tell|telling|told)\b",
)
_PERSON_CELL = re.compile(
    rf"^\W*(?:(?:{_CARERS}|{_STAFF}|{_PAPERS}|(?-i:[A-Z][\w'.-]*)|both|and|of|on|the|a|my|his|her|their|by|in|from|at|with|'s|\d[\d./-]*|said|says|report|home|visit|"
    r"phone|telephone|january|february|march|april|may|june|july|august|september|october|november|december|foster|social|family|special|seen|observed|account)[\s,;:&().'-]*)+\W*$",
    re.I,
)
_SOURCED = re.compile(
    "|".join(
        f"(?:{PATTERNS[name].pattern})"
        for name in (
            "says",
            "told_me",
            "saw",
            "account",
            "paper",
            "passive",
            "told_passive",
            "with_me",
            "there",
            "says_weak",
            "label",
        )
    ),
    re.I,
)
_TELLER = re.compile(rf"\b(?:{_CARERS}|{_STAFF}|{_PAPERS}|me|i|us|we|himself|herself|themselves|writer)\b", re.I)
_VOICED = frozenset({"carer", "professional", "document", "several", "child_reported", "child_own_words"})


def source_cues(unit: Span) -> dict[str, float]:
    """Return the signs of a source in a need.

    Args:
        unit: a need, with its cells and columns.
    """
    text = unit_text(unit)
    cues = counts(text, PATTERNS)
    cues |= _columns(unit)
    cues |= _voices(unit)
    strong = sum(
        min(cues.get(k, 0.0), 1.0)
        for k in (
            "says",
            "told_me",
            "saw",
            "account",
            "paper",
            "bracket",
            "label",
            "passive",
            "told_passive",
            "with_me",
            "there",
            "person_cell",
            "owned",
            "who_named",
        )
    )
    cues["strong"] = min(strong, 3.0)
    cues["none"] = float(strong == 0)
    cues["short"] = float(len(unit) < 12)
    return cues


def _columns(unit: Span) -> dict[str, float]:
    asked = answers(unit, "source")
    pairs = list(zip(unit._.cells, unit._.columns, strict=True))
    named = any(_names(c) for c, _ in pairs[1:] if len(c) <= 14) or any(_tells_who(c) for c, h in pairs if _asks_who(h))
    people = any(
        len(c) <= 16
        and _PERSON_CELL.match(words_of(c))
        and re.search(rf"\b(?:{_CARERS}|{_STAFF}|{_PAPERS})\b", words_of(c), re.I)
        for c in unit._.cells[1:]
    )
    cues = {
        "who_filled": float(bool(asked.answer)),
        "who_empty": float(asked.asked and not asked.answer),
        "who_named": float(bool(asked.answer) and named),
        "who_unsaid": float(bool(asked.answer) and not named and not _SOURCED.search(asked.answer)),
        "owned": float(owned(unit)),
        "person_cell": float(people),
    }
    return {name: value for name, value in cues.items() if value}


def _asks_who(header: str) -> bool:
    """Tell a heading that asks who says so, and nothing else in the same breath."""
    return bool(header and QUESTIONS["source"].search(header)) and not QUESTIONS["frequency"].search(header)


def _tells_who(cell: Span) -> bool:
    """Tell whether a cell under "How we know" has a person, a paper or the writer in it, however long it is."""
    people = any(cell.start <= p.start < cell.end for p in spans_of(cell.doc, "people"))
    return people or bool(_TELLER.search(cell.text)) or bool(_SOURCED.search(plain(cell.text)))


def _names(cell: Span) -> bool:
    """Tell a short cell that gives a person or a paper ("Mum; me", "Dana, Ms Roe", "moorbank log")."""
    if re.search(
        rf"\b(?:{_CARERS}|{_STAFF}|{_PAPERS}|me|i|us|himself|herself|themselves|writer)\b", words_of(cell), re.I
    ) and not any(t.pos_ in ("VERB", "AUX") for t in cell[:1]):
        return len(cell) <= 7 or _PERSON_CELL.match(words_of(cell)) is not None
    people = spans_of(cell.doc, "people")
    return len(cell) <= 7 and any(cell.start <= p.start < cell.end for p in people)


def _voices(unit: Span) -> dict[str, float]:
    """Return how surely some sentence of the need is somebody's, by the voices component."""
    spans = spans_of(unit.doc, "voices")
    wanted = {s.start for s in sentences(unit)}
    best, own, every = 0.0, 0.0, 1.0
    for voice in spans:
        if voice.start in wanted:
            voiced = voice.label_ in _VOICED
            chance = voice._.confidence if voiced else 1.0 - voice._.confidence
            best = max(best, chance)
            every *= 1.0 - chance
            own = max(own, float(voiced and voice._.cue is not None))
    return {"voiced": best, "any_voice": 1.0 - every, "own_voice": own}
