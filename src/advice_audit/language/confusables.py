"""Words written for others that sound or look alike ("there part", "to long"), told by which the words around them foretell.

A language model of general English says how likely each of two look-alikes is where one stands. Only pairs are compared that
are hardly ever both at home in one place; how much likelier the other must be was chosen on labelled advices.
"""

import hashlib
import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from advice_audit.language.canonical import words_of
from advice_audit.language.grammar_slip import Slip
from advice_audit.resources import resource

if TYPE_CHECKING:
    from array import array

    from spacy.tokens import Span

ENOUGH = 1.3
"""How much likelier the other word must be: a logarithm to base 10."""
_EITHER = (
    "their they're|lose loose|advise advice|principal principle|weak week|weather whether|"
    "here hear|peace piece|waist waste|breath breathe|bare bear|bares bears|formally formerly|personal personnel|"
    "cloths clothes|council counsel|whole hole|board bored|course coarse|believe belief|prove proof|devise device|stairs stares|"
    "court caught|tide tied|stationery stationary|complement compliment|moral morale|relief relieve|lesson lessen|quiet quite|"
    "steal steel|meat meet|poor pour|tail tale|missed mist|worn warn|thought though|effecting affecting|"
    "excepting accepting|patients patience|weary wary|trail trial|assess access|compliments complements|waive wave|illicit elicit|discrete discreet|"
    "eminent imminent|sweet suite|stake steak|gait gate|idle idol|"
    "sole soul|heal heel|pear pair|loan lone|manner manor|reek wreak|wail whale|vain vein|serial cereal|aisle isle|insure ensure|"
    "dose does|angel angle|desert dessert|proceed precede|draught draft|flower flour|groan grown|knight night|"
    "muscle mussel|nose knows|pause paws|peak peek|sew sow|wine whine"
)
_ONE_WAY = (
    "looses loses|loosing losing|were where|passed past|lays lies|lead led|who's whose|through threw|"
    "through thorough|site sight|role roll|chose choose|knew new|weight wait|lightening lightning|sauce source|scent sent|scene seen|right write|"
    "herd heard|witch which|choice choose|brought bought|wonders wanders|wondering wandering|wondered wandered|wonder wander|they're there|past passed|"
    "exited excited|quit quite|faze phase|horde hoard|adverse averse|"
    "pedaling peddling|sited sighted|thou though|cant can't|by buy|"
    "fells feels|fill feel|breaths breathes|lost loss|loss lose|thing think|things thinks|trough through"
)
# Forms of one word, such as "has ate" and "they isn't".
_FORMS = (
    "ate eaten|eaten ate|took taken|taken took|wrote written|came come|come came|went gone|gave given|broke broken|fell fallen|drove driven|woke woken|"
    "began begun|begun began|rang rung|drank drunk|swam swum|sang sung|saw seen|seen saw|did done|done did|run ran|being been|be been|"
    "don't doesn't|isn't aren't|haven't hasn't|wasn't weren't|weren't wasn't|suppose supposed|bad badly|quick quickly|slow slowly|real really|proper properly"
)
ENOUGH_OF_FORMS = 1.5
# Of these more must speak for the other, since both are at home in many places.
_MORE = {
    ("it's", "its"): 1.0, ("there", "they're"): 2.9, ("there", "their"): 2.9, ("their", "there"): 1.3, ("then", "than"): 2.1,
    ("to", "too"): 2.3, ("loose", "lose"): 1.8, ("diary", "dairy"): 1.3, ("dairy", "diary"): 1.5, ("except", "accept"): 2.0, ("accept", "except"): 1.3,
    ("break", "brake"): 1.3, ("effect", "affect"): 1.3, ("you're", "your"): 1.3, ("quiet", "quite"): 2.0,
}  # fmt: skip


def _pairs() -> dict[tuple[str, str], float]:
    either = [tuple(pair.split()) for pair in _EITHER.split("|")]
    pairs = [*either, *((b, a) for a, b in either), *(tuple(pair.split()) for pair in _ONE_WAY.split("|"))]
    forms = {tuple(pair.split()): ENOUGH_OF_FORMS for pair in _FORMS.split("|")}
    return {(a, b): ENOUGH for a, b in pairs} | {(a, b): enough for (a, b), enough in forms.items()} | _MORE


PAIRS = _pairs()
"""What is written and what may be meant, with how much likelier that must be."""
_MODALS = frozenset("could would should might must may will couldn't wouldn't shouldn't not".split())
# "Of" is written for "have" after these alone.
_HAVE = "have"
PAIRS["of", _HAVE] = 1.0
OTHERS: dict[str, tuple[str, ...]] = {a: tuple(b for first, b in PAIRS if first == a) for a, _ in PAIRS}

