"""Verbs that do not fit their subject in number: "the rows has got worse", "the delay have been long"."""

from typing import TYPE_CHECKING

from advice_audit.language.grammar_slip import Slip
from advice_audit.language.grammar_words import MANY_OF, SAME_PAST, of_one

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FOR_ONE = {one: MANY_OF[one] for one in ("has", "is", "was", "does")}
FOR_MANY = {many: one for one, many in FOR_ONE.items()}
# In British English these may be many: "the family have asked".
_EITHER = frozenset(
    "family team school staff police college council hospital service group couple public class club panel board court "
    "department company committee government majority minority rest lot number half none pair range variety agency "
    "community household nursery charity association authority centre hub unit clinic ward network tribunal press data "
    "media people everyone nobody hundred dozen series species means sheep crew band management crowd leadership army choir union firm panel audience population party neighbour parent carer".split()
)
# More than one in form only, or an amount taken as one.
_AS_ONE = frozenset(
    "news maths physics athletics gymnastics economics politics measles mumps diabetes rabies works series means headquarters "
    "times hours minutes weeks months years days nights pounds miles metres sessions meals steps epilepsies thanks lots "
    "lego boxing parkrun mornings evenings weekends mondays tuesdays wednesdays thursdays fridays saturdays sundays bus".split()
)
_MANY_WITHOUT_S = frozenset("children people men women feet teeth".split())
_AMOUNTS = frozenset(
    "hours minutes weeks months years days nights pounds miles metres works means series news maths lots".split()
)
_ONE = "one takes another verb than several"
_EVERY = frozenset(
    "nobody everybody everyone anybody anyone somebody someone nothing everything something each".split()
)
_SINGLE = frozenset("the a an this that every each his her their its my our your".split())
_LINKS = frozenset("in on at for from into between to about by near over under outside inside behind".split())
_WISHES = frozenset(
    "if though unless ask asks asked recommend recommends recommended suggest suggests suggested insist insists insisted propose "
    "request requested wish wishes wished suppose imagine lest whether essential important vital did do does let make made could should would".split()
)
# What is one whatever it is of: not "a number of".
_ONE_OF_MANY = frozenset(
    "effect impact aim cost purpose loss lack risk noise sound smell sight thought fear death illness absence length quality "
    "state behaviour arrival closure strain weight speed level amount use understanding package breakdown".split()
)
_JUST = frozenset("only just about still now also at least some".split())
_COUNTS = frozenset("no several many two three four five six seven eight nine ten eleven twelve few other".split())
_NO_ONE = frozenset(
    "signs ifs buts contents arms lessons thanks grounds odds goods clothes surroundings remains".split()
)
_JOINS = frozenset("and but because when while where although so".split())
_IN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PRON"})
_POSSESSIVE = frozenset("his her their its my our your".split())
_LONGEST_PHRASE = 4
_OPENS = frozenset(".;:,–—(\n")


def plural_verb(token: "Token") -> Slip | None:
    """Return the slip in "the rows has got worse": several, with the verb for one."""
    if token.i <= token.sent.start:
        return None
    if (many := _far_several(token)) is not None:
        words = token.doc[many.i : token.i].text
        return Slip(many.i, token.i + 1, "several take another verb than one", f"{words} {FOR_ONE[token.lower_]}")
    noun = token.nbor(-1)
    several = noun.tag_ == "NNS" and noun.is_lower and noun.text.endswith("s") and not noun.text.endswith("ss")
    several = several or noun.lower_ in _MANY_WITHOUT_S
    if not several or noun.lower_ in _AS_ONE or not _is_subject(noun, token):
        return None
    return Slip(noun.i, token.i + 1, "several take another verb than one", f"{noun.text} {FOR_ONE[token.lower_]}")


