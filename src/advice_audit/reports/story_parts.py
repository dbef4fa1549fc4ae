"""Tables and charts that the termly and the annual report share."""

from collections.abc import Sequence

from advice_audit.reports import words
from advice_audit.reports.story import (
    Bar,
    Bars,
    Bullets,
    Cell,
    Column,
    Figure,
    Point,
    Points,
    Series,
    Sub,
    Table,
    Warning,
)
from advice_audit.reports.term_model import (
    ActionRow,
    Agreed,
    Flag,
    GradeCounts,
    Reaudit,
    ServiceRow,
    TermGrades,
    TimelyRow,
    VerdictCounts,
)
from advice_audit.results import Grade

GRADE_SERIES = (
    Series("Outstanding", "solid", "best"),
    Series("Good", "stripes", "good"),
    Series("Requires improvement", "dots", "fair"),
    Series("Inadequate", "cross", "poor"),
)
VERDICT_SERIES = (
    Series("Met", "stripes", "good"),
    Series("Partly met", "dots", "fair"),
    Series("Not met", "cross", "poor"),
)
TIMELY_SERIES = (
    Series("In time", "stripes", "good"),
    Series("Late", "cross", "poor"),
    Series("Cannot be told", "empty", "none"),
)
STATES = {"open": "Open", "overdue": "Overdue", "done": "Done", "dropped": "Dropped"}


def grade_words(grade: Grade | None) -> str:
    """Return a grade as words; a dash for none."""
    return words.GRADES[grade] if grade else "–"


