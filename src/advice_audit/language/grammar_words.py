"""Words that several rules of grammar ask about."""

SAME_PAST = frozenset(
    "put hit let set cut hurt shut cost quit spread burst read bet cast split beat bid thrust rid wet shed slit upset "
    "must can may might will shall could would should ought need dare used did had said went came bit lay found fell left "
    "felt lit fed led met kept held told drew ran sat got gave took made knew rang sang swam wore woke spoke broke chose "
    "drove ate hid slept spelt learnt dreamt burnt leapt built sent spent lent bent dealt meant knelt dwelt wept crept "
    "swept paid read heard stood understood bought brought caught taught thought sought fought".split()
)
"""Verbs whose past looks like their base form or is often taken for it."""

SAME_FORM = frozenset(
    "put hit let set cut hurt shut cost quit spread burst read bet cast split beat bid thrust rid wet shed slit upset must need "
    "dare found fell lay left lit used".split()
)
"""Those whose past is also a base form."""

ALSO_NOUNS = frozenset(
    "help work change need use care contact control play talk rest sleep plan support practice practise drink food cook cause "
    "access advice concern worry visit call phone text email report review test share charge hold hope love fun look view say "
    "respect trust charge issue place space time point reason room swim walk wash bath meet fear hurt pain respite sign signs run "
    "increase decrease break stay start stop end lead link match note order pay plan post press push pull ride right rule search "
    "sense stand stress study taste touch trouble turn wait water wish dress dance doubt experience exercise faith fill focus form "
    "group guide influence interest laugh limit lunch measure mention mistake move name notice offer open question record refuse "
    "regard relief rent request result return risk supply switch target tea track travel treat value voice vote watch wear yes".split()
)
"""Base forms of verbs that are nouns as well."""

PARTICIPLES = dict(
    pair.split(":")
    for pair in (
        "choose:chosen chose:chosen broke:broken wrote:written spoke:spoken took:taken forgot:forgotten froze:frozen stole:stolen "
        "ate:eaten rode:ridden drank:drunk drove:driven went:gone did:done saw:seen gave:given fell:fallen threw:thrown wore:worn "
        "swam:swum rang:rung sang:sung began:begun woke:woken knew:known grew:grown came:come ran:run became:become tore:torn hid:hidden"
    ).split()
)
"""The past of verbs that have another form after “has”, with that form."""

MANY_OF = {"is": "are", "was": "were", "has": "have", "does": "do", "goes": "go"}
"""What one does, as several do it."""

ONE_OF = {"be": "is", **{many: one for one, many in MANY_OF.items()}}
"""What several do, as one does it."""


def with_s(word: str) -> str:
    """Return a regular noun of several things ("meltdowns", "parties"), or what one person does ("tries", "washes")."""
    if word.endswith(("s", "sh", "ch", "x", "z")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "s"


def of_one(verb: str) -> str:
    """Return a verb as one person or thing takes it."""
    return ONE_OF.get(verb) or with_s(verb)


def with_ing(verb: str) -> str:
    """Return a verb with its ending of what goes on: "taking", "getting", "being"."""
    if verb.endswith("e") and not verb.endswith(("ee", "be")):
        return verb[:-1] + "ing"
    return verb + verb[-1] + "ing" if verb in _DOUBLED else verb + "ing"


def without_ing(verb: str) -> str:
    """Return the plain form of "taking", "planning", "supporting"."""
    from advice_audit.language.spelling import dictionary

    stem = verb.removesuffix("ing")
    if stem[-1:] == stem[-2:-1] and stem[:-1] in dictionary():
        return stem[:-1]
    return stem if stem in dictionary() and len(stem) > 3 else stem + "e" if stem + "e" in dictionary() else stem


def with_ed(verb: str) -> str:
    """Return a regular verb with its ending of what is done: "checked", "carried", "met"."""
    if verb in ("meet", "fit"):
        return "met" if verb == "meet" else "fitted"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


_DOUBLED = frozenset("get put sit run cut let set stop plan swim travel hit chat shop".split())
