"""involvement.methodology: how the view was reached, with a date or a name for every source.

What the standard asks:
    Direct work and evidence are named with dates, people and authors, and the advice says who did not take part (Swindon
    practice standards 2022, "Reason for advice and methodology are clearly stated", third and fourth bullets).

What a finding is:
    An absence: nothing says how the view was reached. Or a source named with neither a date nor a person ("school reports
    were read", "a conversation was held"). A date alone or a person alone is enough.

What good looks like:
    "I visited Nell at home on 4 and 18 March, spoke with her father by telephone on 20 March, and read Dr Amari's report."

Known limits:
    A date or a name that stands in the sentence before and is meant to cover this one is not always seen to.
"""

import itertools
import re
from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import Checked, Context
from advice_audit.checks.patterns import counts, plain, table
from advice_audit.classify.features import Example
from advice_audit.classify.fit import Recipe
from advice_audit.documents.model import BlockKind
from advice_audit.language.canonical import sentences_of, spans_of, words_of
from advice_audit.language.voice_passages import passage, voiced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

    from advice_audit.language.voice_cues import Reading

_SEEN = re.compile(
    r"\b((I|we)\b.{0,60}\b(visit\w*|met|saw|spoke|watched|rang|sat|read)|(was|were) (seen|visited|met|spoken|observed|telephoned)|(home|school) visits?|"
    r"(spoke|spoken) (to|with)|(phone|telephone|video) calls?)\b",
    re.I,
)
_NOT_METHOD = frozenset(
    {
        "chronology",
        "needs",
        "needs_met_elsewhere",
        "outcomes",
        "provision_h1",
        "provision_h2",
        "strengths",
        "family_aspirations",
    }
)
MOST = 40
SURE = 0.85
# In a section on the reason only a sentence that tells of work done is about method.
_WORKED = re.compile(
    r"\b(spoke|spoken|rang|met|visit(s|ed)?|saw|seen|read|looked at|looked through|consulted|gone by|based on|drawn (on|from|upon)|used|sources?|observed|"
    r"watched|telephone[ds]?|phoned|emailed|discussions?|conversations?|appointments?|considered)\b",
    re.I,
)
# Elsewhere only one that says outright that information was gathered somehow.
ASTRAY = ("details", "current_involvement", "other")
_HELD = re.compile(
    r"\b(discussions?|conversations?|information|views|checks|enquiries|consultations?|contact)\b.{0,40}\b(have|has|had|was|were) (also )?(been )?"
    r"(held|had|gathered|obtained|sought|collected|received|taken|made|shared)\b|\b(has|have|had|was|were) (also )?(been )?(liaised with|consulted)\b",
    re.I,
)
# "I took no notes on the walk": no source is named.
_NONE_TAKEN = re.compile(
    r"\b(?:no|without(?: any)?|n't (?:\w+ )?any|not (?:\w+ )?any|never any) (?:\w+ )?(?:notes?|reports?|records?|papers?|paperwork|forms?|letters?|files?|minutes)\b",
    re.I,
)
_ENDS = re.compile(r"[.!?:;][\"')\]]*\s*$")
RECIPE = Recipe(strength=1.0, vector_weight=1.0, cue_weight=2.5)
_MONTH = r"(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t|tember)?|oct(ober)?|nov(ember)?|dec(ember)?)"
DATE = re.compile(
    rf"\b\d{{1,2}}(st|nd|rd|th)?( of)? {_MONTH}\b|\b{_MONTH}\.? \d|\b{_MONTH}\b(?= (19|20)\d\d|\W|$)|\b\d{{1,2}}[./-]([ivx]+|\d{{1,2}})([./-]\d{{2,4}})?\b|\b(19|20)\d\d\b|"
    r"\b(last|this|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter|easter|christmas|half[- ]term|weekly|fortnightly|"
    r"every (week|fortnight|month)|monthly|each (visit|week|month)|since|term|(the|that) same (day|date|visit|morning|afternoon|evening))\b",
    re.I,
)  # fmt: skip
_FAMILY = r"(mum|mam|mother|dad|father|gran\w*|nan\w*|parents?|carers?|foster carers?|step(mum|dad|mother|father)|aunt\w*|uncle|guardian)"
PERSON = re.compile(
    rf"\b(Mr|Mrs|Ms|Miss|Dr|Mx|Prof(essor)?|PC|Nurse|Sir)\.? [A-Z]|\b(?i:{_FAMILY})\b|\b(?i:signed by|author|written by|by me|completed by me)\b"
)
SIGNS = table(
    source=r"\b(reports?|records?|notes?|letters?|minutes|paperwork|papers|documents?|logs?|file|files|system|forms?|plan|plans|information|email|emails|assessments?|summary|views|diary|account|bits|ehcp|ehc plan)\b",
    talk=r"\b(spoke\w*|speak\w*|conversations?|discuss\w+|meetings?|met|call(s|ed)?|rang|phone\w*|telephone\w*|contact\w*|visit\w*|liaison|liais\w+|chat\w*|consult\w+|sought|asked|heard|interview\w*|emailed|talked)\b",
    passive=r"\b(was|were|been|is|are) (also )?(read|held|looked|considered|taken|consulted|sought|seen|spoken|reviewed|drawn|obtained|gathered|received|supplied|used|contacted)\b",
    vague=r"\b(some|various|other|others|several|relevant|professionals?|agencies|colleagues|network|people|someone|somebody|staff|a (professional|member|few|number|range))\b",
    place=r"\b(school|nursery|college|health|hospital|camhs|social care|the (service|team|panel)|education)\b",
    role=r"\b(teacher|senco|sendco|nurse|doctor|gp|therapist|paediatrician|psychologist|worker|practitioner|officer|head|tutor|mentor|coach|visitor|manager|consultant)\b",
    absent=r"\b(not (taken|take|been|able|available|wish|seen|heard|spoken|reply|replied|respond\w*|got back|come back)|no (reply|answer|response|comment)|could(n't| not)|did(n't| not)|has(n't| not)|declin\w+|unavailable|chose not|away|in hospital|at sea|abroad)\b",
    tool=r"\b(talking mats?|makaton|cards?|pictures?|play|observ\w+|watch\w+|in person|alone|direct work|drawing)\b",
)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return one candidate for every sentence, bullet or row that may name a source."""
    return [Candidate(s, e) for s, e in _sources(doc)]


def _sources(doc: "Doc") -> "list[tuple[Span, Example]]":
    """Return the pieces on method: those of its section, or those of the reason that name a source."""
    times = {
        i
        for t in spans_of(doc, "times")
        if t.label_ in ("date", "deadline", "frequency")
        for i in range(t.start, t.end)
    }
    people = {i for p in spans_of(doc, "people") for i in range(p.start, p.end)}
    out: list[tuple[Span, Example]] = []
    before: dict[str, float] = {}
    previous = -1
    for block, members in _pieces(doc):
        quote, text = members[0][0], plain(" | ".join(words_of(s) for s, _, _ in members))
        if quote.label_ != "methodology" and not (_WORKED if quote.label_ == "reason" else _HELD).search(text):
            continue
        spans = [s for s, _, _ in members]
        cues = _cues(spans, text, times, people)
        cues.update({f"before:{k}": 1.0 for k in ("date", "person", "listed") if before.get(k) and block == previous})
        cues["in reason"] = float(quote.label_ == "reason")
        out.append((quote if len(members) == 1 or _in_row(doc, quote) else _joined(spans), passage(members, cues)))
        before, previous = cues, block
    return out


def _joined(spans: "list[Span]") -> "Span":
    return spans[0].doc[spans[0].start : spans[-1].end]


def _in_row(doc: "Doc", sentence: "Span") -> bool:
    return any(b.start <= sentence.start < b.end and b._.block.kind == BlockKind.CELL for b in spans_of(doc, "blocks"))


def _pieces(doc: "Doc") -> "Iterator[tuple[int, list[tuple[Span, Reading, Span]]]]":
    """Yield (block, sentences): a bullet or a table row is one piece, running text a piece a sentence."""
    where: dict[int, tuple[int, str]] = {}
    for number, block in enumerate(spans_of(doc, "blocks")):
        info = block._.block
        whole = info.kind == BlockKind.LIST_ITEM and len(block) <= MOST
        place = info.place if info.kind == BlockKind.CELL else None
        if place is not None and place.header:
            continue
        # A long cell is the answer of a form: running text, not one column of a list of sources.
        row = f"row {place.table} {place.row}" if place is not None and len(block) <= MOST // 2 else ""
        for i in range(block.start, block.end):
            where[i] = number, row or (f"item {number}" if whole else f"{number} ")
    key, last = "", -1
    members: list[tuple[Span, Reading, Span]] = []
    for one in voiced(doc, ("methodology", "reason", *ASTRAY)):
        if one[0].start not in where:
            continue
        number, name = where[one[0].start]
        ended = members and _ENDS.search(members[-1][0].text)
        if members and (name != key or (name.endswith(" ") and ended)):
            yield last, members
            members = []
        key, last = name, number
        members.append(one)
    if members:
        yield last, members


def _cues(spans: "list[Span]", text: str, times: set[int], people: set[int]) -> dict[str, float]:
    text = _NONE_TAKEN.sub(" ", text)
    cues = {k: 1.0 for k in counts(text, SIGNS)}
    tokens = [i for s in spans for i in range(s.start, s.end)]
    cues["date"] = float(bool(DATE.search(text)) or any(i in times for i in tokens))
    cues["person"] = float(bool(PERSON.search(text)) or any(i in people for i in tokens) or any(map(_names, spans)))
    cues["i"] = float(bool(re.search(r"\b(I|me|my|we)\b", text)))
    cues["neither"] = float(not cues["date"] and not cues["person"])
    cues["names a source"] = float("source" in cues or "talk" in cues)
    cues["neither, source"] = cues["neither"] * cues["names a source"]
    cues["listed"] = float(text.rstrip().endswith(":"))
    cues["short"] = float(len(tokens) < 8)
    return cues


def _names(sentence: "Span") -> bool:
    """Tell whether a sentence holds a capitalised name beyond its first word that is not a known place or paper."""
    words = [t for t in sentence if t.is_alpha]
    return any(
        a.is_title
        and b.is_title
        and a.pos_ == "PROPN"
        and b.pos_ == "PROPN"
        and b.i == a.i + 1
        and (a.i > sentence.start or (b.i + 1 < len(a.doc) and a.doc[b.i + 1].text == ","))
        for a, b in itertools.pairwise(words)
    )


def check(doc: "Doc", context: Context) -> Checked:
    """Report sources with neither date nor person, and an absence where nothing says how the view was reached."""
    sources = [(s, e) for s, e in _sources(doc) if any(t.is_alpha for t in s)]
    named = [
        s for s, e in sources if e.cues["names a source"] or e.cues["person"] or e.cues["date"] or "tool" in e.cues
    ]
    if not named and not _reached_elsewhere(doc):
        return Checked((context.finding(
            "Nothing says how the view in this advice was reached: who was seen or spoken to, when, and what was read.",
            "List each visit, conversation and report with its date and the person, and say who did not take part.",
            confidence=0.85,
        ),))  # fmt: skip
    made = [Candidate(s, e) for s, e in sources]
    findings = [
        context.finding(
            "This names a source with neither a date nor a person, so nobody can tell how recent it is or whose it is.",
            _suggestion(example),
            sentence,
            confidence=chance,
        )
        for (sentence, example), chance in zip(sources, probabilities(context.criterion.id, made), strict=True)
        if chance >= (context.criterion.threshold if example.cues["neither, source"] else SURE)
    ]
    return Checked(tuple(findings), units=max(len(named), 1))


def _suggestion(example: Example) -> str:
    if "talk" in example.cues and "source" not in example.cues:
        return "Say who was spoken to and on what day: “I spoke with …, …, on … .”"
    return "Say who wrote it and when: “I read …’s report of … .”"


def _reached_elsewhere(doc: "Doc") -> bool:
    """Tell whether other sections say when the child or the family were seen, or what was read."""
    return any(
        DATE.search(text) and _SEEN.search(text)
        for text in (plain(words_of(s)) for s in sentences_of(doc) if s.label_ not in _NOT_METHOD)
    )
