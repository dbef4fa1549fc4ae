"""The figures of the reports counted once more, by plain SQL and arithmetic that shares nothing with `summaries/`."""

import json
import sqlite3
from collections import Counter
from math import sqrt

from scipy.optimize import brentq

from advice_audit.rubric.load import load_rubric

RUBRIC = load_rubric("swindon-2022")
ORDER = ("outstanding", "good", "requires_improvement", "inadequate")
VERDICTS = ("met", "partly_met", "not_met", "not_applicable")
LOST = {"met": 0.0, "partly_met": 0.5, "not_met": 1.0}
Z = 1.959963984540054


class Recount:
    """Counts in one store, by SQL."""

    def __init__(self, path):
        self.db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.db.row_factory = sqlite3.Row

    def rows(self, sql, *values):
        return self.db.execute(sql, values).fetchall()

    def one(self, sql, *values):
        return self.db.execute(sql, values).fetchone()[0]

    def sample(self, term):
        return self.rows("SELECT * FROM samples WHERE term = ? ORDER BY id DESC LIMIT 1", term)[0]

    def population(self, term):
        return len(json.loads(self.sample(term)["frame"]))

    def items(self, term):
        return self.rows("SELECT * FROM sample_items WHERE sample_id = ? ORDER BY position", self.sample(term)["id"])

    def audits(self, term):
        return [item["audit_id"] for item in self.items(term) if item["state"] == "audited"]

    def machine(self, audit):
        found = self.rows("SELECT criterion, verdict FROM verdicts WHERE audit_id = ?", audit)
        return {row["criterion"]: row["verdict"] for row in found}

    def people(self, audit):
        sql = """SELECT m.auditor, v.criterion, v.verdict FROM moderations m JOIN moderation_verdicts v
                 ON v.moderation_id = m.id WHERE m.audit_id = ? AND m.finished IS NOT NULL ORDER BY m.began, m.id"""
        found = {}
        for row in self.rows(sql, audit):
            found.setdefault(row["auditor"], {})[row["criterion"]] = row["verdict"]
        return found

    def agreed(self, audit):
        """Settled, else what all auditors say, else the machine; None where they differ and it is open."""
        settled = dict(map(tuple, self.rows("SELECT criterion, verdict FROM settled WHERE audit_id = ?", audit)))
        people = list(self.people(audit).values())
        verdicts = {}
        for criterion, given in self.machine(audit).items():
            said = {own.get(criterion, given) for own in people} or {given}
            verdicts[criterion] = settled.get(criterion) or (said.pop() if len(said) == 1 else None)
        return verdicts

    def grade(self, audit):
        """Work out the grade anew: weights, then limits."""
        if not self.people(audit):
            return self.one("SELECT grade FROM audits WHERE id = ?", audit)
        found = {r[0] for r in self.rows("SELECT DISTINCT criterion FROM findings WHERE audit_id = ?", audit)}
        asked = self.rows("SELECT criterion, verdict FROM verdicts WHERE audit_id = ? AND needs_person", audit)
        judged = {c for own in self.people(audit).values() for c in own}
        out = {r[0] for r in asked if r[1] in ("partly_met", "not_met")} - found - judged
        given = {c: v for c, v in self.agreed(audit).items() if v and c not in out}
        weights = {c.id: c.weight for c in RUBRIC.criteria}
        apply = [c for c, v in given.items() if v != "not_applicable"]
        score = 1 - sum(weights[c] * LOST[given[c]] for c in apply) / sum(weights[c] for c in apply)
        cuts = (RUBRIC.grades.outstanding, RUBRIC.grades.good, RUBRIC.grades.requires_improvement)
        place = sum(score < cut for cut in cuts)
        for limit in RUBRIC.grades.limits:
            if given.get(limit.criterion) == "not_met" or given.get(limit.criterion) == limit.verdict == "partly_met":
                place = max(place, ORDER.index(limit.grade))
        return ORDER[place]

    def grades(self, term):
        return grade_dict(self.grade(audit) for audit in self.audits(term))

    def machine_grades(self, term):
        return grade_dict(self.one("SELECT grade FROM audits WHERE id = ?", audit) for audit in self.audits(term))

    def census_grades(self, term, origin="batch"):
        sql = "SELECT grade FROM audits WHERE term = ? AND origin = ? AND current AND status = 'audited'"
        return grade_dict(row[0] for row in self.rows(sql, term, origin))

    def sample_verdicts(self, term, criterion):
        given = Counter(self.agreed(audit)[criterion] for audit in self.audits(term))
        return {**{v: given[v] for v in VERDICTS}, "unsettled": given[None]}

    def census_verdicts(self, term, criterion, origin="batch"):
        sql = """SELECT v.verdict, count(*) FROM verdicts v JOIN audits a ON a.id = v.audit_id WHERE a.term = ? AND
                 a.origin = ? AND a.current AND a.status = 'audited' AND v.criterion = ? GROUP BY v.verdict"""
        given = dict(map(tuple, self.rows(sql, term, origin, criterion)))
        return {**{v: given.get(v, 0) for v in VERDICTS}, "unsettled": 0}

    def standing(self, audit, criterion):
        """Count a criterion's findings that stand, and those that were added, by all who looked or as settled."""
        looked = self.one("SELECT count(*) FROM moderations WHERE audit_id = ? AND finished IS NOT NULL", audit)
        agreed = """SELECT count(*) FROM moderation_findings d JOIN moderations m ON m.id = d.moderation_id WHERE
                    m.audit_id = f.audit_id AND d.finding = f.ordinal AND d.decision = 'agree'"""
        settled = "SELECT stands FROM settled_findings s WHERE s.audit_id = f.audit_id AND s.finding = f.ordinal"
        sql = f"SELECT count(*) FROM findings f WHERE audit_id = ? AND criterion = ? AND coalesce(({settled}), ({agreed}) = ?)"
        own = """SELECT d.quote FROM moderation_findings d JOIN moderations m ON m.id = d.moderation_id LEFT JOIN
                 settled_additions s ON s.moderation_id = m.id AND s.ordinal = d.ordinal WHERE m.audit_id = ? AND
                 d.decision = 'add' AND d.criterion = ? GROUP BY d.quote HAVING count(*) = ? OR max(s.stands)"""
        return self.one(sql, audit, criterion, looked) + len(self.rows(own, audit, criterion, looked))


