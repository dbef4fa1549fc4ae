"""What people do in the invented year: draw, audit, moderate, settle, act, amend, answer, raise concerns."""

import shutil
from datetime import date, timedelta
from pathlib import Path

from invented_year import (
    ALL_TERMS,
    FEEDBACK,
    FIRST,
    KEYS,
    MANAGERS,
    PEOPLE,
    REAL,
    RUBRIC,
    SECOND,
    SEEDS,
    TWICE,
    UNREADABLE,
    Year,
    day_in_audit_month,
    invented,
    moment,
    paths_of,
    rng_for,
    save,
    sha,
    unreadable,
)

from advice_audit import feedback, self_audit
from advice_audit.actions import add_action, close_action
from advice_audit.audit import audit_with_people
from advice_audit.moderation.answers import answer
from advice_audit.moderation.judge import add_finding, begin, comment, decide, finish, judge
from advice_audit.moderation.settle import differences, settle
from advice_audit.sampling.auditing import audit_sample
from advice_audit.sampling.frame import Candidate, build_frame
from advice_audit.sampling.keep import Plan, draw_sample, items_of
from advice_audit.self_audit import pack
from advice_audit.store import load_audit
from advice_audit.store.flags import close_flag, raise_flag

CORPUS = Path(__file__).parents[2] / "corpus_samples"
DSCO = "Nadia Brook"


def live(store, folder, real=REAL):
    """Let the year happen in a store; the files that are really read (`real`, by term) stand in `folder`."""
    year = Year()
    for term in ALL_TERMS:
        paths = year.paths[str(term)] = paths_of(term, folder)
        sample, drawn = draw_term(store, term, paths)
        results = written(term, paths, drawn, year, real.get(str(term), ()))
        with store.session() as session:
            run_batch(session, term, results)
        at = moment(day_in_audit_month(term, 4))
        done = list(audit_sample(store, sample, lambda path, found=results: found[str(path)], KEYS, by=DSCO, at=at))
        assert len(done) == 6 + (str(term) in UNREADABLE)
        with store.session() as session:
            audits = [item.audit_id for item in items_of(session, sample) if item.state == "audited"]
            year.samples[str(term)] = audits
            moderate(session, term, audits)
            act(session, term, audits)
            self_audits(session, term, folder)
    with store.session() as session:
        hear(session, folder)
    return year


def draw_term(store, term, paths):
    """Draw the sample: six and a reserve of three; of the advices before the audit month's end."""
    listed = [Candidate(f"{term}/{Path(path).name}", path) for path in paths]
    gone = {path for path in paths if rng_for("lately", Path(path).name, term).random() < 0.05}
    frame = build_frame("the register", listed, first=term.first, last=term.last, recent=gone, recent_terms=3)
    with store.session() as session:
        plan = Plan(term, 6, 3, SEEDS[str(term)])
        sample = draw_sample(session, plan, frame, by=DSCO, at=moment(day_in_audit_month(term, 2)))
        return sample.id, [item.path for item in items_of(session, sample.id)]


def written(term, paths, drawn, year, real):
    """Return every advice's audit and the names in it, by path: some of the sampled ones are real files."""
    failing = UNREADABLE.get(str(term))
    places = [path for n, path in enumerate(drawn[:6]) if n != failing]
    Path(paths[0]).parent.mkdir(parents=True, exist_ok=True)
    for path in drawn:
        Path(path).touch()
    files = [Path(shutil.copy(CORPUS / f"{name}.docx", path)) for name, path in zip(real, places, strict=False)]
    year.real += map(str, files)
    found = {path: (invented(path, term, rng_for("advice", term, Path(path).name)), PEOPLE) for path in paths}
    for path, (result, people) in zip(files, audit_with_people(files, RUBRIC, today=term.last), strict=True):
        # The corpus has dates of its own: these advices are of this term.
        dates = {"completed": term.first + timedelta(days=20), "requested": term.first - timedelta(days=9)}
        found[str(path)] = (result.model_copy(update={"facts": result.facts.model_copy(update=dates)}), people)
    if failing is not None:
        found[drawn[failing]] = (unreadable(drawn[failing]), ())
    return found


def run_batch(session, term, results):
    """Audit every advice of the term, as the scheduled job does."""
    at = moment(term.last - timedelta(days=3))
    for path, (result, people) in results.items():
        save(session, result, path, "batch", "scheduled job", at, people)


