"""What the tests of batches share: options with the stand-in auditor, and what a store holds."""

import sqlite3
from datetime import date

from advice_audit.batch.run import BatchOptions
from advice_audit.rubric.load import load_rubric

RUBRIC = load_rubric("swindon-2022")
DAY = date(2026, 11, 22)
# Everything that a store says about audits but their numbers and moments.
ROWS = """
SELECT a.path, a.sha256, a.size, a.mtime_ns, a.current, a.status, a.error_code, a.grade, a.rubric_hash, a.model_version,
       a.people, a.rest, d.name,
       (SELECT group_concat(v.ordinal || v.criterion || v.verdict) FROM verdicts v WHERE v.audit_id = a.id),
       (SELECT group_concat(f.ordinal || f.criterion || f.quote || f.fingerprint) FROM findings f WHERE f.audit_id = a.id)
FROM audits a LEFT JOIN documents d ON d.sha256 = a.sha256 ORDER BY 1, 2, 7
"""
COUNTS = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM verdicts), (SELECT count(*) FROM findings)"


def options(folder, store, **more):
    values = {"jobs": 1, "seconds": 20.0, "auditor": "batch_standin:audit", "today": DAY, "rubric": RUBRIC}
    return BatchOptions((str(folder),), str(store), **{**values, **more})


def contents(store):
    """Return what a store holds, so that two can be compared."""
    with sqlite3.connect(store) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return connection.execute(ROWS).fetchall(), connection.execute(COUNTS).fetchall()
