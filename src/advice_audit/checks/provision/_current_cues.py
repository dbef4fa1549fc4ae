"""How English tells a service that comes now, and whether the provision sections carry it: by its name, its worker or its kind."""

import re
from typing import TYPE_CHECKING

from advice_audit.checks.patterns import counts, plain, table
from advice_audit.checks.provision._units import KINDS
from advice_audit.language.canonical import kept, lowers_of, spans_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

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
    goes=r"\b(?:goes (?:to|on|along|there)|has gone|go to|attends?|is at|are at|climbs? aboard|has (?:a |had a |his |her |their )?(?:\w+ )?(?:place|session|slot|evening|hour)|joins?|has joined|belongs to|is a member|takes part|spends|stays?|"
    r"is (?:dropped|taken|collected|driven|picked up)|using|uses|enjoys|gets|receives?|has been going|rides|makes|learns|cooks|plays)\b",
    place=r"\b(?:club|group|workshop|kitchen|allotment|playbus|bus|session|course|garden|farm|gym|boxing|football|swim\w*|scheme|playgroup|drop-in|circle|choir|band|barge|café|cafe|studio|stables|playscheme|breaks?|stays?|nights?|house|centre|hub|project|team|service|class|bakery|forge|shed|yard|theatre|hall)\b",
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
# Words of many services' names: sharing one of them is not being the same service.
_GENERAL = frozenset(
    "mr mrs ms miss dr mx sir sister nurse father council county team section h1 h2 early help family families service services support hub children's children youth centre group club the a an and of for "
    "short breaks break social care adult adults next door home good friends day time out place young people saturday sunday friday weekend house steps links together carers parent parents parenting project".split()
)
_NEVER = frozenset(
    "also following since one two you we he she it they mum dad mam nan gran ehc ehcp eha iro lac cin cp h1 h2 works then so but and no yes rent".split()
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
        if (
            token is not None
            and run
            and token.text in (".", "-", "&")
            and token.i + 1 < sentence.end
            and _capital(token.nbor())
        ) and (token.text != "." or len(run[-1].text) == 1):
            continue
        if run and _is_name(run, sentence, marked):
            yield run
        run = []


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


def named_cues(
    sentence: "Span",
    around: "tuple[Span | None, Span | None]",
    carried: str,
    lemmas: frozenset[str],
    kinds_carried: "Set[str]",
    mine: bool,
) -> dict[str, float]:
    """Return whether a sentence tells of help that comes now, and whether H1 and H2 carry what it names.

    Args:
        sentence: of current involvement.
        around: what stands before and after it in its paragraph; None where nothing does.
        carried: the words of H1 and H2.
        lemmas: the nouns of H1 and H2.
        kinds_carried: the kinds of help in H1 and H2.
        mine: H1 or H2 carries the writer's own visits.
    """
    before, after = around
    text = plain(sentence.text)
    said = _QUOTED.sub(" ", text)
    signs = counts(said, SIGNS, most=1)
    cues = {f"sign {name}": value for name, value in signs.items()}
    names = names_in(sentence)
    left = [n for n in names if not is_carried(n, carried)]
    nouns = nouns_in(sentence)
    missing = [n for n in nouns if n not in lemmas]
    if nouns:
        cues["first noun carried"] = float(nouns[0] in lemmas)
        cues["nouns left out"] = len(missing) / len(nouns)
    lead_left = bool(names) and names[0] in left
    kinds = counts(text, KINDS, most=1).keys() & _TELLING_KINDS
    kinds_left = kinds - kinds_carried
    by_noun = (
        bool(nouns)
        and nouns[0] in lemmas
        and (not names or _first_at(sentence, nouns[0]) < _first_at(sentence, names[0][0]))
    )
    # A helper whom the family employs stands in H1 as the money that pays for her.
    paid = _MONEY.search(text + " " + plain(after.text if after is not None else "")) and _MONEY.search(carried)
    unnamed_left = not names and not (kinds - kinds_left)
    left_out = (lead_left or unnamed_left) and not by_noun and not paid
    if "mine" in signs and "comes" in signs:
        left_out = not mine
    if names:
        cues["lead name left out" if lead_left and left_out else "lead name carried"] = 1.0
        cues["every name left out"] = float(len(left) == len(names) and left_out)
        cues["some name carried"] = float(len(left) < len(names))
    now = bool({"often", "since"} & signs.keys()) and not {"yet", "over"} & signs.keys()
    ours = bool({"councils", "worker", "mine"} & signs.keys())
    deed = bool({"comes", "goes"} & signs.keys())
    comes = now and (ours or (deed and bool(names)))
    cues["comes now"] = float(comes)
    cues["comes now, left out"] = float(comes and left_out)
    cues["comes now, all left out"] = float(comes and left_out and len(left) == len(names) and not (kinds - kinds_left))
    cues["comes now, carried"] = float(comes and not left_out)
    council = "councils" in signs and not {"yet", "over"} & signs.keys()
    cues["ours, left out"] = float(council and left_out)
    cues["ours, carried"] = float(council and not left_out)
    cues["my visits now"] = float("mine" in signs and "comes" in signs and now)
    opens = text.split(",")[0].split(".")[0]
    verbless = not any(t.dep_ == "ROOT" and t.pos_ in ("VERB", "AUX") for t in sentence)
    cues["paid for, carried"] = float(bool(paid))
    cues["my visits now, left out"] = cues["my visits now"] * float(left_out)
    cues["label and how often"] = float(bool(names) and len(opens.split()) <= 6 and now and verbless)
    told = names_in(before) if before is not None else []
    cues["opens"] = float(before is None)
    cues["new name"] = float(any(n not in told for n in names) and before is not None)
    cues["goes on"] = float(before is not None and all(n in told for n in names))
    cues["named before, carried"] = float(any(is_carried(n, carried) for n in told))
    cues["named before, left out"] = float(bool(told) and not any(is_carried(n, carried) for n in told))
    cues["theirs, not ours"] = float("theirs" in signs and "councils" not in signs)
    return cues


def _first_at(sentence: "Span", word: str) -> int:
    """Return where a word or lemma stands first in a sentence."""
    return next(
        (t.i for t in sentence if word in (t.text.removesuffix("'s").removesuffix("’s"), t.lemma_.lower())),
        sentence.end,
    )


def nouns_of(units: "list[Span]") -> frozenset[str]:
    """Return the nouns of the provisions, each as its lemma."""
    return frozenset(t.lemma_.lower() for u in units for c in u._.cells for t in c if t.pos_ in ("NOUN", "PROPN"))
