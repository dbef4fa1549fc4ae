"""How English tells a service that comes now, and whether the provision sections carry it: by its name, its worker or its kind."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advice_audit.checks.patterns import counts, plain, table
from advice_audit.checks.provision._units import KINDS
from advice_audit.language.canonical import kept, lowers_of, spans_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set

    from spacy.tokens import Doc, Span, Token

_COUNCIL = r"(?:council|county|borough|authority|local authority|la|city|trust we commission|social care|early help|our|short breaks)"
_RUNS = r"(?:runs?|pays?|funds?|sends?|gives?|commissions?|trains?|finds?|employs?|provides?|arranges?|lends?|organis\w+|keeps?|hires?|buys?|meets? the cost|contracts?|hosts?)"
_RUN = r"(?:run|paid(?: for)?|funded|provided|arranged|organised|found|trained|commissioned|employed|sent|staffed|financed|supplied|contracted|hosted|bought|met)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
SIGNS = table(
    councils=rf"\b{_RUN}(?: for| in)? by (?:the |our |this |your )?(?:\w+ )?{_COUNCIL}|\b{_COUNCIL}(?:'s)? (?:\w+ )?{_RUNS}\b|\b(?:council|county|borough|authority|city)'s? (?:own )?(?!plan|form|letter|offer)\w+|"
    rf"\b(?:our (?:own )?(?:team|service|worker|family|youth|early|short|colleague|play)\w*)|\bcouncil[- ](?:run|paid|funded|team|service|worker|scheme|club|group|home|house|short|money|workshop|officer|volunteer|family|youth|mentor|staff)\w*",
    worker=r"\b(?:(?:family|youth|support|outreach|key|home|link|sleep|play|young carers?'?|social|aftercare|participation|case|early help|short breaks?|parenting|project|intensive|fathers'|therapeutic) ?(?:worker|practitioner|coach|helper|adviser|visitor)s?|"
    r"key ?worker|worker|practitioner|personal adviser|adviser|mentor\w*|sitter\w*|visitor|befriend\w+|volunteer|personal assistant|pa|helper|buddy|coach|foster carers?|lodgings|shared lives|staying put|home help\w*|care assistant|carers? who)\b",
    comes=r"\b(?:comes?|visits?|visiting|calls?|drives out|drops in|pops in|sees?|takes?|meets?|is there|is with|works? with|working with|helps? (?:him|her|them|out)|sits? (?:with|on)|cares? for|collects?|fetches|supports?|"
    r"rings?|spends?|teaches|teaching|has been (?:taking|coming|visiting|seeing|working|meeting|going)|goes (?:out|in|round|swimming|there)|has (?:him|her|them)|there to)\b",
    goes=r"\b(?:goes (?:to|on|along|there)|has gone|go to|attends?|is at|are at|has (?:a |had a |his |her |their )?(?:\w+ )?(?:place|session|slot|evening|hour)|joins?|has joined|belongs to|is a member|takes part|spends|stays?|"
    r"is (?:dropped|taken|collected|driven|picked up)|using|uses|enjoys|gets|receives?|has been going|rides|makes|learns|cooks|plays)\b",
    place=r"\b(?:club|group|workshop|kitchen|bus|session|course|garden|farm|gym|boxing|football|swim\w*|scheme|playgroup|drop-in|circle|choir|band|café|cafe|studio|stables|playscheme|breaks?|stays?|nights?|house|centre|hub|project|team|service|class|theatre|hall)\b",
    often=rf"\b(?:every (?:\w+ ){{0,2}}(?:{_DAY}|weeks?|fortnight|months?|days?|mornings?|evenings?|afternoons?|nights?|weekends?)|\d+ weekly|(?:on |each |alternate )(?:\w+ )?{_DAY}|{_DAY} (?:at|from|after|\d|mornings?|afternoons?|evenings?)|"
    r"each (?:week|fortnight|month|term|\w+day)|weekly|fortnightly|monthly|daily|nightly|termly|(?:once|twice|one|two|three|four|five|six|seven|eight|ten|twelve|\d+)(?: \w+){0,2} (?:a|each|per|every) (?:week|fortnight|month|term|year|day)|"
    rf"once a|twice a|a (?:week|fortnight|month)|{_DAY})\b",
    since=r"\b(?:since|for (?:the (?:past|last)|\w+ (?:years?|months?|weeks?)) ?(?:now)?|as now|at present|currently|still|ongoing|running|in place|goes on|continu\w+|began|started|to date|so far|already)\b",
    yet=r"\b(?:is|are|was|were|will be|has been) (?:due|booked|planned|expected|awaited|to (?:begin|start|call|visit|be)|going to|scheduled|arranged)|\bwill (?:be|begin|start|call|visit|come|take)|\bfirst (?:visit|time|session|meeting)|\b(?:has|have) not (?:yet )?(?:begun|started)|\bwaiting list|\bput (?:forward|down) for",
    over=r"\b(?:ended|ends? (?:today|with|this|on|in)|has (?:now )?(?:closed|finished|stopped|come to)|closed|closing|clos(?:es|ure)|finished|completed|is over|(?:has|have|had|was|were) (?:now )?stopped|stopped (?:in|on|at|when|after|coming)|no longer|last (?:visit|session|one)|used to|discharged|"
    r"(?<!has )(?<!have )(?<!been )(?:came (?:on|to|for|every|weekly|each|once|twice)|visited|worked (?:with|on)|attended|met|saw|went|ran)(?! (?:\w+ )?since)|was (?:offered|run|held|visited|seen)|were (?:offered|visited|seen))\b",
    mine=r"^\W*(?:my|i|we|visits? (?:from|by) me|myself)\b|\b(?:i|we) (?:still |now |also )?(?:visit|see|call|come|go|meet|ring|work)\b",
    theirs=r"\b(?:(?<!after )(?<!before )(?<!each )(?<!five )schools?(?! (?:day|holiday|morning|night|term|week)s?)|nursery|college|academy|teacher|hospital|clinic|nhs|camhs|health visitor|gp|surgery|nurse|therapist|consultant|paediatric\w*|church|mosque|temple|synagogue|health|team around|iro|reviewing officer|police|fire (?:brigade|service)|"
    r"gran\w*|nan|aunt\w*|uncle|neighbour|sister|brother|cousin)\b",
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
# Words of many services' names: sharing one of them is not being the same service.
_GENERAL = frozenset(
    "mr mrs ms miss dr mx sir sister nurse father council county team section h1 h2 early help family families service services support hub children's children youth centre group club the a an and of for "
    "short breaks break social care adult adults next door home good friends day time out place young people saturday sunday friday weekend house together carers parent parents parenting project".split()
)
_NEVER = frozenset(
    "also following since one two you we he she it they mum dad mam nan gran ehc ehcp eha iro lac cin cp h1 h2 works then so but and no yes".split()
)
_CALENDAR = re.compile(
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|fortnightly|weekly|monthly|daily|mondays|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"christmas|easter|ramadan|spring|summer|autumn|winter)$",
    re.I,
)
_SAYS = re.compile(
    r"^\W*(?:who \w+ )?(?:\w+ )?(?:says?|said|reports?|reported|tells?|told|writes?|wrote|thinks?|finds?|found|calls|describes?|agrees?|adds?|confirms?|notes?|has (?:seen|noticed|found)|feels?|rates?)\b",
    re.I,
)
_MONEY = re.compile(r"\bdirect payments?\b|\bpersonal (?:assistant|budget)|\binclusion fund", re.I)
_QUOTED = re.compile(r"\"[^\"]*\"|(?<=\s)'[^']*'(?!\w)")
_FAMILY = frozenset({"child", "carer", "relative", "other_child"})


def names_in(sentence: "Span") -> "list[tuple[str, ...]]":
    """Return the names of workers and services in a sentence, in order, as tuples of words.

    Whoever belongs to the family, days, months, titles, and people who only tell how it goes are left out.
    """
    family, own = _family(sentence.doc), _own_team(sentence.doc)
    found: list[tuple[str, ...]] = []
    for run in _runs(sentence):
        words = tuple(t.text.removesuffix("'s").removesuffix("’s") for t in run)
        if any(w.lower() in family and w.lower() not in _GENERAL for w in words):
            continue
        after = plain(sentence.doc[run[-1].i + 1 : sentence.end].text)
        if _SAYS.match(after) or words == own:
            continue
        if words not in found:
            found.append(words)
    # "Rhiannon Asante of Family Help": whom the team sends is told by her name.
    telling = [n for n in found if not _GENERAL.issuperset(w.lower() for w in n)]
    return telling or found


def _family(doc: "Doc") -> frozenset[str]:
    def words() -> frozenset[str]:
        roster = doc._.people
        people = [p for p in (roster.people if roster else ()) if p.kind in _FAMILY]
        return frozenset(w.lower() for p in people for n in p.names for w in n.split() if w[:1].isupper())

    return kept(doc, "family words", words)


def _own_team(doc: "Doc") -> tuple[str, ...]:
    """Return the words of the writer's own service: that it comes says nothing of which worker or group of it."""
    facts = doc._.facts
    service = (facts.service if facts is not None else None) or ""
    return tuple(service.split(",")[-1].split())