def moderate(session, term, audits):
    """Two auditors look: the first at all, the second at some; they differ, and settle most of it."""
    for number, audit in enumerate(audits):
        for auditor in (FIRST, SECOND)[: 2 if number < TWICE else 1]:
            look(session, term, audit, auditor)
        # The last difference of the summer is still open when the report is written.
        differing = differences(session, audit)
        left = [d for d in differing if d.kind == "verdict"][-1:] if str(term) == "2026-summer" and number == 0 else []
        for one in differing:
            if one not in left:
                outcome = (
                    one.said[SECOND]
                    if one.kind == "verdict"
                    else "stands"
                    if one.kind == "finding"
                    else "does not stand"
                )
                settle(
                    session,
                    audit,
                    one.key,
                    outcome,
                    "We read it together.",
                    by=FIRST,
                    at=moment(day_in_audit_month(term, 20)),
                )
    answer(
        session, audits[0], "Ona Fairweather", "The dates stand in the table.", at=moment(day_in_audit_month(term, 9))
    )


def look(session, term, audit, auditor):
    """One auditor changes a few verdicts, dismisses a finding or two and adds one."""
    rng = rng_for("look", term, auditor, audit)
    result = load_audit(session, audit)
    moderation = begin(session, audit, auditor, at=moment(day_in_audit_month(term, 5), 9 + (auditor == SECOND)))
    given = {}
    for criterion in result.criteria:
        verdict = criterion.verdict
        if rng.random() < 0.12 and criterion.id != "process.timeliness":
            verdict = rng.choice([v for v in ("met", "partly_met", "not_met") if v != verdict])
        given[criterion.id] = verdict
        judge(
            session,
            moderation,
            criterion.id,
            verdict,
            None if verdict == criterion.verdict else "It says more than that.",
        )
    for ordinal in range(len(result.findings)):
        if rng.random() < 0.1:
            decide(session, moderation, ordinal, "dismiss", "The sentence before says it.")
    short = next((c for c, v in given.items() if v == "not_met"), "outcomes.smart")
    add_finding(
        session, moderation, short, "will be supported to thrive", "It does not say how we would know.", "outcomes"
    )
    comment(session, moderation, "Read with care.")
    finish(session, moderation, at=moment(day_in_audit_month(term, 6)))


def act(session, term, audits):
    """Write actions, close some, amend and audit two advices again, raise concerns."""
    number = ALL_TERMS.index(term)
    written = moment(day_in_audit_month(term, 15))
    due = term.shifted(1).first + timedelta(days=14)
    owners = ("Petra Sandoval", "Team manager, Early Help Hub")
    kept = {"term": str(term), "by": DSCO, "at": written}
    for place, audit in enumerate(audits):
        result = load_audit(session, audit)
        if result.grade in ("outstanding", "good") or (number == 2 and place == 4):
            continue
        criterion = result.findings[0].criterion
        text = "Amend the advice and send it again."
        action = add_action(
            session, text=text, owner=owners[place % 2], due=due, audit_id=audit, criterion=criterion, **kept
        )
        end = ("done", "done", None, "dropped", "done", None)[(place + number) % 6]
        if end:
            close_action(
                session, action.id, end, "Sent to Corin's school.", by=DSCO, at=moment(due - timedelta(days=5))
            )
    day = term.shifted(1).first + timedelta(days=30)
    text = "Workshop on outcomes for all writers."
    workshop = add_action(session, text=text, owner=DSCO, due=day, criterion="outcomes.smart", **kept)
    if number < 2:
        close_action(session, workshop.id, "done", "Forty writers came.", by=DSCO, at=moment(day - timedelta(days=2)))
    for audit in audits[:2]:
        amend(session, term, load_audit(session, audit))
    seen = moment(day_in_audit_month(term, 5))
    flag = raise_flag(session, audits[-1], "Corin says that he is often alone at night.", by=FIRST, at=seen)
    if number < 2:
        close_flag(session, flag.id, "Passed to the duty team.", by=DSCO, at=seen + timedelta(hours=3))


def amend(session, term, result):
    """Audit an amended advice: two findings in three are gone, one is new."""
    kept = [f for n, f in enumerate(result.findings) if n % 3 == 0]
    if kept:
        kept.append(kept[0].model_copy(update={"fingerprint": f"new|{result.file}", "quote": "a new sentence"}))
    changed = result.model_copy(update={"sha256": sha(f"{result.file} amended"), "findings": kept, "grade": "good"})
    save(session, changed, result.file, "sample", DSCO, moment(term.last - timedelta(days=1)))


def self_audits(session, term, folder):
    """Managers send in audits of their own, as files."""
    at = moment(day_in_audit_month(term, 12))
    for manager, service in MANAGERS.items():
        for number in range(2):
            name = f"{manager.split()[0]}-{term}-{number}"
            result = invented(f"{name}.docx", term, rng_for("self", name), service=service)
            file = folder / f"{name}.json"
            file.write_bytes(pack(result, by=manager, people=PEOPLE, identify=False, at=at, **KEYS))
            self_audit.take_in(session, file, by=DSCO, at=at)


def hear(session, folder):
    """Take in what families and partners said."""
    file = folder / "feedback.csv"
    file.write_text(FEEDBACK, encoding="utf-8")
    feedback.take_in(session, file, by=DSCO, at=moment(date(2026, 7, 9)))
