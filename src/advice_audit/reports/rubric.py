"""A rubric in words, for a terminal or a page of documentation."""

from collections.abc import Iterator

from advice_audit.reports import words
from advice_audit.rubric.model import Criterion, Rubric

RULES = {
    "any": "any finding means not met",
    "count": "one to four findings mean partly met, five or more not met",
    "share": "not met where every unit falls short, otherwise partly met",
    "absence": "not met where it is missing, partly met where part of it is there",
}


def in_words(rubric: Rubric) -> str:
    """Return the whole rubric in Markdown, which reads well on a terminal too."""
    return "\n".join(_lines(rubric)) + "\n"


def _lines(rubric: Rubric) -> Iterator[str]:
    grades = rubric.grades
    yield f"# {rubric.title}"
    yield ""
    yield f"{rubric.council}. Id {rubric.id}, version {rubric.version}. Based on: {rubric.based_on}."
    yield ""
    least = f"{grades.requires_improvement:.0%}"
    yield (
        f"Outstanding from {grades.outstanding:.0%}, good from {grades.good:.0%}, requires improvement from {least}, "
        f"otherwise inadequate. Pass mark: {words.GRADES[grades.pass_grade].lower()}."
    )
    for limit in grades.limits:
        verdict = words.VERDICTS[limit.verdict].lower()
        yield f"- {limit.criterion} {verdict}: at most {words.GRADES[limit.grade].lower()}, because {limit.reason}."
    group = ""
    for criterion in rubric.criteria:
        if criterion.group != group:
            group = criterion.group
            yield from ("", f"## {words.group_name(group)}")
        yield from _criterion(criterion)


def _criterion(criterion: Criterion) -> Iterator[str]:
    source = ", ".join(part for part in (criterion.source.heading, criterion.source.bullet) if part)
    draft = " (draft)" if criterion.draft else ""
    yield from ("", f"### {criterion.title} ({criterion.id}){draft}", "", criterion.question, "")
    yield f"- Where it stands: {criterion.source.document}: {source}"
    yield f"- Weight: {criterion.weight:g}; {RULES[criterion.verdict]}; shown from confidence {criterion.threshold:g}"
    yield f"- Why it matters: {criterion.why}"
    yield f"- What to write instead: {criterion.instead}"
    yield f"- An example of good: {criterion.example}"
