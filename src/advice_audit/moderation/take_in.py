"""Puts what came back in a workbook into the store: all of it in one transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, cast

from advice_audit.errors import ConfigurationError
from advice_audit.moderation.judge import Decision, add_finding, comment, decide, finish, judge, sheet
from advice_audit.moderation.workbook import Page
from advice_audit.moderation.workbook_in import Said
from advice_audit.store.flags import raise_flag

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in of one advice: how many criteria are judged now, how many are left, whether a concern came."""

    label: str
    judged: int
    left: int
    concern: bool


def take_in(session: "Session", page: Page, said: Said, *, at: datetime | None = None) -> Taken:
    """Take in what a person said of one advice, and finish it once every criterion is judged.

    Raises:
        ConfigurationError: the person has finished it and now says something else.
    """
    moderation = page.sheet.moderation
    concern = said.concern is not None
    if said.concern is not None:
        raise_flag(session, page.audit.id, said.concern, by=moderation.auditor, at=at)
    if moderation.finished is not None:
        _check_same(page, said)
        return Taken(page.label, len(page.sheet.judged), 0, concern)
    for criterion, (verdict, reason) in said.verdicts.items():
        judge(session, moderation, criterion, verdict, reason)
    for ordinal, (decision, reason) in said.findings.items():
        decide(session, moderation, ordinal, cast("Decision", decision), reason)
    for criterion, words, why in said.missed:
        add_finding(session, moderation, criterion, words, why)
    comment(session, moderation, said.comment)
    left = len(sheet(session, moderation).waiting)
    if not left:
        finish(session, moderation, at=at)
    return Taken(page.label, len(page.sheet.verdicts) - left, left, concern)


def _check_same(page: Page, said: Said) -> None:
    own = page.sheet.judged
    if any(own[c].verdict != verdict for c, (verdict, _) in said.verdicts.items() if c in own):
        message = f"{page.label}: {page.sheet.moderation.auditor} had finished it; a finished one does not change"
        raise ConfigurationError("moderation-finished", message)
