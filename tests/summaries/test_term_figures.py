"""Every figure of the three termly reports, counted once more from the store by plain SQL."""

from collections import Counter
from datetime import date
from math import ceil, floor

import pytest
from conftest import DAYS
from recount import RUBRIC, ac1, beside, interval
from scipy.stats import fisher_exact, hypergeom, t

from advice_audit.summaries.tables import load_tables
from advice_audit.terms import parse_term

TERMS = tuple(DAYS)


@pytest.fixture(params=TERMS)
def term(request):
    return request.param


@pytest.fixture
def report(reports, term):
    return reports[term]


def before(term):
    return [str(parse_term(term).shifted(-n)) for n in (1, 2)]


def same_count(count, number, of, population):
    assert (count.count, count.of) == (number, of)
    if not of:
        assert count.least is count.most is None
        return
    low, high = interval(number, of, population)
    if population is None:
        assert count.population is None
        assert (count.least, count.most) == pytest.approx((low, high), abs=1e-4)
        return
    assert count.population == population
    assert count.least == max(number, floor(low * population + 0.001))
    assert count.most == min(population - of + number, ceil(high * population - 0.001))
    assert (
        count.words == f"{number} of {of}; of all {population} it could be anything from {count.least} to {count.most}"
    )


def test_the_year_is_as_it_was_meant(recount, store):
    assert recount.one("SELECT count(*) FROM audits WHERE origin = 'batch'") == 240
    assert {term: len(recount.audits(term)) for term in TERMS} == dict.fromkeys(TERMS, 6)
    assert recount.one("SELECT count(DISTINCT auditor) FROM moderations") == 2
    assert len(store.year.real) == 4
    assert {recount.one("SELECT count(*) FROM actions WHERE term = ?", term) > 1 for term in TERMS} == {True}
    assert recount.one("SELECT count(*) FROM feedback") > 5


def test_how_the_sample_was_chosen(recount, report, term):
    sample, items = recount.sample(term), recount.items(term)
    chosen = report.chosen
    assert (chosen.size, chosen.seed, chosen.population) == (6, sample["seed"], recount.population(term))
    assert chosen.term_population == sample["population"]
    assert sum(row.count for row in chosen.excluded) + chosen.population == 80
    meant = [item for item in items if item["role"] == "chosen"]
    assert [item.state for item in chosen.items] == [item["state"] for item in meant]
    assert [item.label for item in chosen.items] == [f"Advice {item['position']}" for item in meant]
    assert chosen.reserves == sum(item["role"] == "reserve" for item in items)
    assert chosen.replaced == chosen.unreadable == (term == "2026-spring")
    for shown, item in zip(chosen.items, meant, strict=True):
        if item["state"] != "audited":
            assert (shown.grade, shown.machine_grade, shown.auditors) == (None, None, ())
            continue
        facts = recount.rows("SELECT completed, service, grade FROM audits WHERE id = ?", item["audit_id"])[0]
        assert (str(shown.completed), shown.machine_grade) == (facts["completed"], facts["grade"])
        assert shown.service.casefold() == (facts["service"] or "Service not given").casefold()
        assert shown.grade == recount.grade(item["audit_id"])
        assert len(shown.auditors) == len(recount.people(item["audit_id"]))


def test_who_audited(recount, report, term):
    marks = ",".join(map(str, recount.audits(term)))
    found = []
    for name in [
        r[0] for r in recount.rows(f"SELECT DISTINCT auditor FROM moderations WHERE audit_id IN ({marks}) ORDER BY 1")
    ]:
        ids = [
            r[0] for r in recount.rows(f"SELECT id FROM moderations WHERE auditor = ? AND audit_id IN ({marks})", name)
        ]
        inside = ",".join(map(str, ids))
        changed = recount.one(
            f"SELECT count(*) FROM moderation_verdicts WHERE NOT agrees AND moderation_id IN ({inside})"
        )
        sql = f"SELECT count(*) FROM moderation_findings WHERE moderation_id IN ({inside}) AND decision = ?"
        found.append(
            (
                "".join(f"{w[0]}." for w in name.split()),
                len(ids),
                changed,
                recount.one(sql, "dismiss"),
                recount.one(sql, "add"),
            )
        )
    assert [(a.name, a.audits, a.changed, a.dismissed, a.added) for a in report.auditors] == found


