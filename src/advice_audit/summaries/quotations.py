"""Short quotations of what is done well, taken from the advices of the sample where their files can still be read.

A quotation is a unit or a sentence that no finding touches, in an advice that meets the criterion. People in it are
named by who they are to the child; one that still holds a name is not used.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from advice_audit.reports.term_model import Quotation
from advice_audit.summaries.agreed import Advice
from advice_audit.summaries.masking import Names
from advice_audit.summaries.view import View

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# Where the words stand that show a criterion at its best.
QUOTABLE: Mapping[str, str] = {
    "views.child-voice": "child_views",
    "views.aspirations": "child_aspirations",
    "views.family-attributed": "family_views",
    "needs.source": "needs",
    "needs.frequency": "needs",
    "needs.impact": "needs",
    "outcomes.smart": "outcomes",
    "outcomes.change": "outcomes",
    "provision.specified": "provisions",
    "involvement.effectiveness": "current_involvement",
    "involvement.methodology": "methodology",
    "process.oversight": "signoff",
}
UNITS = ("needs", "outcomes", "provisions")
LEAST, MOST = 7, 32
"""Words of a quotation."""
EACH = 2
PEOPLE = {
    "child": "[the child]",
    "carer": "[the parent]",
    "professional": "[a worker]",
    "other_child": "[another child]",
}


def quotations_of(view: View, terms: Sequence[str]) -> dict[str, list[Quotation]]:
    """Return quotations by criterion, at most two for each and from different advices."""
    found: dict[str, list[Quotation]] = {}
    used: set[str] = set()
    for advice, doc in _docs(view, terms):
        label = view.label(advice.audit_id)
        free = _free(view, advice, doc)
        for criterion, place in QUOTABLE.items():
            have = found.setdefault(criterion, [])
            if advice.verdicts.get(criterion) != "met" or len(have) >= EACH:
                continue
            text = next((t for t in _texts(view.names, doc, place, free) if t not in used), None)
            if text is not None:
                used.add(text)
                have.append(Quotation(text=text, label=label))
    return {criterion: quotes for criterion, quotes in found.items() if quotes}


def _docs(view: View, terms: Sequence[str]) -> "Iterator[tuple[Advice, Doc]]":
    from advice_audit.documents import open_document
    from advice_audit.errors import UnreadableDocument
    from advice_audit.language.pipeline import annotate, load

    for number, advice in ((n, a) for term in terms for n, a in view.samples[term].items()):
        row = view.tables.audits.loc[number]
        path = Path(row.path)
        if not _same(path, row.sha256):
            continue
        try:
            document = open_document(path)
        except UnreadableDocument:
            continue
        (doc,) = annotate(load(), [document])
        yield advice, doc


def _same(path: Path, sha256: str | None) -> bool:
    """Tell whether a file is still the one that was audited: another version may say something else."""
    try:
        return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    except OSError:
        return False


def _free(view: View, advice: Advice, doc: "Doc") -> list[bool]:
    """Return for each character whether no finding touches it."""
    free = [True] * (len(doc.text) + 1)
    rows = view.tables.findings[view.tables.findings.audit_id == advice.audit_id]
    # A finding in dispute counts as one here: nobody should be shown as a model what an auditor objects to.
    dismissed = view.tables.stands[advice.audit_id].dismissed
    for row in rows[~rows.ordinal.isin(list(dismissed)) & rows.start.notna()].itertuples():
        start, end = int(row.start), int(row.end)
        free[start:end] = [False] * (end - start)
    return free


def _texts(names: Names, doc: "Doc", place: str, free: Sequence[bool]) -> Iterator[str]:
    for span in _spans(doc, place):
        words = sum(token.is_alpha for token in span)
        if LEAST <= words <= MOST and all(free[span.start_char : span.end_char]):
            text = shown(names, doc, span)
            if text is not None:
                yield text


def _spans(doc: "Doc", place: str) -> "list[Span]":
    if place in UNITS:
        return [unit._.quote if unit._.quote is not None else unit for unit in doc.spans[place]]
    sentences = [s for s in doc.spans["sentences"] if s.label_ == place]
    # The child's own words are what a reader looks for in the child's section.
    return (
        sorted(sentences, key=lambda s: not any(mark in s.text for mark in "“\"‘'"))
        if place.startswith("child")
        else sentences
    )


def shown(names: Names, doc: "Doc", span: "Span") -> str | None:
    """Return a span's words with people named by who they are; None where a name would be left.

    Args:
        names: how people are shown in this report.
        doc: the advice.
        span: words of it.
    """
    if names.identified:
        return " ".join(span.text.split())
    text, at = "", span.start_char
    for person in doc.spans["people"]:
        if person.start_char < span.start_char or person.end_char > span.end_char:
            continue
        known = PEOPLE.get(person.label_, "[a person]")
        own = person.text
        text += doc.text[at : person.start_char] + (known if _named(own) else own)
        at = person.end_char
    text = " ".join((text + doc.text[at : span.end_char]).split())
    masked = names.text(text)
    return text if masked == text else None


def _named(words: str) -> bool:
    from advice_audit.language.people_words import NOT_NAMES

    return any(
        w[:1].isupper() and w.strip("'’.,").removesuffix("'s").removesuffix("’s").casefold() not in NOT_NAMES
        for w in words.split()
    )
