"""Makers of tiny labelled advices from the unit sets `passages` and `voices`."""

from collections.abc import Callable
from datetime import date
from typing import Any

from advice_audit.evaluation.gold import GoldFinding
from advice_audit.training.minis import Labelled, document_of, mini_document

WRITER = "writer"
HALVES = {"plans_only": ("barriers",), "barriers_only": ("plans",), "none": ("plans", "barriers")}


def _one(criterion: str, heading: str, good: frozenset[str], section: str | None = None) -> Callable[..., Labelled]:
    """Make a maker for a kind of passage: a finding where the label is not a good one, quoting it under a section."""

    def make(item: dict[str, Any], writer: str) -> Labelled:
        findings: tuple[GoldFinding, ...] = ()
        if item["label"] not in good:
            quote = item["text"].split("\n")[0] if section else None
            missing = HALVES.get(item["label"], ())
            findings = (GoldFinding(criterion=criterion, section=section, quote=quote, missing=missing),)
        document = mini_document([(heading, item["text"])], age=int(item.get("age", 9)))
        return Labelled(document, findings, writer, frozenset({criterion}))

    return make


def _current(item: dict[str, Any], writer: str) -> Labelled:
    dob, completed = (date.fromisoformat(str(item[key])) for key in ("dob", "completed"))
    front = ["Name: Sam", f"Date of birth: {dob:%d %B %Y}", f"Date completed: {completed:%d %B %Y}"]
    findings: tuple[GoldFinding, ...] = ()
    if item["label"] == "out_of_date":
        findings = (GoldFinding(criterion="general.current", section="current_involvement", quote=item["text"]),)
    document = document_of(front, [("Current situation", item["text"])])
    return Labelled(document, findings, writer, frozenset({"general.current"}))


KINDS: dict[str, Callable[[dict[str, Any], str], Labelled]] = {
    "aspirations": _one("views.aspirations", "Sam's aspirations", frozenset({"differentiated"})),
    "adulthood": _one("views.adulthood", "Sam's aspirations", frozenset({"both"})),
    "child_voice": _one("views.child-voice", "Sam's views", frozenset({"direct_speech", "other_method"})),
    "chronology": _one("involvement.chronology", "Record of previous involvement", frozenset({"record", "nil_statement"})),
    "chronology_sentence": _one(
        "involvement.chronology", "Record of previous involvement", frozenset({"ok"}), "chronology"
    ),
    "methodology": _one("involvement.methodology", "How we reached our view", frozenset({"ok"}), "methodology"),
    "effectiveness": _one(
        "involvement.effectiveness", "Current involvement", frozenset({"says_whether_it_helps", "no_service"})
    ),
    "reason": _one("involvement.reason", "Reason for this advice", frozenset({"given"})),
    "consent": _one("process.consent", "Consent", frozenset({"given"})),
    "oversight": _one("process.oversight", "Management oversight", frozenset({"full"})),
    "met_elsewhere": _one("needs.met-elsewhere", "Needs met elsewhere", frozenset({"ok"}), "needs_met_elsewhere"),
    "current": _current,
}  # fmt: skip


def passage(item: dict[str, Any], writer: str) -> Labelled | None:
    """Make the tiny advice of one passage, or None for a kind that no criterion learns from."""
    make = KINDS.get(item["kind"])
    return make(item, writer) if make is not None else None


def voices(item: dict[str, Any], writer: str) -> Labelled | None:
    """Make the tiny advice of a run of sentences from a section of views, labelled by whose voice each one is."""
    from advice_audit.training.voices import TEST_WRITERS, make_item

    if writer in TEST_WRITERS or item["section"] not in ("child_views", "child_aspirations", "family_views"):
        return None
    family = item["section"] == "family_views"
    criterion = "views.family-attributed" if family else "views.child-separate"
    wrong = ("nobody", "professional") if family else ("nobody", "professional", "carer")
    findings = tuple(
        GoldFinding(criterion=criterion, section=item["section"], quote=s["text"])
        for s in item["sentences"]
        if s["voice"] in wrong and s.get("who") != WRITER
    )
    return Labelled(make_item(item, writer).document, findings, writer, frozenset({criterion}))


def names(item: dict[str, Any], writer: str) -> Labelled:
    """Make the tiny advice of a passage with its own child's name and those of other children.

    What is labelled of wrong names and pronouns in it is for measuring: a page has too little round a pronoun to learn from.
    """
    born, completed = (date.fromisoformat(str(item[key])) for key in ("dob", "completed"))
    front = [f"Name: {item['child']}", f"Date of birth: {born:%d/%m/%Y}", f"Date completed: {completed:%d/%m/%Y}"]
    criterion = "privacy.other-children"
    findings = tuple(GoldFinding(criterion=criterion, section=None, quote=q) for q in item["other_children"])
    document = document_of(front + list(item["front"] or ()), [(item["heading"], item["text"])])
    return Labelled(document, findings, writer, frozenset({criterion}))


MAKERS: dict[str, Callable[[dict[str, Any], str], Labelled | None]] = {
    "passages": passage,
    "voices": voices,
    "names": names,
}
