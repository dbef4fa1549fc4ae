"""Apostrophes of owners, left out or put where none belongs: "her mothers main worry", "a days notice", "on Monday's at"."""

import re
from typing import TYPE_CHECKING

from advice_audit.language.grammar_lookalikes import Rule
from advice_audit.language.grammar_slip import Slip

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHAT = "the owner takes an apostrophe"
_ONE = "mothers|fathers|mums|dads|mams|nans|grans|nanas|grandads|grandmas|grandmothers|grandfathers|stepdads|stepmums|stepfathers|stepmothers|husbands|wifes"
_HOMES = "dads|mums|mams|nans|grans|nanas|grandads|grandmas|aunties"
_KIN = frozenset(f"{_ONE}|sisters|brothers|aunts|aunties|uncles|cousins|sons|daughters|friends|partners".split("|"))
_SINGLE = frozenset(_ONE.split("|"))
_WHOSE = frozenset("his her their my our your".split())
_GROUPS = frozenset("twins carers parents siblings boys girls neighbours families childrens".split())
_OTHERS = frozenset("schools teachers landlords doctors".split())
# Of these one writes "the parents group" as well.
_OF_GROUPS = frozenset(
    "group groups evening evenings forum assessment centre break breaks support meeting meetings grant course allowance strategy hub "
    "week day network charity service services rights panel voice club toilets toilet changing football team rugby school schools "
    "association programme register plan card passport champion session sessions room area view views home trust link liaison "
    "lead worker star line line-up survey questionnaire information info action".split()
)
_CHIEF = frozenset("main biggest greatest chief overall other own first old new only next".split())
_NEVER_DONE = frozenset(
    "idea opinion flat bedroom kitchen garden birthday wedding funeral health death partner boyfriend girlfriend husband wife mother "
    "father brother sister dog cat car sofa income illness surgery".split()
)


def owners(token: "Token") -> Slip | None:
    """Return the slip in "her mothers main worry", "the twins mother" and "his sisters idea": no apostrophe."""
    if token.i + 2 >= token.sent.end:
        return None
    owner = token.nbor()
    if owner.lower_ == "foster" and owner.i + 2 < token.sent.end:
        owner = owner.nbor()
    word = owner.lower_
    # "Her Nans dog": as a name, but for the mark.
    named = owner.text[1:].islower() and token.lower_ in _WHOSE and word in _SINGLE
    if not owner.is_lower and not named:
        return None
    if word not in _KIN and word not in _GROUPS and word not in _OTHERS:
        return None
    owned = owner.nbor()
    if owned.lower_ in _CHIEF and owned.i + 1 < token.sent.end:
        if not _is_owned_by_one(owner, owned.nbor(), token):
            return None
    elif not _is_owned(owner, owned):
        return None
    return Slip(owner.i, owner.i + 1, _WHAT, f"{owner.text}'" if word in _GROUPS else f"{owner.text[:-1]}'s")


def _is_owned_by_one(owner: "Token", owned: "Token", token: "Token") -> bool:
    taken = owner.dep_ != "nmod:poss" and owned.dep_ == "obj" and token.pos_ == "DET"
    return owned.tag_ in ("NN", "NNS") and not taken


def _is_owned(owner: "Token", owned: "Token") -> bool:
    """Tell "the twins mother" from "the parents group" and "the boys school"."""
    if owned.i + 1 >= owned.sent.end or owned.nbor().text in ("-", "/"):
        return False
    things = owned.tag_ == "NNS" and owned.is_lower and owned.nbor().pos_ in ("PUNCT", "ADP", "CCONJ")
    if things and owner.lower_ in _SINGLE and owner.nbor(-1).lower_ in _WHOSE and owned.lower_ not in _OF_GROUPS:
        return True
    if owned.lower_ in _NEVER_DONE and (owned.tag_ != "VBP" or owner.lower_ in _KIN):
        return True
    if owned.lower_ in _OF_GROUPS or not owned.is_lower or owned.tag_ != "NN" or owned.text.endswith("s"):
        return False
    acts = owned.nbor().pos_ in ("VERB", "AUX") and owned.nbor().tag_ not in ("VBG", "VBN")
    taken = owner.nbor(-2).pos_ in ("ADP", "AUX") if owner.i - owner.sent.start >= 2 else False
    return (acts or taken) and owner.head.i == owned.i and owner.dep_ in ("compound", "nmod:poss", "amod", "nmod")


def _with_apostrophe(words: str) -> str:
    return re.sub(r"s\b(?!.*s\b)", "'s", words, count=1)


def _home(word: str) -> str:
    return word[:-1] + "'s"