BITS = 17
LEAST, STEP = -8.0, 1 / 32
"""Logarithms are kept as bytes: `LEAST` and so many steps."""
_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*|\d[\d.,:/]*|[^\w\s]")
_HINT = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, OTHERS), key=len, reverse=True)) + r")\b")


class Model:
    """How likely a word is after one or two others."""

    def __init__(self) -> None:
        """Read what `models/confusables.py` kept."""
        from array import array

        import numpy as np

        with np.load(resource("models") / "spelling" / "confusables.npz") as kept:
            self._words = array("Q", kept["words"].tobytes())
            self._one, self._one_back = kept["one_p"].tobytes(), kept["one_b"].tobytes()
            self._two, self._three = array("Q", kept["two"].tobytes()), array("Q", kept["three"].tobytes())
            self._two_p, self._two_back = kept["two_p"].tobytes(), kept["two_b"].tobytes()
            self._three_p = kept["three_p"].tobytes()

    def id_of(self, word: str) -> int | None:
        """Return the number of a word; None where it is not known."""
        return _find(self._words, fingerprint(word))

    def log(self, first: int | None, before: int | None, word: int | None) -> float:
        """Return the logarithm to base 10 of a word's likelihood after two others, all by number."""
        if word is None:
            return LEAST
        if before is None:
            return _log(self._one[word])
        if first is not None:
            run = _find(self._three, ((first << BITS) | before) << BITS | word)
            if run is not None:
                return _log(self._three_p[run])
        pair = _find(self._two, (before << BITS) | word)
        rest = _log(self._two_p[pair]) if pair is not None else _log(self._one_back[before]) + _log(self._one[word])
        context = _find(self._two, (first << BITS) | before) if first is not None else None
        return rest + (_log(self._two_back[context]) if context is not None else 0.0)


def fingerprint(word: str) -> int:
    """Return the number under which a word is kept: 64 bits, since the words themselves would take much memory."""
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")


def _log(byte: int) -> float:
    return LEAST + STEP * byte


def _find(keys: "array[int]", key: int) -> int | None:
    at = bisect_left(keys, key)
    return at if at < len(keys) and keys[at] == key else None


@cache
def _model() -> Model:
    return Model()


def confused(sentence: "Span") -> Iterator[Slip]:
    """Yield the words of a sentence for which a look-alike is much likelier."""
    text = words_of(sentence).replace("’", "'")
    if not _HINT.search(text.lower()):
        return
    for run in _runs(text):
        words = ["<s>", *(text[a:b].lower() for a, b in run), "</s>"]
        for number, (start, end) in enumerate(run, 1):
            # But for a sentence's first word, one with a capital is a name.
            other = _meant(words, number) if start == 0 or text[start].islower() else None
            span = sentence.char_span(start, end, alignment_mode="expand") if other else None
            if span is not None and other is not None and not _is_verb(span, other):
                yield Slip(span.start, span.end, f"the word that fits here is “{other}”", other)


def _is_verb(span: "Span", other: str) -> bool:
    """Tell "A lorry passed the window", where nothing else is the verb."""
    return other == "past" and span.root.dep_ == "ROOT" and span.root.tag_ == "VBD"


def _runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the places of words that no stop, bracket, dash or quotation mark parts."""
    run: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        # A comma stays, as a word that nobody knows: what stands beyond it foretells little.
        if match[0][0].isalnum() or match[0] == ",":
            run.append(match.span())
        elif run:
            yield run
            run = []
    if run:
        yield run


def _meant(words: Sequence[str], at: int) -> str | None:
    """Return the look-alike that fits best where a word stands, if it fits so much better than that word."""
    written, around, middle = words[at], words[max(0, at - 2) : at + 3], min(at, 2)
    others = [o for o in OTHERS.get(written, ()) if o != _HAVE or words[at - 1] in _MODALS]
    if not others:
        return None
    before, after, now = around[:middle], around[middle + 1 :], _likely(around, middle)
    gain, best = max((_likely([*before, other, *after], middle) - now, other) for other in others)
    return best if gain >= PAIRS[written, best] else None


def _likely(words: Sequence[str], middle: int) -> float:
    """Return the logarithm of how likely a word and those after it are; no single one counts for less than `LEAST`."""
    model = _model()
    ids = [None, None, *map(model.id_of, words)]
    return math.fsum(max(LEAST, model.log(*ids[n - 2 : n + 1])) for n in range(middle + 2, len(ids)))
