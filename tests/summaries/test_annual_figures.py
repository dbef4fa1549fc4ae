"""Every figure of the annual report, counted once more from the store by plain SQL."""

from collections import Counter

import pytest
from conftest import DAYS
from recount import ac1, beside
from scipy.stats import fisher_exact
from test_term_figures import same_count

TERMS = tuple(DAYS)
SHORT = ("partly_met", "not_met")


def total(dicts):
    counted = Counter()
    for one in dicts:
        counted.update(one)
    return {key: counted[key] for key in (dicts[0] if isinstance(dicts, list) else one)}


def judged(counts):
    return counts["met"] + counts["partly_met"] + counts["not_met"]


def test_the_terms(recount, annual):
    assert annual.year == "2025/26"
    for one, term in zip(annual.terms, TERMS, strict=True):
        assert one.period.term == term
        assert one.population == recount.population(term)
        assert one.sampled == one.moderated == len(recount.audits(term))
        assert one.grades.sample.model_dump() == recount.grades(term)
        assert one.grades.census.model_dump() == recount.census_grades(term)
        assert one.census == sum(recount.census_grades(term).values())
        good = recount.grades(term)["outstanding"] + recount.grades(term)["good"]
        same_count(one.grades.good_or_better, good, 6, recount.population(term))
        late = recount.sample_verdicts(term, "process.timeliness")
        shown = (one.timely.in_time, one.timely.late, one.timely.unknown)
        assert shown == (late["met"], late["partly_met"] + late["not_met"], late["not_applicable"])
        every = recount.census_verdicts(term, "process.timeliness")
        shown = (one.timely_census.in_time, one.timely_census.late, one.timely_census.unknown)
        assert shown == (every["met"], every["partly_met"] + every["not_met"], every["not_applicable"])
    assert annual.grades.model_dump() == total([recount.grades(term) for term in TERMS])
    assert annual.census_grades.model_dump() == total([recount.census_grades(term) for term in TERMS])


def test_trends(recount, annual):
    for row in annual.criteria:
        every = []
        for one, term in zip(row.terms, TERMS, strict=True):
            assert one.sample.model_dump() == recount.sample_verdicts(term, row.id)
            assert one.census.model_dump() == recount.census_verdicts(term, row.id)
            every.append(recount.census_verdicts(term, row.id))
        first, last = every[0], every[-1]
        table = [[one["met"], judged(one) - one["met"]] for one in (first, last)]
        moved = fisher_exact(table).pvalue < 0.05
        up = last["met"] / judged(last) > first["met"] / judged(first)
        assert row.direction == (("better" if up else "worse") if moved else "steady")
        assert row.trend == "met by {} of {}, {} of {} and {} of {}".format(
            *(n for c in every for n in (c["met"], judged(c)))
        )


def test_learning(recount, annual):
    better = {row.id for row in annual.criteria if row.direction == "better"}
    assert better, "the year was made to get better at outcomes"
    assert {one.criterion for one in annual.changed.improved} == better
    still = [one.criterion for one in annual.learning if one.words.startswith("Still weak")]

    def least(criterion):
        every = [recount.census_verdicts(term, criterion) for term in TERMS]
        return min((judged(c) - c["met"]) / judged(c) for c in every)

    calm = [row.id for row in annual.criteria if row.direction == "steady"]
    assert still == sorted(calm, key=lambda c: (-least(c), c))[:3]


def test_strengths_and_themes(recount, annual):
    population = sum(recount.population(term) for term in TERMS)
    for one in annual.strengths:
        counts = total([recount.sample_verdicts(term, one.criterion) for term in TERMS])
        same_count(one.met, counts["met"], judged(counts), population if judged(counts) == 18 else None)
    for one in annual.themes:
        counts = total([recount.sample_verdicts(term, one.criterion) for term in TERMS])
        same_count(
            one.short, judged(counts) - counts["met"], judged(counts), population if judged(counts) == 18 else None
        )
        assert one.census.model_dump() == total([recount.census_verdicts(term, one.criterion) for term in TERMS])
        weak = [a for t in TERMS for a in recount.audits(t) if recount.agreed(a)[one.criterion] in (*SHORT, None)]
        assert one.findings == sum(recount.standing(audit, one.criterion) for audit in weak)