def _runs(sentence: "Span") -> "Iterator[list[Token]]":
    """Yield runs of words with a capital that are names: the first word of a sentence only where it must be one."""
    marked = {
        i for group in ("people", "services") for s in spans_of(sentence.doc, group) for i in range(s.start, s.end)
    }
    run: list[Token] = []
    for token in [*sentence, None]:
        if token is not None and _capital(token):
            run.append(token)
            continue
        if token is not None and run and _joins(token, run[-1], sentence.end):
            continue
        if run and _is_name(run, sentence, marked):
            yield run
        run = []


def _joins(token: "Token", before: "Token", end: int) -> bool:
    """Tell the stop of an initial, a hyphen or "&" inside a name."""
    if token.text not in (".", "-", "&") or token.i + 1 >= end or not _capital(token.nbor()):
        return False
    return token.text != "." or len(before.text) == 1


def _capital(token: "Token") -> bool:
    return token.text[:1].isupper() and token.text != "I" and not _CALENDAR.match(token.text)


def _is_name(run: "list[Token]", sentence: "Span", marked: set[int]) -> bool:
    if all(t.lower_ in ("i", "mum", "dad", "mam", "nan", "gran") for t in run):
        return False
    if len(run) == 1 and run[0].lower_ in _NEVER | _GENERAL:
        return False
    first = next((t.i for t in sentence if t.is_alpha), sentence.start)
    if run[0].i > first or len(run) > 1 or run[0].i in marked or (run[0].is_upper and len(run[0]) > 2):
        return True
    small = kept(
        sentence.doc,
        "small words",
        lambda: frozenset(lowers_of(sentence.doc)) & {t.text for t in tokens_of(sentence.doc)},
    )
    return run[0].pos_ == "PROPN" and run[0].lower_ not in small


