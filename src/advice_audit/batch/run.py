"""One batch from beginning to end."""

import getpass
import os
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from uuid import uuid4

from advice_audit.batch.engine import EngineName, audit_chunks
from advice_audit.batch.files import Finding, find_files, named_kinds
from advice_audit.batch.keep import Keeper
from advice_audit.batch.lock import only_batch
from advice_audit.batch.log import JobLog
from advice_audit.batch.plan import Plan, make_plan
from advice_audit.batch.summary import BatchSummary, FailedFile, log_id
from advice_audit.batch.work import REAL_AUDITOR, Outcome, Settings
from advice_audit.errors import AdviceAuditError, ConfigurationError
from advice_audit.results import Grade, RubricRef
from advice_audit.rubric.model import Rubric
from advice_audit.versions import model_version, rubric_hash

if TYPE_CHECKING:
    from advice_audit.store import Store

_MEMORY = 500 * 1024 * 1024
FOLDER_UNREAD = "folder-unreadable"


@dataclass(frozen=True)
class BatchOptions:
    """What a batch is asked to do.

    `places` are files, folders and addresses. `seconds` is how long one file may take. `auditor` names the function
    that workers call, as in `work.Settings`; `log` is a place for `JobLog`.
    """

    places: tuple[str, ...]
    store: str
    rubric: Rubric
    engine: EngineName = "local"
    jobs: int = 1
    scheduler: str = ""
    today: date = field(default_factory=date.today)
    seconds: float = 120.0
    log: str | None = None
    auditor: str = REAL_AUDITOR


class Progress(NamedTuple):
    """How far a batch is: files done and to do, seconds since the work began, and the files that just failed."""

    done: int
    total: int
    seconds: float
    failed: tuple[FailedFile, ...] = ()


Watcher = Callable[[Progress], None]


