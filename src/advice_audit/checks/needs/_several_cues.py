"""Signs that one paragraph runs two needs together."""

import itertools
import re

from spacy.tokens import Span

from advice_audit.checks.needs._turns import turns
from advice_audit.checks.needs._units import clauses, sentences
from advice_audit.checks.patterns import counts, plain, table, unit_text
from advice_audit.language.canonical import spans_of, words_of
from advice_audit.language.life_areas import areas, shared

_SUBJECT = r"(?:he|she|they|(?-i:[A-Z]\w+)(?: and (?-i:[A-Z]\w+))?|(?:his|her|their) \w+|there)"
PATTERNS = table(
    also=r"\b(?:and also|also|as well(?: as)?|in addition|additionally|separately|further(?:more)?|besides|moreover|on top of (?:that|this|which)|another|the other|two (?:things|worries|needs|matters)|"
    r"as is|and then|apart from that|secondly|first(?:ly)?|plus|too)\b",
    starts_also=r"[.;|!?] (?:(?-i:[A-Z]\w+)|he|she|they|there|it)(?:'s|'re| is| are| has| can| will| does)? also\b|\b(?:also|separately|in addition)[,:]|\b(?:also|further) (?:says|reports|told|said|reported|states|notes)\b|"
    r"[.;|!?] (?:also|and then|in addition|separately|on top of (?:that|this)|besides|secondly|then there)\b",
    says_too=r"\b(?:says?|said|reports?|reported|tells (?:me|us)|told (?:me|us)|adds?|added|mentions?|mentioned|states?|stated|notes?|noted|describes?|described) (?:as well|too|also|besides|in addition|further|separately)\b",
    with_with=r"\b(?:with|about|over|around|of) (?:\w+ ){1,4}(?:and|or|,) (?:also )?(?:with|about|over|around) ",
    list_of_help=r"\b(?:difficult(?:y|ies)|problems?|issues?|trouble|help|support|prompt(?:ing|s|ed)?|assistance|worr(?:y|ies|ied)|concerns?|concerned|struggles?|struggling) (?:with|about|around|over|in) (?:\w+ ){1,4}?(?:\w+ ?/ ?\w+|\w+, \w+|\w+ and )",
    and_that=r",? and (?:also |further |separately |then )?that\b",
    and_subject=rf",? and (?:also |then )?{_SUBJECT} (?:also |has|is|will|can|cannot|can't|won't|does|neglects|argues|finds|struggles|goes|[a-z]+s)\b",
    semicolon=r";",
    and_is=r"\b(?:is|are) (?:also )?(?:an issue|a concern|another|a (?:worry|problem))\b",
    too_many=r"[^.|]*,[^.|]*,[^.|]*(?:,|and)[^.|]*",
)
_LABEL = re.compile(r"^([^.:|]{3,90})[.:|]")
_NUMBER = re.compile(r"^\W*\w{0,3}\W*$")
_NUMBERED = re.compile(r"^\W*(?:\d{1,2}|[A-Z])[.):]\s+")
MOST_IN_LABEL = 18
_JOIN = re.compile(r"\b(?:and|also|as well as|plus)\b|[;,/&]")


def several_cues(unit: Span) -> dict[str, float]:
    """Return the signs of more than one need.

    Args:
        unit: a need, with its cells and columns.
    """
    text = unit_text(unit)
    cues = counts(text, PATTERNS)
    labels = [_label(label) for label in _labels(unit)]
    cues |= sorted(labels, key=_told_apart)[-1]
    if any(t.dep_ in ("nsubj", "nsubjpass") for t in sentences(unit)[0]):
        # A whole sentence names nothing, so that one thing in it is no sign of one need.
        cues.pop("label_single", None)
    cues |= _label_likeness(unit)
    cues |= _topics(unit)
    cues |= turns(unit)
    times = [t for t in spans_of(unit.doc, "times") if unit.start <= t.start < unit.end and t.label_ == "frequency"]
    cues["frequencies"] = min(len(times), 3) / 1.5
    cues["gap"] = float(len(times) > 1 and times[-1].start - times[0].end > 8)
    cues["words"] = min(len(unit), 100) / 50
    cues["sentences"] = min(len(sentences(unit)), 4) / 2
    return cues


