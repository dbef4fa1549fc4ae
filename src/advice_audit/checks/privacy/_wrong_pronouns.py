"""Pronouns that may have come with text from another child's advice: those of the other gender, and who is near them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advice_audit.checks.privacy._pronoun_near import Scene, clause_of, near_cues, role_of, subject_of
from advice_audit.checks.privacy._standing_near import HE, SHE
from advice_audit.language.canonical import lowers_of, text_of, tokens_of, words_of
from advice_audit.language.people_words import ANYBODY, FEMALE, MALE, NOT_NAMES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from advice_audit.language.facts import Facts

    Cues = dict[str, float]

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
_REACH = 3
_LABEL = 4
_HE_OR_SHE = re.compile(
    r"\b(?:s?he|him|his|hers?)(?:self)?(?:\s?/\s?|\s(?:or|and)\s)(?:s?he|him|his|hers?)(?:self)?\b", re.I
)
_NOT = frozenset({"n't", "n’t", "'ll", "’ll", "'s", "’s", "'d", "’d"})


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the advice: words for people of the pronoun's gender, the child's names and pronouns, strangers."""

    others: "re.Pattern[str]"
    child: frozenset[str]
    right: frozenset[str]
    strangers: frozenset[str]


def wrong_pronouns(doc: "Doc", facts: "Facts", strangers: Iterable[str]) -> "Iterator[tuple[Span, Cues]]":
    """Yield the pronouns of the other gender that could mean the child, with what stands around them.

    Args:
        doc: annotated document.
        facts: for the child's pronouns; a child called "they" has none of the other gender.
        strangers: names that nothing in the advice introduces.
    """
    if facts.pronouns not in ("he", "she"):
        return
    wrong, right, others = (SHE, HE, FEMALE) if facts.pronouns == "he" else (HE, SHE, MALE)
    names = frozenset(w for p in doc._.people.of("child") for n in p.names for w in n.split())
    known = _Known(others, names, right, frozenset(strangers))
    before: list[Span] = []
    group: object = None
    blocks = _blocks(doc)
    for sentence in doc.spans["sentences"]:
        here = _group(blocks, sentence)
        if here != group or (sentence.label_ in _ALONE and is_label(sentence)):
            before, group = [], here
        for token in _these(doc, sentence, wrong):
            if _quoted(token, sentence):
                continue
            if _either(token, sentence) or _only_tells(token, sentence):
                continue
            scene = Scene(token, wrong, sentence, tuple(before), right)
            near = near_cues(scene)
            if not near["barred, as object"]:  # "Sam waits for him": never oneself
                yield _phrase(token, sentence), _cues(token, sentence, before, known) | near
        before.append(sentence)


def _these(doc: "Doc", sentence: "Span", words: frozenset[str]) -> "Iterator[Token]":
    lowers, tokens = lowers_of(doc), tokens_of(doc)
    return (tokens[i] for i in range(sentence.start, sentence.end) if lowers[i] in words)


def is_label(sentence: "Span") -> bool:
    """Tell the word or two that head a paragraph from a sentence: "Getting up.", "Men."."""
    words = [t for t in sentence if t.is_alpha]
    return len(words) <= _LABEL and not any(t.tag_ in ("VBZ", "VBD", "VBP", "MD") or t.pos_ == "PRON" for t in words)


def _cues(token: "Token", sentence: "Span", before: "list[Span]", known: _Known) -> "Cues":
    lead = sentence.doc[sentence.start : token.i]
    # "In his view, Mr Roe ..." points forward; so does a pronoun near the start.
    near = sentence if token.i - sentence.start < _REACH else lead
    anyone = bool(known.others.search(words_of(near))) or bool(ANYBODY.search(words_of(near))) or _named(near, known)
    last = before[-1] if before else None
    anyone_before = any(
        known.others.search(words_of(s)) or ANYBODY.search(words_of(s)) or _named(s, known) for s in before
    )
    nobody = float(not anyone and not anyone_before)
    subject = subject_of(clause_of(token))
    role = role_of(token)
    first = token.i == sentence.start
    child_after = any(_is_child(t, known) for t in sentence.doc[token.i + 1 : sentence.end])
    cues = {
        f"word {role}": 1.0,
        f"in {sentence.label_}": 1.0,
        "first word": float(first),
        "opens its paragraph": float(not before),
        "nobody": nobody,
        f"{role}, nobody": nobody,
        f"nobody, in {sentence.label_}": nobody,
        "tells": float(token.i + 1 < sentence.end and token.nbor().lower_ in _TELLS),
        "stranger here": float(any(t.text in known.strangers for t in lead)),
        "stranger just before": float(last is not None and any(t.text in known.strangers for t in last)),
        "the child's own": float(role == "self" and subject is not None and _is_child(subject, known)),
        "stranger is subject": float(subject is not None and subject.text in known.strangers),
    }
    excused = cues["tells"] or (first and child_after) or sentence.label_ in _LEFT_OUT
    here = any(_is_child(t, known) for t in sentence if t.i != token.i)
    if sentence.label_ == "child_views" and not here:
        excused = 1.0  # a parent's column can pass for the child's
    cues["by rule"] = nobody * float(not excused)
    cues["stranger, by rule"] = max(cues["stranger here"], cues["stranger is subject"]) * float(not excused)
    cues["alone, nobody"] = float(sentence.label_ in _ALONE) * nobody
    return cues


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


def _only_tells(token: "Token", sentence: "Span") -> bool:
    """Tell the one who is the source of a sentence: "He settles late, she tells me."."""
    after = sentence.doc[token.i + 1 : min(token.i + 4, sentence.end)]
    told = token.i > sentence.start and token.nbor(-1).text == "," and len(after) and after[0].lower_ in _TELLS
    return bool(told) and any(t.lower_ in ("me", "us", ",", ".") for t in after[1:])


def _either(token: "Token", sentence: "Span") -> bool:
    """Tell "he or she" and "his/her", which mean anybody."""
    near = sentence.doc[max(token.i - 2, sentence.start) : min(token.i + 3, sentence.end)]
    return bool(_HE_OR_SHE.search(near.text))


def _quoted(token: "Token", sentence: "Span") -> bool:
    opened = re.findall(r"[\"“”]", text_of(sentence.doc)[sentence.start_char : token.idx])
    return len(opened) % 2 == 1


def _phrase(token: "Token", sentence: "Span") -> "Span":
    """Return the pronoun, with the words that it goes with where they follow at once: "she won't settle", "his own"."""
    doc, end = sentence.doc, token.i + 1
    while token.lower_ in _SUBJECTS and end < sentence.end and doc[end].lower_ in _NOT:
        end += 1
    if end < sentence.end:
        after = doc[end]
        joined = token.lower_ in _SUBJECTS | _OWNING or (
            token.lower_ == "her" and after.pos_ in ("NOUN", "ADJ", "PROPN", "VERB")
        )
        if after.is_alpha and joined and after.pos_ not in ("ADP", "SCONJ", "CCONJ"):
            end += 1
            if end < sentence.end and not doc[end - 1].whitespace_ and doc[end].lower_ in _NOT:
                end += 1
    return doc[token.i : end]
