"""Names become initials in reports, unless the reader may know them (`--identify`).

Names found in the advices are known; anything else that looks like a name is treated as one, for feedback and notes
were never read by the auditor: a word too many in initials does less harm than a child's name in a report.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath

from advice_audit.initials import Initials, initials_of
from advice_audit.rubric.model import Rubric

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_START = re.compile(r"(?:^|[.!?:;]['\"’”)]*\s+|[\n“\"‘(]\s*)$")
_TWO_STOPS = re.compile(r"(\b[^\W\d_]\.)\.(?!\.)")
_GAPS = re.compile(r"[\s.]+")
_POSSESSIVE = re.compile(r"['’]s$")


def initials(name: str) -> str:
    """Return a name's initials, as in `A.B.`; a role or a team is no name and stays."""
    words = [word for word in re.split(r"[\s-]+", name.strip()) if word]
    if not words or not _is_name(words):
        return name
    return initials_of(name)


def _is_name(words: list[str]) -> bool:
    from advice_audit.language.people_words import NOT_NAMES, ORGANISATION

    lower = [word.casefold().strip(".,") for word in words]
    if len(words) > 4 or any(word in ORGANISATION or word in _ROLES for word in lower):
        return False
    # A single name in small letters, such as an account's, is a name too; several small words are a description.
    capitals = all(word[:1].isupper() for word in words)
    return (capitals and not all(word in NOT_NAMES for word in lower)) or len(words) == 1


_ROLES = frozenset(
    "manager managers lead leads officer dsco head worker workers practitioner practitioners writer writers chair board "
    "auditor director everyone all panel co-ordinator coordinator business office network forum job scheduled task".split()
)


@dataclass(frozen=True)
class Names:
    """How people are shown in one report.

    `identified` leaves every name as it is. `known` are the names found in the audited advices.
    """

    identified: bool
    known: frozenset[str] = frozenset()
    kept: frozenset[str] = field(default_factory=frozenset)

    def person(self, name: str) -> str:
        """Return how one person is shown."""
        return name if self.identified else initials(name)

    def file(self, path: str | None) -> str | None:
        """Return a file's name, which may be a child's: only where names may be shown."""
        return PurePath(path.replace("\\", "/")).name if path and self.identified else None

    def text(self, text: str) -> str:
        """Return a text with its names as initials."""
        if self.identified:
            return text
        text = Initials(self._known_in(text)).text(text)
        masked = _WORD.sub(lambda found: self._word(found, text), text)
        return _TWO_STOPS.sub(r"\1", masked)

    @cached_property
    def _by_start(self) -> dict[str, list[str]]:
        """The known names by their first word."""
        found: dict[str, list[str]] = {}
        for name in self.known:
            if words := [word for word in _GAPS.split(name) if word]:
                found.setdefault(words[0], []).append(name)
        return found

    def _known_in(self, text: str) -> list[str]:
        """Return the known names that may stand in a text: a year's advices name thousands of people, a text few."""
        return [
            name for start, names in self._by_start.items() if start in text or start.upper() in text for name in names
        ]

    def _word(self, found: "re.Match[str]", text: str) -> str:
        word = found[0]
        bare = _POSSESSIVE.sub("", word)
        if not bare[:1].isupper() or len(bare) < 2 or bare.isupper() or bare.casefold() in self.kept:
            return word
        starts = _START.search(text, 0, found.start()) is not None or found.start() == 0
        if starts and _is_word(bare):
            return word
        return bare[0] + "." + word[len(bare) :]


def _is_word(word: str) -> bool:
    from advice_audit.language.spelling import dictionary

    return word.casefold().replace("’", "'") in dictionary()


def names_for(rubric: Rubric, known: Iterable[str], *, identified: bool) -> Names:
    """Return how people are shown: by initials, but services, months and the like keep their names.

    Args:
        rubric: its services and words keep their names.
        known: names found in the audited advices.
        identified: show names in full.
    """
    if identified:
        return Names(True)
    from advice_audit.language.people_words import NOT_NAMES, ORGANISATION

    own = " ".join([rubric.council, *(n for s in rubric.services for n in (s.name, *s.aliases, s.provider))])
    words = {word.casefold() for word in _WORD.findall(own)}
    return Names(False, frozenset(known), frozenset(words | NOT_NAMES | ORGANISATION | _ROLES))
