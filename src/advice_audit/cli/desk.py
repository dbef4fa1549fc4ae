"""The terminal at which a person moderates one advice, question by question. Every answer is kept at once."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from advice_audit.cli.common import say
from advice_audit.moderation.judge import add_finding, comment, decide, finish, judge, sheet
from advice_audit.moderation.workbook import Criteria, Page, verdict_words
from advice_audit.reports.words import british_date, number_of, section_name, shorten
from advice_audit.results import Verdict
from advice_audit.store.cycle import Moderation
from advice_audit.store.flags import open_flags, raise_flag

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from advice_audit.store import Store
    from advice_audit.store.models import CriterionVerdict

LETTERS: dict[str, Verdict] = {"m": "met", "p": "partly_met", "n": "not_met", "x": "not_applicable"}
HELP = (
    "  Enter  agree                     m p n x  met, partly met, not met, does not apply\n"
    "  d 1    finding 1 is a false alarm     +  add one that was missed\n"
    "  !      safeguarding concern      s  leave it for later      q  stop (all is kept)      ?  this help"
)


class Stopped(Exception):
    """The person stops here; everything said so far is kept."""


class Desk:
    """One person, one advice.

    Args:
        store: where answers are kept.
        page: the advice as this person sees it.
        criteria: titles and questions of the rubric.
        ask: asks one question and returns the line that is typed.
    """

    def __init__(self, store: "Store", page: Page, criteria: Criteria, ask: Callable[[str], str]) -> None:
        self.store = store
        self.page = page
        self.criteria = criteria
        self.ask = ask

    def work(self) -> bool:
        """Go through the advice; tell whether it is finished.

        Raises:
            Stopped: the person stops.
        """
        self._introduce()
        waiting = set(self.page.sheet.waiting)
        rows = [row for row in self.page.sheet.verdicts if row.criterion in waiting]
        closer = [row for row in rows if self._needs_a_look(row)]
        for number, row in enumerate(closer, start=1):
            self._criterion(row, f"{number} of {len(closer)}")
        self._all_well([row for row in rows if not self._needs_a_look(row)])
        return self._finish()

    def _needs_a_look(self, row: "CriterionVerdict") -> bool:
        return row.verdict in ("partly_met", "not_met") or row.needs_person or bool(self._findings(row))

    def _findings(self, row: "CriterionVerdict") -> "list[object]":
        return list(self.page.sheet.findings_of(row.criterion))

    def _introduce(self) -> None:
        audit = self.page.audit
        facts = " · ".join(part for part in (audit.service, british_date(audit.completed)) if part)
        say(f"\n{'─' * 72}\nAdvice {self.page.label}{f' · {facts}' if facts else ''}")
        say(f"Open it beside this window: {audit.path}")
        with self.store.reading() as session:
            for flag in open_flags(session, [audit.id]):
                if flag.raised_by == self.page.sheet.moderation.auditor:
                    say(f"URGENT, safeguarding concern you raised: {flag.text}")
        say(f"The machine's grade: {self.page.grade()}. {self.page.shown(audit.rest.get('grade_reason'))}")
        say("You see nobody else's judgement, and nobody sees yours before both are finished.\n" + HELP)

    def _criterion(self, row: "CriterionVerdict", place: str) -> None:
        self._show(row, place)
        while True:
            answer = self.ask(f"  {verdict_words(row.verdict)}?").strip()
            if self._answered(row, answer):
                return

    def _show(self, row: "CriterionVerdict", place: str) -> None:
        say(f"\n{place} · {self.criteria.title(row.criterion)}: the machine says {verdict_words(row.verdict).upper()}")
        if question := self.criteria.question(row.criterion):
            say(f"  {question}")
        for number, finding in enumerate(self.page.sheet.findings_of(row.criterion), start=1):
            where = f" ({section_name(finding.section)})" if finding.section else ""
            words = (
                f"“{shorten(self.page.words_of(finding), 300)}”{where}" if finding.quote else "Something is missing."
            )
            say(f"  {number}. {words}\n     {self.page.shown(finding.message)}")
        if row.needs_person and row.look_at:
            say(f"  For you to judge: {self.page.shown(row.look_at)}")

    def _answered(self, row: "CriterionVerdict", answer: str) -> bool:
        """Do what was typed; tell whether the criterion is dealt with."""
        if answer == "":
            self._judge(row, row.verdict, None)
            return True
        if answer.lower() in LETTERS:
            verdict = LETTERS[answer.lower()]
            self._judge(row, verdict, None if verdict == row.verdict else self._why("Why?"))
            return True
        if answer.lower() == "s":
            return True
        if dismissed := re.fullmatch(r"[dD]\s*(\d+)", answer):
            self._dismiss(row, int(dismissed[1]))
        elif answer == "+":
            self._add(row.criterion)
        else:
            self._anywhere(answer)
        return False

    def _anywhere(self, answer: str) -> None:
        if answer.lower() == "q":
            raise Stopped
        if answer == "!":
            words = self._why("What is the concern, and where in the advice?")
            with self._writing() as (session, moderation):
                raise_flag(session, moderation.audit_id, words, by=moderation.auditor)
            say("  Kept, and shown on top from now on. Tell your safeguarding lead today; do not wait for the report.")
        else:
            say(HELP)

    def _judge(self, row: "CriterionVerdict", verdict: str, reason: str | None) -> None:
        with self._writing() as (session, moderation):
            judge(session, moderation, row.criterion, verdict, reason)

    def _dismiss(self, row: "CriterionVerdict", number: int) -> None:
        findings = self.page.sheet.findings_of(row.criterion)
        if not 1 <= number <= len(findings):
            say(f"  There is no finding {number} here.")
            return
        reason = self._why("Why is it a false alarm?")
        with self._writing() as (session, moderation):
            decide(session, moderation, findings[number - 1].ordinal, "dismiss", reason)
        say(f"  Finding {number} is marked as a false alarm. And the verdict?")

    def _add(self, criterion: str) -> None:
        words = self.ask("  The words of the advice (Enter if something is missing from it)").strip()
        reason = self._why("What is wrong?")
        with self._writing() as (session, moderation):
            add_finding(session, moderation, criterion, words or None, reason)
        say("  Added. And the verdict?")

    def _all_well(self, rows: "list[CriterionVerdict]") -> None:
        """Ask about everything in which the machine found nothing at once; any of it can be opened by its number."""
        left = list(rows)
        while left:
            say(f"\nIn {number_of(len(left), 'criterion', 'criteria')} the machine found nothing:")
            for number, row in enumerate(left, start=1):
                say(f"  {number:>2}  {self.criteria.title(row.criterion)} ({verdict_words(row.verdict).lower()})")
            answer = self.ask("  Enter = agree with all · a number = look at that one · s = later").strip()
            if answer == "":
                for row in left:
                    self._judge(row, row.verdict, None)
                return
            if answer.lower() == "s":
                return
            if answer.isdigit() and 1 <= int(answer) <= len(left):
                self._criterion(left.pop(int(answer) - 1), "Looked at")
            else:
                self._anywhere(answer)

    def _finish(self) -> bool:
        with self._writing() as (session, moderation):
            waiting = sheet(session, moderation).waiting
        if waiting:
            say(f"{number_of(len(waiting), 'criterion', 'criteria')} left for later.")
            return False
        text = self.ask("  A comment on the whole advice (Enter for none)").strip()
        answer = self.ask("  Finish this advice? Afterwards it cannot be changed. (Enter = yes, n = not yet)").strip()
        with self._writing() as (session, moderation):
            if text:
                comment(session, moderation, text)
            if answer.lower() not in ("n", "no"):
                finish(session, moderation)
                return True
        return False

    def _why(self, question: str) -> str:
        while not (text := self.ask(f"  {question}").strip()):
            say("  A few words are needed.")
        return text

    @contextmanager
    def _writing(self) -> "Iterator[tuple[Session, Moderation]]":
        with self.store.session() as session:
            yield session, session.get_one(Moderation, self.page.sheet.moderation.id)


def ask_terminal(question: str) -> str:
    """Ask on standard error and read a line; the end of the input stops.

    Raises:
        Stopped: there is no more input.
    """
    try:
        return str(typer.prompt(question, default="", show_default=False, prompt_suffix=" > ", err=True))
    except (typer.Abort, EOFError) as error:
        raise Stopped from error


def ask_settlement(kind: str, ask: Callable[[str], str]) -> tuple[str, str] | None:
    """Ask how one difference is settled; return outcome and reason, or None where it is left for later.

    Args:
        kind: of the difference: `verdict`, `finding` or `added`.
        ask: asks one question.

    Raises:
        Stopped: the person stops.
    """
    outcomes: dict[str, str] = {**LETTERS} if kind == "verdict" else {"y": "stands", "n": "does not stand"}
    named = "m p n x = the verdict" if kind == "verdict" else "y = it stands, n = it does not"
    while True:
        answer = ask(f"  {named}").strip().lower()
        if answer == "q":
            raise Stopped
        if answer == "":
            return None
        if answer in outcomes:
            break
        say("  Please answer with one of these letters.")
    while not (reason := ask("  Why?").strip()):
        say("  A few words are needed.")
    return outcomes[answer], reason