def is_carried(name: "tuple[str, ...]", carried: str) -> bool:
    """Tell whether the provision sections speak of a name: a word of it that is not in every service's, or all of it."""
    whole = " ".join(name).lower().removeprefix("the ")
    if whole in carried.lower():
        return True
    telling = [w for w in name if w.lower() not in _GENERAL and len(w) > 1]
    return any(re.search(rf"(?<![\w-]){re.escape(w)}(?![\w-])", carried) for w in telling)


_TELLING_KINDS = frozenset(
    "overnight sitter club go_with family_work parenting youth therapeutic carers social_work adult_life".split()
)
_NOT_TELLING = frozenset(
    "week fortnight month day hour morning afternoon evening night time year weekend visit place session council county people person child young family mother father "
    "parent thing way home house help support service team worker girl boy school work one two money review minute end half none term lot bit use lead".split()
)


def nouns_in(sentence: "Span") -> list[str]:
    """Return the nouns that say what kind of help a sentence names: those up to its second comma or its verb of telling."""
    found = []
    for token in sentence:
        if token.pos_ == "NOUN" and len(token.text) > 2:
            lemma = token.lemma_.lower()
            if lemma not in _NOT_TELLING:
                found.append(lemma)
        if len(found) == 4:
            break
    return found


@dataclass(frozen=True, slots=True)
class Carried:
    """What H1 and H2 speak of.

    Args:
        words: of both sections.
        nouns: as lemmas.
        kinds: of help.
        mine: whether the writer's own visits are there.
    """

    words: str
    nouns: frozenset[str]
    kinds: "Set[str]"
    mine: bool