def default_jobs() -> int:
    """Return how many workers suit this computer: one a processor that we may use, as far as memory goes."""
    from psutil import virtual_memory

    return max(1, min(usable_processors(), int(virtual_memory().available) // _MEMORY))


def usable_processors() -> int:
    """Return how many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_batch(options: BatchOptions, watch: Watcher = lambda _: None) -> BatchSummary:
    """Audit what is new or changed, and keep it.

    Args:
        options: what to do.
        watch: told of progress after each portion of work.

    Raises:
        AdviceAuditError: nothing to audit, another batch on this store, a store that refuses. What was kept before
            stays; the next batch goes on from there.
    """
    from advice_audit.store import open_store

    run = uuid4().hex[:12]
    with JobLog(options.log, run) as log:
        try:
            with ExitStack() as stack:
                store = stack.enter_context(open_store(options.store))
                stack.enter_context(only_batch(store))
                return _run(options, store, run, log, watch)
        except AdviceAuditError as error:
            log.write("stopped", code=error.code, exit_code=error.exit_code)
            raise


def _run(options: BatchOptions, store: "Store", run: str, log: JobLog, watch: Watcher) -> BatchSummary:
    from advice_audit.store import known_audits

    begun = time.monotonic()
    summary = _new_summary(options, store, run)
    found = find_files(options.places)
    if not found.files and not found.unread:
        message = f"{', '.join(options.places)}: no advice found there (files ending in {named_kinds()})"
        raise ConfigurationError("no-advices", message)
    with store.reading() as session:
        known = known_audits(session, summary.rubric_hash, summary.model_version, "batch")
    plan = make_plan(found.files.values(), known)
    log.write("started", found=len(found.files), to_audit=len(plan.tasks), engine=options.engine, jobs=options.jobs)
    by = _user()
    keeper = Keeper(store, options.rubric.id, summary.rubric_hash, summary.model_version, by, known)
    _work(options, plan, _Recorder(summary, keeper, log, watch, len(plan.tasks)))
    _conclude(summary, found, plan, options.rubric, store)
    summary.seconds = round(time.monotonic() - begun, 3)
    _record(store, by, summary)
    log.write("finished", exit_code=summary.exit_code(), **_counts(summary))
    return summary


def _new_summary(options: BatchOptions, store: "Store", run: str) -> BatchSummary:
    rubric = options.rubric
    return BatchSummary(
        run=run,
        store=store.place,
        rubric=RubricRef(id=rubric.id, title=rubric.title),
        rubric_hash=rubric_hash(rubric),
        model_version=model_version(),
        engine=options.engine,
        jobs=options.jobs,
        started=datetime.now(UTC).astimezone().replace(microsecond=0),
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "batch"


def _work(options: BatchOptions, plan: Plan, recorder: "_Recorder") -> None:
    if not plan.tasks:
        return
    settings = Settings(
        rubric=options.rubric.model_dump_json(),
        today=options.today,
        seconds=options.seconds,
        auditor=options.auditor,
        parent=os.getpid() if options.engine == "local" else None,
    )
    # Each advice by itself: two parsed together take some 30 MiB more, and a worker is near its limit.
    chunks = [(task,) for task in plan.tasks]
    jobs = min(options.jobs, len(chunks))
    work = audit_chunks(chunks, settings, engine=options.engine, jobs=jobs, scheduler=options.scheduler)
    with closing(work):  # type: ignore[type-var]
        for outcomes in work:
            recorder.take(outcomes)
    recorder.end()


@dataclass
class _Recorder:
    """Keeps outcomes, counts them and tells of them."""

    summary: BatchSummary
    keeper: Keeper
    log: JobLog
    watch: Watcher
    total: int
    done: int = 0
    spent: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    begun: float = field(default_factory=time.monotonic)

    def take(self, outcomes: Iterable[Outcome]) -> None:
        outcomes = list(outcomes)
        begun = time.monotonic()
        kept = self.keeper.keep(outcomes)
        self.spent["write"] += time.monotonic() - begun
        failed = tuple(_failure(one) for one in outcomes if one.state == "unreadable")
        for outcome in outcomes:
            self._count(outcome, kept.get(outcome.path))
        self.summary.failed += failed
        self.done += len(outcomes)
        self.watch(Progress(self.done, self.total, time.monotonic() - self.begun, failed))

    def _count(self, outcome: Outcome, audit_id: int | None) -> None:
        for step, seconds in outcome.seconds.items():
            self.spent[step] += seconds
        self.summary.audited += outcome.state == "audited"
        self.summary.unchanged += outcome.state == "unchanged"
        code = outcome.result.error.code if outcome.result and outcome.result.error else None
        milliseconds = {step: round(1000 * value) for step, value in outcome.seconds.items()}
        self.log.write(
            outcome.state, file=log_id(outcome.path), audit=audit_id, code=code, **_document(outcome), **milliseconds
        )

    def end(self) -> None:
        seconds = time.monotonic() - self.begun
        self.summary.rate = round(self.summary.audited / seconds, 3) if seconds else 0.0
        self.summary.spent = {step: round(value, 3) for step, value in self.spent.items()}


def _document(outcome: Outcome) -> dict[str, str | None]:
    if outcome.result is None:
        return {}
    return {"document": outcome.result.sha256[:12] if outcome.result.sha256 else None, "grade": outcome.result.grade}


def _failure(outcome: Outcome) -> FailedFile:
    assert outcome.result is not None and outcome.result.error is not None
    error = outcome.result.error
    return FailedFile(file=outcome.path, id=log_id(outcome.path), code=error.code, message=error.message)


def _conclude(summary: BatchSummary, found: Finding, plan: Plan, rubric: Rubric, store: "Store") -> None:
    """Add how everything found stands, audited now or before."""
    from advice_audit.scoring import GRADES, passes
    from advice_audit.store.seen import standings

    with store.reading() as session:
        standing = standings(session, "batch")
    failed = {one.file for one in summary.failed}
    for path in plan.unchanged:
        before = standing[path]
        if before.error_code is not None:
            message = before.error_message or ""
            summary.failed.append(FailedFile(file=path, id=log_id(path), code=before.error_code, message=message))
            failed.add(path)
    for folder, reason in found.unread.items():
        message = f"The folder cannot be searched ({reason})."
        summary.failed.append(FailedFile(file=folder, id=log_id(folder), code=FOLDER_UNREAD, message=message))
    summary.failed.sort(key=lambda one: one.file)
    grades = Counter(
        one.grade for path in found.files if path not in failed and (one := standing.get(path)) and one.grade
    )
    summary.grades = {grade: grades[grade] for grade in GRADES if grade in grades}
    summary.below = sum(count for grade, count in grades.items() if not passes(rubric, cast("Grade", grade)))
    summary.found = len(found.files)
    summary.unchanged += len(plan.unchanged)
    summary.unreadable = len(summary.failed)


def _counts(summary: BatchSummary) -> dict[str, Any]:
    names = ("found", "unchanged", "audited", "unreadable", "below", "seconds", "rate")
    return {name: getattr(summary, name) for name in names}


def _record(store: "Store", by: str, summary: BatchSummary) -> None:
    from advice_audit.store import record

    if summary.audited:
        with store.session() as session:
            record(session, by, "batch-run", summary.run, when=None, **_counts(summary))
