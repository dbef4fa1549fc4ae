"""general.spelling: the advice is spelt and written as British English is.

What the standard asks:
    No errors of spelling or grammar (Swindon practice standards 2022, "General: advice is clear and easy to read").

What a finding is:
    A word that is not in a British dictionary and is near one that is, a look-alike word in the wrong place, or
    a plain slip of grammar.

What good looks like:
    "He will practise with his worker each week." Fragments, bullets without full stops, dialect and the quoted
    words of the child and others are left as they are (annotation guide, decision 9).

Known limits:
    Names are never reported, nor words beginning with a capital but for a sentence's first that ends as no name does.
    Of grammar only slips that can be told with confidence are reported: a missing "the" in a few phrases only, and never
    in notes, which leave it out on purpose.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from advice_audit.checks.model import Checked, Context, Finding
from advice_audit.language.canonical import sentences_of, text_of, tokens_of
from advice_audit.language.grammar import slips
from advice_audit.language.spelling import LEAST, SURE, is_known, suggestion
from advice_audit.language.spelling_usual import USUAL

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_ENDING = re.compile(r"^[A-Z][a-z]{3,}(?:ves|tes|ses|ces|res|nds|cts|ing|ed|ly|tion|ment|ful|able|ally)$")
_SHORT = 7
# Words on either side that are quoted with a slip of grammar.
BESIDE = 2
_QUOTED = re.compile(
    r"“[^”]{0,600}”|\"[^\"\n]{0,600}\"|(?<!\w)‘[^’\n]{2,300}[.,!?]?’(?!\w)|(?<!\w)'[^'\n]{2,300}[.,!?]?'(?!\w)"
    # Somebody's own written words: "wrote beside it: no moor nois".
    r"|\b(?:he|she|they|[A-Z]\w+|and)\s(?:wrote|writes|typed|types|texted|spelt|printed|copied)\b(?! to\b)[^.:\n]{0,40}:\s[^.!?\n]*"
)


def check(doc: "Doc", context: Context) -> Checked:
    """Report misspelt words and slips of grammar outside quotations."""
    quoted = quoted_ranges(text_of(doc))
    findings: list[Finding] = []
    covered: set[int] = set()
    for finding in [*_words(doc, context, quoted), *_grammar(doc, context, quoted)]:
        place = set(range(finding.start or 0, finding.end or 0))
        if not place & covered:
            findings.append(finding)
            covered |= place
    return Checked(tuple(sorted(findings, key=lambda f: f.start or 0)))


def quoted_ranges(text: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of words in quotation marks."""
    return [match.span() for match in _QUOTED.finditer(text)]


def _is_quoted(offset: int, quoted: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in quoted)


def _words(doc: "Doc", context: Context, quoted: list[tuple[int, int]]) -> Iterator[Finding]:
    names = {t.lower_ for t in tokens_of(doc) if t.text[:1].isupper() and not t.is_sent_start}
    allowed = _allowed(context.rubric.id, context.rubric.lexicons.spelling)
    for sentence in sentences_of(doc):
        for token in tokens_of(doc)[sentence.start : sentence.end]:
            word = token.text
            if _begins_with_a_word(token) or USUAL.get(token.lower_, "").istitle():
                word = token.lower_
            if not _is_to_check(word) or (word in names and word not in USUAL) or word in allowed:
                continue
            if _is_usual(word) or _is_quoted(token.idx, quoted) or _in_a_list_of_its_kind(token):
                continue
            meant = suggestion(word)
            if meant is not None:
                yield context.finding(
                    f"“{word}” is not how this word is spelt in British English.",
                    f"Write “{meant}”.",
                    doc[token.i : token.i + 1],
                    confidence=0.9,
                    cues=("not in the dictionary",),
                )


def _is_usual(word: str) -> bool:
    """Tell a word of the dictionary, or several of what it has one of ("lambings")."""
    return is_known(word) or (word.endswith("ings") and is_known(word[:-1]))


def _is_to_check(word: str) -> bool:
    return word.islower() and word.isalpha() and (len(word) >= LEAST or word in USUAL)


def _in_a_list_of_its_kind(token: "Token") -> bool:
    """Tell a word beside another that is in no dictionary, as the foods in "dosas, idlis and sambar", or that stands twice."""
    if len(token) > _SHORT or token.lower_ in USUAL:
        return False
    sentence = token.sent
    for step in (-1, 1):
        mark, other = token.i + step, token.i + 2 * step
        if not sentence.start <= mark < sentence.end:
            continue
        if token.doc[mark].text == "-" or token.doc[mark].lower_ == token.lower_:
            return True
        listed = token.doc[mark].lower_ in (",", "and", "or", "/") and sentence.start <= other < sentence.end
        neighbour = token.doc[other] if listed else token.doc[mark]
        food = neighbour.is_alpha and (listed or neighbour.is_lower)
        if food and len(neighbour) >= LEAST and not is_known(neighbour.lower_):
            return True
    return False


def _begins_with_a_word(token: "Token") -> bool:
    """Tell a sentence's first word that ends as verbs, adverbs and long nouns do ("Recieves"): names hardly ever do."""
    likely = token.lower_ in SURE or (token.ent_type_ == "" and _ENDING.search(token.text) is not None)
    return token.is_sent_start is True and likely


@lru_cache(maxsize=4)
def _allowed(rubric_id: str, words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(part.lower() for word in words for part in word.replace("-", " ").split())


def _grammar(doc: "Doc", context: Context, quoted: list[tuple[int, int]]) -> Iterator[Finding]:
    for sentence in sentences_of(doc):
        for slip in slips(sentence):
            span = doc[slip.start : slip.end]
            if not _is_quoted(span.start_char, quoted):
                yield context.finding(
                    f"“{span.text}”: {slip.what}.",
                    f"Write “{slip.instead}”.",
                    _with_neighbours(span, sentence),
                    confidence=0.85,
                    cues=("grammar",),
                )


def _with_neighbours(span: "Span", sentence: "Span") -> "Span":
    """Return a slip with the words beside it: one word alone does not show what is wrong with it."""
    doc = span.doc
    start, end = span.start, span.end
    for _ in range(BESIDE):
        if start > sentence.start and not (doc[start - 1].is_punct or doc[start - 1].is_space):
            start -= 1
        if end < sentence.end and not (doc[end].is_punct or doc[end].is_space):
            end += 1
    return doc[start:end]