@dataclass(frozen=True, slots=True)
class _Named:
    """What a sentence names: workers and services, those of them that H1 and H2 leave out, and kinds of help as nouns."""

    names: "list[tuple[str, ...]]"
    left: "list[tuple[str, ...]]"
    nouns: list[str]
    kinds: frozenset[str]
    kinds_left: frozenset[str]

    @property
    def lead_left(self) -> bool:
        return bool(self.names) and self.names[0] in self.left

    @property
    def kinds_stay(self) -> bool:
        """Some kind of help that the sentence names stands in H1 or H2."""
        return bool(self.kinds - self.kinds_left)


def named_cues(sentence: "Span", around: "tuple[Span | None, Span | None]", carried: Carried) -> dict[str, float]:
    """Return whether a sentence tells of help that comes now, and whether H1 and H2 carry what it names.

    Args:
        sentence: of current involvement.
        around: what stands before and after it in its paragraph; None where nothing does.
        carried: what H1 and H2 speak of.
    """
    before, after = around
    text = plain(sentence.text)
    signs = counts(_QUOTED.sub(" ", text), SIGNS, most=1)
    named = _named(sentence, text, carried)
    # A helper whom the family employs stands in H1 as the money that pays for her.
    following = plain(after.text) if after is not None else ""
    paid = bool(_MONEY.search(f"{text} {following}") and _MONEY.search(carried.words))
    left_out = _left_out(sentence, named, carried) and not paid
    if "mine" in signs and "comes" in signs:
        left_out = not carried.mine
    return {
        **{f"sign {name}": value for name, value in signs.items()},
        **_name_cues(named, carried, left_out),
        **_coming_cues(sentence, text, signs, named, left_out),
        **_turn_cues(named, before, carried),
        **_shared_cues(sentence, text, named, carried),
        "paid for, carried": float(paid),
        "theirs, not ours": float("theirs" in signs and "councils" not in signs),
    }


def _named(sentence: "Span", text: str, carried: Carried) -> _Named:
    names = names_in(sentence)
    kinds = frozenset(counts(text, KINDS, most=1).keys() & _TELLING_KINDS)
    left = [n for n in names if not is_carried(n, carried.words)]
    return _Named(names, left, nouns_in(sentence), kinds, kinds - carried.kinds)


def _left_out(sentence: "Span", named: _Named, carried: Carried) -> bool:
    """Tell whether what a sentence names first, by name or else by kind, is missing from H1 and H2."""
    if not (named.lead_left or (not named.names and not named.kinds_stay)):
        return False
    if not named.nouns or named.nouns[0] not in carried.nouns:
        return True
    return bool(named.names) and _first_at(sentence, named.nouns[0]) >= _first_at(sentence, named.names[0][0])


def _name_cues(named: _Named, carried: Carried, left_out: bool) -> dict[str, float]:
    cues: dict[str, float] = {}
    if named.nouns:
        cues["first noun carried"] = float(named.nouns[0] in carried.nouns)
        cues["nouns left out"] = sum(n not in carried.nouns for n in named.nouns) / len(named.nouns)
    if named.names:
        cues["lead name left out" if named.lead_left and left_out else "lead name carried"] = 1.0
        cues["every name left out"] = float(len(named.left) == len(named.names) and left_out)
        cues["some name carried"] = float(len(named.left) < len(named.names))
    return cues


