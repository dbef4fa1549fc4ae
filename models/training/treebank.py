"""Read the treebank's CoNLL-U files into spaCy documents.

spaCy's own converter either merges contractions ("don't", "Mum's") into one token, which hides the negation and the
possessor, or puts a space inside them. Here each syntactic word is a token and the text is the text as written.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

SENTENCES_A_DOC = 10

Row = list[str]


def read_sentences(path: Path) -> Iterator[tuple[list[Row], list[bool]]]:
    """Read one CoNLL-U file.

    Args:
        path: the file.

    Yields:
        The syntactic words of each sentence, and whether a space follows each of them.
    """
    rows: list[Row] = []
    spaces: list[bool] = []
    inside_until, space_after = 0, True
    for line in path.read_text(encoding="utf8").split("\n"):
        if not line.strip():
            if rows:
                yield rows, spaces
            rows, spaces, inside_until = [], [], 0
            continue
        if line.startswith("#"):
            continue
        row = line.split("\t")
        if "." in row[0]:
            continue
        if "-" in row[0]:
            inside_until = int(row[0].split("-")[1])
            space_after = "SpaceAfter=No" not in row[9]
            continue
        number = int(row[0])
        rows.append(row)
        if number < inside_until:
            spaces.append(False)
        elif number == inside_until:
            spaces.append(space_after)
        else:
            spaces.append("SpaceAfter=No" not in row[9])


def make_doc(vocab: Vocab, sentences: list[tuple[list[Row], list[bool]]]) -> Doc:
    """Join some sentences to one annotated document.

    Args:
        vocab: the vocabulary of the document.
        sentences: what `read_sentences` gave.

    Returns:
        A document with tags, features, lemmas, heads and sentence starts.
    """
    rows: list[Row] = []
    spaces: list[bool] = []
    heads: list[int] = []
    starts: list[bool] = []
    for sentence, its_spaces in sentences:
        offset = len(rows)
        heads += [offset + (int(row[6]) - 1 if row[6] != "0" else at) for at, row in enumerate(sentence)]
        starts += [at == 0 for at in range(len(sentence))]
        rows += sentence
        spaces += [*its_spaces[:-1], True]
    doc = Doc(
        vocab,
        words=[row[1] for row in rows],
        spaces=spaces,
        tags=[row[4] for row in rows],
        pos=[row[3] for row in rows],
        morphs=["" if row[5] == "_" else row[5] for row in rows],
        lemmas=[row[2] for row in rows],
        heads=heads,
        deps=["ROOT" if row[7] == "root" else row[7] for row in rows],
    )
    for token, start in zip(doc, starts, strict=True):
        if start and not token.is_sent_start:
            raise ValueError("a sentence without a root of its own")
    return doc


def convert(source: Path, target: Path, vocab: Vocab) -> int:
    """Convert one part of the treebank.

    Args:
        source: a `.conllu` file.
        target: the `.spacy` file to write.
        vocab: any vocabulary.

    Returns:
        The number of documents written.
    """
    store = DocBin(attrs=["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START"], store_user_data=False)
    batch: list[tuple[list[Row], list[bool]]] = []
    for sentence in read_sentences(source):
        batch.append(sentence)
        if len(batch) == SENTENCES_A_DOC:
            store.add(make_doc(vocab, batch))
            batch = []
    if batch:
        store.add(make_doc(vocab, batch))
    target.parent.mkdir(parents=True, exist_ok=True)
    store.to_disk(target)
    return len(store)
