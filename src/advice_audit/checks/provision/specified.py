"""Provision that does not say who, how much and when.

What the standard asks:
    Swindon practice standards 2022, "Ongoing social care provision: accurately specified", and its appendix of agreed
    wordings: each provision has a provider, an amount or frequency, and a start, end or review date.

What a finding is:
    A provision with no provider, or no amount or frequency, or no date at all; a blank left in it ("[date]",
    "XX hours", "TBC"); or words that nobody could count ("access to", "as required", "regular"). One finding for
    each provision, however much is missing. In a table all columns of the row count.

What good looks like:
    "Two hours every Thursday with a worker from the Family Service, from 6 May 2024, reviewed in August."
    A season and year is date enough.

Known limits:
    A provider may be known from the sentence before, or from the heading; such provisions can be marked wrongly.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context, Finding
from advice_audit.checks.patterns import unit_text
from advice_audit.checks.provision._parts import BLANK, blank_cell, missing_parts, vague_words
from advice_audit.checks.provision._units import kind_cues, provisions, services_in
from advice_audit.checks.provision.remit import out_of_remit
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Span

RECIPE = Recipe(strength=3.0, vector_weight=0.5, cue_weight=1.0)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return every provision, to be judged as fully specified or not."""
    vague = context.rubric.lexicons.vague
    made = []
    for unit in provisions(doc):
        # A kind of service ("parenting course") names nobody; a service of the council's own does.
        named = [s for s in services_in(unit, context.rubric) if not getattr(s, "kind", False)]
        cues = {f"kind {k}": v for k, v in kind_cues(unit, context).items()} | missing_parts(unit, vague, len(named))
        made.append(Candidate(unit, example(unit._.cells, cues)))
    return made


def check(doc: "Doc", context: Context) -> Checked:
    """Find provision that cannot be held to because something about it is unsaid."""
    units = provisions(doc)
    if not units:
        return NOT_APPLICABLE
    others = out_of_remit(doc, context)
    made = candidates(doc, context)
    findings = []
    for unit, candidate, chance in zip(units, made, probabilities("provision.specified", made), strict=True):
        sure = chance * (1 - others[unit.start, unit.end])
        if sure >= context.criterion.threshold:
            findings.append(_finding(unit, blank_cell(unit), candidate.example.cues, sure, context))
    return Checked(tuple(findings), units=len(units))


def _finding(unit: "Span", quote: "Span", cues: "Mapping[str, float]", chance: float, context: Context) -> Finding:
    text = unit_text(unit)
    faults = []
    if blank := BLANK.search(text):
        faults.append(f"a blank is still to be filled (“{blank[0]}”)")
    if cues["no_provider"]:
        faults.append("nobody is named to provide it")
    if cues["no_amount"]:
        faults.append("it does not say how much or how often")
    if cues["no_dates"]:
        faults.append("there is no start, end or review date")
    if vague := vague_words(text, context.rubric.lexicons.vague):
        faults.append(f"“{vague[0]}” cannot be counted")
    listed = "; ".join(faults) or _least_plain(cues)
    return context.finding(
        f"A family could not hold anyone to this: {listed}.", _suggestion(unit, context), quote, confidence=chance,
        cues=tuple(name for name in ("no_provider", "no_amount", "no_dates", "blank", "any_vague") if cues[name]),
    )  # fmt: skip


def _least_plain(cues: "Mapping[str, float]") -> str:
    """Say which part is least plain where no part is wholly missing."""
    if not cues["real_frequency"]:
        return "how much or how often is not plain"
    if not cues["real_date"]:
        return "when it starts, ends or is reviewed is not plain"
    return "who provides it is not plain"


def _suggestion(unit: "Span", context: Context) -> str:
    known = next((s for s in services_in(unit, context.rubric) if s.specify), None)
    general = "Say who provides it, how many hours or sessions and how often, from when, and until when or when it is reviewed."
    return f"{general} For {known.name} the entry needs: {known.specify}." if known else general