def test_grades(recount, report, term):
    shown = [report.grades.now, *report.grades.before]
    for one, slug in zip(shown, [term, *before(term)], strict=True):
        if slug not in TERMS:
            assert (one.sample.total, one.census) == (0, None)
            continue
        grades, census = recount.grades(slug), recount.census_grades(slug)
        assert one.sample.model_dump() == grades
        assert one.census.model_dump() == census
        same_count(one.good_or_better, grades["outstanding"] + grades["good"], 6, recount.population(slug))
    assert report.grades.machine.model_dump() == recount.machine_grades(term)
    assert report.sampled == 6
    assert report.census == sum(recount.census_grades(term).values())
    sql = "SELECT count(*) FROM audits WHERE term = ? AND origin = 'batch' AND current AND status = 'unreadable'"
    assert report.unreadable == recount.one(sql, term) == (term == "2026-spring")


def test_whether_the_sample_is_like_the_whole(recount, report, term):
    machine, census = recount.machine_grades(term), recount.census_grades(term)
    good, whole, all_ = (
        machine["outstanding"] + machine["good"],
        census["outstanding"] + census["good"],
        sum(census.values()),
    )
    assert f"{good} of the 6 in the sample are good or better, and {whole} of all {all_}" in report.grades.typical
    law = hypergeom(all_, whole, 6)
    rare = sum(law.pmf(k) for k in range(7) if law.pmf(k) <= law.pmf(good) + 1e-12)
    assert ("often" in report.grades.typical) == (rare >= 0.05)


def test_every_criterion(recount, report, term):
    assert [row.id for row in report.criteria] == [c.id for c in RUBRIC.criteria]
    for row in report.criteria:
        for one, slug in zip([row.now, *row.before], [term, *before(term)], strict=True):
            if slug in TERMS:
                assert one.sample.model_dump() == recount.sample_verdicts(slug, row.id), row.id
                assert one.census.model_dump() == recount.census_verdicts(slug, row.id), row.id
            else:
                assert (sum(one.sample.model_dump().values()), one.census) == (0, None)
        now = recount.sample_verdicts(term, row.id)
        judged = now["met"] + now["partly_met"] + now["not_met"]
        same_count(row.met, now["met"], judged, recount.population(term) if judged == 6 else None)


def test_what_is_said_of_change(recount, report, term):
    for row in report.criteria:
        now = recount.sample_verdicts(term, row.id)
        of = now["met"] + now["partly_met"] + now["not_met"]
        earlier = None
        for slug in before(term):
            last = recount.sample_verdicts(slug, row.id) if slug in TERMS else {}
            judged = sum(last.get(v, 0) for v in ("met", "partly_met", "not_met"))
            if judged:
                earlier = (last["met"], judged, parse_term(slug).title)
                break
        if earlier is None:
            assert row.change in ("nothing to compare with yet", "not judged yet")
            continue
        met, judged, name = earlier
        assert f"({met} of {judged} in the {name})" in row.change
        if of:
            clear = fisher_exact([[met, judged - met], [now["met"], of - now["met"]]]).pvalue < 0.05
            way = (
                "as before"
                if met * of == now["met"] * judged
                else "more"
                if now["met"] * judged > met * of
                else "fewer"
            )
            assert row.change.startswith(f"clearly {way}" if clear else way)


def test_what_is_done_well_and_what_must_improve(recount, report, term):
    for one in report.strengths:
        now = recount.sample_verdicts(term, one.criterion)
        judged = now["met"] + now["partly_met"] + now["not_met"]
        assert now["met"] / judged >= 2 / 3
        same_count(one.met, now["met"], judged, recount.population(term) if judged == 6 else None)
    for one in report.themes:
        now = recount.sample_verdicts(term, one.criterion)
        judged, short = now["met"] + now["partly_met"] + now["not_met"], now["partly_met"] + now["not_met"]
        same_count(one.short, short, judged, recount.population(term) if judged == 6 else None)
        assert one.census.model_dump() == recount.census_verdicts(term, one.criterion)
        weak = [a for a in recount.audits(term) if recount.agreed(a)[one.criterion] in ("partly_met", "not_met", None)]
        assert one.findings == sum(recount.standing(audit, one.criterion) for audit in weak)
    weights = {c.id: c.weight for c in RUBRIC.criteria}
    costs = {}
    for criterion in weights:
        now = recount.sample_verdicts(term, criterion)
        judged = now["met"] + now["partly_met"] + now["not_met"]
        costs[criterion] = weights[criterion] * (now["not_met"] + now["partly_met"] / 2) / judged if judged else 0
    shown = [costs[one.criterion] for one in report.themes]
    assert shown == sorted(costs.values(), reverse=True)[: len(shown)]