def _of_time(words: str) -> str:
    before, unit, what = words.rsplit(" ", 2)
    one = before.lower() in ("a", "an", "one", "one full", "a full")
    return f"{before} {unit[:-1]}'s {what}" if one else f"{before} {unit}' {what}"


def _several(words: str) -> str:
    return re.sub(r"['’]s$", "s", words)


_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|twelve|both|several|many"
_AFTER_HOME = r"(?=[.,;]| (?:every|each|on|for|at|after|and|until|when|in|over|with|most|by|because|but|twice|once|last|this|overnight)\b)"
OWNERS: tuple[Rule, ...] = (
    (rf"\b(?:go|goes|went|going|gone|back|home|stay(?:s|ed|ing)?|sle(?:eps?|pt)|sleeping|liv(?:es|ed|ing)|return(?:s|ed)?|round|over|weekends?|nights?|time|week|moved|tea|come|comes|collected|picked up|dropped) (?:to|at|from|round|between) (?:his |her |their |the |my )?(?P<at>{_HOMES})\b{_AFTER_HOME}", _WHAT, _home),
    (rf"(?:^|[.;:,] |\b(?:in|at|to|from|of|with|and|is|was|on|for|by|about|near|his|her|their|my) )(?P<at>(?-i:{_HOMES}|Dads|Mums|Nans|Grandads|Mams)) (?:name|house|flat|car|job|back(?= (?:is|was|hurts?|has|gave|went))|partner|boyfriend|girlfriend|health|sofa|room|address|sister|brother|account(?= (?:of|is|was))|words|knees?|mood|side of)\b(?! and (?:mum|dad)s)", _WHAT, _home),
    (r"\b(?P<at>(?:an?|one|a full) (?:day|week|month|year|night|hour|minute|moment)s (?:notice|work|wait|time|leave|sleep|rest|pay|delay|journey|drive|walk|holiday|worth|grace))\b", _WHAT, _of_time),
    (r"\b(?P<at>(?:two|three|four|five|six|seven|eight|ten|twelve|\d+) (?:days|weeks|months|years|hours|minutes) (?:notice|time|leave|worth|grace|pay))\b(?! (?:off|together|out|away|-))(?!-)", _WHAT, _of_time),
    (r"\b(?:at|in|from|to|by|near) (?:the|a|an|her|his|our|another|that|this) (?P<at>children (?:home|centre|ward|hospital|unit|hospice|services|society|hearing|guardian))\b", _WHAT, lambda words: words.replace("hildren", "hildren's")),
    (r"\b(?:on|most|and|every) (?P<at>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s)(?=[.,;]| (?:at|in|and|with|for|after|when|to|from|he|she|they|because|if|but|before|until)\b)", "more than one of a thing has no apostrophe", _several),
    (rf"\b(?:this|another|every|each) (?:(?:little|young|older|younger|poor) )?(?P<at>(?:boy|girl|lad|mother|father|parent|carer|brother|sister|daughter|son|worker|teacher|neighbour)s) (?!{'|'.join(sorted(_OF_GROUPS))}|who|and|or|in|at|on|of|to|with|from|for)[a-z]+\b", _WHAT, _home),
    (rf"(?<!year )(?<!class )(?<!stage )(?<!room )\b(?:{_NUMBERS}|these|those) (?:(?:little|younger|older|elder|big|small|half|step|other|best|close|young|good) )?(?P<at>(?:brother|sister|cousin|friend|aunt|uncle|son|daughter|boy|girl|nephew|niece|neighbour|carer|parent|grandparent|sibling)['’]s)\b(?= (?:and|or|are|were|have|had|who|with|at|in|on|to|from|for|because|when|which|live|go|come|share|do)\b|[.,;:)]|$)",
     "more than one of a thing has no apostrophe", _several),
    (r"\b(?:his|her|their|my|our|the|both) (?P<at>(?:grand)?(?:parents|brothers|sisters|carers|boys|girls|twins|neighbours|cousins|friends|siblings|teachers)['’]) (?:live(?! (?:music|show|in))|are|were|have|had|want|say|said|feel|felt|think|thought|told|do|did|went|go|can|will|would|could)\b", "more than one of a thing has no apostrophe", lambda word: word[:-1]),
    (r"\b(?:his|her|their|my|our|the|hearing|all of \w+['’]s) (?P<at>(?:photo|picture|book|toy|shoe|sock|coat|trainer|game|key|video|tablet|card|sticker|splint|meal|session|visit|appointment|medicine|outcome|need|hour|aid|boot|glove|finger|wheel|result|form|email|call)['’]s) (?:are|were|have)\b", "more than one of a thing has no apostrophe", _several),
)  # fmt: skip
