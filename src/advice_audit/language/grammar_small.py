"""Small words: "a" or "an", words that stand twice, and words that counts do not go with."""

import re
from typing import TYPE_CHECKING

from advice_audit.language.grammar_slip import Slip
from advice_audit.language.grammar_words import with_s

if TYPE_CHECKING:
    from spacy.tokens import Token

_YOO = re.compile(r"(?:uni(?!n|m)|us[aeiu]|uk|ut[ie]|eu|ew|ur[ai]|ubi|one(?!rous)|once|ouija|u$)")
_SILENT_H = re.compile(r"(?:hour|honest|hono|heir)")
# Grandparents still write "an historic house".
_EITHER_H = re.compile(r"h(?:otel|istor|abitu|ystery|ysteri|erb)")
_NAMES_IT = frozenset({"NOUN", "ADJ", "ADV", "VERB", "ADP"})
_LETTERED = frozenset(
    "plan option vitamin hepatitis strep group stage part section type route unit room ward grade level".split()
)
_TWICE = frozenset(
    "the a an to of and in is with for his her their was he she they at on be has have had been from by as or but this are were "
    "will would can should not my our your we if when which who it him them because about support".split()
)
# "What it is is hard", "had had", "put her on on the phone".
_MAY_STAND_TWICE = frozenset("is was are were has had have will can".split())
_AFTER_A_VERB = frozenset("in on to at by about with for".split())
_ASKS = frozenset("what where who whom whatever whoever which how all thing there it that one as if".split())
_GIVES = re.compile(
    r"(?:giv|gave|told|tell|show|hand|buy|bought|send|sent|lend|lent|cost|offer|teach|taught|read|wish|bring|brought|make|made|pass|ask)"
)


def article(token: "Token") -> Slip | None:
    """Return the slip in "a after-school club" and "an very sociable child"."""
    if (
        token.i + 1 >= token.sent.end
        or token.tag_ != "DT"
        or not token.whitespace_
        or (token.text == "A" and token.i != token.sent.start)
    ):
        return None
    if token.i > token.sent.start and token.nbor(-1).lower_ in _LETTERED:
        return None
    word = token.nbor()
    if (
        not word.is_lower
        or len(word) < 3
        or not word.is_alpha
        or word.pos_ not in _NAMES_IT
        or word.tag_ in ("VBZ", "VBP", "VBD", "VB", "MD")
        or word.lower_ in ("and", "are", "the")
    ):
        return None
    vowel = (word.text[0] in "aeiou" and not _YOO.match(word.text)) or _SILENT_H.match(word.text) is not None
    if token.lower_ == "a" and vowel:
        return Slip(token.i, word.i + 1, "before a vowel sound it is “an”", f"an {word.text}")
    spoken = any(letter in "aeiouy" for letter in word.text)
    if token.lower_ == "an" and not vowel and spoken and not _EITHER_H.match(word.text):
        return Slip(token.i, word.i + 1, "before a consonant sound it is “a”", f"a {word.text}")
    return None


def doubled(token: "Token") -> Slip | None:
    """Return the slip in "fund the the scheme"."""
    if (
        token.lower_ not in _TWICE
        or token.i + 2 >= token.sent.end
        or token.nbor().text != token.lower_
        or token.nbor(2).text in ("-", "’s", "'s")
    ):
        return None
    before = token.nbor(-1) if token.i > token.sent.start else None
    word, again = token.lower_, token.nbor()
    if not token.whitespace_ or not _is_twice(token, word, before):
        return None
    return Slip(token.i, again.i + 1, "a word stands twice", word)


def _is_twice(token: "Token", word: str, before: "Token | None") -> bool:
    if word in _MAY_STAND_TWICE:
        earlier = {t.lower_ for t in token.doc[token.sent.start : token.i]}
        whole = before is not None and before.pos_ in ("PRON", "NOUN", "PROPN") and word not in ("had", "have")
        return whole and not earlier & _ASKS and _opens(before)
    if word in ("her", "him", "them", "it"):
        return word == "her" and before is not None and not _GIVES.match(before.lower_) and before.pos_ != "VERB"
    if word in _AFTER_A_VERB:
        if before is not None and before.tag_ == "RB" and before.text.endswith("ly"):
            return True
        if word == "with" and before is not None and before.lemma_ in ("speak", "talk", "live", "work", "play"):
            return not {t.lower_ for t in token.doc[token.sent.start : token.i]} & _ASKS
        return (before is not None and before.pos_ in ("NOUN", "ADJ", "PROPN")) or (
            word in ("with", "to") and (before is None or before.lemma_ not in _TAKES_TO)
        )
    return True


def _opens(subject: "Token | None") -> bool:
    """Tell a subject that opens its clause from that of "the help she has has ended"."""
    if subject is None:
        return False
    first = subject.left_edge.i if subject.pos_ == "NOUN" else subject.i
    return first == subject.sent.start or subject.doc[first - 1].lower_ in (
        "and",
        "but",
        "that",
        "because",
        ",",
        ";",
        "when",
    )


_TAKES_TO = frozenset(
    "be go get use belong talk come speak listen give write move happen lead up used happy put".split()
)
COUNTS = frozenset("many several fewer numerous various".split())
_UNCOUNTED = frozenset(
    "staff people fish sheep series family help support time use feel like find thank know need want say think see go come have get".split()
)


