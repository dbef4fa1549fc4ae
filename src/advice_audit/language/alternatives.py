"""Regular expressions of many alternatives, rewritten to be tried quickly.

`re` tries the alternatives of `(?:cat|cot|dog|…)` one after the other, and under `re.I` cannot even pass over those that
begin with another letter. Here letters that may have either case become small sets, and alternatives that begin with the
same letter share it, in their order: `(?:[cC](?:[aA][tT]|[oO][tT])|[dD]…)`. What is matched stays the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

FEW = 4
"""Alternatives fewer than these are left as they are."""
_FOLDED = {"s": "ſ", "k": "\u212a", "i": "İı"}
"""Further letters that `re.I` takes for these."""
_PIECE = re.compile(
    r"(?P<escape>\\.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<same>\(\?-i:)|(?P<open>\((?:\?(?:P<\w+>|:|=|!|<=|<!))?)"
    r"|(?P<close>\))|(?P<times>\{\d*,?\d*\}\??|[*+?]\??)|(?P<letter>[^\W\d_])|(?P<or>\|)|(?P<other>.)",
    re.S,
)
_IN_SET = re.compile(r"\\.|([^\W\d_])(?:-([^\W\d_]))?", re.S)
_UNKNOWN = re.compile(r"\(\?(?!P<|:|=|!|<=|<!|-i:)|\\[1-9]")


def either_case(source: str, flags: re.RegexFlag = re.NOFLAG) -> "re.Pattern[str]":
    """Compile an expression whose letters may have either case, save those inside `(?-i:…)`.

    Args:
        source: with nothing that only `re.X` reads.
        flags: further ones.
    """
    if _UNKNOWN.search(source):
        return re.compile(source, re.I | flags)
    return re.compile(_Source(source).rewritten, flags)


@dataclass(frozen=True, slots=True)
class _Atom:
    """One piece, with what follows to repeat it; `letter` where it is nothing but a letter, `numbered` with a group."""

    text: str
    letter: bool = False
    numbered: bool = False


@dataclass
class _Source:
    """An expression and how far it has been read."""

    source: str
    place: int = 0
    folds: bool = True

    @cached_property
    def pieces(self) -> "list[re.Match[str]]":
        return list(_PIECE.finditer(self.source))

    @property
    def rewritten(self) -> str:
        return _joined(self._alternatives())

    def _alternatives(self) -> list[list[_Atom]]:
        """Read up to the bracket that closes the group, or the end."""
        found: list[list[_Atom]] = [[]]
        while self.place < len(self.pieces):
            piece = self.pieces[self.place]
            if piece["close"]:
                break
            self.place += 1
            if piece["or"]:
                found.append([])
            elif piece["times"]:
                last = found[-1].pop()
                found[-1].append(_Atom(last.text + piece[0], numbered=last.numbered))
            elif piece["same"] or piece["open"]:
                found[-1].append(self._group(piece))
            elif piece["letter"]:
                found[-1].append(_Atom(self._letter(piece[0]), letter=True))
            else:
                found[-1].append(_Atom(_set(piece[0]) if piece["set"] and self.folds else piece[0]))
        return found

    def _group(self, piece: "re.Match[str]") -> _Atom:
        folds, self.folds = self.folds, self.folds and not piece["same"]
        inside = self._alternatives()
        self.place, self.folds = self.place + 1, folds
        numbered = piece[0] == "(" or piece[0].startswith("(?P") or any(atom.numbered for one in inside for atom in one)
        return _Atom(("(?:" if piece["same"] else piece[0]) + _joined(inside) + ")", numbered=numbered)

    def _letter(self, letter: str) -> str:
        small, large = letter.lower(), letter.upper()
        return f"[{small}{large}{_FOLDED.get(small, '')}]" if self.folds and small != large else letter


def _set(text: str) -> str:
    """Return a set such as `[a-z’]` with the other case of its letters."""
    head = "[^" if text.startswith("[^") else "["
    others = (m for m in _IN_SET.finditer(text[len(head) : -1]) if m[1])
    folded = "".join(
        "-".join(letter.swapcase() for letter in m.groups() if letter) + _FOLDED.get(m[1].lower(), "") for m in others
    )
    return text[:-1] + folded + "]"


def _joined(alternatives: Sequence[Sequence[_Atom]]) -> str:
    if len(alternatives) < FEW:
        return "|".join(map(_text, alternatives))
    out: list[str] = []
    by_letter: dict[str, list[Sequence[_Atom]]] = {}
    for one in (*alternatives, None):
        if one and one[0].letter and not any(atom.numbered for atom in one):
            by_letter.setdefault(one[0].text, []).append(one)
            continue
        # What begins with no letter may match where one of them would, and groups are counted: they keep their place.
        for first, some in by_letter.items():
            out.append(_text(some[0]) if len(some) == 1 else f"{first}(?:{_joined([atoms[1:] for atoms in some])})")
        by_letter.clear()
        if one is not None:
            out.append(_text(one))
    return "|".join(out)


def _text(atoms: Sequence[_Atom]) -> str:
    return "".join(atom.text for atom in atoms)
