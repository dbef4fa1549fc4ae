"""What the moderation workbook looks like: its sheets, columns, words, and the hidden keys that rows are known by."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from advice_audit.initials import Initials
from advice_audit.moderation.judge import Sheet
from advice_audit.reports.words import GRADES, VERDICTS, number_of, shorten
from advice_audit.results import Verdict

if TYPE_CHECKING:
    from advice_audit.rubric.model import Rubric
    from advice_audit.store.models import Audit, CriterionVerdict, Finding

START, OVERALL, VERDICT, FINDING, MISSED = "Start here", "Each advice", "Verdicts", "Findings", "Missed"
KEY, ADVICE, CRITERION, WORDS = "Key", "Advice", "Criterion", "Words of the advice"
MACHINE, REASON, YOURS, DECISION = "Machine's verdict", "Your reason", "Your verdict", "Your decision"
COMMENT, CONCERN, WRONG, NAME = "Your comment", "Safeguarding concern (urgent)", "What is wrong", "Your name"
NAMES, FULL, SHORT = "Names", "in full", "as initials"
COLUMNS: Mapping[str, tuple[tuple[str, int], ...]] = {
    OVERALL: ((KEY, 6), (ADVICE, 30), ("Machine's grade", 22), ("Why", 60), (COMMENT, 45), (CONCERN, 45)),
    VERDICT: ((KEY, 6), (ADVICE, 20), (CRITERION, 28), ("What is asked", 42), (MACHINE, 16), ("Evidence", 60),
              (YOURS, 17), (REASON, 45)),
    FINDING: ((KEY, 6), (ADVICE, 20), (CRITERION, 28), (WORDS, 50), ("What the machine says", 45),
              ("What would put it right", 40), (DECISION, 17), (REASON, 45)),
    MISSED: ((ADVICE, 30), (CRITERION, 34), (WORDS, 60), (WRONG, 50)),
}  # fmt: skip
AGREE, FALSE_ALARM = "Agree", "False alarm"
NOTHING = "(something is missing, no words to quote)"
LONGEST = 2000
"""Characters of a cell that are shown; Excel takes 32,767, a reader far fewer."""


@dataclass(frozen=True)
class Page:
    """One advice in the workbook: its audit, label, what the person has said so far, and names made initials."""

    audit: "Audit"
    label: str
    sheet: Sheet
    initials: Initials
    concern: str | None = None

    def key(self, part: str) -> str:
        """Return the hidden key of one of its rows: audit, document, part, and a check that they belong together."""
        document = (self.audit.sha256 or "")[:10]
        body = f"{self.audit.id}:{document}:{part}"
        return f"{body}:{hashlib.sha256(f'{body}:{self.audit.rubric_hash}'.encode()).hexdigest()[:8]}"

    def shown(self, text: str | None) -> str:
        """Return a text as a cell shows it."""
        return cut(self.initials.text(text or ""))

    def words_of(self, finding: "Finding") -> str:
        """Return the cell that says which words a finding is about."""
        return NOTHING if finding.quote is None else self.shown(finding.quote)

    def grade(self) -> str:
        """Return the machine's grade in words."""
        return next((words for grade, words in GRADES.items() if grade == self.audit.grade), "")

    def evidence(self, machine: "CriterionVerdict") -> str:
        """Return in a few words what a verdict rests on."""
        findings = self.sheet.findings_of(machine.criterion)
        parts = [f"{number_of(len(findings), 'finding')}."] if findings else ["Nothing found."]
        parts += [f"“{self.shown(shorten(f.quote, 120))}”" if f.quote else self.shown(f.message) for f in findings[:3]]
        if machine.needs_person and machine.look_at:
            parts.append(f"For a person to judge: {self.shown(machine.look_at)}")
        return cut(" ".join(parts))


class Criteria:
    """Titles and questions of a rubric's criteria; the id where the rubric does not know one."""

    def __init__(self, rubric: "Rubric | None") -> None:
        known = {c.id: (c.title, c.question) for c in rubric.criteria} if rubric else {}
        self._known = known

    def title(self, criterion: str) -> str:
        """Return a criterion's title."""
        return self._known.get(criterion, (criterion, ""))[0]

    def question(self, criterion: str) -> str:
        """Return a criterion's question."""
        return self._known.get(criterion, (criterion, ""))[1]

    def find(self, words: str) -> str | None:
        """Return the id of the criterion with this title or id, or None."""
        wanted = plain(words)
        return next((one for one, (title, _) in self._known.items() if wanted in (plain(title), plain(one))), None)

    def titles(self) -> list[str]:
        """Return all titles, in the rubric's order."""
        return [title for title, _ in self._known.values()]


def label(position: int, audit: "Audit", identify: bool) -> tuple[str, Initials]:
    """Return what an advice is called in the workbook, and the initials of those in it (none where identified)."""
    initials = Initials(() if identify else audit.people or ())
    return f"{position} · {initials.file(PurePath(audit.path.replace(chr(92), '/')).name)}", initials


def verdict_of(words: str) -> Verdict | None:
    """Return the verdict that a cell says, or None."""
    wanted = plain(words)
    return next((one for one, shown in VERDICTS.items() if wanted in (plain(shown), plain(one))), None)


def verdict_words(verdict: str) -> str:
    """Return a verdict as cells show it."""
    return next((shown for one, shown in VERDICTS.items() if one == verdict), verdict)


def plain(text: str) -> str:
    """Return a text for comparison: small letters and digits only."""
    return "".join(c for c in text.casefold() if c.isalnum())


def cut(text: str) -> str:
    """Return a text that fits a cell."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
