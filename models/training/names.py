"""Find the known names of our own sample texts, so that others can be put in their place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).parent
TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Auntie|Aunty|Aunt|Uncle|Sister)\.?"
WORD = r"[A-Z][\w’'-]*[\w]|[A-Z]"
INSTITUTION = (
    "School|Primary|Secondary|Infants?|Juniors?|Academy|College|Nursery|House|Lodge|Centre|Street|Road|Lane|Close|Avenue"
    "|Hospital|Surgery|Court|Park|Green|Hall|Scheme|Project|Trust|Club|Group|Team|Hub|Ward|Clinic|Way|Drive|View|Sixth"
    "|Police|Council|Borough|Farm|Brook|Mill|Fire|Health|Vale|Family|Care|Town|Valley"
)
PET = re.compile(
    r"\b(?:dogs?|cats?|rabbits?|hamsters?|guinea pigs?|pony|ponies|horse|kitten|puppy|parrot|tortoise|gerbil|budgie"
    r"|lizard|gecko|snake|teddy|doll|spaniel|lurcher|terrier|greyhound)(?: called | named |, |,? \()[“\"]?([A-Z][a-z]+)"
)
RUN = re.compile(rf"(?:{WORD})(?:[ ](?:{WORD}))*")
TITLED = re.compile(rf"\b{TITLE} $")
SAINT = re.compile(r"\bSt\.? $")
INITIAL = re.compile(r"(?<![\w.])[A-Z]\. $")
PLACE = re.compile(rf"(?:’s|'s)? (?:\w+ )?(?:{INSTITUTION})\b")

Word = tuple[int, int, str]
"""Half-open offsets of one word of a name, and `first`, `last` or `initial`."""


class Annotator:
    """Finds the known names of our own texts."""

    def __init__(self) -> None:
        """Read the lists."""
        known = YAML(typ="safe", pure=True).load((HERE / "known_names.yaml").read_text(encoding="utf8"))
        lists = YAML(typ="safe", pure=True).load((HERE / "names.yaml").read_text(encoding="utf8"))
        self.never = set(known["never"].split())
        self.with_others = set(known["with_others"].split())
        listed = {word for part in lists.values() for word in part.split()}
        self.sure = (set(known["sure"].split()) | listed) - self.with_others - self.never
        self.here: set[str] = set()

    def learn(self, tree: Any) -> None:
        """Take the names that a file itself gives for its child as sure, until the next file.

        Args:
            tree: the YAML tree of the file.
        """
        meta = tree.get("meta", {}) if isinstance(tree, dict) else {}
        self.here = set(meta.get("child", {}).get("name", "").split())
        items = tree.get("items", []) if isinstance(tree, dict) else []
        self.here |= {word for item in items for word in str(item.get("child", "")).split() if word[:1].isupper()}

    def spans(self, text: str, pets: frozenset[str]) -> list[Word]:
        """Find names in a text.

        Args:
            text: any of our own texts.
            pets: names that belong to animals and toys in this document.

        Returns:
            Half-open offsets of each word of a name, and `first` or `last`.
        """
        found: list[Word] = []
        for run in RUN.finditer(text):
            words = [(run.start() + m.start(), run.start() + m.end()) for m in re.finditer(r"\S+", run.group())]
            found += self._in_run(text, words, pets)
        return found

    def _in_run(self, text: str, words: list[tuple[int, int]], pets: frozenset[str]) -> list[Word]:
        found: list[Word] = []
        at = 0
        while at < len(words):
            before = text[: words[at][0]]
            group = [] if SAINT.search(before) else self._group(text, words[at:])
            titled = bool(TITLED.search(before))
            if group and self._is_person(text, group, titled, pets):
                initial = INITIAL.search(before)
                lone_surname = (titled or initial is not None) and len(group) == 1
                if initial is not None:
                    found.append((len(before) - 3, len(before) - 1, "initial"))
                found += [(s, e, "last" if n or lone_surname else "first") for n, (s, e) in enumerate(group)]
            at += max(len(group), 1)
        return found

    def _group(self, text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Take name words off the front; one with a possessive is the last of its name."""
        group: list[tuple[int, int]] = []
        for start, end in words:
            bare = _bare(text[start:end])
            if self._kind(bare) is None:
                break
            group.append((start, start + len(bare)))
            if len(bare) != end - start:
                break
        return group

    def _kind(self, word: str) -> str | None:
        shouted = word.isupper() and len(word) > 3 and word.capitalize() in self.sure
        if shouted or word in self.sure or word in self.here:
            return "sure"
        parts = word.split("-")
        if len(parts) > 1 and all(part in self.sure or part in self.with_others for part in parts):
            return "sure"
        return "with_others" if word in self.with_others else None

    def _is_person(self, text: str, group: list[tuple[int, int]], titled: bool, pets: frozenset[str]) -> bool:
        words = [text[start:end] for start, end in group]
        following = text[group[-1][1] : group[-1][1] + 24]
        if not titled and PLACE.match(following):
            return False
        if any(word in pets for word in words):
            return False
        return titled or any(self._kind(word) == "sure" for word in words)


def _bare(word: str) -> str:
    """Cut a possessive or contraction off a word."""
    return re.sub(r"[’'](?:s|ll|d|re|ve)?$", "", word)


def whole_names(spans: list[Word]) -> list[tuple[int, int]]:
    """Join the words of each name.

    Args:
        spans: what `Annotator.spans` gave.

    Returns:
        Half-open offsets of whole names.
    """
    people: list[tuple[int, int]] = []
    for start, end, kind in spans:
        if people and kind == "last" and people[-1][1] + 1 == start:
            people[-1] = (people[-1][0], end)
        else:
            people.append((start, end))
    return people
