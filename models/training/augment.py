"""Make the treebank's web text look more like an advice while it is being learnt.

Headings in capitals, notes without capitals, bullets that end without a full stop, one block a line, curly quotes,
and British words. Annotations follow the words.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.training import Example
from spacy.util import registry

BRITISH = {
    "mom": "mum",
    "mommy": "mummy",
    "moms": "mums",
    "color": "colour",
    "colors": "colours",
    "favorite": "favourite",
    "behavior": "behaviour",
    "behaviors": "behaviours",
    "neighbor": "neighbour",
    "neighbors": "neighbours",
    "realize": "realise",
    "realized": "realised",
    "recognize": "recognise",
    "organize": "organise",
    "organized": "organised",
    "center": "centre",
    "program": "programme",
    "programs": "programmes",
    "gray": "grey",
    "apartment": "flat",
    "traveled": "travelled",
    "traveling": "travelling",
    "learned": "learnt",
    "math": "maths",
    "vacation": "holiday",
    "kindergarten": "nursery",
    "labor": "labour",
    "honor": "honour",
    "fulfill": "fulfil",
}
"""American words of the treebank and what a British writer would put."""


@dataclass
class _Word:
    """One token on its way into the new document; `source` is its index in the old one, None for an added token."""

    text: str
    space: bool
    tag: str
    pos: str
    morph: str
    lemma: str
    dep: str
    head: int
    source: int | None


def _as_british(text: str) -> str:
    word = BRITISH.get(text.lower())
    if word is None:
        return text
    return word.capitalize() if text[0].isupper() else word


def _curl(token: Token, text: str, opened: list[bool]) -> str:
    """Turn straight quotes into curly ones; `opened` remembers whether a double quote is open."""
    if text == '"':
        opened[0] = not opened[0]
        return "“" if opened[0] else "”"
    if text == "'":
        return "’" if token.whitespace_ or token.i + 1 == len(token.doc) else "‘"
    return text.replace("'", "’")


def _copy(token: Token, text: str) -> _Word:
    return _Word(
        text,
        bool(token.whitespace_),
        token.tag_,
        token.pos_,
        str(token.morph),
        token.lemma_,
        token.dep_,
        token.head.i,
        token.i,
    )


def _reshape(sentence: Span, words: list[_Word], rng: random.Random) -> None:
    """Change one sentence in place: case, bullet, final stop, line break."""
    dice = rng.random()
    if dice < 0.03:
        for word in words:
            word.text = word.text.upper()
    elif dice < 0.07:
        words[0].text = words[0].text[:1].lower() + words[0].text[1:]
    last = words[-1]
    droppable = (
        last.text in {".", ";"} and len(words) > 2 and all(child.i == last.source for child in sentence[-1].subtree)
    )
    dropped = droppable and rng.random() < 0.2
    if dropped:
        words.pop()
        words[-1].space = last.space
    if rng.random() < 0.04 and len(words) > 1:
        bullet = rng.choice(["•", "-", "–", "*", "o"])
        words.insert(0, _Word(bullet, True, "NFP", "PUNCT", "", bullet, "punct", sentence.root.i, None))
    if dropped or rng.random() < 0.3:
        words[-1].space = False
        head = words[-1].source
        words.append(
            _Word(
                rng.choice(["\n", "\n", "\n\n"]),
                False,
                "_SP",
                "SPACE",
                "",
                "\n",
                "dep",
                -1 if head is None else head,
                None,
            )
        )


def _assemble(doc: Doc, words: list[_Word]) -> Doc:
    places = {word.source: at for at, word in enumerate(words) if word.source is not None}
    return Doc(
        doc.vocab,
        words=[word.text for word in words],
        spaces=[word.space for word in words],
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        lemmas=[word.lemma if word.pos != "SPACE" else word.text for word in words],
        heads=[places[word.head] for word in words],
        deps=[word.dep for word in words],
    )


def vary(doc: Doc, rng: random.Random) -> Doc:
    """Make one variant of an annotated document.

    Args:
        doc: a document with complete annotation.
        rng: the source of chance.

    Returns:
        A new document of the same vocabulary.
    """
    curly, lower, british = rng.random() < 0.5, rng.random() < 0.07, rng.random() < 0.8
    words: list[_Word] = []
    opened = [False]
    for sentence in doc.sents:
        its_words = []
        for token in sentence:
            text = _as_british(token.text) if british else token.text
            text = _curl(token, text, opened) if curly else text
            its_words.append(_copy(token, text.lower() if lower else text))
            if text != token.text and british and token.lemma_.lower() in BRITISH:
                its_words[-1].lemma = BRITISH[token.lemma_.lower()]
        _reshape(sentence, its_words, rng)
        words += its_words
    return _assemble(doc, words)


@registry.augmenters("advice_audit.advice_prose.v1")
def create_advice_prose(level: float, seed: int) -> Callable[[Language, Example], Iterator[Example]]:
    """Make the augmenter that the training config names.

    Args:
        level: share of documents to vary, 0 to 1.
        seed: start of the random numbers.

    Returns:
        A function as spaCy's corpus reader wants it.
    """
    rng = random.Random(seed)

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        if rng.random() >= level:
            yield example
            return
        doc = vary(example.reference, rng)
        yield Example(nlp.make_doc(doc.text), doc)

    return augment
