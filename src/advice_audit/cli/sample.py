"""`advice-audit sample`: draw the termly sample, audit it, and print its record."""

import shutil
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advice_audit.cli.common import ByOption, IdentifyOption, StoreOption, deliver, opened, person, say

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from advice_audit.sampling.frame import Candidate
    from advice_audit.store import Store
    from advice_audit.store.cycle import Sample
    from advice_audit.terms import AuditTerm

MOST = 2**31 - 1
REPLACED = {"replaced": "A reserve takes its place.", "unreadable": "No reserve is left."}
DAYS = ["%Y-%m-%d", "%d/%m/%Y"]


class RecordFormat(StrEnum):
    """The formats of the record."""

    text = "text"
    html = "html"


def sample(
    term: Annotated[
        str | None, typer.Option(metavar="TERM", help="Such as 2026-autumn; the next audit's where it is not given.")
    ] = None,
    size: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="How many advices to choose.")] = 6,
    reserve: Annotated[
        int, typer.Option(min=0, metavar="NUMBER", help="How many more stand ready for any that cannot be read.")
    ] = 6,
    seed: Annotated[
        int | None, typer.Option(min=0, metavar="NUMBER", help="The number that decides; a new one where not given.")
    ] = None,
    source: Annotated[
        str, typer.Option("--from", metavar="SOURCE", help="A folder, a register (CSV or Excel), or the word store.")
    ] = "store",
    by_service: Annotated[bool, typer.Option("--by-service", help="Draw a fair share from each service.")] = False,
    skip_terms: Annotated[
        int,
        typer.Option(
            min=0, max=30, metavar="NUMBER", help="Leave out advices sampled in so many terms before this one."
        ),
    ] = 3,
    first: Annotated[
        datetime | None,
        typer.Option(
            "--completed-from", formats=DAYS, metavar="DAY", help="Earliest day of completion, such as 01/09/2026."
        ),
    ] = None,
    last: Annotated[
        datetime | None, typer.Option("--completed-to", formats=DAYS, metavar="DAY", help="Latest day of completion.")
    ] = None,
    again: Annotated[
        str | None, typer.Option(metavar="REASON", help="Draw anew for a term that has a sample, and why.")
    ] = None,
    draw_only: Annotated[
        bool, typer.Option("--draw-only", help="Draw now, audit later with the same command.")
    ] = False,
    rubric: Annotated[str, typer.Option(metavar="RUBRIC", help="A rubric's name, or a rubric file.")] = "swindon-2022",
    format: Annotated[
        RecordFormat, typer.Option(metavar="FORMAT", help="The record as text or html.")
    ] = RecordFormat.text,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the record to this file, such as record.html.")
    ] = None,
    identify: IdentifyOption = False,
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Draw a term's sample and audit it.

    The lots decide; a one-page record is printed that anybody can check.

    Example: advice-audit sample --term 2026-autumn --from "Advices 2026"

    The same command again shows the same sample. Advices that cannot be read are replaced from the reserve.
    """
    from secrets import randbelow

    from advice_audit.sampling.frame import build_frame, with_known_facts
    from advice_audit.sampling.keep import Plan, draw_sample, next_due, sampled_lately
    from advice_audit.terms import parse_term

    who, today = person(by), date.today()
    with opened(store, create=True) as kept:
        with kept.session() as session:
            wanted = parse_term(term) if term else next_due(session, today).term
            drawn = _earlier(session, wanted, seed, again)
            if drawn is None:
                words, listed = _candidates(session, source)
                start, end = _period(wanted, first, last)
                recent = sampled_lately(session, wanted, skip_terms)
                known = with_known_facts(session, listed)
                frame = build_frame(words, known, first=start, last=end, recent=recent, recent_terms=skip_terms)
                number = randbelow(MOST) if seed is None else seed
                drawn = draw_sample(session, Plan(wanted, size, reserve, number, by_service, again), frame, by=who)
        if not draw_only:
            _audit(kept, drawn, rubric, who, today)
        _print(kept, drawn, today, who, format, out, identify)


def _candidates(session: "Session", source: str) -> "tuple[str, list[Candidate]]":
    from advice_audit.errors import ConfigurationError
    from advice_audit.sampling.frame import ENDINGS, STORE, from_folder, from_register, from_store

    path = Path(source)
    if source == STORE and not path.exists():
        return from_store(session)
    if path.is_dir():
        return from_folder(path)
    if path.suffix.lower() in ENDINGS:
        return from_register(path)
    raise ConfigurationError("bad-source", f"{source}: not a folder, a register (.csv or .xlsx), or the word store")


def _period(term: "AuditTerm", first: datetime | None, last: datetime | None) -> tuple[date, date]:
    """Return the days of completion: from the end of the last audit month, so that no advice can never be chosen."""
    from advice_audit.rubric.calendar import add_months

    start = min(add_months(term.shifted(-1).audit_month, 1), term.first)
    return first.date() if first else start, last.date() if last else term.last


def _earlier(session: "Session", term: "AuditTerm", seed: int | None, again: str | None) -> "Sample | None":
    """Return the sample that a term has, unless another one is asked for."""
    from advice_audit.sampling.keep import samples_of

    earlier = samples_of(session, term)
    if not earlier or again or (seed is not None and seed != earlier[-1].seed):
        return None
    say(f"The sample for the {term.title} was drawn on {earlier[-1].drawn_at:%d/%m/%Y}; this is it.")
    return earlier[-1]


def _audit(store: "Store", drawn: "Sample", rubric: str, who: str, today: date) -> None:
    from advice_audit.rubric.load import load_rubric
    from advice_audit.sampling.auditing import audit_sample, auditor
    from advice_audit.sampling.keep import items_of, waiting
    from advice_audit.versions import model_version, rubric_hash

    with store.reading() as session:
        number = len(waiting(session, drawn.id))
    if not number:
        return
    loaded = load_rubric(rubric)
    say(f"Auditing {number} advice{'' if number == 1 else 's'}; this takes a few seconds each.")
    versions = {"rubric_id": loaded.id, "rubric_hash": rubric_hash(loaded), "model_version": model_version()}
    for item, _ in audit_sample(store, drawn.id, auditor(loaded, today), versions, by=who):
        with store.reading() as session:
            now = next(one for one in items_of(session, drawn.id) if one.position == item.position)
        if now.state != "audited":
            say(f"Number {now.position}: {now.note} " + REPLACED[now.state])


def _print(
    store: "Store", drawn: "Sample", today: date, who: str, format: RecordFormat, out: Path | None, identify: bool
) -> None:
    from advice_audit.reports.sample_record import in_html, in_text
    from advice_audit.sampling.record import sample_record
    from advice_audit.store.events import record

    with store.session() as session:
        shown = sample_record(session, drawn, today=today, identify=identify)
        if identify:
            record(session, who, "names-shown", f"sample {drawn.id}", export="sample record")
    width = shutil.get_terminal_size((100, 24)).columns
    content = in_html(shown) if format is RecordFormat.html else in_text(shown, width=width).encode()
    deliver(content, out, "Record")
    say(f"The seed is {shown.seed}. Next: advice-audit moderate --term {shown.term}")
