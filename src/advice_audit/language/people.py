"""Who is who: reads the facts of the form, finds the people of the text. Writes `doc.spans["people"]`.

Spans are labelled `child`, `carer`, `professional`, `other_child`, `relative` or `person` (somebody, no more is known);
`_.person` is the `Person`, `_.confidence` how sure the label is. `doc._.people` has everyone, `doc._.facts` what the
advice says about itself.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from advice_audit.language.extensions import register
from advice_audit.language.facts import Facts, Person, Roster

if TYPE_CHECKING:
    from advice_audit.language.details import Form
    from advice_audit.language.people_find import Mention


@Language.factory("advice_people", requires=["doc.spans"], assigns=["doc.spans"])
def make_people(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that writes `doc.spans["people"]`, `doc._.people` and `doc._.facts`."""
    register()
    return add_people


def add_people(doc: Doc) -> Doc:
    """Write the facts, the roster and the mentions of people."""
    # The patterns of these modules take long to compile; a load need not wait for them.
    from advice_audit.language.details import read_form
    from advice_audit.language.people_child import child_forms, child_name
    from advice_audit.language.people_find import find_people

    form = read_form(doc)
    name = child_name(doc, form)
    forms = child_forms(doc, name) if name else ()
    doc._.facts = facts_of(doc, form, name, forms)
    mentions = find_people(doc, forms, doc._.facts)
    people = {m.person.names: m.person for m in mentions}
    if name:
        people.setdefault(forms, Person("child", forms))
    doc._.people = Roster(tuple(people.values()))
    doc.spans["people"] = _spans(doc, mentions)
    return doc


def facts_of(doc: Doc, form: "Form", name: str | None, forms: tuple[str, ...]) -> Facts:
    """Gather the facts of an advice."""
    from advice_audit.language.pronouns import pronouns_of
    from advice_audit.language.purpose import purpose_of
    from advice_audit.language.request_date import requested_in_prose

    dates = dict(form.dates)
    purpose = purpose_of(doc)
    return Facts(
        child=name,
        pronouns=pronouns_of(doc, forms),
        dob=dates.get("dob"),
        requested=dates.get("requested") or requested_in_prose(doc),
        completed=dates.get("completed"),
        meeting=dates.get("meeting") if purpose in (None, "annual_review") else None,
        purpose=purpose,
        service=form.service,
        author=form.author,
    )


def _spans(doc: Doc, mentions: list["Mention"]) -> list[Span]:
    spans: list[Span] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        span = doc.char_span(mention.start, mention.end, label=mention.person.kind, alignment_mode="expand")
        if span is not None and (not spans or span.start >= spans[-1].end):
            span._.person = mention.person
            span._.confidence = mention.confidence
            spans.append(span)
    return spans
