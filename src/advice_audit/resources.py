"""Where the files that travel with the product stand: in the wheel, or at the top of a checkout."""

from functools import cache
from pathlib import Path


@cache
def resource(name: str) -> Path:
    """Return the path of a folder or file of the product, such as `models/advice_en` or `rubrics`.

    Raises:
        FileNotFoundError: it is in neither place.
    """
    here = Path(__file__).resolve().parent
    for root in (here / "_data", here.parents[1]):
        if (path := root / name).exists():
            return path
    raise FileNotFoundError(name)
