"""privacy.identity: it is this child's advice throughout.

What the standard asks:
    What is shared is this child's own (Swindon practice standards 2022, "Social care information: comprehensive,
    proportionate and relevant"). Text carried over from another child's advice shows in a wrong name, pronoun or date
    of birth.

What a finding is:
    A name that stands where this child's should and belongs to nobody in the advice; a pronoun of the other gender with
    nobody near it to whom it could belong; a date of birth other than this child's.

What good looks like:
    One name, one set of pronouns and one date of birth from the first page to the last.

Known limits:
    A wrong pronoun in a sentence, or just after one, that has somebody of that gender in it is not found. A child
    who is called "they" is not checked for pronouns.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.model import Checked, Context, Finding
from advice_audit.checks.privacy._carried_over import wrong_births, wrong_names, wrong_pronouns

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from advice_audit.language.facts import Facts


def check(doc: "Doc", context: Context) -> Checked:
    """Report names, pronouns and dates of birth of some other child."""
    facts: Facts | None = doc._.facts
    if facts is None or facts.child is None:
        return Checked()
    first = facts.child.split()[0]
    findings: list[Finding] = []
    names = wrong_names(doc)
    for span, sure in names:
        findings.append(
            context.finding(
                f"“{span.text}” stands where {first}'s name should, and nobody of that name is in this advice.",
                f"Put {first}'s name, and read the whole passage again for more from another advice.",
                span,
                confidence=sure,
            )
        )
    for span, sure in wrong_pronouns(doc, facts, names):
        findings.append(
            context.finding(
                f"“{span.text}” does not fit {first}, and nobody else near it is meant.",
                f"Write it with the pronouns that the rest of the advice uses for {first}, or say who is meant.",
                span,
                confidence=sure,
            )
        )
    for span in wrong_births(doc, facts):
        message = f"Another date of birth for {first} than the one on the form."
        findings.append(context.finding(message, "Check both dates and keep the right one.", span, confidence=0.9))
    return Checked(tuple(findings))
