"""The auditor proper: some files are read, parsed together and judged, with the time that each step took."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from advice_audit.batch.fetch import Stamp, hash_of, local_copy, steadily
from advice_audit.batch.work import Outcome, Settings, Task, lost
from advice_audit.documents import open_document
from advice_audit.documents.model import Document
from advice_audit.errors import UnreadableDocument
from advice_audit.rubric.model import Rubric

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

INTERNAL = "internal"
Tell = Callable[[int], None]
"""Told the position of a task when work on it begins, so that a crash can be put down to it."""


@dataclass
class _Read:
    position: int
    task: Task
    document: Document
    stamp: Stamp
    seconds: float


def audit_tasks(tasks: Sequence[Task], settings: Settings, tell: Tell) -> Iterator[tuple[int, Outcome]]:
    """Audit files and yield each one's position and outcome, in no fixed order.

    Args:
        tasks: the files.
        settings: rubric, day and limits.
        tell: called with a task's position as work on it begins.
    """
    from advice_audit.language.pipeline import load

    # Before the first word, so that a worker's start is not put down to its first file.
    nlp = load()
    rubric = _rubric(settings.rubric)
    read: list[_Read] = []
    for position, task in enumerate(tasks):
        tell(position)
        got = _read(position, task)
        if isinstance(got, Outcome):
            yield position, got
        else:
            read.append(got)
    if read:
        # What the vocabulary learns of these files' words is forgotten with them: it would grow for ever.
        with nlp.memory_zone():
            yield from _judge(nlp, read, rubric, settings, tell)


_RUBRICS: dict[str, Rubric] = {}


def _rubric(text: str) -> Rubric:
    if text not in _RUBRICS:
        _RUBRICS.clear()
        _RUBRICS[text] = Rubric.model_validate_json(text)
    return _RUBRICS[text]


def _read(position: int, task: Task) -> _Read | Outcome:
    begun = perf_counter()
    try:
        for seen in steadily(task.path):
            got = _open(position, task, seen)
    except UnreadableDocument as error:
        return lost(task.path, error.code, error.message)
    if isinstance(got, _Read):
        got.seconds = perf_counter() - begun
    return got


def _open(position: int, task: Task, seen: Stamp) -> _Read | Outcome:
    with local_copy(task.path) as path:
        digest = hash_of(path) if task.known_sha256 else None
        if digest is not None and digest == task.known_sha256:
            return Outcome(path=task.path, state="unchanged", size=seen[0], mtime_ns=seen[1])
        try:
            return _Read(position, task, open_document(path), seen, 0.0)
        except UnreadableDocument as error:
            known = error.code not in ("unreadable", "not-a-file")
            outcome = lost(task.path, error.code, error.message, hash_of(path) if known else None)
        except Exception as error:
            outcome = lost(task.path, INTERNAL, _own_fault(error))
        return outcome.model_copy(update={"size": seen[0], "mtime_ns": seen[1]})


def _own_fault(error: Exception) -> str:
    # Only the kind of error is told: its text could hold words of the advice.
    return f"The auditor itself failed on this file ({type(error).__name__}). Please report it."


def _judge(
    nlp: "Language", read: list[_Read], rubric: Rubric, settings: Settings, tell: Tell
) -> Iterator[tuple[int, Outcome]]:
    for one, doc, seconds in _parse(nlp, read, tell):
        if isinstance(doc, Exception):
            yield one.position, lost(one.task.path, INTERNAL, _own_fault(doc))
            continue
        begun = perf_counter()
        try:
            outcome = _audited(one, doc, rubric, settings)
        except Exception as error:
            outcome = lost(one.task.path, INTERNAL, _own_fault(error))
        outcome.seconds = {"read": one.seconds, "parse": seconds, "judge": perf_counter() - begun}
        # It keeps spans of itself, which only a later sweep would free.
        doc.user_data.clear()
        yield one.position, outcome


def _parse(nlp: "Language", read: list[_Read], tell: Tell) -> "Iterator[tuple[_Read, Doc | Exception, float]]":
    """Parse together; where that fails, one by one, so that a document takes no other with it."""
    from advice_audit.language.pipeline import annotate

    begun = perf_counter()
    try:
        docs: list[Doc] = list(annotate(nlp, [one.document for one in read]))
    except Exception:
        for one in read:
            tell(one.position)
            begun = perf_counter()
            parsed = _parse_one(nlp, one.document)
            yield one, parsed, perf_counter() - begun
        return
    seconds = perf_counter() - begun
    letters = sum(len(one.document.text) for one in read) or 1
    for one, doc in zip(read, docs, strict=True):
        yield one, doc, seconds * len(one.document.text) / letters


def _parse_one(nlp: "Language", document: Document) -> "Doc | Exception":
    from advice_audit.language.pipeline import annotate

    try:
        return next(annotate(nlp, [document]))
    except Exception as error:
        return error


def _audited(one: _Read, doc: "Doc", rubric: Rubric, settings: Settings) -> Outcome:
    from advice_audit.audit import audit_doc

    result = audit_doc(doc, rubric, one.task.path, today=settings.today)
    people = [name for person in doc._.people.people for name in person.names] if doc._.people else []
    size, mtime_ns = one.stamp
    return Outcome(path=one.task.path, state="audited", result=result, size=size, mtime_ns=mtime_ns, people=people)
