"""A year that never was: 240 advices over three terms, three samples, two auditors who differ, actions, feedback.

Everything is invented, every name too. Some of the sampled advices are real files with real audits.
"""

import hashlib
import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from advice_audit.results import AdviceResult, CriterionResult, FactsResult, FileError, FindingResult
from advice_audit.rubric.load import load_rubric
from advice_audit.scoring import SCORES, grade
from advice_audit.store import save_audit
from advice_audit.terms import parse_term

TERMS = ("2025-autumn", "2026-spring", "2026-summer")
EACH = 80
SERVICES = {
    "Family Service": 0.00,
    "Social Work Teams": -0.10,
    "Early Help Hub": -0.04,
    "Children with Disabilities Team": 0.08,
}
PURPOSES = ("ehcna", "ehcna", "ehcna", "annual_review", "reassessment")
NAMES = ("Tobin Arkwright", "Merle Oduya", "Sefa Lindqvist", "Ottilie Banerjee", "Corin Wakefield", "Yusra Pell")
PEOPLE = tuple(part for name in NAMES for part in (name, name.split()[0]))
# How often each group of criteria is met at the start, and how much that rises a term.
MET = {
    "involvement": 0.75,
    "views": 0.70,
    "needs": 0.6,
    "outcomes": 0.45,
    "provision": 0.5,
    "general": 0.8,
    "process": 0.8,
    "privacy": 0.96,
}
RISE = {"outcomes": 0.12, "views": 0.05}
RUBRIC = load_rubric("swindon-2022")
KEYS = {"rubric_id": RUBRIC.id, "rubric_hash": "r" * 64, "model_version": "invented-1"}


def moment(day, hour=9):
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass
class Year:
    """What was put into the store, so that tests can name it."""

    samples: dict[str, list[int]] = field(default_factory=dict)
    paths: dict[str, list[str]] = field(default_factory=dict)
    real: list[str] = field(default_factory=list)


def completed_in(term, rng):
    first = term.first + timedelta(days=3)
    return first + timedelta(days=rng.randrange((term.last - first).days - 25))


def invented(path, term, rng, *, service=None, version=1, better=0.0):
    """Return the audit of an advice that never was."""
    rise = TERMS.index(str(term))
    service = service or rng.choice(list(SERVICES))
    purpose = rng.choice(PURPOSES)
    completed = completed_in(term, rng)
    late = rng.random() < 0.22 - 0.04 * rise
    requested = completed - timedelta(days=rng.randint(44, 70) if late else rng.randint(20, 41))
    criteria, findings = [], []
    for criterion in RUBRIC.criteria:
        chance = MET[criterion.group] + RISE.get(criterion.group, 0.01) * rise + SERVICES[service] + better
        given = (
            rng.choices(("met", "partly_met", "not_met"), (chance, 0.6 * (1 - chance), 0.4 * (1 - chance)))[0]
            if chance < 1
            else "met"
        )
        if rng.random() < 0.06:
            given = "not_applicable"
        if criterion.id == "process.timeliness":
            given = "not_met" if late and purpose != "annual_review" else "met"
            given = "not_applicable" if rng.random() < 0.1 else given
        criteria.append(CriterionResult(id=criterion.id, verdict=given, score=SCORES[given]))
        if given in ("partly_met", "not_met"):
            findings += [finding(criterion, rng, number) for number in range(1 if given == "partly_met" else 2)]
    graded = grade(RUBRIC, {c.id: c.verdict for c in criteria})
    facts = FactsResult(
        purpose=purpose, age=rng.randint(3, 19), completed=completed, requested=requested, service=service
    )
    return AdviceResult(
        file=path, sha256=sha(f"{path} {version}"), status="audited", facts=facts, grade=graded.grade,
        grade_reason=graded.reason, score=round(graded.score, 4), words=rng.randint(700, 2400), criteria=criteria,
        findings=findings,
    )  # fmt: skip


QUOTES = (
    "{name} will improve in confidence over time",
    "support as needed from the service for {name}",
    "{name} struggles with mornings",
    "Mum says {name} finds this hard",
    "regular visits will be offered",
)


def finding(criterion, rng, number):
    name = rng.choice(NAMES).split()[0]
    quote = rng.choice(QUOTES).format(name=name) + f" ({rng.randrange(1000)})"
    start = 100 * number + rng.randrange(90)
    return FindingResult(
        criterion=criterion.id, section="outcomes", quote=quote, start=start, end=start + len(quote),
        message=f"These words leave open what is meant for {name}.", suggestion=criterion.instead,
        confidence=round(rng.uniform(0.55, 0.99), 3), fingerprint=f"{criterion.id}|outcomes|{quote.lower()}",
    )  # fmt: skip


def paths_of(term, folder):
    return [str(folder / str(term) / f"advice-{number:03}.docx") for number in range(1, EACH + 1)]


def unreadable(path):
    error = FileError(code="no-text", message="The file is a picture without text.")
    return AdviceResult(file=path, sha256=sha(path), status="unreadable", error=error)


def save(session, result, path, origin, by, at, people=None):
    people = PEOPLE if people is None else people
    return save_audit(session, result, origin=origin, by=by, path=str(path), size=20_000, people=people, at=at, **KEYS)


def day_in_audit_month(term, day):
    return term.audit_month + timedelta(days=day - 1)


def rng_for(*parts):
    return random.Random(sha(" ".join(map(str, parts))))


TODAY = date(2026, 9, 7)
ALL_TERMS = [parse_term(slug) for slug in TERMS]
FIRST, SECOND = "Marian Holt", "Idris Vale"
SEEDS = {"2025-autumn": 4711, "2026-spring": 815, "2026-summer": 2026}
# Which sampled advices (by position) are real files, which is unreadable, which the second auditor reads as well.
REAL = {"2025-autumn": ("a01",), "2026-spring": ("h01",), "2026-summer": ("a02", "f01")}
UNREADABLE = {"2026-spring": 2}
TWICE = 3
MANAGERS = {"Petra Sandoval": "Family Service", "Lewin Achterberg": "Early Help Hub"}
FEEDBACK = """received,source,theme,service,text
2025-11-20,family,being heard,Family Service,"We read it together and Corin said it sounded like him."
2025-12-02,family,words,Social Work Teams,"Too many words that nobody outside the office knows."
2026-01-19,stakeholder,provision,Early Help Hub,"The plan could be written straight from section H2."
2026-02-11,family,being heard,Children with Disabilities Team,"Nobody asked Yusra what she wanted."
2026-03-03,stakeholder,time,Family Service,"It came two days before the meeting."
2026-04-27,family,words,Family Service,"Clear. I could follow all of it."
2026-05-14,young person,being heard,Social Work Teams,"My own words were in it."
2026-06-30,stakeholder,provision,Children with Disabilities Team,"Hours and dates were given for once."
2026-07-08,family,time,Early Help Hub,"=SUM(1,2) is how long we waited"
"""