def _coming_cues(
    sentence: "Span", text: str, signs: "Mapping[str, float]", named: _Named, left_out: bool
) -> dict[str, float]:
    """Return whether the help comes now, whose it is, and whether that is left out."""
    still = not {"yet", "over"} & signs.keys()
    now = bool({"often", "since"} & signs.keys()) and still
    ours = bool({"councils", "worker", "mine"} & signs.keys())
    comes = now and (ours or (bool({"comes", "goes"} & signs.keys()) and bool(named.names)))
    council = "councils" in signs and still
    my_visits = "mine" in signs and "comes" in signs and now
    all_left_out = left_out and len(named.left) == len(named.names) and not named.kinds_stay
    opening = text.split(",")[0].split(".")[0]
    verbless = not any(t.dep_ == "ROOT" and t.pos_ in ("VERB", "AUX") for t in sentence)
    return {
        "comes now": float(comes),
        "comes now, left out": float(comes and left_out),
        "comes now, all left out": float(comes and all_left_out),
        "comes now, carried": float(comes and not left_out),
        "ours, left out": float(council and left_out),
        "ours, carried": float(council and not left_out),
        "my visits now": float(my_visits),
        "my visits now, left out": float(my_visits and left_out),
        "label and how often": float(bool(named.names) and len(opening.split()) <= 6 and now and verbless),
    }


def _shared_cues(sentence: "Span", text: str, named: _Named, carried: Carried) -> dict[str, float]:
    """Return whether H1 or H2 speaks of what a named worker is ("a youth worker" for Kit), and of the day on which they come."""
    surnames = {name[-1] for name in named.left}
    everybody = _roles(sentence.doc)
    roles = {role for surname, role in everybody if surname in surnames}
    told = text.lower()
    if any(
        surname in carried.words and re.search(rf"\b{re.escape(role.removesuffix('er'))}", told)
        for surname, role in everybody
    ):
        return {"role carried": 1.0}  # "The social worker visits": H2 has her by name
    days = set(_WEEKDAY.findall(text))
    return {
        "role carried": float(any(role in carried.words.lower() for role in roles)),
        "role left out": float(bool(roles) and not any(role in carried.words.lower() for role in roles)),
        "day carried": float(any(day in carried.words for day in days)),
        "day left out": float(bool(days) and not any(day in carried.words for day in days)),
    }


def _roles(doc: "Doc") -> "frozenset[tuple[str, str]]":
    """Return the last words of workers' names, each with what that worker is."""

    def found() -> frozenset[tuple[str, str]]:
        roster = doc._.people
        people = [p for p in (roster.people if roster else ()) if p.kind == "professional" and p.role]
        return frozenset((n.split()[-1], str(p.role).lower()) for p in people for n in p.names)

    return kept(doc, "workers' roles", found)


def _turn_cues(named: _Named, before: "Span | None", carried: Carried) -> dict[str, float]:
    """Return how a sentence goes on from the one before: with the same names, or with new ones."""
    told = names_in(before) if before is not None else []
    told_carried = any(is_carried(n, carried.words) for n in told)
    return {
        "opens": float(before is None),
        "new name": float(any(n not in told for n in named.names) and before is not None),
        "goes on": float(before is not None and all(n in told for n in named.names)),
        "named before, carried": float(told_carried),
        "named before, left out": float(bool(told) and not told_carried),
    }


def _first_at(sentence: "Span", word: str) -> int:
    """Return where a word or lemma stands first in a sentence."""
    for number, token in enumerate(sentence):
        if word in (token.text.removesuffix("'s").removesuffix("’s"), token.lemma_.lower()):
            return number
    return len(sentence)


def nouns_of(units: "list[Span]") -> frozenset[str]:
    """Return the nouns of the provisions, each as its lemma."""
    return frozenset(t.lemma_.lower() for u in units for c in u._.cells for t in c if t.pos_ in ("NOUN", "PROPN"))