def _told_apart(cues: dict[str, float]) -> float:
    """Return how plainly a name tells two needs apart; -2 for words that are no name."""
    return cues.get("label_comma_and", -1.0) + cues.get("label_parts", -1.0)


def _labels(unit: Span) -> list[str]:
    """Return the texts that may begin with the need's name: the first cell that is no number, and the words quoted."""
    cells = [c for c in unit._.cells if not _NUMBER.match(words_of(c))] or list(unit._.cells)
    texts = [plain(" | ".join(words_of(c) for c in cells))]
    if len(unit._.cells) > 1:
        texts.append(plain(_NUMBERED.sub("", unit._.quote.text)) + ".")
    return texts


def _label(text: str) -> dict[str, float]:
    """Return signs in the words that name the need: "Sleep, toileting, meltdowns"."""
    found = _LABEL.match(text if "|" in text or "." in text or ":" in text else text + ".")
    label = found[1] if found else ""
    if not label or len(label.split()) > MOST_IN_LABEL:
        return {}
    parts = [p for p in _JOIN.split(label) if p and p.strip()]
    cues = {
        "label_single": float(len(parts) == 1),
        "label_parts": min(len(parts), 4) - 1.0,
        "label_comma_and": float(bool(re.search(r", and|; |, (?:also|plus)\b|\balso\b", label))),
    }
    if len(parts) > 1:
        one, other = areas(parts[0]), areas(" ".join(parts[1:]))
        same, near = shared(one, other)
        cues["label_apart"] = float(bool(one) and bool(other) and same == 0 and near == 0)
        cues["label_near"] = max(same, near)
    return cues


def _label_likeness(unit: Span) -> dict[str, float]:
    """Return how unlike the two halves of a name such as "Grief, and quarrels with his uncle" are."""
    import numpy as np

    from advice_audit.language.vectors import sentence_vector

    cell = next((c for c in unit._.cells if not _NUMBER.match(words_of(c))), unit._.cells[0])
    end = next((t.i for t in cell if t.text in (".", ":") and t.i > cell.start), cell.end)
    joint = next(
        (
            t.i
            for t in unit.doc[cell.start : min(end, cell.start + 14)]
            if t.lower_ in ("and", "&", "also", "plus", "/")
        ),
        None,
    )
    if joint is None or not cell.start < joint < end - 1 or end - cell.start > 13:
        return {}
    one, other = sentence_vector(unit.doc[cell.start : joint]), sentence_vector(unit.doc[joint + 1 : end])
    size = float(np.linalg.norm(one) * np.linalg.norm(other)) + 1e-6
    unlike = 1.0 - float(one @ other) / size
    return {"label_joined": 1.0, "label_unlike": unlike, "label_very_unlike": float(unlike > 0.6)}


def _topics(unit: Span) -> dict[str, float]:
    """Return how far apart the halves of the need are in what they are about."""
    import numpy as np

    from advice_audit.language.vectors import sentence_vector

    pieces = clauses(unit)
    if len(pieces) < 2:
        return {"one_clause": 1.0}
    found = [areas(plain(p.text)) for p in pieces]
    apart = near = 0.0
    for one, other in itertools.pairwise(found):
        if one and other:
            same, close = shared(one, other)
            apart = max(apart, float(same == 0 and close == 0))
            near = max(near, same, close)
    vectors = np.array([sentence_vector(p) for p in pieces])
    norms = np.linalg.norm(vectors, axis=1) + 1e-6
    likeness = (vectors @ vectors.T) / np.outer(norms, norms)
    distinct = {a for areas_found in found for a in areas_found}
    return {
        "apart": apart,
        "near": near,
        "least_alike": float(1.0 - likeness.min()),
        "next_alike": float(min(likeness[i, i + 1] for i in range(len(pieces) - 1))),
        "areas": min(len(distinct), 8) / 4,
        "first_areas": min(len(found[0]), 4) / 2,
    }
