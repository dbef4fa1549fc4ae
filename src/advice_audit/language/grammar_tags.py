"""Look-alike words that the parser tells apart: it reads "attend there appointments" as a possessive, whatever is written."""

from itertools import takewhile
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
_SAYING = frozenset(
    "say think know feel mean hope believe tell see hear find suppose guess show notice understand explain worry wish ensure "
    "report like love hate be seem appear agree note state admit add realise".split()
)
_OF_A_FACT = frozenset(
    "clear important hard difficult likely unlikely possible great good lovely sad evident essential vital hoped unclear "
    "better easier easy fair right true worth".split()
)
_OPENS_A_CLAUSE = frozenset("that to when if how for because he she they as from in".split())


def their(token: "Token") -> Slip | None:
    """Return the slip in "attend there appointments" and "is there main carer"."""
    if token.lower_ == "there" and _is_chief(token):
        return Slip(token.i, token.i + 1, "“there” is the place", "their")
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


_CHIEF = frozenset("main own eldest youngest usual favourite named biggest".split())


def _is_chief(token: "Token") -> bool:
    """Tell "is there main carer" by the word that follows: places have none of these."""
    if token.i == token.sent.start or token.i + 2 >= token.sent.end or token.sent[-1].text == "?":
        return False
    before, noun = token.nbor(-1), token.nbor(2)
    follows = token.nbor().lower_ in _CHIEF and noun.pos_ in ("NOUN", "PROPN")
    return follows and before.lower_ in (
        "is",
        "are",
        "was",
        "were",
        "as",
        "with",
        "by",
        "for",
        "to",
        "of",
        "been",
        "be",
    )


def of_place(token: "Token") -> Slip | None:
    """Return the slip in "is not often their at bedtime"."""
    if token.i == token.sent.start or token.i + 2 >= token.sent.end:
        return None
    after, then = token.nbor(), token.nbor(2)
    if (
        after.lower_ not in _AFTER_PLACE
        or then.text == "-"
        or token.nbor(-1).pos_ not in ("ADV", "AUX", "VERB", "PART")
    ):
        return None
    ends = after.is_punct or then.pos_ in ("DET", "PRON", "NOUN", "PROPN", "NUM")
    return Slip(token.i, token.i + 1, "“their” means belonging to them", "there") if ends else None


_AFTER_PLACE = frozenset("at in on with when for until after before by every . , ;".split())
_NEAR = 3
_BODY = frozenset("back backs hands heads eyes feet hearts minds lives teeth".split())


def _of_the_body(token: "Token") -> bool:
    return token.head.lower_ in _BODY


def where(token: "Token") -> Slip | None:
    """Return the slip in "is not were she says", "the school were he was happy" and "worried about were he goes"."""
    if token.i + 1 >= token.sent.end:
        return None
    if token.tag_ == "WRB" or _opens_a_place(token):
        return Slip(token.i, token.i + 1, "“were” is the past of “are”", "where")
    return None


_PARENTHESES = frozenset(
    "think thought say says said feel feels felt seems seemed believe suppose understand hear gather".split()
)
_KNOWS = frozenset("know see remember ask tell find wonder say understand".split())


def _opens_a_place(token: "Token") -> bool:
    """Tell "the school were he was" from "were he to go" and "where they were she did not say"."""
    if token.i == token.sent.start or token.i + 2 >= token.sent.end or token.sent[-1].text == "?":
        return False
    before, subject, verb = token.nbor(-1), token.nbor(), token.nbor(2)
    finite = verb.tag_ in ("VBZ", "VBD", "VBP", "MD") and verb.lower_ not in _PARENTHESES
    if subject.lower_ not in ("he", "she", "they", "it", "we", "i") or not finite:
        return False
    asks = any(t.tag_ in ("WRB", "WP", "WDT") or t.lower_ == "if" for t in token.doc[token.sent.start : token.i])
    return (
        before.pos_ == "ADP"
        or before.lower_ == "about"
        or before.lemma_ in _KNOWS
        or (before.tag_ == "NN" and not asks)
    )


