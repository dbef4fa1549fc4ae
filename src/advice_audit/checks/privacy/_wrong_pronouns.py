"""Pronouns that may have come with text from another child's advice: those of the other gender, and who is near them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advice_audit.language.canonical import text_of, tokens_of, words_of
from advice_audit.language.people_words import ANYBODY, FEMALE, MALE, NOT_NAMES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from advice_audit.language.facts import Facts

    Cues = dict[str, float]

_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_SUBJECTS, _OWNING = frozenset({"he", "she"}), frozenset({"his", "hers"})
_TELLS = frozenset(
    (
        "says said tells told reports reported feels felt thinks thought hopes hoped adds added explained recalls "
        "believes wishes knows worries finds asked wants"
    ).split()
)
# Here each paragraph or row stands alone, so whoever is meant must stand in it.
_ALONE = frozenset({"strengths", "needs", "outcomes", "provision_h1", "provision_h2", "needs_met_elsewhere"})
# Here a parent or worker may be meant who was last named a page ago.
_LEFT_OUT = frozenset({"family_views", "family_aspirations", "child_aspirations", "chronology"})
_CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "acl:relcl", "acl", "conj", "parataxis", "xcomp", "csubj"})
_REACH = 3


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the advice: words for people of the pronoun's gender, the child's names and pronouns, strangers."""

    others: "re.Pattern[str]"
    child: frozenset[str]
    right: frozenset[str]
    strangers: frozenset[str]


def wrong_pronouns(doc: "Doc", facts: "Facts", strangers: Iterable[str]) -> "Iterator[tuple[Span, Cues]]":
    """Yield each sentence's first pronoun of the other gender, and any reflexive, with what stands around it.

    Args:
        doc: annotated document.
        facts: for the child's pronouns; a child called "they" has none of the other gender.
        strangers: names that nothing in the advice introduces.
    """
    if facts.pronouns not in ("he", "she"):
        return
    wrong, right, others = (_SHE, _HE, FEMALE) if facts.pronouns == "he" else (_HE, _SHE, MALE)
    names = frozenset(w for p in doc._.people.of("child") for n in p.names for w in n.split())
    known = _Known(others, names, right, frozenset(strangers))
    before: list[Span] = []
    group: object = None
    blocks = _blocks(doc)
    for sentence in doc.spans["sentences"]:
        here = _group(blocks, sentence)
        if here != group:
            before, group = [], here
        found = [
            t for t in tokens_of(doc)[sentence.start : sentence.end] if t.lower_ in wrong and not _quoted(t, sentence)
        ]
        for number, token in enumerate(found):
            if number == 0 or token.lower_.endswith("self"):
                yield _phrase(token, sentence), _cues(token, sentence, before, known)
        before.append(sentence)


