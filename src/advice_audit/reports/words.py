"""The words and signs that reports use for the closed sets of the results."""

from datetime import date

from advice_audit.results import Grade, Verdict
from advice_audit.rubric.model import SectionKind

VERDICTS: dict[Verdict, str] = {
    "met": "Met",
    "partly_met": "Partly met",
    "not_met": "Not met",
    "not_applicable": "Does not apply",
}
# A sign as well as a word and a colour: nobody should need to see red and green apart.
SIGNS: dict[Verdict, str] = {"met": "✓", "partly_met": "◐", "not_met": "✗", "not_applicable": "–"}
GRADES: dict[Grade, str] = {
    "outstanding": "Outstanding",
    "good": "Good",
    "requires_improvement": "Requires improvement",
    "inadequate": "Inadequate",
}
SECTIONS: dict[SectionKind, str] = {
    "details": "Details",
    "chronology": "Previous involvement",
    "reason": "Reason for the advice",
    "methodology": "How the view was reached",
    "current_involvement": "Current involvement",
    "child_views": "The child's views",
    "child_aspirations": "The child's aspirations",
    "family_views": "The family's views",
    "family_aspirations": "The family's aspirations",
    "strengths": "Strengths",
    "needs": "Needs (section D)",
    "needs_met_elsewhere": "Needs met elsewhere",
    "outcomes": "Outcomes (section E)",
    "provision_h1": "Provision (section H1)",
    "provision_h2": "Provision (section H2)",
    "consent": "Consent",
    "signoff": "Management oversight",
    "other": "Elsewhere in the advice",
}
GROUPS: dict[str, str] = {
    "involvement": "Involvement",
    "views": "Views, interests and aspirations",
    "needs": "Needs",
    "outcomes": "Outcomes",
    "provision": "Provision",
    "general": "Writing",
    "process": "Process",
    "privacy": "Privacy",
}
PURPOSES: dict[str, str] = {
    "ehcna": "EHC needs assessment",
    "reassessment": "Re-assessment",
    "annual_review": "Annual review",
    "closure": "Closure to services",
    "tribunal": "Tribunal",
}
SMART: dict[str, str] = {
    "specific": "specific",
    "measurable": "measurable",
    "achievable": "achievable",
    "realistic": "realistic",
    "time_bound": "time-bound",
}


def british_date(day: date | None) -> str:
    """Return a date as it is written in Britain, such as 5 September 2022; an empty string for None."""
    return f"{day.day} {day:%B %Y}" if day else ""


def section_name(kind: str | None) -> str:
    """Return a section kind's name; None is the advice as a whole."""
    if kind is None:
        return "The advice as a whole"
    return next((name for key, name in SECTIONS.items() if key == kind), kind.replace("_", " ").capitalize())


def group_name(group: str) -> str:
    """Return the heading of a rubric group."""
    return GROUPS.get(group, group.replace("-", " ").capitalize())


def number_of(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: `1 finding`, `2 findings`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def shorten(text: str, most: int = 160) -> str:
    """Return a text in one line, cut at a word where it is longer than so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"
