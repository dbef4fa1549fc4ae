"""Reads a classifier's skops file without scikit-learn: names, numbers and arrays, which is all that judging needs.

To import skops is to import every estimator of scikit-learn: two seconds and 100 MB for the words and coefficients of a
few vectorizers. What is read here is a part of what skops reads, and nothing in the file can name code to run.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from sys import intern
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SCHEMA = "schema.json"
_ESTIMATORS = frozenset({"TfidfVectorizer", "TfidfTransformer", "DictVectorizer"})


class NotPlain(Exception):
    """A file holds something else; skops itself has to read it, or refuse it."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a vectorizer learned, read from a file; it has the names of scikit-learn's, and cannot transform."""

    state: Mapping[str, Any]

    def get_params(self) -> Mapping[str, Any]:
        """Return how it was set up, among what it learned."""
        return self.state

    @property
    def vocabulary_(self) -> Mapping[str, int]:
        """Return the column of each word or cue."""
        found: Mapping[str, int] = self.state["vocabulary_"]
        return found

    @property
    def idf_(self) -> "NDArray[Any]":
        """Return the weight of each word."""
        found: NDArray[Any] = self.state["_tfidf"].state["idf_"]
        return found


def read(data: bytes) -> dict[str, Any]:
    """Return what a skops file holds, vectorizers as `Fitted`.

    Args:
        data: the file's bytes, already checked against their hash.

    Raises:
        NotPlain: it holds anything but text, numbers, lists, arrays and the vectorizers that we fit.
    """
    with ZipFile(BytesIO(data)) as archive:
        found: dict[str, Any] = _value(json.loads(archive.read(_SCHEMA)), archive)
    return found


def _value(node: Mapping[str, Any], archive: ZipFile) -> Any:
    kind, content = node["__loader__"], node.get("content")
    if kind == "JsonNode":
        return json.loads(node["content"])
    if kind == "DictNode":
        return _mapping(node["content"], archive)
    if kind in ("ListNode", "TupleNode"):
        values = _values(node["content"], archive)
        return tuple(values) if kind == "TupleNode" else values
    if kind == "NdArrayNode" and node["type"] == "numpy":
        return _array(archive.read(node["file"]))
    if kind == "ObjectNode" and node["__class__"] in _ESTIMATORS and content is not None:
        return Fitted(_value(content, archive))
    if kind == "TypeNode":
        return f"{node['__module__']}.{node['__class__']}"
    raise NotPlain(f"{kind}: {node['__module__']}.{node['__class__']}")


def _mapping(content: Mapping[str, Any], archive: ZipFile) -> dict[str, Any]:
    # Classifiers know many words in common: each is kept once.
    return dict(zip(map(intern, content), _values(list(content.values()), archive), strict=True))


def _values(nodes: list[Mapping[str, Any]], archive: ZipFile) -> list[Any]:
    if all(node["__loader__"] == "JsonNode" for node in nodes):
        # A vocabulary: thousands of numbers are read at once far sooner than one by one.
        found: list[Any] = json.loads(f"[{','.join(node['content'] for node in nodes)}]")
        return found
    return [_value(node, archive) for node in nodes]


def _array(data: bytes) -> "NDArray[Any]":
    from numpy import load

    found: NDArray[Any] = load(BytesIO(data), allow_pickle=False)
    return found
