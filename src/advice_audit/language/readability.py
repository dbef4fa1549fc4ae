"""How old a reader must be to follow an advice with ease: a figure to work towards, never a finding.

textstat's Automated Readability Index gives a school grade from the length of words and sentences alone, so it needs no
dictionary of syllables; five years are added to make it an age. Only prose counts: the figure means nothing on
headings, lists and tables.
"""

from spacy.tokens import Doc, Span

from advice_audit.documents.model import BlockKind
from advice_audit.language.canonical import spans_of, words_of
from advice_audit.light import without

LEAST_WORDS = 100
AGE_OF_FIRST_GRADE = 5
_PROSE = 8


def reading_age(doc: Doc) -> float | None:
    """Return the age in years, or None where there is too little prose to tell.

    Args:
        doc: annotated document.
    """
    prose = [words_of(b) for b in spans_of(doc, "blocks") if _is_prose(b)]
    if sum(len(p.split()) for p in prose) < LEAST_WORDS:
        return None
    # textstat imports NLTK, and that all of SciPy and scikit-learn where they are there, for parts that nobody asks for:
    # two seconds and 100 MB.
    with without("scipy", "sklearn", "pandas", "matplotlib"):
        import textstat

    return round(float(textstat.automated_readability_index("\n".join(prose))) + AGE_OF_FIRST_GRADE, 1)


def _is_prose(block: Span) -> bool:
    return (
        block._.block.kind == BlockKind.PARAGRAPH
        and len(block) >= _PROSE
        and words_of(block).rstrip()[-1:] in ".!?”\"'’"
    )