def capital(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def grade_bar(label: str, grades: GradeCounts) -> Bar:
    """Return the bar of some advices' grades."""
    return Bar(label, (grades.outstanding, grades.good, grades.requires_improvement, grades.inadequate))


def verdict_bar(label: str, verdicts: VerdictCounts) -> Bar:
    """Return the bar of one criterion's verdicts."""
    return Bar(label, (verdicts.met, verdicts.partly_met, verdicts.not_met))


def timely_bar(row: TimelyRow, label: str | None = None) -> Bar:
    """Return the bar of a row of timeliness."""
    return Bar(label or row.purpose, (row.in_time, row.late, row.unknown))


def grades_figure(terms: Sequence[TermGrades], key: str, sheet: str) -> Figure:
    """Return the grades of some terms, sample beside every advice: chart and table."""
    rows: list[Sequence[Cell]] = []
    bars: list[Bar] = []
    for term in terms:
        kinds = [("sample", term.sample)] + ([("every advice", term.census)] if term.census else [])
        for kind, grades in kinds:
            rows.append([f"{capital(term.name)}, {kind}", *grade_bar("", grades).values, grades.total])
            bars.append(grade_bar(f"{capital(term.name)}, {kind}", grades))
    columns = [Column("Term", "wide"), *(Column(s.name, "number") for s in GRADE_SERIES)]
    table = Table("Grades by term, as a table", sheet, [*columns, Column("Advices", "number")], rows)
    text = "; ".join(f"{bar.label}: {_said(bar, GRADE_SERIES)}" for bar in bars)
    return Figure(Bars(key, "Grades by term", text, GRADE_SERIES, bars), table)


def points_figure(terms: Sequence[TermGrades], key: str, sheet: str) -> Figure:
    """Return how many were good or better in each term, with what that allows to be said of all advices."""
    points = [_point(term) for term in terms]
    rows: list[Sequence[Cell]] = [
        [capital(term.name), term.good_or_better.count, term.good_or_better.of, point.words, _every(term)]
        for term, point in zip(terms, points, strict=True)
    ]
    columns = [
        Column("Term"),
        Column("Good or better", "number"),
        Column("Audited", "number"),
        Column("What that says of all advices", "wide"),
        Column("Every advice, by the program"),
    ]
    text = "; ".join(f"{point.label}: {point.words}" for point in points)
    title = "Good or better, and how sure that is"
    return Figure(Points(key, title, text, points), Table(f"{title}, as a table", sheet, columns, rows))


def _every(term: TermGrades) -> str:
    return f"{term.census.good_or_better} of {term.census.total}" if term.census else "–"


def _point(term: TermGrades) -> Point:
    count = term.good_or_better
    share = count.count / count.of if count.of else None
    scale = count.population or 1
    ends = [None if end is None else end / scale for end in (count.least, count.most)]
    census = term.census.good_or_better / term.census.total if term.census and term.census.total else None
    return Point(capital(term.name), share, ends[0], ends[1], census, count.words)


def _said(bar: Bar, series: Sequence[Series]) -> str:
    return ", ".join(f"{value} {one.name.lower()}" for value, one in zip(bar.values, series, strict=True) if value)


def bars(key: str, title: str, series: Sequence[Series], rows: Sequence[Bar]) -> Bars:
    """Return a chart that says in words what it shows."""
    text = "; ".join(f"{bar.label}: {_said(bar, series) or 'none'}" for bar in rows)
    return Bars(key, title, text, series, rows)


def services_figure(rows: Sequence[ServiceRow], first: str, second: str = "Every advice") -> Figure:
    """Return services by their advices' grades, and what costs each most."""
    whole = any(row.census for row in rows)
    columns = [Column("Service"), Column(first, "grades")]
    columns += [Column(second, "grades")] if whole else []
    cells: list[Sequence[Cell]] = [
        [row.service, row.sample, *([row.census] if whole else []), row.weakest or "–"] for row in rows
    ]
    table = Table("Grades by service", "Services", [*columns, Column("Work on first", "wide")], cells)
    shown = [grade_bar(row.service, (row.census or GradeCounts()) if whole else row.sample) for row in rows]
    title = f"Grades by service, {second.lower() if whole else first.lower()}"
    return Figure(bars("services", title, GRADE_SERIES, shown), table)


def timely_table(caption: str, sheet: str, rows: Sequence[tuple[str, TimelyRow]]) -> Table:
    """Return the table of timeliness; each row says which advices it is about."""
    columns = [Column("Which advices"), Column("Purpose"), *(Column(s.name, "number") for s in TIMELY_SERIES)]
    return Table(caption, sheet, columns, [[kind, r.purpose, r.in_time, r.late, r.unknown] for kind, r in rows])


def actions_table(caption: str, sheet: str, rows: Sequence[ActionRow], empty: str) -> Table:
    """Return actions with owner, day and state."""
    columns = [
        Column("Action", "wide"),
        Column("About"),
        Column("Owner"),
        Column("Due", "date"),
        Column("State", "state"),
        Column("What came of it", "wide"),
    ]
    cells: list[Sequence[Cell]] = [
        [row.text, row.label or "Everyone", row.owner, row.due, STATES[row.state], _end(row)] for row in rows
    ]
    return Table(caption, sheet, columns, cells, empty)


def _end(row: ActionRow) -> str:
    parts = [words.british_date(row.closed_on), row.outcome or ""]
    return ": ".join(part for part in parts if part) or "–"


def closed_flags(rows: Sequence[Flag]) -> Sub | None:
    """Return the urgent concerns that were passed on and closed, with what was done."""
    if not rows:
        return None
    lines = [
        f"{row.advice}: {row.text} Closed on {words.british_date(row.closed_on)}: {row.outcome or 'no outcome given'}"
        for row in rows
    ]
    return Sub("Urgent concerns that were passed on and closed", [Bullets(lines)])


def reaudits_table(rows: Sequence[Reaudit]) -> Table:
    """Return what was put right in amended advices."""
    columns = [
        Column("Advice"),
        Column("First grade", "grade"),
        Column("Grade now", "grade"),
        Column("Put right", "number"),
        Column("Still there", "number"),
        Column("New", "number"),
    ]
    cells: list[Sequence[Cell]] = [
        [r.label, grade_words(r.first), grade_words(r.then), r.put_right, r.kept, r.new] for r in rows
    ]
    empty = "No amended advice was audited again."
    return Table("Amended advices audited again (findings)", "Audited again", columns, cells, empty)


def agreed_row(one: Agreed, name: str) -> Sequence[Cell]:
    """Return a row of agreement: on what or between whom, on how many verdicts, how far."""
    interval = f"{one.low:.2f} to {one.high:.2f}" if one.low is not None and one.high is not None else "–"
    ac1 = f"{one.ac1:.2f}" if one.ac1 is not None else "–"
    return [name, one.pairs, one.same, ac1, interval]


def agreed_columns(first: str) -> list[Column]:
    """Return the columns of a table of agreement; `first` is what its rows are about."""
    numbers = [Column(name, "number") for name in ("Verdicts", "The same", "Gwet's AC1")]
    return [Column(first, "wide"), *numbers, Column("95% interval")]


def flags(title: str, rows: Sequence[Flag]) -> Warning | None:
    """Return the urgent safeguarding concerns that are open, for the top of a report."""
    if not rows:
        return None
    said = [
        f"{flag.advice}: {flag.text} (raised by {flag.raised_by} on {words.british_date(flag.raised_on)})"
        for flag in rows
    ]
    return Warning(title, said)
