"""How a term's advices were chosen, and who audited them."""

from typing import Any

from advice_audit.reports.term_model import Auditor, Chosen, ChosenItem, Excluded
from advice_audit.reports.words import PURPOSES
from advice_audit.summaries.grading import service_name
from advice_audit.summaries.view import View

NOT_SAID = "Purpose not given"


def chosen_of(view: View) -> Chosen | None:
    """Return how the sample was drawn; None where there is none."""
    tables, term = view.tables, str(view.term)
    rows = tables.samples[tables.samples.term == term]
    if not len(rows):
        return None
    sample: Any = rows.iloc[0]
    items = tables.sampled[tables.sampled.sample_id == sample.id]
    meant = items[items.role == "chosen"]
    excluded = [Excluded(reason=str(k), count=_number(v)) for k, v in dict(sample.excluded).items()]
    return Chosen(
        size=int(sample["size"]),
        population=view.population(term),
        method=sample.method,
        term_population=int(sample.population),
        source=sample.source,
        seed=int(sample.seed),
        stratified_by=sample.stratified_by,
        drawn_on=sample.drawn_at.date(),
        drawn_by=view.names.person(sample.drawn_by),
        excluded=tuple(row for row in excluded if row.count),
        items=tuple(_item(view, item) for item in meant.itertuples()),
        reserves=int((items.role == "reserve").sum()),
        replaced=int(items.replaces.notna().sum()),
        unreadable=int((items.state == "unreadable").sum() + (items.state == "replaced").sum()),
    )


def _number(value: Any) -> int:
    return len(value) if isinstance(value, list | dict) else int(value)


def _item(view: View, item: Any) -> ChosenItem:
    audit: Any = (
        view.tables.audits.loc[int(item.audit_id)] if item.audit_id == item.audit_id and item.audit_id else None
    )
    advice = view.samples[str(view.term)].get(int(item.audit_id)) if audit is not None else None
    service = item.service or (audit.service if audit is not None else None)
    return ChosenItem(
        label=item.label,
        name=view.names.file(item.path),
        service=service_name(service),
        purpose=purpose_name(audit.purpose if audit is not None else None),
        completed=audit.completed if audit is not None else None,
        role="reserve" if item.replaces is not None and item.replaces == item.replaces else "chosen",
        state=item.state,
        grade=advice.grade if advice else None,
        machine_grade=advice.machine_grade if advice else None,
        auditors=tuple(view.names.person(name) for name in advice.by_person) if advice else (),
    )


def purpose_name(purpose: str | None) -> str:
    """Return what an advice was written for, in words."""
    return PURPOSES.get(purpose or "", NOT_SAID)


def auditors_of(view: View) -> tuple[Auditor, ...]:
    """Return who finished audits of this term's sample, and what they changed of the program's."""
    tables = view.tables
    ids = list(view.samples[str(view.term)])
    rows = tables.moderations[tables.moderations.audit_id.isin(ids)]
    found = []
    for name in sorted(set(rows.auditor)):
        done = rows[rows.auditor == name].id.tolist()
        judged = tables.judged[tables.judged.moderation_id.isin(done)]
        decisions = tables.decided[tables.decided.moderation_id.isin(done)].decision
        found.append(
            Auditor(
                name=view.names.person(name),
                audits=len(done),
                changed=int((~judged.agrees.astype(bool)).sum()),
                dismissed=int((decisions == "dismiss").sum()),
                added=int((decisions == "add").sum()),
            )
        )
    return tuple(found)