def test_by_service(recount, report, term):
    sample, census = {}, {}
    for audit in recount.audits(term):
        service = recount.one("SELECT service FROM audits WHERE id = ?", audit) or "Service not given"
        sample.setdefault(service.casefold(), Counter())[recount.grade(audit)] += 1
    sql = "SELECT service, grade FROM audits WHERE term = ? AND origin = 'batch' AND current AND status = 'audited'"
    for service, grade in map(tuple, recount.rows(sql, term)):
        census.setdefault((service or "Service not given").casefold(), Counter())[grade] += 1
    shown = {row.service.casefold(): row for row in report.services}
    assert set(shown) == {*sample, *census}
    for service, row in shown.items():
        assert {k: v for k, v in row.sample.model_dump().items() if v} == sample.get(service, {})
        assert {k: v for k, v in row.census.model_dump().items() if v} == census.get(service, {})


def test_timeliness(recount, report, term):
    came = {"met": "in_time", "partly_met": "late", "not_met": "late"}
    names = {"ehcna": "EHC needs assessment", "annual_review": "Annual review", "reassessment": "Re-assessment"}
    sample, days, late = {}, [], 0
    for audit in recount.audits(term):
        row = recount.rows("SELECT purpose, requested, completed FROM audits WHERE id = ?", audit)[0]
        how = came.get(recount.agreed(audit)["process.timeliness"], "unknown")
        sample.setdefault(names[row["purpose"]], Counter())[how] += 1
        late += how == "late"
        days.append((date.fromisoformat(row["completed"]) - date.fromisoformat(row["requested"])).days)
    shown = {row.purpose: row for row in report.timeliness.sample}
    assert {p: {k: v for k, v in r.model_dump(exclude={"purpose"}).items() if v} for p, r in shown.items()} == sample
    assert len(report.timeliness.late) == late
    middle = sorted(days)
    assert report.timeliness.median_days == (middle[2] + middle[3]) / 2
    sql = """SELECT a.purpose, v.verdict, count(*) FROM audits a JOIN verdicts v ON v.audit_id = a.id WHERE a.term = ? AND
             a.origin = 'batch' AND a.current AND v.criterion = 'process.timeliness' GROUP BY 1, 2"""
    census = {}
    for purpose, verdict, number in map(tuple, recount.rows(sql, term)):
        census.setdefault(names[purpose], Counter())[came.get(verdict, "unknown")] += number
    shown = {row.purpose: row for row in report.timeliness.census}
    assert {p: {k: v for k, v in r.model_dump(exclude={"purpose"}).items() if v} for p, r in shown.items()} == census
    counts = recount.sample_verdicts(term, "process.timeliness")
    judged = counts["met"] + counts["partly_met"] + counts["not_met"]
    same_count(report.timeliness.in_time, counts["met"], judged, recount.population(term) if judged == 6 else None)


def test_how_late_the_late_ones_are(recount, report, term):
    for one in report.timeliness.late:
        allowed = 28 if one.purpose == "Annual review" else 42
        assert one.days_late == (one.completed - one.requested).days - allowed > 0


def same_agreement(shown, pairs):
    assert (shown.pairs, shown.same) == (len(pairs), sum(a == b for a, b in pairs))
    value, error = ac1(pairs)
    assert shown.ac1 == pytest.approx(value, abs=1e-4)
    assert shown.percent == pytest.approx(100 * shown.same / shown.pairs, abs=0.05)
    if error:
        half = t.ppf(0.975, len(pairs) - 1) * error
        assert (shown.low, shown.high) == pytest.approx((max(value - half, -1), min(value + half, 1)), abs=1e-4)


