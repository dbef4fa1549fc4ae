"""A service that the family has now and that H1 and H2 do not mention.

What the standard asks:
    Swindon practice standards 2022, "Ongoing social care provision": what social care and early help provide at
    present stands in H1 or H2 for as long as it goes on.

What a finding is:
    The sentence that names a current service of the council (visits by a social worker or family worker, a short
    break, a group, foster care) that neither H1 nor H2 carries.

What good looks like:
    Current involvement: "Jan Oduya of the Family Service visits weekly." H2: "Weekly visits by the Family Service
    until July 2024." A service that has ended or is closing, a finished assessment, and meetings that a school or
    health visitor leads need not stand there.

Known limits:
    Only the section on current involvement is read. A service that goes by two quite different names can be missed
    or marked wrongly. A provision in the wrong section counts as carried.
"""

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context, Finding
from advice_audit.checks.patterns import counts, plain, table
from advice_audit.checks.provision._current_cues import Carried, named_cues, nouns_of
from advice_audit.checks.provision._units import KINDS, provisions
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import kept, sentences_of, spans_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Span

RECIPE = Recipe(strength=1.0, vector_weight=1.0, cue_weight=1.0, use_words=False)
SURE = 0.6
STATE = table(
    ended=r"\b(?:ended|ends (?:today|with)|has (?:now )?(?:closed|finished|stopped|come to an end)|closed|closing|closes|closure|finished|completed|came to an end|is over|"
    r"stopped|no longer|last (?:visit|session|met)|was (?:last|offered)|until (?:last|december|november)|used to|step(?:ped|ping)? down|discharged)\b",
    past=r"\b(?:was|were|had|did|visited|met|attended|worked|came|went|saw|undertook|gave|helped|ran)\b",
    now=r"\b(?:has|is|are|goes|visits|sees|attends|comes|meets|gets|receives|continues?|gives|takes|currently|at present|now|still|since|every|each|weekly|fortnightly|monthly|"
    r"once a|twice a|alternate|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b",
    future=r"\b(?:will|is to|are to|due|planned|offered|waiting|referred|referral|asked|applied)\b",
    visit=r"\b(?:visit(?:s|ing|ed)?|sees? (?:him|her|them|\w+ )|comes? (?:to|out)|calls? (?:in|on)|one-to-one|mentor\w*|group|club|stays?|nights?|foster\w*|lodgings|lives with|placement|outreach|"
    r"attends?|goes to|place (?:at|with|on)|support worker|personal assistant|direct payments?|sitter|break)\b",
    mine=r"\b(?:i|me|my|we|the writer|the author)\b",
    nobody=r"\b(?:no (?:other|one|social|service|current|council)|none|not (?:open|known|receiv)|nobody|there is no)\b",
    asks=r"\b(?:assessment|meeting|review|plan|consent|advice)\b",
    says=r"\b(?:helps?|helping|difference|says|told|reports?|likes?|enjoys?|better|because)\b",
)
_CARRIED_KINDS = (
    "social_work",
    "family_work",
    "youth",
    "club",
    "overnight",
    "sitter",
    "therapeutic",
    "carers",
    "parenting",
    "go_with",
)
_NAME = re.compile(r"(?<![.!?:]\s)\b[A-Z][a-z][\w'-]+")
# Open social work visits count as a service now, and belong in H2 (annotation guide, decision 4).
_SOCIAL_VISIT = re.compile(
    r"\b(?:social work(?:er)?|allocated|case worker|caseworker|kinship worker|worker)\b.{0,60}\b(?:visit|sees?\b|call|come|meet|weekly|fortnightly|monthly|every)|"
    r"\b(?:visited|seen|met) (?:\w+ ){0,4}by\b.{0,40}\bsocial worker|\bI (?:visit|see|call)\b|\ballocated to\b|\bsocial work visits?\b|\bvisits? (?:every|each|\d|monthly|fortnightly|weekly)",
    re.I,
)
_SOCIAL_VISIT_CARRIED = re.compile(
    r"\bsocial work|\bvisits?\b.{0,60}\b(?:me|worker|team)\b|\b(?:worker|team)\b.{0,60}\bvisits?\b|\b(?:from|by|with) me\b|\bmy (?:own )?visits\b",
    re.I,
)
_ME = re.compile(r"\b(?:I|me|myself|[Mm]y (?:own )?(?:\w+ )?(?:visits?|calls?|sessions?))\b")
# What a writer may be, and how the provision sections would speak of it.
ROLES = table(
    social_worker=r"\bsocial work(?:er|ers|er's)?\b",
    family_worker=r"\bfamily (?:worker|support|service|practitioner|help|solutions|hub)|\bearly help|\bhome visits?",
    youth_worker=r"\byouth (?:engagement|work|worker|service|justice)",
    adviser=r"\bpersonal advis|\bleaving care|\bpositive futures|\bmoving on",
)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return the sentences of current involvement that may name a service, each to be judged as left out or not."""
    made = provisions(doc)
    carried = " \n ".join(plain(words_of(c)) for u in made for c in u._.cells)
    found = []
    sentences = list(_statements(doc))
    for sentence, following in zip_longest(sentences, sentences[1:]):
        cues = _cues(sentence, made, carried, context)
        if following is not None and following.start <= sentence.end:
            text = plain(following.text)
            cues["then ended"] = float(STATE["ended"].search(text) is not None)
            theirs = kinds_carried(doc, carried).keys()
            cues["next kinds carried"] = float(
                any(k in theirs for k in counts(text, KINDS, most=1) if k in _CARRIED_KINDS)
            )
        found.append(Candidate(sentence, example(sentence, cues)))
    return found


def _statements(doc: "Doc") -> "Iterator[Span]":
    """Yield the sentences of current involvement; a label with a colon goes with the sentence after it."""
    start: Span | None = None
    for sentence in sentences_of(doc):
        if sentence.label_ != "current_involvement" or len(sentence) < 2:
            continue
        if start is not None and start.end == sentence.start:
            sentence = doc[start.start : sentence.end]
        start = sentence if words_of(sentence).rstrip().endswith(":") else None
        if start is None:
            yield sentence


def _cues(sentence: "Span", made: "list[Span]", carried: str, context: Context) -> dict[str, float]:
    text = plain(words_of(sentence))
    cues = counts(text, STATE, most=1)
    kinds = counts(text, KINDS, most=1)
    theirs = kinds_carried(sentence.doc, carried)
    for kind in kinds:
        cues[f"kind {kind}"] = 1.0
    cues["kinds carried"] = float(sum(k in theirs for k in _CARRIED_KINDS if k in kinds))
    cues["kinds left out"] = float(sum(k not in theirs for k in _CARRIED_KINDS if k in kinds))
    cues.update(_service_cues(sentence, made, carried, context))
    names = {n for n in _NAME.findall(text)} - set(_child(sentence.doc))
    cues["names carried"] = min(float(sum(n in carried for n in names)), 2.0)
    cues["names left out"] = min(float(sum(n not in carried for n in names)), 2.0)
    facts = sentence.doc._.facts
    if "mine" in cues and "visit" in cues:
        cues["my visits carried" if _writer_carried(sentence.doc, carried) else "my visits left out"] = 1.0
    visited = _SOCIAL_VISIT.search(text) is not None
    cues["social work visits"] = float(visited)
    cues["social work visits left out"] = float(visited and not _SOCIAL_VISIT_CARRIED.search(carried))
    cues["closure"] = float(bool(facts and facts.purpose == "closure"))
    cues["no provision"] = float(not made)
    cues.update(_nearness(sentence, made))
    lemmas = kept(sentence.doc, "nouns carried", lambda: nouns_of(made))
    all_carried = Carried(carried, lemmas, theirs.keys(), _writer_carried(sentence.doc, carried))
    cues.update(named_cues(sentence, _around(sentence), all_carried))
    return cues


# What speaks against the writer's visits going on.
_AGAINST = ("closure", "ended", "then ended", "nobody", "future", "sign yet", "sign over")


def _my_visits_left_out(cues: "Mapping[str, float]") -> bool:
    """Tell "I visit every three weeks" where nothing in H1 or H2 is the writer's: too plain for a classifier to doubt."""
    return bool(cues.get("my visits now, left out")) and not any(cues.get(sign) for sign in _AGAINST)


