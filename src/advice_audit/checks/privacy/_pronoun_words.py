"""Words that go with the child of an advice, and words that go with a grown-up in it, whatever pronoun stands there."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

# What an advice tells of its child: their day, body, upset, learning and pleasures.
_CHILD_DOES = frozenset(
    (
        "settle wake sleep asleep awake cry scream shout bite kick hit scratch spit throw smash climb bolt run wander hide "
        "lash refuse calm rock flap hum spin laugh giggle smile grin point sign gesture copy crawl shuffle bounce jump "
        "splash swing ride cycle swim skate dance sing draw paint play practise learn attend behave struggle panic sulk "
        "soil wet toilet chew mouth swallow eat dress undress wash bath brush clean zip button tie feed grow turn aged "
        "age born afraid frightened scared distressed upset anxious dysregulated tearful lonely shy bored funny "
        "confident proud able unable allowed ready upstairs downstairs late bully tease pick excluded invited miss "
        "carry lift hoist strap push collect fetch drop tuck rouse wait sit stand lie count respond require need enjoy "
        "like love prefer want choose live become feel cope manage travel stay absconded abscond truant smoke vape "
        "game text message scroll show teach encourage prompt remind praise reward support help supervise watch leave"
    ).split()
)
_CHILD_HAS = frozenset(
    (
        "school class classroom teacher tutor nursery college lesson homework reading friend friends mate mates "
        "classmate peer bedroom bed cot duvet pillow room toy teddy bear tablet console game wheelchair chair frame "
        "splint hearing aids aid glasses buggy pushchair harness hoist bag rucksack sock socks shoe shoes trainer "
        "trainers coat hood sleeve sleeves hat uniform blazer clothes pyjamas nappy pad hair tooth teeth nail nails "
        "hand hands finger fingers arm arms leg legs foot feet head face eye eyes ear ears mouth lip lips wrist knee "
        "skin body tummy birthday age mum dad mother father parent parents brother sister grandmother grandfather nan "
        "gran grandad grandparents aunt uncle cousin carer carers family sibling siblings home plan review diagnosis "
        "behaviour mood temper feelings feeling emotions emotion speech language voice word words talker communication "
        "sleep bedtime bath shower meal meals breakfast lunch dinner tea plate food routine routines day week weekend "
        "drawing drawings painting map picture bike scooter trampoline swing phone headphones screen pocket "
        "money confidence independence safety health wellbeing life future views wishes dream need needs difficulties "
        "strength strengths outcome outcomes personal adviser assistant helper mentor worker passport laugh smile "
        "manners balance medication inhaler pump tube feed seizure seizures gas rent tenancy flat bus travel training"
    ).split()
)
_ADULT_DOES = frozenset(
    (
        "say tell report explain describe add think believe hope worry wonder reckon agree confirm recall remember admit "
        "note write record observe visit ring telephone phone email work earn retire drive cook buy pay collect divorce "
        "marry remarry separate nod sigh doze exhaust exhausted worn glad sorry grateful content pregnant bring raise"
    ).split()
)
_ADULT_HAS = frozenset(
    (
        "husband wife son sons daughter daughters grandson granddaughter grandchild grandchildren child children stepson "
        "nephew niece partner ex job shift shifts work employer boss manager car van driving note notes "
        "visit visits report account view opinion experience advice request agreement assessment marriage divorce "
        "caseload colleague colleagues team"
    ).split()
)


_BODY = frozenset(
    (
        "hair tooth teeth nail nails hand hands finger fingers arm arms leg legs foot feet head face eye eyes ear ears "
        "mouth lip lips wrist knee skin body tummy sock socks shoe shoes trainers coat hood hat clothes pyjamas nappy "
        "pad temper breath shirt shirts trousers sleeve sleeves jumper glasses bottom seat belt shoelace shoelaces zip"
    ).split()
)


def is_of_body(word: "Token") -> bool:
    """Tell a part of the body or what is worn: as a rule it belongs to whoever acts."""
    return word.lower_ in _BODY


def likeness(token: "Token") -> dict[str, float]:
    """Return whether what a pronoun does, has or suffers is more the child's or a grown-up's.

    Args:
        token: the pronoun.

    Returns:
        `childlike` and `grown up`, each 0 or 1.
    """
    word = token.head
    forms = {word.lemma_.lower(), word.lower_}
    does, has = (_CHILD_HAS, _ADULT_HAS) if is_owning(token) else (_CHILD_DOES, _ADULT_DOES)
    if word.i == token.i:
        return {"childlike": 0.0, "grown up": 0.0}
    return {"childlike": float(not forms.isdisjoint(does)), "grown up": float(not forms.isdisjoint(has))}


def acts_childlike(word: "Token") -> bool:
    """Tell a verb, or what somebody is said to be, that goes with the child of an advice."""
    return word.lemma_.lower() in _CHILD_DOES or word.lower_ in _CHILD_DOES


def heads_note(word: str) -> bool:
    """Tell a verb such as begins a note on the child: "Irons her own shirts", whatever the tagger makes of its capital."""
    from advice_audit.language.spelling import dictionary

    return word.endswith("s") and not word.endswith("ss") and word in dictionary() and word[:-1] in dictionary()


def is_owning(token: "Token") -> bool:
    """Tell "her book" from "saw her"."""
    owned = token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
    return token.lower_ == "his" or (owned and (token.tag_ == "PRP$" or token.dep_ == "nmod:poss"))