def were(token: "Token") -> Slip | None:
    """Return the slip in "they where told" and "Mr and Mrs Islam where both present"."""
    if token.i == token.sent.start or token.i + 2 >= token.sent.end:
        return None
    before, after = token.nbor(-1), token.nbor()
    both = (
        after.lower_ == "both" and before.pos_ in ("PROPN", "NOUN") and after.nbor().tag_ in ("JJ", "VBN", "VBG", "IN")
    )
    if both and after.i + 2 < token.sent.end and after.nbor(2).pos_ in ("NOUN", "PROPN"):
        both = after.nbor().tag_ == "IN"
    they = (
        before.lower_ in ("they", "we")
        and after.tag_ not in ("PRP", "DT", "PRP$", "NNP", "NN", "NNS", "EX")
        and not after.is_punct
    )
    if they and before.i > token.sent.start:
        they = before.nbor(-1).lower_ not in ("ask", "asked", "tell", "told", "show", "showed")
    denied = before.tag_ == "NNS" and after.lower_ == "not" and after.nbor().tag_ in ("VBN", "JJ", "VBG")
    named = (
        before.tag_ == "NNS"
        and after.lower_ in _DONE_TO_THEM
        and after.nbor().pos_ in ("ADP", "SCONJ", "PART", "DET", "PRON")
    )
    wrong = they or both or denied or named
    return Slip(token.i, token.i + 1, "“where” asks for a place", "were") if wrong else None


_DONE_TO_THEM = frozenset(
    "told asked given offered made late shown taken informed invited unable happy worried".split()
)


def its(token: "Token") -> Slip | None:
    """Return the slip in "has done it's job" and "needs who's help"."""
    clitic = token.nbor() if token.i + 1 < token.sent.end else None
    if clitic is not None and token.text == "It" and _has_a_past(token, clitic):
        return Slip(token.i, token.i + 2, "“It's” is short for “it is”", "its")
    if clitic is None or clitic.lower_ not in ("'s", "’s", "'re", "’re"):
        return None
    follows = clitic.i + 2 < token.sent.end and clitic.nbor().tag_ in ("NN", "NNS", "JJ") and clitic.nbor(2).text != "-"
    owner = (token.tag_ == "PRP$" and clitic.tag_ == "PRP$") or (token.tag_ == "WP" and token.dep_ == "nmod:poss")
    owner = (
        owner
        or (token.lower_ == "it" and (_is_of_it(token) or _follows_small_word(token)))
        or (token.lower_ == "who" and _is_of_whom(token, clitic))
    )
    if token.lower_ == "who" and token.sent.text.rstrip().endswith("?"):
        return None
    if not owner or not follows:
        return None
    short, meant = {"it": ("it is", "its"), "who": ("who is", "whose")}.get(token.lower_, ("they are", "their"))
    return Slip(token.i, token.i + 2, f"“{token.text}{clitic.text}” is short for “{short}”", meant)


def _has_a_past(token: "Token", clitic: "Token") -> bool:
    """Tell "It's tail was wagging" from "It's rain": a second verb, of the past, follows the noun."""
    if clitic.i + 3 >= token.sent.end or clitic.lower_ not in ("'s", "’s") or token.i != token.sent.start:
        return False
    return clitic.nbor().tag_ in ("NN", "NNS") and clitic.nbor(2).lower_ in ("was", "were", "had")


def _is_of_it(token: "Token") -> bool:
    """Tell "washed it's hands" from "says it's rain": the parser has an owner, and what it owns is what the verb takes."""
    if token.i == token.sent.start or (token.tag_ != "PRP$" and token.dep_ != "nmod:poss"):
        return False
    before, owned = token.nbor(-1), token.head
    takes = before.pos_ == "ADP" or (before.pos_ == "VERB" and before.lemma_ not in _SAYING)
    return takes and token.i + 1 < owned.i <= token.i + _NEAR and owned.dep_.startswith(("obj", "obl", "nmod"))


_ALWAYS_WITH_A_NOUN = frozenset("of with from by into all".split())


