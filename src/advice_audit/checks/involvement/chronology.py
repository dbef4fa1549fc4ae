"""involvement.chronology: what the council has done since birth, and only what still matters.

What the standard asks:
    All involvement of social care and early help since birth, each with a rationale relevant to the child today, and a
    statement where consent to share it is withheld (Swindon practice standards 2022, "The chronology is comprehensive,
    proportionate and relevant").

What a finding is:
    An absence: no record, and no statement that there was none or that consent was withheld. Or a sentence of history
    whose reason is not relevant to the child today or is out of proportion (a parent's old conviction, the detail of a
    past allegation).

What good looks like:
    "March to July 2019: Family Service, weekly visits about sleep. No other involvement is on record since birth."

Known limits:
    Whether history is in proportion is a person's judgement: the verdict is a best estimate, and says what to look at.
"""

import re
from typing import TYPE_CHECKING

from advice_audit.checks.involvement._passages import HISTORY, NIL, PAST, WITHHELD, prose
from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import Checked, Context
from advice_audit.checks.patterns import counts, plain, table
from advice_audit.classify.features import Example
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import sentences_of, text_of, words_of
from advice_audit.language.voice_passages import voiced

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.language.voice_cues import Reading

_YEAR = re.compile(
    r"\b(19|20)\d\d\b[^.;]{0,90}\b(to|until|closed|ended|plan|assessment|visit\w*|referr\w+|worker)\b", re.I
)
_WHEN = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_DONE = re.compile(
    r"\b(?:open(?:ed)?|assess\w*|allocated|referr\w+|visit\w*|portage|nil|nothing|none|h[eo]ld|held|asked|start(?:ed)?|began|joined|member|onwards?|until|rang us|works?|worked|support\w*|help\w*|placed|known|"
    r"councils?|early years|outreach|mentor\w*|playgroup|children's)\b",
    re.I,
)
RECIPE = Recipe(strength=1.0, vector_weight=1.0, cue_weight=3.0)
SURE = 0.8
LOOK_AT = (
    "Whether each entry of the history still matters to the child today, and no more is told than the reader needs."
)
SIGNS = table(
    crime=r"\b(convict\w+|caution(ed|s)?|prison|jail|sentence[ds]?|arrest\w*|charged|fine[ds]?|community order|(?<!\(a )(?<!\()court order|offen[cs]\w*|thefts?|thiev\w*|stole|stealing|robber\w*|robbed|armed|assault\w*|murder\w*|fraud|arson|caught (?:taking|stealing|with|selling|driving|shop)\w*|(?:interviewed|questioned|spoken to|known|warned|detained|picked up|raided) by (?:the )?police|known to (?:the )?police|police (?:interview\w*|raid\w*|warning)|(?:doing|did|served|serving|given|got|was given) (?:\w+ ){1,3}(?:years|months)|done for|suspended sentence|released|remand\w*|tagged|curfew|a fight|fighting|shoplift\w*|burglar\w*|"
    r"drunk|affray|stolen|handling|probation|police (record|caution)|inside for|banned|on the register|magistrates?|criminal|soliciting|dealing|dealt|sold drugs|licence|bail)\b",
    drugs=r"\b(heroin|cannabis|cocaine|crack|drugs?|alcohol|drinking|drank|drunk|rehab|methadone|overdose\w*|a habit|addict\w*|dependen\w+ on|using again|clean for|dealers?|needles?)\b",
    alleg=r"\b(alleg\w+|accus\w+|disput\w+|said to have|rumou?r\w*|suspected|dropped|no further action|not proven|never proved|no charge\w*|unproven|unsubstantiated|bruis\w+|bottle|kettle|knife|smack\w*|slap\w*|punch\w*|hit (her|him)|medical)\b",
    private=r"\b(affair|terminat\w+|abortion|miscarr\w+|divorc\w+|antidepressants?|debts?|bankrupt\w*|evict\w+|sacked|dismissed|pregnan\w+|sexual\w*|boyfriends?|ex\b|exes|relationship with|immigration|benefits? fraud|mental hospital|sectioned)",
    adult=r"\b(mum|mam|mother|dad|father|mr|mrs|ms|parents?|uncle|aunt|grand\w+|boyfriend|partner|ex|brother|stepfather|cousin|his father's|neighbour)\b",
    old=r"\b(19\d\d|200\d|201[0-4]|years? (ago|before)|before (he|she|they|\w+) (was|were) born|at that time|at the time|then|used to|as a (teenager|young)|when (he|she) was (17|18|19|a teenager|young)|at one time|previously|going back)\b",
    still=r"\b(still|today|now|since then|ever since|to this day|bears? (up)?on|affects?|which is why|why (he|she|they)|continues?|remains?|current(ly)?|because of (this|it)|relevant|as a result)\b",
    service=r"\b(family (service|worker|support)|early help|social work\w*|assessment|child (in need|protection)|plan|looked after|foster\w*|adopt\w+|service|team|referr\w+|"
    r"hub|visited|worker|short breaks?|care|guardianship|closed|group|course|opened|case|contact|short break)\b",
    child_effect=r"\b(because (he|she|they|his|her|their|mum|mother)|(he|she|they) (saw|was|were|had|needed|lived|went|came)|neglect|home alone|not (gaining|growing|attending|being worn))\b",
)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return one candidate for every sentence of the history."""
    return [Candidate(s, _example(s, r)) for s, r in _history(doc)]


def _history(doc: "Doc") -> "list[tuple[Span, Reading]]":
    return [(s, r) for s, r, _ in voiced(doc, ("chronology",)) if any(t.is_alpha for t in s)]


def _example(sentence: "Span", reading: "Reading") -> Example:
    following = text_of(sentence.doc)[sentence.end_char : sentence.end_char + 260].split("\n")[0]
    cues = {k: min(v, 2.0) / 2 for k, v in counts(plain(words_of(sentence)), SIGNS).items()}
    cues.update({f"next:{k}": 0.5 for k in counts(plain(following), SIGNS) if k in ("still", "child_effect")})
    adult = "adult" in cues
    for key in ("crime", "drugs", "alleg", "private"):
        if key in cues:
            cues["private matter"] = 1.0
            cues[f"{key}, old or adult"] = float(adult or "old" in cues)
            cues[f"{key}, still"] = float("still" in cues or "next:still" in cues)
    cues["no service"] = float("service" not in cues)
    return Example(reading.example.text, reading.example.vector, cues)


def check(doc: "Doc", context: Context) -> Checked:
    """Report a missing record, and each sentence of history that the child's plan does not need."""
    history = _history(doc)
    judged = [(s, _example(s, r)) for s, r in history]
    made = [Candidate(s, e) for s, e in judged]
    findings = [
        context.finding(
            "This part of the history is about an adult’s past or an old allegation, and nothing shows why it matters to the child today.",
            "Leave it out, or say in one line what it means for the child now.",
            sentence,
            confidence=chance,
        )
        for (sentence, example), chance in zip(judged, probabilities(context.criterion.id, made), strict=True)
        if chance >= (context.criterion.threshold if "private matter" in example.cues else SURE)
    ]
    if not findings and not _recorded(doc, [s for s, _ in history]):
        absence = context.finding(
            "Nothing says what the council’s social care or early help have done since the child was born.",
            "List each involvement with its dates and a short reason, or say in one sentence that there was none or that the family did not agree to share it.",
            confidence=0.85,
        )
        return Checked((absence,), look_at=LOOK_AT)
    return Checked(tuple(findings), units=max(len(history), 2), look_at=LOOK_AT)


def _elsewhere(doc: "Doc") -> "list[str]":
    """Return the sentences where a history may stand under a heading that does not say so."""
    return [plain(words_of(s)) for s in sentences_of(doc) if s.label_ in ("reason", "details", "methodology", "other")]


def _recorded(doc: "Doc", history: "list[Span]") -> bool:
    """Tell whether the document holds a record of involvement, or says that there is none or why it is not shared."""
    texts = [plain(s.text) for s in history]
    if any(SIGNS["service"].search(text) or NIL.search(text) or WITHHELD.search(text) for text in texts):
        return True
    # Under its own heading a dated entry is a record, whatever the service goes by.
    told = " ".join(texts)
    if len(told.split()) >= 8 and _WHEN.search(told) and _DONE.search(told):
        return True
    years = sum(
        bool(_YEAR.search(t)) and bool(SIGNS["service"].search(t)) and "since" not in t.lower() for t in _elsewhere(doc)
    )
    return years > 1 or any(
        (PAST.search(text) and (NIL.search(text) or WITHHELD.search(text)))
        or (HISTORY.search(text) and SIGNS["service"].search(text))
        for text in prose(doc)
    )