def kinds_carried(doc: "Doc", carried: str) -> dict[str, float]:
    """Return the kinds of help in H1 and H2."""
    return kept(doc, "kinds carried", lambda: counts(carried, KINDS, most=1))


def _around(sentence: "Span") -> "tuple[Span | None, Span | None]":
    """Return what stands before and after a sentence in its own paragraph; None where nothing does."""
    doc = sentence.doc
    block = next((b for b in spans_of(doc, "blocks") if b.start <= sentence.start < b.end), sentence)
    before = doc[block.start : sentence.start] if block.start < sentence.start else None
    return before, doc[sentence.end : block.end] if sentence.end < block.end else None


def _writer_carried(doc: "Doc", carried: str) -> bool:
    """Tell whether H1 or H2 carries the writer's own visits, by name, by team, by "me", or by what the writer is."""
    facts = doc._.facts
    names = [facts.author.split()[-1]] if facts is not None and facts.author else _signed(doc)
    names += [facts.service] if facts is not None and facts.service else []
    if _ME.search(carried) or any(n.lower() in carried.lower() for n in names):
        return True
    form = " ".join(words_of(s) for s in spans_of(doc, "sections") if s.label_ in ("details", "reason"))
    return any(role in counts(form, ROLES, most=1) for role in counts(carried, ROLES, most=1))


