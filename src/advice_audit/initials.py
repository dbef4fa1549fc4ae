"""Initials for names, in whatever leaves the store.

Only names that are known are replaced: those that were found in the advice when it was audited.
"""

import re
from collections.abc import Iterable

_TITLES = frozenset("mr mrs ms miss mx dr prof professor sir rev cllr nurse sister father pc sgt and & the".split())
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BETWEEN = r"[\s_.-]+"


def initials_of(name: str) -> str:
    """Return a name's initials, such as `O.P.` for Orla Penhaligon; a title stays (`Mrs P.`)."""
    shown = ""
    for word in name.split():
        if word.casefold().rstrip(".") in _TITLES:
            shown += f"{word} "
        else:
            shown += "".join(f"{part[0].upper()}." for part in _PART.findall(word))
    return shown.strip() or name


class Initials:
    """Puts initials for the names of one advice.

    Args:
        names: every form of every name, as `audit.people_in` gives them. None are replaced where it is empty.
    """

    def __init__(self, names: Iterable[str]) -> None:
        known = {name.strip() for name in names if _PART.search(name)}
        forms = {form: name for name in known for form in (name, name.upper())}
        self._text = _pattern(forms, 0)
        self._file = _pattern(known, re.IGNORECASE)

    def text(self, text: str) -> str:
        """Return a text with the names in it as initials. A name counts as written or in capitals, as a whole word."""
        return text if self._text is None else self._text.sub(lambda found: initials_of(found[0]), text)

    def optional(self, text: str | None) -> str | None:
        """Return `text(text)`, or None for None."""
        return None if text is None else self.text(text)

    def file(self, name: str) -> str:
        """Return a file's name with names as initials; there a name may stand in any case, joined by `_`, `-` or `.`."""
        if self._file is None:
            return name
        return self._file.sub(lambda found: initials_of(re.sub(_BETWEEN, " ", found[0])), name)


def _pattern(names: Iterable[str], flags: int) -> "re.Pattern[str] | None":
    longest = sorted(names, key=lambda name: (-len(name), name))
    if not longest:
        return None
    each = (_BETWEEN.join(re.escape(part) for part in re.split(r"[\s.]+", name) if part) for name in longest)
    # An underscore or a digit ends a word here: file names are joined by them.
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(each)})(?![^\W\d_])", flags)
