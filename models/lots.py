"""Write what the encoder and the reader of units are taught on: `python models/lots.py lots.jsonl signs.jsonl`.

This runs with the product; then, where torch is, `models/training/encoder.py` with both files and `models/training/reader.py`
with the second. Afterwards `python models/fit.py`: what is fitted rests on what the two read.
"""

import sys
from pathlib import Path

from advice_audit.rubric.load import load_rubric
from advice_audit.training.lots import write_lots
from advice_audit.training.run import corpus_folder, labelled_pairs, training_golds
from advice_audit.training.signs import write_signs


def main() -> None:
    """Read every labelled document that may be fitted on; write its lot, and its units with their signs."""
    corpus = corpus_folder()
    pairs = list(labelled_pairs(training_golds(corpus), corpus))
    print(f"{write_lots(pairs, corpus, Path(sys.argv[1]))} lots")
    print(f"{write_signs(pairs, load_rubric('swindon-2022'), corpus, Path(sys.argv[2]))} texts with signs")


if __name__ == "__main__":
    main()
