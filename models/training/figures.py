"""Measure a trained pipeline: the treebank's test part, names by writers and names it has not seen, time and load."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.training.converters import conllu_to_docs

PARSE_SCORES = ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
NAME_SCORES = ("ents_p", "ents_r", "ents_f")
_IMPORT = "import spacy; import time; print(time.process_time())"
_LOAD = "import spacy; spacy.load({path!r}); import time; print(time.process_time())"


def recipe_docs(source: Path, nlp: Language) -> list[Doc]:
    """Convert a part of the treebank as `spacy convert -n 10 -m` does: ten sentences a document, features in the tags.

    Args:
        source: a `.conllu` file.
        nlp: any pipeline, for its vocabulary.

    Returns:
        The documents.
    """
    text = source.read_text(encoding="utf8")
    docs = conllu_to_docs(text, n_sents=10, append_morphology=True, no_print=True)
    return list(DocBin(docs=docs).get_docs(nlp.vocab))


def stored_docs(source: Path, nlp: Language) -> list[Doc]:
    """Read a `.spacy` file.

    Args:
        source: the file.
        nlp: any pipeline, for its vocabulary.

    Returns:
        The documents.
    """
    return list(DocBin().from_disk(source).get_docs(nlp.vocab))


def score(nlp: Language, docs: list[Doc], keys: tuple[str, ...]) -> dict[str, float]:
    """Score a pipeline on annotated documents.

    Args:
        nlp: the pipeline.
        docs: what is right.
        keys: the scores wanted.

    Returns:
        Percentages, rounded to one place.
    """
    scores: dict[str, Any] = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs])
    return {key: round(100 * (scores.get(key) or 0.0), 1) for key in keys}


def words_a_second(nlp: Language, texts: list[str], runs: int = 3) -> int:
    """Time a pipeline, in processor time of one thread.

    Args:
        nlp: the pipeline.
        texts: what to read.
        runs: how often; the best counts, as other work on the machine only slows.

    Returns:
        Tokens a second, white space not counted.
    """
    best = 0.0
    for _ in range(runs):
        start = time.process_time()
        words = sum(not token.is_space for doc in nlp.pipe(texts) for token in doc)
        best = max(best, words / (time.process_time() - start))
    return round(best)


def load_seconds(path: Path, runs: int = 5) -> dict[str, float]:
    """Time a load in processes of their own, in processor time, which other work on the machine disturbs least.

    Args:
        path: folder of the pipeline.
        runs: how often, in turn with two processes that only import spaCy; the median counts.

    Returns:
        Seconds of `import spacy`, of two processes that do it, of one that does it and loads the pipeline, and of the
        load alone, which is what that last one takes longer than one import.
    """
    once, twice, loaded = [], [], []
    for _ in range(runs):
        imports = [_processor_seconds(_IMPORT) for _ in range(2)]
        once.append(imports[0])
        twice.append(sum(imports))
        loaded.append(_processor_seconds(_LOAD.format(path=str(path))))
    found = {"import_spacy": median(once), "import_twice": median(twice), "import_and_load": median(loaded)}
    found["load"] = found["import_and_load"] - found["import_spacy"]
    return {name: round(seconds, 2) for name, seconds in found.items()}


def _processor_seconds(code: str) -> float:
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    return float(out)


def measure_parse(path: Path, test: Path, exclude: list[str]) -> dict[str, Any]:
    """Measure the parsing components of a pipeline on the treebank's test part, segmentation predicted.

    Args:
        path: folder of the pipeline.
        test: the test part, in the conversion that the pipeline was trained on.
        exclude: components left out, for a fair comparison of speed.

    Returns:
        Percentages, and words a second.
    """
    nlp = spacy.load(path, exclude=exclude)
    docs = stored_docs(test, nlp)
    return {**score(nlp, docs, PARSE_SCORES), "words_a_second": words_a_second(nlp, [doc.text for doc in docs])}


def measure_names(path: Path, folder: Path) -> dict[str, dict[str, float]]:
    """Measure the person recogniser on each test set.

    Args:
        path: folder of the pipeline.
        folder: where the `test_*.spacy` files of names are.

    Returns:
        Precision, recall and F1 by test set.
    """
    nlp = spacy.load(path, enable=["ner"])
    return {file.stem: score(nlp, stored_docs(file, nlp), NAME_SCORES) for file in sorted(folder.glob("test_*.spacy"))}
