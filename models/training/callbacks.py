"""What the training config names and only training needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from spacy.language import Language
from spacy.util import registry

from advice_audit.language.vectors import TokenVectors


@registry.callbacks("advice_audit.load_token_vectors.v1")
def create_load_token_vectors(path: str) -> Callable[[Language], None]:
    """Make the callback that puts the distilled table into a new pipeline.

    Args:
        path: folder that the distillation wrote.

    Returns:
        A function as `initialize.before_init` wants it.
    """

    def load(nlp: Language) -> None:
        table = TokenVectors(nlp.vocab.strings).from_disk(Path(path))
        nlp.vocab.vectors = table

    return load


@registry.callbacks("advice_audit.relink_lemmatizer.v1")
def create_relink_lemmatizer() -> Callable[[Language], None]:
    """Make the callback that lets a loaded lemmatizer learn on.

    spaCy does not store which label stands for which edit tree, so a lemmatizer that was loaded would take every word
    for the first label.

    Returns:
        A function as `initialize.after_init` wants it.
    """

    def relink(nlp: Language) -> None:
        lemmatizer = nlp.get_pipe("trainable_lemmatizer")
        lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.labels)}

    return relink