def _cues(token: "Token", sentence: "Span", before: "list[Span]", known: _Known) -> "Cues":
    word = token.lower_
    lead = sentence.doc[sentence.start : token.i]
    # "In his view, Mr Roe ..." points forward; so does a pronoun near the start.
    near = sentence if token.i - sentence.start < _REACH else lead
    gender = bool(known.others.search(words_of(near)))
    anyone = gender or bool(ANYBODY.search(words_of(near))) or _named(near, known)
    last = before[-1] if before else None
    gender_before = any(known.others.search(words_of(s)) for s in before)
    anyone_before = gender_before or any(ANYBODY.search(words_of(s)) or _named(s, known) for s in before)
    subject = _subject(token)
    own = subject is not None and _is_child(subject, known)
    child = any(_is_child(t, known) for t in lead)
    role = (
        "self" if word.endswith("self") else "subject" if word in _SUBJECTS else "owning" if _owns(token) else "object"
    )
    cues = {
        f"word {role}": 1.0,
        f"in {sentence.label_}": 1.0,
        "first word": float(token.i == sentence.start),
        "opens its paragraph": float(not before),
        "gender here": float(gender),
        "anyone here": float(anyone),
        "gender in sentence": float(bool(known.others.search(words_of(sentence)))),
        "gender before": float(gender_before),
        "anyone before": float(anyone_before),
        "gender just before": float(last is not None and bool(known.others.search(last.text))),
        "nobody": float(not anyone and not anyone_before),
        "nobody of the gender": float(not gender and not gender_before),
        "child here": float(child),
        "right pronoun here": float(any(t.lower_ in known.right for t in sentence)),
        "subject is child": float(own),
        "subject is other": float(subject is not None and not own and subject.i != token.i),
        "tells": float(token.i + 1 < sentence.end and token.nbor().lower_ in _TELLS),
        "child as object": float(any(_is_child(t, known) for t in sentence.doc[token.i + 1 : sentence.end])),
    }
    stranger = any(t.text in known.strangers for t in lead)
    cues["stranger here"] = float(stranger)
    cues["stranger just before"] = float(last is not None and any(t.text in known.strangers for t in last))
    cues["stranger is subject"] = float(subject is not None and subject.text in known.strangers)
    cues["own, nobody here"] = cues["subject is child"] * (1 - cues["anyone here"])
    cues["own, gender not here"] = cues["subject is child"] * (1 - cues["gender here"])
    excused = cues["tells"] or (cues["first word"] and cues["child as object"]) or sentence.label_ in _LEFT_OUT
    if sentence.label_ == "child_views" and not (child or cues["right pronoun here"]):
        excused = 1.0  # a parent's column can pass for the child's
    cues["by rule"] = cues["nobody"] * float(not excused)
    cues["stranger, by rule"] = max(cues["stranger here"], cues["stranger is subject"]) * float(not excused)
    for name in ("subject is child", "nobody", "nobody of the gender", "own, gender not here", "subject is other"):
        cues[f"{role}, {name}"] = cues[name]
    cues["opens, subject, none of the gender"] = (
        float(role == "subject") * cues["first word"] * cues["nobody of the gender"]
    )
    cues["alone, nobody"] = float(sentence.label_ in _ALONE) * cues["nobody"]
    cues["alone, none of the gender"] = float(sentence.label_ in _ALONE) * cues["nobody of the gender"]
    cues["child's section, first, nobody"] = float(sentence.label_ == "child_views") * cues["nobody"]
    return cues


def _owns(token: "Token") -> bool:
    return bool(token.tag_ == "PRP$" or token.dep_ == "nmod:poss" or token.lower_ == "his")


def _subject(token: "Token") -> "Token | None":
    """Return the subject of the clause that a pronoun stands in (itself, where it is the subject)."""
    verb = token
    for _ in range(12):
        if verb.dep_ in _CLAUSES or verb.head.i == verb.i:
            subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
            if subject is not None or verb.head.i == verb.i or verb.dep_ not in ("conj", "xcomp", "advcl"):
                return subject
        verb = verb.head
    return None


def _is_child(token: "Token", known: _Known) -> bool:
    return token.text in known.child or token.lower_ in known.right


def _named(part: "Span", known: _Known) -> bool:
    """Tell whether a stretch names anybody but the child."""
    ours = known.child | known.strangers
    for mention in part.doc.spans["people"]:
        if (
            part.start <= mention.start < part.end
            and mention._.person.kind != "child"
            and mention.text not in known.strangers
        ):
            return True
    return any(
        t.pos_ == "PROPN" and t.is_title and t.i > part.start and t.text not in ours and t.lower_ not in NOT_NAMES
        for t in part
    )


def _group(blocks: "dict[int, Span]", sentence: "Span") -> object:
    """Return what a sentence shares with those that may say whom it is about: its block or row, or its section."""
    if sentence.label_ not in _ALONE:
        return sentence.label_
    block = blocks.get(sentence.start)
    if block is None:
        return sentence.start
    place = block._.block.place
    return (place.table, place.row) if place is not None and place.row else block.start


def _blocks(doc: "Doc") -> "dict[int, Span]":
    return {i: b for b in doc.spans["blocks"] for i in range(b.start, b.end)}


def _quoted(token: "Token", sentence: "Span") -> bool:
    opened = re.findall(r"[\"“”]", text_of(sentence.doc)[sentence.start_char : token.idx])
    return len(opened) % 2 == 1


def _phrase(token: "Token", sentence: "Span") -> "Span":
    """Return the pronoun, with the word it goes with where that follows at once."""
    end = token.i + 1
    if end < sentence.end:
        after = sentence.doc[end]
        joined = token.lower_ in _SUBJECTS | _OWNING or (
            token.lower_ == "her" and after.pos_ in ("NOUN", "ADJ", "PROPN", "VERB")
        )
        if after.is_alpha and joined and after.pos_ not in ("ADP", "SCONJ", "CCONJ"):
            end += 1
    return sentence.doc[token.i : end]