def _follows_small_word(token: "Token") -> bool:
    """Tell "with all it's doors shut": nobody says "with all it is"."""
    return token.i > token.sent.start and token.nbor(-1).lower_ in _ALWAYS_WITH_A_NOUN


_AT_HOME = frozenset("home staff boss work school family friends mum dad next first left right".split())


def _is_of_whom(token: "Token", clitic: "Token") -> bool:
    """Tell "a woman who's patience is gone" from "the one who's mum to three": a second verb or a subject follows."""
    if token.i == token.sent.start or clitic.i + 2 >= token.sent.end:
        return False
    before, owned = token.nbor(-1), clitic.nbor()
    phrase = takewhile(lambda t: t.pos_ in ("NOUN", "PROPN", "ADP"), token.doc[owned.i : token.sent.end])
    verb = token.doc[min(max((t.i for t in phrase), default=owned.i) + 1, token.sent.end - 1)]
    if before.pos_ not in ("NOUN", "PROPN", "PRON") and before.text != ",":
        return False
    finite = verb.tag_ in ("VBZ", "VBD", "VBP", "MD") or verb.lower_ in ("he", "she", "they", "we", "i")
    return owned.tag_ in ("NN", "NNS") and owned.lower_ not in _AT_HOME and finite


def it_is(token: "Token") -> Slip | None:
    """Return the slip in "its important that", "its a long day" and "its not fair"."""
    if token.i + 2 >= token.sent.end:
        return None
    after, then = token.nbor(), token.nbor(2)
    fact = after.lower_ in _OF_A_FACT and then.lower_ in _OPENS_A_CLAUSE
    other = after.lower_ in ("a", "an", "the", "not", "been") and not then.is_punct
    warm = after.lower_ == "not" and token.head.pos_ == "NOUN" and token.head.i > then.i
    if (not fact and not other) or warm:
        return None
    return Slip(token.i, token.i + 1, "“its” means belonging to it", "it's")


def to_not_too(token: "Token") -> Slip | None:
    """Return the slip in "the flat is to small for six"."""
    if token.i == token.sent.start or token.i + 2 >= token.sent.end:
        return None
    before, after, then = token.nbor(-1), token.nbor(), token.nbor(2)
    degree = before.lemma_ in ("be", "become", "feel", "get") or before.lower_ in ("far", "way", "was", "is", "are")
    if (
        after.lower_ in _ALSO_VERBS
        or not degree
        or ((after.tag_ != "JJ" or after.pos_ != "ADJ") and after.lower_ not in _DEGREES)
        or then.lower_ not in ("to", "for", "and", "when", ".", "at")
    ):
        return None
    return Slip(token.i, token.i + 1, "the word for more than enough is “too”", "too")


_DEGREES = frozenset("early late much many soon often far long hard big small young old little few".split())
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
    # "the money that mum and dad use to pay a carer"
    relative = any(t.lower_ in ("that", "which") for t in token.doc[max(token.sent.start, start - 4) : start])
    if not known or not opens or relative:
        return None
    return Slip(token.i, token.i + 1, "the past form is “used to”", "used")


_OPENS_A_HABIT = frozenset(". ; : , and but because where when as says said reports so".split())


_MORE = frozenset("further farther more less fewer better worse older younger".split())
_AFTER_THAN = frozenset(
    "a an one two three four five six seven eight nine ten twelve twenty half once twice enough usual most anything ever other "
    "others his her any last before expected at he she they anyone anybody anything everyone everybody not "
    "mine ours yours theirs me him us them most anywhere anyone anybody somewhere elsewhere".split()
)
_AT_ANY_TIME = frozenset("if when once after whenever until as since should were unless first".split())


