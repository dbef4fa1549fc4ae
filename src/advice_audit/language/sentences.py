"""Where a sentence of form text must end, and where it must not, before the parser decides the rest."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

TITLES = frozenset({"mr.", "mrs.", "ms.", "mx.", "miss.", "dr.", "prof.", "rev.", "cllr.", "st.", "sr.", "fr."})
"""Titles: a name follows their full stop, not a sentence."""

RANKS = frozenset({"det", "con", "insp", "sgt", "supt", "capt", "cpl", "pte", "hon"})
"""Ranks whose full stop the tokenizer cuts off: "Det. Con. Lyle" is one name."""

FORWARD = frozenset({"e.g.", "i.e.", "approx.", "incl.", "ref.", "no.", "vs.", "c.", "tel.", "w/c", "w/e"})
"""Abbreviations that always point at what follows."""


def ends_block(token: Token) -> bool:
    """Say whether a token is a line break, which ends a block of the document.

    Args:
        token: any token.

    Returns:
        True for white space that holds a line break.
    """
    return token.is_space and "\n" in token.text


def is_initial(token: Token) -> bool:
    """Say whether a token is an initial used as a name, as in "A. was seen".

    Args:
        token: any token.

    Returns:
        True for one capital letter and a full stop.
    """
    return len(token) == 2 and token.text[0].isupper() and token.text[1] == "."


def _never_ends(token: Token, following: Token) -> bool:
    lowered = token.lower_
    if lowered in TITLES or lowered in FORWARD:
        return True
    if token.text == "." and token.i and token.nbor(-1).lower_ in RANKS and not token.nbor(-1).whitespace_:
        return True
    # "Dr Roe's letter of March 2022 | records": a small letter after a bare word or number goes on.
    return following.text[0].islower() and (is_initial(token) or token.text[-1].isalnum())


@Language.component("advice_sentences", assigns=["token.is_sent_start"])
def advice_sentences(doc: Doc) -> Doc:
    """Fix the sentence boundaries that the layout decides, for the parser to respect.

    A line break always ends a sentence. A title, a forward-pointing abbreviation, and an initial, a word or a number
    before a small letter never do. The rest the parser decides: rules on full stops and capitals made it no better on the treebank.

    Args:
        doc: a document that has been tokenised and not yet parsed.

    Returns:
        The same document.
    """
    after_break = True
    previous: Token | None = None
    for token in doc:
        if ends_block(token):
            after_break = True
            previous = None
            continue
        if token.is_space:
            continue
        if after_break:
            token.is_sent_start = True
        elif previous is not None and _never_ends(previous, token):
            token.is_sent_start = False
        after_break = False
        previous = token
    return doc