def singular_verb(token: "Token") -> Slip | None:
    """Return the slip in "the delay have been long" and "the step into the shower are high": one, with the verb for several."""
    if token.i <= token.sent.start:
        return None
    if (far := _far_subject(token)) is not None:
        words = token.doc[far.i : token.i].text
        return Slip(far.i, token.i + 1, _ONE, f"{words} {FOR_MANY[token.lower_]}")
    noun = token.nbor(-1)
    if noun.tag_ != "NN" or not noun.is_lower or noun.lemma_.lower() in _EITHER or noun.text.endswith("s"):
        return None
    start = _start(noun)
    if token.doc[start].pos_ != "DET" and token.doc[start].lower_ not in _POSSESSIVE:
        return None
    if not _is_subject(noun, token):
        return None
    joined = start > noun.sent.start and token.doc[start - 1].lower_ in _JOINS
    # NOTE: after "and" it may be the second of two: "the house and the quay are".
    if joined and (token.doc[start - 1].lower_ == "and" or _wishes(noun)):
        return None
    return Slip(noun.i, token.i + 1, _ONE, f"{noun.text} {FOR_MANY[token.lower_]}")


def there_are(token: "Token") -> Slip | None:
    """Return the slip in "there was no contacts" and "there is six people": several, with the verb for one."""
    if token.i + 4 >= token.sent.end or token.nbor().lower_ not in ("is", "was", "has"):
        return None
    verb = token.nbor()
    count = verb.nbor(2) if verb.lower_ == "has" and verb.nbor().lower_ == "been" else verb.nbor()
    if count.lower_ in _JUST and count.i + 2 < token.sent.end:
        count = count.nbor()
    if count.lower_ not in _COUNTS and count.tag_ != "CD":
        return None
    noun = next(
        (t for t in token.doc[count.i + 1 : min(count.i + 4, token.sent.end)] if t.pos_ not in ("ADJ", "ADV", "NUM")),
        None,
    )
    if noun is None or not (noun.tag_ == "NNS" or noun.lower_ in _MANY_WITHOUT_S) or noun.lower_ in _AMOUNTS:
        return None
    after = noun.nbor() if noun.i + 1 < token.sent.end else noun
    if not noun.is_lower or after.pos_ in ("NOUN", "PROPN", "PART") or after.text in ("-", "/", "'", "’"):
        return None
    if count.lower_ in ("no", "other") and noun.lower_ in _NO_ONE:
        return None
    return Slip(token.i, verb.i + 1, "several take another verb than one", f"{token.text} {FOR_ONE[verb.lower_]}")


def any_verb(token: "Token") -> Slip | None:
    """Return the slip in "both parents agrees" and "the support stop in July": any verb beside what it is said of."""
    end = token.sent.end
    noun = next((t for t in token.doc[token.i + 1 : min(token.i + 4, end)] if t.dep_.startswith("nsubj")), None)
    if noun is None or noun.i + 2 >= end or token.sent[-1].text != ".":
        return None
    first = token.head.left_edge if token.tag_ == "POS" else token
    if noun.left_edge.i != first.i:
        return None
    verb = noun.nbor()
    if (
        noun.head.i != verb.i
        or verb.pos_ != "VERB"
        or not verb.is_lower
        or not noun.is_lower
        or len(list(noun.conjuncts))
    ):
        return None
    before = "" if first.i == token.sent.start else first.nbor(-1).lower_
    # "nobody but his parents speaks to him"
    but_for = before == "but" and first.i - 2 >= token.sent.start and first.nbor(-2).lower_ in _EVERY | {"none", "all"}
    opens = (before == "" or before in _OPENS or before in _JOINS) and not but_for
    if not opens or any(t.pos_ == "NUM" for t in noun.children) or _wishes(noun):
        return None
    several = noun.tag_ == "NNS" and noun.text.endswith("s") and noun.lower_ not in _AS_ONE
    follows = verb.nbor().pos_ in ("ADP", "DET", "PRON", "ADV", "PART", "ADJ", "SCONJ", "NUM")
    if several and follows and verb.tag_ == "VBZ" and verb.lemma_.lower() != verb.lower_:
        return Slip(noun.i, verb.i + 1, "several take another verb than one", f"{noun.text} {verb.lemma_.lower()}")
    if not _is_one(noun) or noun.lower_ in _EVERY or before == "and" or token.lower_ == "both":
        return None
    if not _is_base(verb):
        return None
    return Slip(noun.i, verb.i + 1, _ONE, f"{noun.text} {of_one(verb.lower_)}")


