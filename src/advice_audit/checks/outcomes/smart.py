"""Whether each outcome is specific, measurable, achievable, realistic and time-bound.

What the standard asks:
    Practice standards for social care advice, "Outcomes: they describe what needs to change and the difference it makes":
    outcomes are specific, measurable, achievable, realistic and time-bound.

What a finding is:
    An outcome that lacks at least one letter; one finding an outcome, with all that is missing. All cells of a row count.

What good looks like:
    "By 31 March 2025, with a support worker beside her, Nell will choose and pay for her own snack on four outings out
    of five."

Known limits:
    "Realistic" is missing only for the impossible or the absolute ("always", "never", "fully cured"); whether an outcome
    is in proportion for this child is for a person to judge.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context, Finding, SmartLetter
from advice_audit.checks.outcomes._letters import PATTERNS, letter_cues
from advice_audit.checks.patterns import plain
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import spans_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.evaluation.gold import GoldFinding

RECIPE = Recipe()
LETTERS: tuple[SmartLetter, ...] = get_args(SmartLetter)
# One letter by itself, and not surely missing, was a false alarm more often than not on left-out writers.
SURE = 0.6
MISSING: dict[SmartLetter, str] = {
    "specific": "what exactly will be different, for whom and where",
    "measurable": "a count, or something that one could see happen",
    "achievable": "who or what will help to make it happen",
    "realistic": "an aim that could be reached",
    "time_bound": "a date to reach it by",
}
REPAIRS: dict[SmartLetter, str] = {
    "specific": "name what the child will do and where",
    "measurable": "say how often, how long or how many: 'on four days out of five'",
    "achievable": "name the worker, service or step that will help: 'with …', 'after practising with …'",
    "realistic": "put a reachable figure in place of an absolute",
    "time_bound": "open with a date: 'By the end of … '",
}


def name(letter: SmartLetter) -> str:
    """Return the name of the classifier that decides whether a letter is missing."""
    return f"outcomes.smart.{letter.replace('_', '-')}"


def targets(findings: "Sequence[GoldFinding]") -> dict[str, str]:
    """Return for each letter's classifier whether the letter is missing."""
    missing = {letter for finding in findings for letter in finding.missing}
    return {name(letter): "yes" if letter in missing else "no" for letter in LETTERS}


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return every outcome, with the signs of each letter in it."""
    return [Candidate(unit._.quote, example(unit._.cells, letter_cues(unit))) for unit in spans_of(doc, "outcomes")]


def check(doc: "Doc", context: Context) -> Checked:
    """Report each outcome that lacks a letter, with every letter that it lacks."""
    judged = candidates(doc, context)
    if not judged:
        return NOT_APPLICABLE
    chances = {letter: probabilities(name(letter), judged) for letter in LETTERS}
    findings = []
    for number, one in enumerate(judged):
        row = {letter: chances[letter][number] for letter in LETTERS}
        missing = tuple(letter for letter in LETTERS if row[letter] >= context.criterion.threshold)
        if missing and max(row.values()) >= SURE and one.quote is not None:
            findings.append(_finding(context, one.quote, missing, max(row.values())))
    return Checked(tuple(findings), units=len(judged))


def _finding(context: Context, span: "Span", missing: tuple[SmartLetter, ...], chance: float) -> Finding:
    text = plain(span.text)
    absolute = PATTERNS["absolute"].search(text)
    soft = PATTERNS["soft"].search(text)
    lacking = [MISSING[letter] for letter in missing if letter != "realistic"]
    parts = []
    if lacking:
        parts.append(f"This outcome does not give {_listed(lacking)}.")
    if "realistic" in missing:
        parts.append(
            f"'{absolute[0]}' sets an aim that nobody could be sure to reach."
            if absolute
            else "It sets an aim that nobody could be sure to reach."
        )
    if soft is not None and "measurable" in missing:
        parts.append(f"'{soft[0].capitalize()}' can mean different things to different readers.")
    fixes = _listed([REPAIRS[letter] for letter in missing], "; ")
    return context.finding(
        " ".join(parts),
        f"{fixes[:1].upper()}{fixes[1:]}.",
        span,
        confidence=chance,
        missing=missing,
        cues=tuple(m[0] for m in (absolute if "realistic" in missing else None, soft) if m is not None),
    )


def _listed(parts: list[str], comma: str = ", ") -> str:
    return parts[0] if len(parts) == 1 else f"{comma.join(parts[:-1])}{';' if comma == '; ' else ''} and {parts[-1]}"
