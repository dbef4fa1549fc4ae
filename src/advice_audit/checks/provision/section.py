"""Provision in the wrong one of H1 and H2.

What the standard asks:
    Swindon practice standards 2022, "Ongoing social care provision: accurately specified". H1 holds, for a child under
    18, what falls under section 2 of the Chronically Sick and Disabled Persons Act 1970; H2 holds every other social
    care provision.

What a finding is:
    A provision that stands in H1 and belongs in H2, or the other way round. At 18 and over, anything in H1.

What good looks like:
    H1: practical help at home, recreation in and out of the home and travel to it, adaptations, equipment, holidays,
    meals, short breaks without a night away, with the money that pays for them. H2: nights away, family support,
    parenting, therapeutic and youth work, carers' assessments, social work visits, foster care.

Known limits:
    A provision that mixes both kinds ("a family worker, and a place on the holiday scheme") gets one answer. Where the
    date of birth is missing the young person is taken to be under 18.
"""

import itertools
import re
from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context, Finding
from advice_audit.checks.patterns import unit_text
from advice_audit.checks.provision._units import is_adult, kind_cues, placed, provisions
from advice_audit.checks.provision.remit import out_of_remit
from advice_audit.classify.features import Example, example
from advice_audit.classify.fit import Recipe
from advice_audit.classify.signed import signed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

RECIPE = Recipe(strength=0.5, vector_weight=1.0, cue_weight=0.6, use_words=False)
READS_AS_H2 = "provision.h2"
SURE, AWAY = 0.97, 0.9
# By law nights away from home are not for H1, whatever else an entry says.
_RESIDENTIAL = re.compile(
    r"(?<!non-)(?<!non )\bresidential\b(?! street| road| area| care worker)|\b(?:nights?|weekends?)\b.{0,60}\b(?:short[- ]breaks? (?:home|house|unit|centre)|"
    r"(?:House|Lodge|Cottage|Grange|Court)\b)|\bovernight (?:stays?|short breaks?|respite)\b",
)
_NOT_AWAY = re.compile(r"\bno (?:overnight|nights?)\b|\bsitter\b|\bat home\b|\bnot (?:overnight|residential)\b", re.I)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return every provision for a child under 18, to be judged as wrongly placed or not; at 18 the law decides alone."""
    if is_adult(doc):
        return []
    units = [u for u in provisions(doc) if placed(u)]
    seen = [example(u._.cells, kind_cues(u, context)) for u in units]
    read = signed(READS_AS_H2, seen)
    return [Candidate(u._.quote, _turned(one, u)) for one, u in zip(read, units, strict=True)]


def _turned(seen: Example, unit: "Span") -> Example:
    """Return what the classifier sees: everything that speaks for H2, with its sign turned where the unit stands in H2.

    One set of weights then serves both mistakes: what makes a thing wrong in H1 makes it right in H2.
    """
    sign = 1.0 if placed(unit) == "h1" else -1.0
    words = seen.text.replace("|", " ").split()
    cues = {f"word {w}": sign for w in words if len(w) > 2}
    cues |= {f"words {a} {b}": sign for a, b in itertools.pairwise(words)}
    cues |= {name: sign * value for name, value in seen.cues.items()}
    cues["placed"] = sign
    return Example("", seen.vector * sign, cues, seen.words)


def check(doc: "Doc", context: Context) -> Checked:
    """Find provision that belongs in the other section."""
    units = [u for u in provisions(doc) if placed(u)]
    if not units:
        return NOT_APPLICABLE
    others = out_of_remit(doc, context)
    if is_adult(doc):
        wrong = [(u, SURE) for u in units if placed(u) == "h1"]
    else:
        learned = probabilities("provision.section", candidates(doc, context))
        wrong = [(u, max(p, AWAY) if _night_away(u) else p) for u, p in zip(units, learned, strict=True)]
    findings = [
        _finding(u, chance * (1 - others[u.start, u.end]), is_adult(doc), context)
        for u, chance in wrong
        if chance * (1 - others[u.start, u.end]) >= context.criterion.threshold
    ]
    return Checked(tuple(findings), units=len(units))


def _night_away(unit: "Span") -> bool:
    """Tell a stay away from home that stands in H1."""
    text = unit_text(unit)
    return placed(unit) == "h1" and bool(_RESIDENTIAL.search(text)) and not _NOT_AWAY.search(text)


def _finding(unit: "Span", chance: float, adult: bool, context: Context) -> Finding:
    if adult:
        message = "This stands in H1, which is only for children under 18. At 18 all social care provision goes in H2."
        suggestion = "Move it to H2; leave H1 empty and say why."
    elif placed(unit) == "h1":
        message = "This stands in H1 but is not among the kinds of help that the 1970 Act covers, so it belongs in H2."
        suggestion = "Move it to H2, with nights away from home, family support, parenting, therapeutic and youth work, and carers' support."
    else:
        message = "This stands in H2 but is a kind of help that the 1970 Act covers for a child under 18, so it belongs in H1."
        suggestion = "Move it to H1, with help at home, leisure and the way to it, adaptations, equipment and daytime short breaks."
    return context.finding(message, suggestion, unit._.quote, confidence=chance)