def than(token: "Token") -> Slip | None:
    """Return the slip in "for more then five minutes" and "walks further with his mum then he can alone"."""
    if token.i == token.sent.start or token.i + 1 >= token.sent.end:
        return None
    before, after = token.nbor(-1), token.nbor()
    if _is_compared_earlier(token):
        return Slip(token.i, token.i + 1, "“then” is about time", "than")
    often = (
        before.i > token.sent.start
        and before.tag_ in ("JJ", "RB", "VBN")
        and before.nbor(-1).lower_ in ("more", "less")
    )
    compared = before.tag_ in ("JJR", "RBR") or before.lower_ in _MORE or often
    follows = after.lower_ in _AFTER_THAN or after.like_num or (often and after.lower_ == "when")
    told = [t.i for t in token.doc[token.sent.start : token.i] if t.lower_ == "that" and t.tag_ == "IN"]
    earlier = {t.lower_ for t in token.doc[max([token.sent.start, *told]) : token.i]}
    later = {t.lower_ for t in token.doc[token.i : token.sent.end]}
    if not compared or not follows or earlier & _AT_ANY_TIME or "than" in later:
        return None
    if after.lower_ == "not" and before.lower_ != "often":
        return None
    who = after.lower_ in ("he", "she", "they")
    if who and not (token.i + 2 < token.sent.end and token.nbor(2).lower_ in ("was", "were", "used", "did", "had")):
        return None
    return Slip(token.i, token.i + 1, "“then” is about time", "than")


_HELPERS = frozenset("can could does did do is was are were has had have will would".split())
_ENDS_IT = frozenset(". , ; to with at in on when before without alone for by last".split())
_PARTS = frozenset(", ; : . – — and but than".split())
_REACH = 7


def _is_compared_earlier(token: "Token") -> bool:
    """Tell "further with his mum then he can with me" from "he is calmer then he can rest": the helping verb stands alone."""
    if token.i + 3 >= token.sent.end:
        return False
    subject, helper, after = token.nbor(), token.nbor(2), token.nbor(3)
    if subject.lower_ not in ("he", "she", "they", "it", "we", "i") or helper.lower_ not in _HELPERS:
        return False
    if after.lower_ not in _ENDS_IT:
        return False
    earlier = token.doc[max(token.sent.start, token.i - _REACH) : token.i]
    if any(t.lower_ in _PARTS or t.lower_ in _AT_ANY_TIME for t in earlier):
        return False
    return any(t.tag_ in ("RBR", "JJR") and t.lower_ not in ("less", "later", "longer", "earlier") for t in earlier)


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
    ahead = before.nbor(-1) if before.i > token.sent.start else before
    relative = before.lower_ == "which" and (ahead.text == "," or ahead.pos_ == "NOUN")
    if relative and token.tag_ == "VBZ" and before.dep_.startswith("nsubj") and whom:
        return Slip(token.i, token.i + 1, "“to effect” is to bring about", "affects")
    if not names_it or before.lower_ in ("side", "after", "his", "her", "its", "their", "which"):
        return None
    return Slip(token.i, token.i + 1, "“to effect” is to bring about", "affects") if whom else None


_MAY_ACT = frozenset("to not n't n’t will would can could may might must should".split())


def effect(token: "Token") -> Slip | None:
    """Return the slip in "the visits effect her sleep" and "will effect where he lives"."""
    if not token.sent.start < token.i < token.sent.end - 1:
        return None
    before, after = token.nbor(-1), token.nbor()
    several = before.tag_ == "NNS" and before.dep_.startswith("nsubj")
    acts = several or before.lower_ in _MAY_ACT
    if not acts or not (after.lower_ in _WHOM or (before.tag_ == "MD" and after.tag_ == "WRB")):
        return None
    return Slip(token.i, token.i + 1, "“to effect” is to bring about", "affect")


def advise(token: "Token") -> Slip | None:
    """Return the slip in "our last advise": the verb's spelling for the noun."""
    if token.pos_ != "NOUN" or token.i == token.sent.start or token.nbor(-1).pos_ not in ("ADJ", "DET"):
        return None
    return Slip(token.i, token.i + 1, "the noun is spelt with c", "advice")


def practise(token: "Token") -> Slip | None:
    """Return the slip in "weekly practise in a shop": the verb's spelling for the noun."""
    if token.pos_ != "NOUN" or token.i == token.sent.start:
        return None
    if token.nbor(-1).lower_ not in _OF_A_NOUN:
        return None
    return Slip(token.i, token.i + 1, "the noun is spelt with c in British English", "practice")