def _signed(doc: "Doc") -> list[str]:
    """Return the surnames of those who are named as workers in the form's front, where no label tells which one wrote it."""
    front = [s for s in spans_of(doc, "sections") if s.label_ == "details"]
    people = [p for p in spans_of(doc, "people") if p.label_ in ("person", "professional") and len(p) > 1]
    return [p.text.split()[-1] for p in people if any(f.start <= p.start < f.end for f in front)]


def _child(doc: "Doc") -> list[str]:
    return doc._.facts.child.split() if doc._.facts is not None and doc._.facts.child else []


def _service_cues(sentence: "Span", made: "list[Span]", carried: str, context: Context) -> dict[str, float]:
    """Return whether the services named here stand in H1 or H2, by the catalogue or by their own name."""
    by_id = {s.id: s for s in context.rubric.services}
    services = spans_of(sentence.doc, "services")
    inside = [s for s in services if sentence.start <= s.start < sentence.end]
    here = {s.label_: words_of(s) for s in inside}
    there = {s.label_ for s in services for u in made if u.start <= s.start < u.end}
    cues: dict[str, float] = {"services": min(float(len(here)), 2.0)}
    for label, text in here.items():
        service = by_id.get(label)
        other = service is not None and service.remit != "social"
        own = service is not None and not service.kind
        has = label in there or text.lower() in carried.lower()
        name = "other" if other else "own" if own else "known kind" if service else "unknown"
        cues[f"{name} service {'carried' if has else 'left out'}"] = 1.0
    return cues


def _nearness(sentence: "Span", made: "list[Span]") -> dict[str, float]:
    from advice_audit.language.link_pairs import pair_cues
    from advice_audit.language.thread import sentence_knot, thread

    others = [k.meaning for k in thread(sentence.doc).of("provision")] if made else []
    cues = pair_cues([sentence_knot("concern", sentence).meaning], others) if others else {}
    return {f"near {n}": float(cues[n].max()) if cues else 0.0 for n in ("cosine", "overlap", "covered", "area")}


def check(doc: "Doc", context: Context) -> Checked:
    """Find current services that the provision sections leave out."""
    made = candidates(doc, context)
    if not made or not provisions(doc):
        return NOT_APPLICABLE
    findings: list[Finding] = []
    last: Span | None = None
    for candidate, chance in zip(made, probabilities("provision.current", made), strict=True):
        quote = candidate.quote
        if _my_visits_left_out(candidate.example.cues):
            chance = max(chance, SURE)
        if quote is None or chance < context.criterion.threshold or _is_over(candidate):
            continue
        # The sentence after goes on about the same service unless it names one.
        cues = candidate.example.cues
        if last is None or quote.start > last.end or cues.get("opens") or cues.get("new name"):
            findings.append(context.finding(_MESSAGE, _SUGGESTION, quote, confidence=chance))
        last = quote
    named = sum(c.example.cues.get("services", 0.0) > 0 or "visit" in c.example.cues for c in made)
    return Checked(tuple(findings), units=max(named, 1), applies=bool(findings) or named > 0)


def _is_over(candidate: Candidate) -> bool:
    """Tell a service that the sentence, or the next, says has ended, and a sentence that there is none."""
    return any(candidate.example.cues.get(cue) for cue in ("ended", "then ended", "nobody"))


_MESSAGE = "This help is in place now, but neither H1 nor H2 carries it, so nothing says that it will go on."
_SUGGESTION = "Add it to H1 or H2 with who provides it, how often and when it is reviewed; or, if it has ended or is about to, say when."