def test_services(recount, annual):
    sample, census = {}, {}
    for term in TERMS:
        for audit in recount.audits(term):
            service = recount.one("SELECT service FROM audits WHERE id = ?", audit) or "Service not given"
            sample.setdefault(service.casefold(), Counter())[recount.grade(audit)] += 1
        sql = "SELECT service, grade FROM audits WHERE term = ? AND origin = 'batch' AND current AND status = 'audited'"
        for service, grade in map(tuple, recount.rows(sql, term)):
            census.setdefault((service or "Service not given").casefold(), Counter())[grade] += 1
    for row in annual.services:
        assert {k: v for k, v in row.sample.model_dump().items() if v} == sample.get(row.service.casefold(), {})
        assert {k: v for k, v in row.census.model_dump().items() if v} == census.get(row.service.casefold(), {})
    assert {row.service.casefold() for row in annual.services} == {*sample, *census}


def test_self_audits(recount, annual):
    found = annual.self_audits
    rows = recount.rows("SELECT * FROM audits WHERE origin = 'self' AND current")
    assert found.number == len(rows) == 12
    counted = Counter(row["grade"] for row in rows)
    assert {k: v for k, v in found.grades.model_dump().items() if v} == counted
    for (name, grades), term in zip(found.by_term, TERMS, strict=True):
        assert term.split("-")[1] in name
        assert grades.model_dump() == recount.census_grades(term, "self")
    for row in found.by_service:
        assert {k: v for k, v in row.sample.model_dump().items() if v} == Counter(
            r["grade"] for r in rows if r["service"] == row.service
        )
    assert dict(found.sent_by) == {"P.S.": 6, "L.A.": 6}
    for one in found.weakest:
        counts = total([recount.census_verdicts(term, one.criterion, "self") for term in TERMS])
        assert (one.short.count, one.short.of) == (judged(counts) - counts["met"], judged(counts))


def test_feedback(recount, annual):
    rows = recount.rows("SELECT * FROM feedback")
    assert annual.feedback.number == len(rows) == 9
    assert {k.casefold(): v for k, v in annual.feedback.by_source} == Counter(row["source"] for row in rows)
    assert [n for _, n in annual.feedback.by_term] == [sum(row["term"] == term for row in rows) for term in TERMS]
    themes = Counter(row["theme"] for row in rows)
    assert {one.theme.casefold(): one.number for one in annual.feedback.themes} == themes
    for one in annual.feedback.themes:
        theirs = [row for row in rows if row["theme"] == one.theme.casefold()]
        assert {k.casefold(): v for k, v in one.by_source} == Counter(row["source"] for row in theirs)
        assert len(one.quotations) == min(3, len(theirs))


def test_what_changed(recount, annual):
    changed = annual.changed
    rows = recount.rows("SELECT state, due FROM actions")
    late = sum(row["state"] == "open" and row["due"] < str(DAYS["2026-summer"]) for row in rows)
    states = Counter(row["state"] for row in rows)
    assert (changed.actions, changed.done, changed.dropped) == (len(rows), states["done"], states["dropped"])
    assert (changed.overdue, changed.open) == (late, states["open"] - late)
    assert (
        len(changed.reaudits)
        == recount.one(
            "SELECT count(*) FROM audits WHERE origin = 'sample' AND sha256 IN (SELECT sha256 FROM audits GROUP BY sha256 HAVING count(DISTINCT origin) = 1) AND current AND status = 'audited'"
        )
        == 6
    )


def test_agreement_of_the_year(recount, annual):
    people, machine = [], []
    for term in TERMS:
        for audit in recount.audits(term):
            machine += [(program, given) for _, program, given in beside(recount, audit)]
            theirs = list(recount.people(audit).values())
            if len(theirs) == 2:
                people += [(theirs[0][c], theirs[1][c]) for c in theirs[0]]
    for shown, pairs in ((annual.person_person, people), (annual.machine_person, machine)):
        value, _ = ac1(pairs)
        assert (shown.pairs, shown.same) == (len(pairs), sum(a == b for a, b in pairs))
        assert shown.ac1 == pytest.approx(value, abs=1e-4)


def test_the_sentences_hold_the_same_figures(annual):
    said = " ".join(annual.in_short)
    changed = annual.changed
    right, kept = (sum(getattr(row, name) for row in changed.reaudits) for name in ("put_right", "kept"))
    assert "18 advices audited in 3 termly samples, 18 of them by a person; 12 self-audits" in said
    assert f"Of {changed.actions} actions, {changed.done} are done" in said
    assert f"6 amended advices audited again: {right} of {right + kept} findings put right." in said
