"""British spelling: which words are in the dictionary, and what was probably meant.

The word lists are the British ones of SCOWL (Spell Checker Oriented Word Lists), which ship in `models/spelling`. The long
one says what is a word. The other one says what a writer is likely to have meant: of up to five letters SCOWL's words of
size 35, of more letters those of size 60.
"""

from functools import cache, lru_cache

from advice_audit.language.spelling_usual import USUAL
from advice_audit.language.word_set import WordSet
from advice_audit.resources import resource

LEAST = 4
LONG = 8
_VOWELS = frozenset("aeiouy")
_SOUND_ALIKE = frozenset("cksz")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PLAIN = str.maketrans("áàâäãåçéèêëíìîïñóòôöõúùûüý", "aaaaaaceeeeiiiinooooouuuuy")
_SHORT = frozenset(
    "mins secs appts docs pics pjs meds vids convo prepped mams nans lates earlies trachy trachys trache traches neuro neuros "
    "paed paeds gastro cardio endo ortho haem resp physio physios hydro rehab obs sats offy leccy wifi strimmer strimmers daal "
    "saag paneer jalebi suugo bariis jollof egusi fufu pierogi barszcz babka bara brith cawl cwtch cwtches bostin nesh mardy "
    "clemmed gonna wanna gotta kinda dunno innit vroom interoception interoceptive "
    "reablement pigmentosa facie baclofen sertraline levetiracetam risperidone aripiprazole myelomeningocele bifida arthrogryposis imperfecta "
    "dyscalculia encopresis stim stims stimming stimmed rollator rollators wetroom neurodivergent neurodiverse neurotypical sibshop sibshops "
    "befrienders momo momos iftar suhoor diwali vaisakhi navratri hanukkah shabbat shabbos nowruz eid dosa dosas idli idlis sambar pelmeni shawarma tagine "
    "paddleboarding scootering chewelry handwashing hairwashing bathtime bathtimes retinitis".split()
)
"""Clippings, foods, dialect, conditions, medicines and pastimes that the list does not have."""
_FORMS = dict(
    pair.split(":")
    for pair in (
        "drawed:drew goed:went runned:ran catched:caught teached:taught bringed:brought buyed:bought thinked:thought eated:ate "
        "gived:gave knowed:knew growed:grew throwed:threw drived:drove writed:wrote speaked:spoke breaked:broke falled:fell "
        "feeled:felt holded:held keeped:kept losed:lost maked:made sended:sent sleeped:slept spended:spent "
        "standed:stood swimmed:swam taked:took telled:told understanded:understood weared:wore choosed:chose "
        "hurted:hurt costed:cost cutted:cut hitted:hit teeths:teeth feets:feet childs:children childrens:children's "
        "womens:women's informations:information equipments:equipment furnitures:furniture homeworks:homework"
    ).split()
)
"""Regular forms of words that have none, with the form that was meant."""
_APART = {
    "adhoc": "ad hoc", "alot": "a lot", "aswell": "as well", "infact": "in fact", "incase": "in case", "atleast": "at least", "inspite": "in spite",
    "eachother": "each other", "noone": "no one", "abit": "a bit", "thankyou": "thank you", "everytime": "every time",
    "ontop": "on top", "nextdoor": "next door", "infront": "in front", "ofcourse": "of course", "inbetween": "in between", "eventhough": "even though", "upto": "up to", "aslong": "as long",
}  # fmt: skip
"""Words run together."""
SURE = frozenset({*_FORMS, *_APART, *USUAL})
"""What nobody is called: a mistake with a capital, too."""


@cache
def dictionary() -> WordSet:
    """Return the dictionary's words as they stand there; names have a capital."""
    import gzip

    path = resource("models") / "spelling" / "british-english.txt.gz"
    words = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
    # Accents are often left out: "cafe" is not a mistake.
    plain = {w.translate(_PLAIN) for w in words if not w.isascii()}
    return WordSet({*words, *plain, *_SHORT})


@cache
def common() -> frozenset[str]:
    """Return the words that writers use, in small letters, of four letters and more: those that a slip may stand for."""
    import gzip

    path = resource("models") / "spelling" / "british-english-common.txt.gz"
    return frozenset(gzip.decompress(path.read_bytes()).decode("utf-8").split())


def is_known(word: str) -> bool:
    """Tell whether a word is in the dictionary, in lower case or as it stands, or part by part where it has a hyphen."""
    plain = word.replace("’", "'")
    words = dictionary()
    if plain in _FORMS or plain in _APART or plain in USUAL:
        return False
    if plain in words or plain.lower() in words or plain.removesuffix("'s") in words:
        return True
    return all(part in words for part in plain.lower().split("-"))


def _is_compound(word: str) -> bool:
    """Tell whether a word is two of the dictionary's run together: "parkrun" is new, not a mistake."""
    words = dictionary()
    return any(word[:i] in words and word[i:] in words for i in range(3, len(word) - 2))


@lru_cache(maxsize=4096)
def suggestion(word: str) -> str | None:
    """Return the dictionary word that was probably meant, or None where nothing is near.

    Args:
        word: in lower case, not in the dictionary.
    """
    if meant := USUAL.get(word) or _FORMS.get(word) or _APART.get(word):
        return meant
    possible = [w for w in _one_edit(word) & common() if _is_likely(word, w)]
    near = sorted(possible, key=lambda w: (_undoubled(w) != _undoubled(word), w[0] != word[0], w))
    if near:
        return near[0]
    if _is_compound(word):
        return None
    from rapidfuzz.distance import DamerauLevenshtein
    from rapidfuzz.process import extractOne

    pool = [w for w in _starting(word[0]) if abs(len(w) - len(word)) <= 2]
    best = extractOne(word, pool, scorer=DamerauLevenshtein.distance, score_cutoff=2) if len(word) >= LONG else None
    return str(best[0]) if best else None


def _is_likely(word: str, meant: str) -> bool:
    """Tell a slip that writers make from a word of another kind: "lates", "bostin" and "trachy" are no one's "dates"."""
    if len(word) >= LONG:
        return True
    if word[0] != meant[0]:
        return False
    changed = [(a, b) for a, b in zip(word, meant, strict=False) if a != b]
    if len(word) == len(meant) and len(changed) == 1:
        one, other = changed[0]
        return (one in _VOWELS and other in _VOWELS) or {one, other} <= _SOUND_ALIKE
    return True


def _undoubled(word: str) -> str:
    """Return a word with doubled letters written once: most slips double a letter, or fail to."""
    return "".join(letter for before, letter in zip(" " + word, word, strict=False) if letter != before)


@cache
def _starting(letter: str) -> tuple[str, ...]:
    return tuple(sorted(w for w in common() if w[:1] == letter))


def _one_edit(word: str) -> set[str]:
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    deleted = {a + b[1:] for a, b in splits if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    replaced = {a + c + b[1:] for a, b in splits if b for c in _LETTERS}
    inserted = {a + c + b for a, b in splits for c in _LETTERS}
    return deleted | swapped | replaced | inserted
