"""Look-alike words that the parser tells apart: it reads "attend there appointments" as a possessive, whatever is written."""

from typing import TYPE_CHECKING

from advice_audit.language.grammar_slip import Slip

if TYPE_CHECKING:
    from spacy.tokens import Token

# Before "there" in its own right stand "out", "over", "from" and the like; these want a noun.
_BEFORE_THEIR = frozenset(
    "of with for about by to attend attends attended share shares shared lost love loves loved like likes support supports "
    "supported have has had need needs manage manages miss missed told tell tells show shows showed brush "
    "clean wash change changed sold keep kept use used enjoy enjoys hurt raise raised express expressed but and".split()
)
_OF_A_FACT = frozenset(
    "clear important hard difficult likely unlikely possible great good lovely sad evident essential vital hoped unclear "
    "better easier easy fair right true worth".split()
)
_OPENS_A_CLAUSE = frozenset("that to when if how for because he she they as from in".split())
_KIN = frozenset(
    "mothers fathers mums dads mams nans grans sisters brothers aunts uncles carers parents schools siblings".split()
)
_CHIEF = frozenset("main biggest greatest chief overall".split())


def their(token: "Token") -> Slip | None:
    """Return the slip in "attend there appointments"."""
    if token.tag_ != "PRP$" or token.i in (token.sent.start, token.sent.end - 1):
        return None
    before, after = token.nbor(-1), token.nbor()
    owned = token.head.pos_ == "NOUN" and 0 < token.head.i - token.i <= _NEAR and after.tag_ not in ("IN", "RB", "MD")
    # NOTE: after "and" and "but" a place can begin its sentence: "and there children play".
    opens = before.lower_ in ("and", "but") and not (
        owned and token.head.dep_.startswith("nsubj") and _of_the_body(token)
    )
    if not owned or before.lower_ not in _BEFORE_THEIR or opens:
        return None
    return Slip(token.i, token.i + 1, "“there” is the place", "their")


_NEAR = 3
_BODY = frozenset("back backs hands heads eyes feet hearts minds lives teeth".split())


def _of_the_body(token: "Token") -> bool:
    return token.head.lower_ in _BODY


def where(token: "Token") -> Slip | None:
    """Return the slip in "is not were she says"."""
    if token.tag_ != "WRB" or token.i + 1 >= token.sent.end:
        return None
    return Slip(token.i, token.i + 1, "“were” is the past of “are”", "where")


def its(token: "Token") -> Slip | None:
    """Return the slip in "has done it's job" and "needs who's help"."""
    clitic = token.nbor() if token.i + 1 < token.sent.end else None
    if clitic is None or clitic.lower_ not in ("'s", "’s", "'re", "’re"):
        return None
    owner = (token.tag_ == "PRP$" and clitic.tag_ == "PRP$") or (token.tag_ == "WP" and token.dep_ == "nmod:poss")
    follows = clitic.i + 2 < token.sent.end and clitic.nbor().tag_ in ("NN", "NNS", "JJ") and clitic.nbor(2).text != "-"
    if token.lower_ == "who" and token.sent.text.rstrip().endswith("?"):
        return None
    if not owner or not follows:
        return None
    short, meant = {"it": ("it is", "its"), "who": ("who is", "whose")}.get(token.lower_, ("they are", "their"))
    return Slip(token.i, token.i + 2, f"“{token.text}{clitic.text}” is short for “{short}”", meant)


def it_is(token: "Token") -> Slip | None:
    """Return the slip in "its important that", "its a long day" and "its not fair"."""
    if token.i + 2 >= token.sent.end:
        return None
    after, then = token.nbor(), token.nbor(2)
    fact = after.lower_ in _OF_A_FACT and then.lower_ in _OPENS_A_CLAUSE and after.pos_ == "ADJ"
    other = after.lower_ in ("a", "an", "the", "not", "been") and not then.is_punct
    warm = after.lower_ == "not" and token.head.pos_ == "NOUN" and token.head.i > then.i
    if (not fact and not other) or warm:
        return None
    return Slip(token.i, token.i + 1, "“its” means belonging to it", "it's")


def owners(token: "Token") -> Slip | None:
    """Return the slip in "her mothers main worry": the owner without an apostrophe."""
    if token.i + 3 >= token.sent.end:
        return None
    owner, chief, owned = token.nbor(), token.nbor(2), token.nbor(3)
    if owner.lower_ not in _KIN or chief.lower_ not in _CHIEF or owned.tag_ not in ("NN", "NNS"):
        return None
    if owner.dep_ != "nmod:poss" and owned.dep_ == "obj":
        return None
    meant = f"{owner.lower_}'" if owner.lower_ in ("parents", "carers", "siblings") else f"{owner.lower_[:-1]}'s"
    return Slip(owner.i, owner.i + 1, "the owner takes an apostrophe", meant)