def grade_dict(grades):
    found = Counter(grades)
    return {grade: found[grade] for grade in ORDER}


def interval(count, of, population):
    """Solve the score equation itself: the shares at which the sample is just 1.96 standard errors away."""
    spread = 1.0 if population is None else (population - of) / (population - 1)
    share = count / of

    def far(p):
        return abs(share - p) - Z * sqrt(p * (1 - p) / of * spread)

    low = 0.0 if count == 0 else brentq(far, 1e-12, share - 1e-12) if share > 0 else 0.0
    high = 1.0 if count == of else brentq(far, share + 1e-12, 1 - 1e-12)
    return low, high


def beside(recount, audit):
    """Return (criterion, program's verdict, person's) of an audit, for all that the program judged by itself."""
    sql = """SELECT criterion FROM verdicts v WHERE audit_id = ? AND needs_person AND verdict IN ('partly_met', 'not_met')
             AND NOT EXISTS (SELECT 1 FROM findings f WHERE f.audit_id = v.audit_id AND f.criterion = v.criterion)"""
    left = {row[0] for row in recount.rows(sql, audit)}
    program = recount.machine(audit)
    return [
        (criterion, program[criterion], given)
        for own in recount.people(audit).values()
        for criterion, given in own.items()
        if criterion not in left
    ]


def ac1(pairs):
    """Gwet's AC1 of two judges with its standard error, by the formulas of his paper of 2008."""
    n, q = len(pairs), len(VERDICTS)
    usual = {v: sum((a == v) + (b == v) for a, b in pairs) / (2 * n) for v in VERDICTS}
    chance = sum(p * (1 - p) for p in usual.values()) / (q - 1)
    same = sum(a == b for a, b in pairs) / n
    value = (same - chance) / (1 - chance)
    parts = []
    for a, b in pairs:
        own = ((a == b) - chance) / (1 - chance)
        own_chance = sum(((a == v) + (b == v)) / 2 * (1 - usual[v]) for v in VERDICTS) / (q - 1)
        parts.append(own - 2 * (1 - value) * (own_chance - chance) / (1 - chance))
    error = sqrt(sum((part - value) ** 2 for part in parts) / (n * (n - 1)))
    return value, error