def _is_base(verb: "Token") -> bool:
    """Tell the base form of a verb that cannot be taken for its past."""
    base = verb.tag_ in ("VBP", "VB") and verb.lower_ == verb.lemma_.lower()
    return base and verb.lower_ not in SAME_PAST | {"come", "become"}


def who_verb(token: "Token") -> Slip | None:
    """Return the slip in "gives her money to anyone who ask"."""
    if token.i == token.sent.start or token.i + 1 >= token.sent.end or token.nbor(-1).lower_ not in _EVERY:
        return None
    verb = token.nbor()
    if not _is_base(verb):
        return None
    return Slip(token.i, verb.i + 1, _ONE, f"{token.text} {of_one(verb.lower_)}")


def _far_subject(verb: "Token") -> "Token | None":
    """Return the one thing that a verb for several has as its subject, with others between: "the step into the shower are"."""
    head = verb.head if verb.dep_ in ("aux", "aux:pass", "cop") else verb
    subjects = [c for c in head.children if c.dep_.startswith("nsubj") and verb.sent.start <= c.i < verb.i - 1]
    noun = subjects[-1] if subjects else None
    if noun is None or not _is_one(noun) or noun.right_edge.i != verb.i - 1 or _wishes(noun):
        return None
    start = noun.left_edge.i
    before = verb.doc[max(start - 1, 0)]
    opens = (
        start == verb.sent.start
        or before.text in _OPENS
        or before.lower_ in _JOINS | {"that"}
        or (before.i == verb.sent.start and before.pos_ == "ADV")
    )
    return noun if opens and _is_linked(verb.doc[noun.i + 1 : verb.i]) else None


def _far_several(verb: "Token") -> "Token | None":
    """Return the several that a verb for one has as its subject, others between: "the reasons for the move was explored"."""
    head = verb.head if verb.dep_ in ("aux", "aux:pass", "cop") else verb
    noun = next((c for c in head.children if c.dep_.startswith("nsubj") and verb.sent.start <= c.i < verb.i - 1), None)
    if noun is None or noun.tag_ != "NNS" or not noun.is_lower or noun.right_edge.i != verb.i - 1:
        return None
    opens = noun.left_edge.i == verb.sent.start and noun.doc[noun.left_edge.i].lower_ in _SINGLE | {"these", "those"}
    plain = not any(t.pos_ in ("NUM", "CCONJ") for t in noun.subtree) and noun.lower_ not in _AS_ONE
    between = verb.doc[noun.i + 1 : verb.i]
    linked = between[0].lower_ in _LINKS | {"of"} and _is_phrase(between)
    return noun if opens and plain and linked else None


def _is_one(noun: "Token") -> bool:
    """Tell one thing, or everybody or nobody, from what British English may take as several."""
    capital = noun.i == noun.sent.start and noun.lower_ in _EVERY
    if not (noun.is_lower or capital) or any(c.dep_ in ("conj", "acl:relcl", "appos") for c in noun.children):
        return False
    single = noun.tag_ == "NN" and noun.lower_ not in _EITHER and not noun.text.endswith("s")
    return noun.lower_ in _EVERY or (single and any(c.lower_ in _SINGLE for c in noun.children if c.i < noun.i))


def _is_linked(between: "Span") -> bool:
    """Tell "into the shower" from a clause or a list; with "of", much may be several."""
    of_one = between[0].lower_ == "of" and between[0].head.head.lower_ in _ONE_OF_MANY
    return (between[0].lower_ in _LINKS or of_one) and _is_phrase(between)