def to_not_too(token: "Token") -> Slip | None:
    """Return the slip in "the flat is to small for six"."""
    if token.i == token.sent.start or token.i + 2 >= token.sent.end:
        return None
    before, after, then = token.nbor(-1), token.nbor(), token.nbor(2)
    degree = before.lemma_ in ("be", "become", "feel", "get") or before.lower_ in ("far", "way", "was", "is", "are")
    if (
        after.lower_ in _ALSO_VERBS
        or not degree
        or after.tag_ != "JJ"
        or after.pos_ != "ADJ"
        or then.lower_ not in ("to", "for", "and", "when", ".", "at")
    ):
        return None
    return Slip(token.i, token.i + 1, "the word for more than enough is “too”", "too")


_ALSO_VERBS = frozenset(
    "last present separate close open free clean clear warm cool dry empty slow calm quiet date hand complete own".split()
)


def past_habit(token: "Token") -> Slip | None:
    """Return the slip in "he use to sleep through": a habit of the past without its ending."""
    if token.i + 2 >= token.sent.end or token.nbor().lower_ != "to" or token.nbor(2).tag_ != "VB":
        return None
    if token.i == token.sent.start:
        return None
    subject = token.nbor(-1)
    known = (
        subject.lower_ in ("he", "she", "it")
        or subject.ent_type_ == "PERSON"
        or subject.lower_ in ("mum", "dad", "mam")
    )
    start = subject.i
    opens = start == token.sent.start or token.doc[start - 1].lower_ in _OPENS_A_HABIT
    if not known or not opens:
        return None
    return Slip(token.i, token.i + 1, "the past form is “used to”", "used")


_OPENS_A_HABIT = frozenset(". ; : , and but because where when as says said reports so".split())


_MORE = frozenset("more less fewer better worse older younger".split())
_AFTER_THAN = frozenset(
    "a an one two three four five six seven eight nine ten twelve twenty half once twice enough usual most anything ever other "
    "others his her any last before expected at he she they".split()
)
_AT_ANY_TIME = frozenset("if when once after whenever until as since should were unless first".split())


def than(token: "Token") -> Slip | None:
    """Return the slip in "for more then five minutes"."""
    if token.i == token.sent.start or token.i + 1 >= token.sent.end:
        return None
    before, after = token.nbor(-1), token.nbor()
    compared = before.tag_ in ("JJR", "RBR") or before.lower_ in _MORE
    follows = after.lower_ in _AFTER_THAN or after.like_num
    earlier = {t.lower_ for t in token.doc[token.sent.start : token.i]}
    later = {t.lower_ for t in token.doc[token.i : token.sent.end]}
    if not compared or not follows or earlier & _AT_ANY_TIME or "than" in later:
        return None
    who = after.lower_ in ("he", "she", "they")
    if who and not (token.i + 2 < token.sent.end and token.nbor(2).lower_ in ("was", "were", "used", "did", "had")):
        return None
    return Slip(token.i, token.i + 1, "“then” is about time", "than")


_OF_A_NOUN = frozenset(
    "weekly daily regular more much some little good road walking travel extra further supervised constant safe".split()
)


_WHOM = frozenset("him her his their them the how me my us our your you everyone everybody all both not".split())


def effects(token: "Token") -> Slip | None:
    """Return the slip in "the lifting effects his back": the noun's spelling for the verb."""
    if not token.sent.start < token.i < token.sent.end - 1:
        return None
    before, after = token.nbor(-1), token.nbor()
    whom = after.pos_ == "PROPN" or after.lower_ in _WHOM
    names_it = before.pos_ in ("NOUN", "PROPN", "PRON") or before.tag_ == "VBG"
    if not names_it or before.lower_ in ("side", "after", "his", "her", "its", "their", "which"):
        return None
    return Slip(token.i, token.i + 1, "“to effect” is to bring about", "affects") if whom else None


def practise(token: "Token") -> Slip | None:
    """Return the slip in "weekly practise in a shop": the verb's spelling for the noun."""
    if token.pos_ != "NOUN" or token.i == token.sent.start:
        return None
    if token.nbor(-1).lower_ not in _OF_A_NOUN:
        return None
    return Slip(token.i, token.i + 1, "the noun is spelt with c in British English", "practice")
