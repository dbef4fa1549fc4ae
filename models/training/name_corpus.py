"""Teach names by context: our own sample advices, with every name in them replaced by others at random."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from training.names import HERE, PET, Annotator, Word, whole_names

INITIALS = "ABCDEFGHJKLMNOPRSTWYZ"
ONSETS = (
    *("", "b", "br", "ch", "d", "dr", "f", "g", "gw", "h", "j", "k", "kh", "kr", "l", "m", "n", "ng", "p", "r", "s"),
    *("sh", "st", "sz", "t", "th", "ts", "v", "vl", "w", "x", "y", "z", "zh"),
)
VOWELS = ("a", "e", "i", "o", "u", "ai", "ee", "ou", "ia", "ao", "ey", "y", "uo")
CODAS = (
    *("", "", "n", "r", "l", "sh", "k", "m", "th", "rs", "ts", "ng", "j", "ska", "wen", "t", "s", "d", "x", "oc"),
    "at",
)
LONE_INITIAL = 0.07
"""How often a first name that stands alone becomes an initial with a full stop."""

_SKIPPED_KEYS = frozenset({"why", "label", "id", "kind", "voice", "who", "criterion", "section", "missing", "relation"})


@dataclass
class Pools:
    """Where new names are drawn from."""

    first: list[str]
    last: list[str]
    invented: float = 0.12
    rng: random.Random = field(default_factory=random.Random)

    def draw_first(self) -> str:
        """Draw a first name."""
        dice = self.rng.random()
        if dice < self.invented:
            return invent(self.rng)
        return self.rng.choice(self.last if dice > 0.95 else self.first)

    def draw_last(self) -> str:
        """Draw a last name, now and then a double one."""
        dice = self.rng.random()
        if dice < self.invented:
            return invent(self.rng)
        name = self.rng.choice(self.last)
        return f"{name}-{self.rng.choice(self.last)}" if dice > 0.96 else name


def invent(rng: random.Random) -> str:
    """Make up a name that nobody has, so that its letters teach nothing.

    Args:
        rng: the source of chance.

    Returns:
        Two or three syllables with a capital.
    """
    parts = [rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(rng.choice([2, 2, 3]))]
    return ("".join(parts) + rng.choice(CODAS)).capitalize()


def load_pools(part: str, seed: int) -> Pools:
    """Read the lists of names.

    Args:
        part: `train` or `test`.
        seed: start of the random numbers.

    Returns:
        Pools that share no name with the other part.
    """
    lists = YAML(typ="safe", pure=True).load((HERE / "names.yaml").read_text(encoding="utf8"))
    prefix = "test_" if part == "test" else ""
    pools = Pools(lists[prefix + "first"].split(), lists[prefix + "last"].split(), rng=random.Random(seed))
    pools.invented = 0.0 if part == "test" else 0.35
    return pools


def strings(node: Any) -> Iterator[str]:
    """Walk a YAML tree for the texts in it.

    Args:
        node: any part of the tree.

    Yields:
        The texts, in order.
    """
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in _SKIPPED_KEYS:
                yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)


def passages(path: Path, size: int = 6) -> list[str]:
    """Cut one of our YAML files into passages of a few blocks.

    Args:
        path: an advice, or a file of labelled units.
        size: blocks a passage.

    Returns:
        Passages, one block a line.
    """
    tree = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf8"))
    node = tree["sections"] if isinstance(tree, dict) and "sections" in tree else tree
    blocks = [" ".join(block.split()) for block in strings(node)]
    return ["\n".join(blocks[at : at + size]) for at in range(0, len(blocks), size)]


def replaced(text: str, spans: list[Word], pools: Pools) -> tuple[str, list[tuple[int, int]]]:
    """Put other names in place of those found, the same for the same.

    Args:
        text: the passage.
        spans: what `Annotator.spans` gave.
        pools: where names come from.

    Returns:
        The new passage and the offsets of each whole person name in it.
    """
    new_of: dict[str, str] = {}
    starts = {start for start, _, _ in spans}
    out: list[str] = []
    found: list[tuple[int, int]] = []
    position, length = 0, 0
    for start, end, kind in spans:
        old = text[start:end]
        if old not in new_of:
            new_of[old] = _draw(pools, kind, alone=end + 1 not in starts and text[end : end + 1] != ".")
        new = new_of[old].upper() if old.isupper() and len(old) > 2 else new_of[old]
        joins = bool(found) and kind == "last" and start == position + 1
        begin = length + start - position
        out += [text[position:start], new]
        length = begin + len(new)
        found[-1:] = [(found[-1][0], length)] if joins else [*found[-1:], (begin, length)]
        position = end
    out.append(text[position:])
    return "".join(out), found


def _draw(pools: Pools, kind: str, *, alone: bool) -> str:
    if kind == "last":
        return pools.draw_last()
    if kind == "initial":
        return pools.rng.choice(INITIALS) + "."
    if alone and pools.rng.random() < LONE_INITIAL:
        return pools.rng.choice(INITIALS) + "."
    return pools.draw_first()


def fill(context: str, pools: Pools) -> tuple[str, list[tuple[int, int]]]:
    """Fill the slots of a made-up line.

    Args:
        context: a line of `name_contexts.yaml`.
        pools: where names come from.

    Returns:
        The line and the offsets of the people in it.
    """
    out: list[str] = []
    found: list[tuple[int, int]] = []
    position, length = 0, 0
    for slot in re.finditer(r"\{(\w)\}", context):
        kind = slot.group(1)
        filler = _filler(kind, pools)
        between = context[position : slot.start()]
        joins = bool(found) and kind != "f" and between == " "
        begin = length + len(between)
        out += [between, filler]
        length = begin + len(filler)
        position = slot.end()
        if kind != "f":
            found[-1:] = [(found[-1][0], length)] if joins else [*found[-1:], (begin, length)]
    out.append(context[position:])
    return "".join(out), found


def _filler(kind: str, pools: Pools) -> str:
    if kind == "P":
        return f"{pools.draw_first()} {pools.draw_last()}"
    if kind in {"I", "A"}:
        return pools.rng.choice(INITIALS) + "."
    return pools.draw_last() if kind == "L" else pools.draw_first()


def annotated(nlp: Language, text: str, people: Iterable[tuple[int, int]]) -> Doc:
    """Make a document whose entities are the people given.

    Args:
        nlp: a pipeline, for its tokenizer.
        text: the passage.
        people: half-open offsets.

    Returns:
        A document where every token is inside or outside a name; none is unknown.
    """
    doc = nlp.make_doc(text)
    spans = [doc.char_span(start, end, label="PERSON", alignment_mode="expand") for start, end in people]
    doc.set_ents([span for span in spans if span is not None], default="outside")
    return doc


def build(
    nlp: Language, files: Iterable[Path], pools: Pools, *, as_written: bool, variants: int, contexts: int, target: Path
) -> int:
    """Write a corpus of names.

    Args:
        nlp: a pipeline, for its tokenizer.
        files: our own YAML files.
        pools: where names come from.
        as_written: whether each passage is also used with its own names.
        variants: how many times each passage is used with other names.
        contexts: how many times each made-up line is used.
        target: the `.spacy` file to write.

    Returns:
        The number of documents.
    """
    annotator, store = Annotator(), DocBin(attrs=["ENT_IOB", "ENT_TYPE"])
    for path in files:
        whole = path.read_text(encoding="utf8")
        annotator.learn(YAML(typ="safe", pure=True).load(whole))
        pets = frozenset(PET.findall(whole)) - annotator.here
        for text in passages(path):
            spans = annotator.spans(text, pets)
            if as_written:
                store.add(annotated(nlp, text, whole_names(spans)))
            for _ in range(variants):
                store.add(annotated(nlp, *replaced(text, spans, pools)))
    lines = YAML(typ="safe", pure=True).load((HERE / "name_contexts.yaml").read_text(encoding="utf8"))
    for _ in range(contexts):
        pools.rng.shuffle(lines)
        for line in lines:
            store.add(annotated(nlp, *fill(line, pools)))
    target.parent.mkdir(parents=True, exist_ok=True)
    store.to_disk(target)
    return len(store)
