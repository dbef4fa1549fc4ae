"""How fast this computer audits, measured on an invented advice."""

import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter

from advice_audit.doctor.report import Speed

_ROUNDS = 2
_DAY = date(2026, 11, 3)
# Nobody in it exists. It is long enough to keep every component busy.
_ADVICE = """Social Care Advice for an Education, Health and Care needs assessment

Child's details
Name: Tobias Farrowgate
Date of birth: 14/03/2017
Advice requested: 14/09/2026
Advice completed: 12/10/2026

Reason for involvement
Tobias has been known to the Early Help team since March 2026, after his school asked for support at home.

Views of the child
Tobias told his worker on 2 October 2026: "I like it when Nan does the shopping with me. I don't like loud shops." He
would like to go swimming with his cousin.

Views of the family
His mother, Mrs Farrowgate, said that evenings are hardest and that she has not had a full night of sleep for a year.

Needs
Tobias finds it hard to settle at night. His mother reports that he wakes three times a night, five nights a week, and
that he is then too tired to join in at school. On visits in June and September 2026 the worker saw that he cannot
cross a road safely without holding an adult's hand.

Outcomes
By July 2027 Tobias will sleep through four nights a week, as recorded in the family's diary.
By July 2027 Tobias will cross the road to the shop beside an adult without holding on, on eight of ten tries.

Provision
Two hours a week of short breaks at the Saturday club, for forty-eight weeks a year, provided by the disabled
children's team and reviewed each term. A sleep practitioner will visit for one hour a week for twelve weeks.

Signed: Imelda Crowhurst, Early Help practitioner, 12/10/2026
"""


def measure() -> Speed:
    """Audit the invented advice and return how long each step took, the better of two rounds.

    Raises:
        Exception: the models cannot be loaded; nothing can be measured then.
    """
    from advice_audit.audit import audit_doc
    from advice_audit.documents import open_document
    from advice_audit.language.pipeline import annotate, load
    from advice_audit.rubric.load import load_rubric

    rubric = load_rubric("swindon-2022")
    begun = perf_counter()
    nlp = load()
    loaded = perf_counter() - begun
    with tempfile.TemporaryDirectory(prefix="advice-audit-") as folder:
        path = Path(folder) / "invented.txt"
        path.write_text(_ADVICE, encoding="utf-8")
        document = open_document(path)
    rounds: list[tuple[float, float]] = []
    words = 0
    for _ in range(_ROUNDS):
        begun = perf_counter()
        (doc,) = annotate(nlp, [document])
        parsed = perf_counter()
        words = audit_doc(doc, rubric, "invented.txt", today=_DAY).words or 0
        rounds.append((parsed - begun, perf_counter() - parsed))
    parse, judge = min(rounds, key=sum)
    return Speed(
        words=words,
        load_seconds=round(loaded, 2),
        parse_seconds=round(parse, 3),
        judge_seconds=round(judge, 3),
        advices_a_minute=round(60 / (parse + judge), 1),
    )
