"""What the encoder learns to read in the words of a unit: what a labelled finding says of it, for some criteria."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advice_audit.checks.provision.section import READS_AS_H2
from advice_audit.classify import persist
from advice_audit.rubric.model import Rubric
from advice_audit.training.criteria import Task, tasks
from advice_audit.training.links import concern_task
from advice_audit.training.minis import Labelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

CRITERIA = (
    "needs.paragraph", "needs.source", "needs.frequency", "needs.impact", "needs.met-elsewhere",
    "outcomes.change", "outcomes.smart", "provision.remit", "provision.section", "provision.specified",
    "views.child-separate", "views.family-attributed", "general.jargon", "process.consent",
)  # fmt: skip
"""Those that one unit's own words decide, or help to decide."""


class Unread:
    """Reads nothing: stands in for the reader of signs while what it shall learn is gathered."""

    names: tuple[str, ...] = ()

    def odds(self, name: str, texts: "Sequence[str]") -> "NDArray[Any]":
        """Know no sign.

        Raises:
            ValueError: always.
        """
        raise ValueError(name)


def signs(
    pairs: "Sequence[tuple[Labelled, Doc]]", rubric: Rubric, corpus: Path
) -> Iterator[tuple[str, str, dict[str, bool]]]:
    """Yield the writer and the words of each unit, and which of the signs it bears.

    Args:
        pairs: labelled documents, annotated.
        rubric: names the criteria and their options.
        corpus: folder of the sample advices.
    """
    found: dict[tuple[str, str], dict[str, bool]] = {}
    with persist.instead({persist.SIGNS: Unread()}):
        gathered = [*tasks(pairs, rubric, CRITERIA), concern_task(pairs, corpus)]
    for task in gathered:
        for writer, words, name, borne in _of_task(task):
            known = found.setdefault((writer, words), {})
            known[name] = known.get(name, False) or borne
    for (writer, words), known in found.items():
        yield writer, words, known


def _of_task(task: Task) -> "Iterator[tuple[str, str, str, bool]]":
    for example, label, writer in zip(task.examples, task.labels, task.writers, strict=True):
        borne = label == "yes"
        if task.name == "provision.section":
            # Not whether it stands wrongly, but where it belongs: in H2 where it is wrong in H1 or right in H2.
            yield writer, example.words, READS_AS_H2, borne == (example.cues["placed"] > 0)
        else:
            yield writer, example.words, task.name, borne


def write_signs(pairs: "Iterable[tuple[Labelled, Doc]]", rubric: Rubric, corpus: Path, path: Path) -> int:
    """Write the units with their signs as lines of JSON; return how many there are."""
    found = [{"writer": w, "text": t, "signs": s} for w, t, s in signs(list(pairs), rubric, corpus)]
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in found) + "\n", encoding="utf-8")
    return len(found)
