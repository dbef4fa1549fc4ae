"""Signs that a need turns to another trouble in mid-flow, and does not go on to what the first one does."""

import re

from spacy.tokens import Span

from advice_audit.checks.needs._statements import only_counted, only_told, statements
from advice_audit.checks.patterns import plain
from advice_audit.language.canonical import spans_of
from advice_audit.language.life_areas import areas, shared

_LEAD = r"^\W*(?:and |but )?(?:(?:also |further |separately |then )?that )?(?:he says |she says )?"
_EFFECT = re.compile(
    r"^\W*(?:and |but )?(?:so\b|as a (?:result|consequence)|because|which|this\b|that means|then\b|afterwards|after (?:that|this|which|it)|since then|from then|now\b|by now|(?:that )?(?:he|she|they|(?-i:[A-Z]\w+)) now\b|it (?:makes|leaves|means|has|is|was|effects|affects)|"
    r"leaving|making|meaning|causing|until|nobody|no one|everyone|everybody|in consequence|consequently|therefore|thus|for (?:that|this|which) reason|on (?:that|this|which) account|on those (?:days|nights)|"
    r"if (?:nobody|no one)|at (?:this|that|which)|(?:that )?(?:he|she|they) then\b)",
    re.I,
)
_REACTS = re.compile(
    _LEAD
    + r"(?:(?:he|she|they|(?-i:[A-Z]\w+))(?:'s|'re)? )?(?:has |have |had |is |are |was |feels?|felt )?(?:now |also |even |often |then |both )?(?:feels?|felt|cr(?:y|ies|ied|ying)|screams?|screamed|sobs?|weeps?|wept|tired|lonely|sad|upset|ashamed|"
    r"frightened|scared|afraid|worn|exhausted|left|lost|missed|misses|stopped|stops|given up|gives up|gave up|late|no longer|cannot (?:sleep|rest|work)|dreads?|worries|blames?|refuses|won't|will not|has to|have to|sits?|begun|started|taken to|"
    r"hurt|bruised|bites?|hits?)\b",
    re.I,
)
_FAMILY = re.compile(
    r"^\W*(?:and |but )?(?:(?:his|her|their|the) (?:\w+ )?(?:mum|mam|dad|mother|father|parents?|sisters?|brothers?|siblings?|gran|grandmother|grandfather|carers?|family|household|neighbours?|other children|others)|mum|dad|mam|both|neither|"
    r"(?-i:M(?:r|rs|s|iss)\.? ))\b",
    re.I,
)
_FRONTED = re.compile(
    _LEAD
    + r"(?:on (?!top|account|that|this|which|her own|his own|those|it\b)|at (?!the same|this|that|which|least|all)|in (?!the end|consequence|fact|that|this|which|turn|tears)|by (?!then|now|the end|bedtime|the (?:time|afternoon|evening))|"
    r"since (?!then|he|she|they|it)|during |from (?!then|that)|when (?!this|that|it)|whenever |every |each |most |outside |indoors|out of doors|after (?!that|this|which|wards|it\b)|before |for (?:\w+ ){1,3}(?:hours?|weeks?|months?|years?)|"
    r"once |twice |there (?:is|are|was|were|has)|what |where |as for )",
    re.I,
)
_THAT = re.compile(r"^\W*(?:and |but )(?:also |further |separately |then )?that\b", re.I)
_TOO = re.compile(r"\b(?:also|as well|too|either|besides|in addition|separately|on top of|another|likewise)\b", re.I)
_GOES_ON = re.compile(
    r"^(?:\W*\w+){0,7}?\W*\b(?:it|this|these|those|them|such|afterwards|then|each time|every time|the (?:second|last|next|first|other) (?:time|one)|(?:of|at|by|for|about|with|over) that|instead|the same|again|neither)\b",
    re.I,
)


def turns(unit: Span) -> dict[str, float]:
    """Return the signs that a later statement is a trouble of its own, and that it is an effect.

    Args:
        unit: a need, with its cells and columns.
    """
    pieces = [p for p in statements(unit) if not only_counted(p)]
    while pieces and only_told(pieces[0]) and not areas(plain(pieces[0].text)):
        pieces = pieces[1:]
    later = [p for p in pieces[1:] if not only_told(p)]
    if not later:
        return {}
    first = areas(plain(pieces[0].text))
    effects, own, sure = 0, 0, False
    for piece in later:
        text = plain(piece.text)
        if _is_effect(text, _counted(piece)):
            effects += 1
            continue
        own += 1
        opens = bool(_THAT.match(text) or _TOO.search(text) or _FRONTED.match(text))
        sure = sure or (opens and (_counted(piece) or _apart(first, areas(text))))
    return {
        "turn_sure": float(sure),
        "turn_effects": min(effects, 3) / 2,
        "turn_only_effects": float(own == 0),
    }


def _is_effect(text: str, counted: bool) -> bool:
    """Tell a statement of what the trouble does, or one that points back at it."""
    if _EFFECT.match(text) or _FAMILY.match(text) or _GOES_ON.match(text):
        return True
    return bool(_REACTS.match(text)) and not counted


def _apart(one: dict[str, float], other: dict[str, float]) -> bool:
    """Tell whether two statements are about areas of life that have nothing to do with each other."""
    same, near = shared(one, other)
    return bool(one) and bool(other) and same == 0 and near == 0


def _counted(piece: Span) -> bool:
    times = spans_of(piece.doc, "times")
    return any(t.label_ == "frequency" and piece.start <= t.start < piece.end for t in times)