def several_of_one(token: "Token") -> Slip | None:
    """Return the slip in "fewer meltdown since May": a count with one thing."""
    noun = token.nbor() if token.i + 2 < token.sent.end else None
    if noun is None or noun.tag_ != "NN" or not noun.is_lower or noun.text.endswith("s") or noun.lower_ in _UNCOUNTED:
        return None
    if noun.nbor().pos_ in ("NOUN", "PROPN", "ADJ", "ADV", "NUM", "VERB") or noun.nbor().text in (
        "-",
        "/",
        "’s",
        "'s",
        ",",
        "and",
        "or",
    ):
        return None
    if token.head.i != noun.i:
        return None
    return Slip(token.i, noun.i + 1, "more than one takes another form", f"{token.text} {with_s(noun.text)}")


UNITS = frozenset("minute hour day week month year mile metre".split())
_AFTER_UNIT = frozenset(
    "away ago and or . , ; of to from at in with for now later before after each a per on late early so until".split()
)


def several_of_unit(token: "Token") -> Slip | None:
    """Return the slip in "twenty minute away": a number of several with one of its unit."""
    if token.i + 2 >= token.sent.end or token.i == token.sent.start or token.nbor(-1).tag_ not in ("CD", "NNS"):
        return None
    number, after = token.nbor(-1), token.nbor()
    several = number.like_num and number.lower_ not in ("one", "1", "half", "hundred") and number.is_alpha
    ruled = number.i > token.sent.start and number.nbor(-1).tag_ in ("DT", "PRP$", "CD", "POS", "JJ")
    listed = number.i > token.sent.start and number.nbor(-1).lower_ in ("or", "to", "and", "-", "–", "/")
    if not several or ruled or listed or after.lower_ not in _AFTER_UNIT:
        return None
    return Slip(number.i, token.i + 1, "more than one takes another form", f"{number.text} {with_s(token.text)}")


_MEASURED = frozenset(
    "times hours minutes weeks pounds miles days months years metres calories steps points marks words staff means people's".split()
)


def fewer(token: "Token") -> Slip | None:
    """Return the slip in "less questions": what is counted is fewer."""
    if token.i + 1 >= token.sent.end:
        return None
    noun = token.nbor()
    if (
        noun.tag_ != "NNS"
        or not noun.is_lower
        or noun.lower_ in _MEASURED
        or token.head.i != noun.i
        or token.tag_ != "JJR"
    ):
        return None
    if noun.i + 1 < token.sent.end and noun.nbor().text == "-":
        return None
    return Slip(token.i, noun.i + 1, "of what is counted there are “fewer”", f"fewer {noun.text}")


_BEFORE_MORE = frozenset("any many no some the few much two three".split())


def more_better(token: "Token") -> Slip | None:
    """Return the slip in "more calmer": the comparison stands twice."""
    if token.i + 2 >= token.sent.end or token.i == token.sent.start or token.nbor(-1).lower_ in _BEFORE_MORE:
        return None
    word, after = token.nbor(), token.nbor(2)
    compared = word.tag_ in ("JJR", "RBR") or (
        word.text.endswith("er") and token.nbor(-1).lemma_ in ("be", "become", "seem", "get", "feel")
    )
    compared = (
        compared
        and (word.text.endswith("er") or word.lower_ in ("better", "worse"))
        and word.lower_ not in _NOT_COMPARED
    )
    if not compared or after.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or word.pos_ == "PROPN":
        return None
    return Slip(token.i, word.i + 1, "“more” is in the word already", word.text)


def most_best(token: "Token") -> Slip | None:
    """Return the slip in "the most kindest": the comparison stands twice."""
    if token.i + 2 >= token.sent.end or token.i == token.sent.start:
        return None
    word = token.nbor()
    if (
        word.tag_ not in ("JJS", "RBS")
        or not word.text.endswith("est")
        or token.nbor(-1).lower_ not in ("the", "his", "her", "their")
    ):
        return None
    return Slip(token.i, word.i + 1, "“most” is in the word already", word.text)


_NOT_COMPARED = frozenset(
    "other clever eager proper sober bitter tender former latter inner outer upper lower older younger under her leader fighter worker".split()
)

_NOT = re.compile(r"[a-z]{2,8}n[’']t")
_SHORT_FORMS = tuple(
    "don't doesn't didn't isn't wasn't aren't weren't haven't hasn't hadn't couldn't wouldn't shouldn't mustn't needn't".split()
)
_DIALECT = frozenset(
    "ain't amn't shan't daren't oughtn't mightn't mayn't usedn't innit dunt won't can't dursn't wunt".split()
)


def short_form(token: "Token") -> Slip | None:
    """Return the slip in "dosen't": a short form of "not" that is spelt otherwise."""
    word = token.lower_.replace("’", "'")
    start = token.i
    if word == "n't" and token.i > token.sent.start and not token.nbor(-1).whitespace_:
        start, word = token.i - 1, token.nbor(-1).lower_ + word
    if not _NOT.fullmatch(word) or word in _SHORT_FORMS or word in _DIALECT:
        return None
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    best = extractOne(word, _SHORT_FORMS, scorer=OSA.distance, score_cutoff=1 if len(word) < 6 else 2)
    return Slip(start, token.i + 1, "the short form is spelt otherwise", str(best[0])) if best else None
