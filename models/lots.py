"""Write what the encoder of units is taught on: `python models/lots.py lots.jsonl`, then `models/training/encoder.py lots.jsonl`.

The first runs with the product, the second where torch is. Afterwards `python models/fit.py thread` and the criteria of
the thread are fitted anew, since they rest on where the encoder places units.
"""

import sys
from pathlib import Path

from advice_audit.training.lots import write_lots
from advice_audit.training.run import corpus_folder, labelled_pairs, training_golds


def main() -> None:
    """Read every labelled document that may be fitted on, and write its lot."""
    corpus = corpus_folder()
    pairs = labelled_pairs(training_golds(corpus), corpus)
    print(f"{write_lots(pairs, corpus, Path(sys.argv[1]))} lots")


if __name__ == "__main__":
    main()
