"""What a check gets and gives."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from advice_audit.language.canonical import spans_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.rubric.model import Criterion, Rubric

SmartLetter = Literal["specific", "measurable", "achievable", "realistic", "time_bound"]
_NOISE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Finding:
    """Words that fall short, and why.

    Args:
        criterion: id of the criterion.
        quote, start, end, section: the exact words, their half-open range in the canonical text and the kind
            of section they stand in; all None for an absence. A tracked deletion has `start == end`.
        message: what is wrong with these words, in plain English.
        suggestion: what would put it right.
        confidence: calibrated probability between 0 and 1 that a careful auditor would agree.
        missing: for `outcomes.smart` only.
        partly: for an absence: something is there, but not all of it.
        cues: which words, rule or probability led here; shown on request.
    """

    criterion: str
    message: str
    suggestion: str
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    section: str | None = None
    confidence: float = 0.9
    missing: tuple[SmartLetter, ...] = ()
    partly: bool = False
    cues: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Identify the finding across redrafts: criterion, section kind and normalised quote."""
        words = _NOISE.sub(" ", (self.quote or "").lower()).strip()
        return "|".join((self.criterion, self.section or "", words))


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check returns.

    Args:
        findings: in the order of the text.
        units: how many units were judged (needs, outcomes, sentences ...); the verdict compares the two.
        applies: False where the criterion does not arise for this advice.
        look_at: set where only a person can judge: what to look at. The verdict is then a best estimate.
    """

    findings: tuple[Finding, ...] = ()
    units: int = 1
    applies: bool = True
    look_at: str | None = None


NOT_APPLICABLE = Checked(applies=False)


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may use besides the `Doc`: the rubric, and its own criterion's entry and options."""

    rubric: "Rubric"
    criterion: "Criterion"
    options: dict[str, Any] = field(default_factory=dict)

    def finding(self, message: str, suggestion: str, span: "Span | None" = None, **more: Any) -> Finding:
        """Make a finding of this criterion at a span, or an absence where there is none."""
        if span is None:
            return Finding(self.criterion.id, message, suggestion, **more)
        more.setdefault("section", section_at(span))
        return Finding(
            self.criterion.id, message, suggestion, quote=span.text, start=span.start_char, end=span.end_char, **more
        )


Check = Callable[["Doc", Context], Checked]


def section_at(span: "Span") -> str | None:
    """Return the kind of the section in which a span starts, or None outside any."""
    for section in spans_of(span.doc, "sections"):
        if section.start <= span.start < section.end:
            return str(section.label_)
    return None