def _is_phrase(between: "Span") -> bool:
    """Tell words that say more of a noun from a clause or a list."""
    return not any(
        t.is_punct
        or t.pos_ in ("VERB", "AUX", "SCONJ")
        or (t.pos_ == "CCONJ" and between[0].lower_ != "between")
        or t.lower_ in ("that", "who", "which")
        for t in between
    )


def _wishes(noun: "Token") -> bool:
    """Tell a clause after "asked that" or "if", where "he be" and "it were" are right, or a question."""
    earlier = {t.lower_ for t in noun.doc[noun.sent.start : noun.i]}
    return bool(earlier & _WISHES) or noun.sent[-1].text == "?"


def _start(noun: "Token") -> int:
    """Return where the noun's own phrase begins, by the words just before it."""
    start: int = noun.i
    while start > noun.sent.start and noun.i - start < _LONGEST_PHRASE:
        before = noun.doc[start - 1]
        if before.tag_ == "POS" and start - 2 >= noun.sent.start:
            start -= 2
            continue
        if before.pos_ not in _IN_PHRASE or before.tag_ in ("PRP", "WP", "WDT", "EX"):
            break
        start -= 1
    return start


def _is_subject(noun: "Token", verb: "Token") -> bool:
    """Tell whether the noun's phrase opens the sentence or a clause, and the parser too has it as the verb's subject."""
    start = _start(noun)
    head = verb.head if verb.dep_ in ("aux", "aux:pass", "cop") else verb
    if not noun.dep_.startswith("nsubj") or noun.head.i != head.i or any(t.dep_ == "conj" for t in noun.children):
        return False
    if any(noun.doc[i].pos_ == "NUM" for i in range(max(start - 1, noun.sent.start), noun.i)):
        return False
    return start == noun.sent.start or noun.doc[start - 1].text in _OPENS or noun.doc[start - 1].lower_ in _JOINS


def far_person(token: "Token") -> Slip | None:
    """Return the slip in "Mrs Benyon have withdrawn" and "his father, a retired fireman, have": one person, a verb for several."""
    head = token.head if token.dep_ in ("aux", "aux:pass", "cop") else token
    subject = next((c for c in head.children if c.dep_.startswith("nsubj") and c.i < token.i), None)
    if subject is None or subject.sent.start != token.sent.start or token.sent[-1].text == "?":
        return None
    last = token.nbor(-1)
    if token.tag_ not in ("VBP", "VBD") or last.lower_ == "to":
        return None
    named = (
        subject.pos_ == "PROPN"
        and subject.tag_ == "NNP"
        and subject.ent_type_ == "PERSON"
        and last.i == subject.right_edge.i
    )
    kin = subject.lower_ in _ONE_PERSON and any(c.lower_ in _SINGLE for c in subject.children if c.i < subject.i)
    if not (named or kin) or subject.lower_ in _EITHER:
        return None
    start = subject.left_edge.i
    before = token.doc[start - 1].lower_ if start > token.sent.start else "."
    words = {t.lower_ for t in token.doc[token.sent.start : token.i]}
    several = words & _MORE_THAN_ONE or any(t.dep_ == "conj" for t in subject.subtree)
    if several or not (before in _OPENS or before in {".", "that", "when", "because", "but", "as"}):
        return None
    if words & _WISHES or any(t.dep_ in ("aux", "aux:pass") and t.i < token.i for t in head.children):
        return None
    return Slip(token.i, token.i + 1, _ONE, FOR_MANY[token.lower_])


_ONE_PERSON = frozenset(
    "mother father mum dad brother sister son daughter grandmother grandfather nan aunt uncle worker teacher nurse manager "
    "doctor therapist adviser mentor husband wife boy girl child".split()
)
_MORE_THAN_ONE = frozenset("and or nor & both parents they neither either with than like plus".split())