def test_agreement(recount, report, term):
    machine, people, by_criterion, differences = [], [], {}, 0
    for audit in recount.audits(term):
        theirs = list(recount.people(audit).values())
        for criterion, program, given in beside(recount, audit):
            machine.append((program, given))
            by_criterion.setdefault(criterion, []).append(machine[-1])
        if len(theirs) == 2:
            both = [(theirs[0][c], theirs[1][c]) for c in theirs[0]]
            people += both
            differences += sum(a != b for a, b in both)
    same_agreement(report.agreement.machine_person, machine)
    same_agreement(report.agreement.person_person, people)
    assert {one.criterion for one in report.agreement.by_criterion} == set(by_criterion)
    for one in report.agreement.by_criterion:
        if len(set(by_criterion[one.criterion])) > 1:
            same_agreement(one, by_criterion[one.criterion])
    assert len(report.agreement.differences) == differences > 0
    open_ones = [one for one in report.agreement.differences if one.settled is None]
    assert len(open_ones) == (term == "2026-summer")
    assert report.agreement.open == (term == "2026-summer")
    marks = ",".join(map(str, recount.audits(term)))
    assert report.agreement.moderated == 6
    assert report.agreement.twice == 3
    assert report.agreement.answers == recount.one(f"SELECT count(*) FROM answers WHERE audit_id IN ({marks})") == 1
    own = """SELECT count(*) FROM moderation_verdicts v JOIN moderations m ON m.id = v.moderation_id WHERE NOT v.agrees AND"""
    assert report.agreement.changed == recount.one(f"{own} m.audit_id IN ({marks})")


def test_actions_and_what_became_of_the_last_ones(recount, report, term):
    sql = (
        "SELECT term, text, due, state, substr(closed_at, 1, 10), outcome FROM actions WHERE term = ? ORDER BY due, id"
    )

    def rows(slug):
        return [tuple(row) for row in recount.rows(sql, slug)]

    def plain(shown):
        state = "open" if shown.state == "overdue" else shown.state
        outcome = shown.outcome and shown.outcome.replace("C.'s", "Corin's")
        return (
            shown.term,
            shown.text,
            str(shown.due),
            state,
            str(shown.closed_on) if shown.closed_on else None,
            outcome,
        )

    assert [plain(row) for row in report.actions.now] == rows(term)
    older = [row for row in rows(before(term)[1]) if row[3] == "open"]
    assert sorted(plain(row) for row in report.actions.last) == sorted([*rows(before(term)[0]), *older])
    for row in (*report.actions.now, *report.actions.last):
        assert (row.state == "overdue") == (row.closed_on is None and row.due < DAYS[term])
    low = [a for a in recount.audits(term) if recount.grade(a) in ("requires_improvement", "inadequate")]
    without = [a for a in low if not recount.one("SELECT count(*) FROM actions WHERE audit_id = ?", a)]
    assert len(report.actions.missing) == len(without)


def test_what_was_put_right(recount, report, term):
    found = []
    for slug in [term, before(term)[0]]:
        for audit in recount.audits(slug) if slug in TERMS else []:
            sql = """SELECT b.id, a.grade, b.grade FROM audits a JOIN audits b ON b.path = a.path AND b.sha256 <> a.sha256
                     AND b.audited_at > a.audited_at AND b.origin <> 'batch' WHERE a.id = ? ORDER BY b.audited_at DESC LIMIT 1"""
            for later, first, then in map(tuple, recount.rows(sql, audit)):
                sets = [
                    Counter(r[0] for r in recount.rows("SELECT fingerprint FROM findings WHERE audit_id = ?", number))
                    for number in (audit, later)
                ]
                gone, kept, new = sets[0] - sets[1], sets[0] & sets[1], sets[1] - sets[0]
                found.append((first, then, gone.total(), kept.total(), new.total()))
    shown = [(r.first, r.then, r.put_right, r.kept, r.new) for r in report.actions.reaudits]
    assert sorted(shown) == sorted(found)
    assert shown


def test_urgent_concerns_stand_apart(recount, reports):
    assert len(reports["2026-summer"].urgent) == 1
    assert reports["2026-summer"].urgent[0].text == "C. says that he is often alone at night."
    assert [len(report.flags_closed) for report in reports.values()] == [1, 1, 0]


def test_only_the_terms_that_are_asked_for_are_read(store, recount):
    with store.reading() as session:
        tables = load_tables(session, ["2025-autumn"])
    assert set(tables.audits[tables.audits.origin == "batch"].term) == {"2025-autumn"}
