"""Last part of the termly report: agreement and moderation, actions, and what comes next."""

from collections.abc import Sequence

from advice_audit.reports import words
from advice_audit.reports.story import Block, Cell, Chapter, Column, Paragraph, Sub, Table, Warning
from advice_audit.reports.story_parts import (
    actions_table,
    agreed_columns,
    agreed_row,
    capital,
    closed_flags,
    reaudits_table,
)
from advice_audit.reports.term_model import Agreed, Agreement, Difference, NextTheme, TermReport

MACHINE, PEOPLE = "Program and auditor", "Two auditors"


def agreement_chapter(agreement: Agreement) -> Chapter:
    """Return what moderation changed, and how far people and program agree."""
    blocks: list[Block | Sub] = [Paragraph(_moderated(agreement))]
    pairs = both(agreement.machine_person, agreement.person_person)
    blocks += [Paragraph(agreed_words(one, who)) for one, who in pairs]
    blocks += [agreed_table(pairs), _by_criterion(agreement)]
    if agreement.differences:
        blocks.append(_differences(agreement.differences))
    return Chapter("agreement", "Agreement and moderation", blocks)


def both(machine: Agreed, people: Agreed) -> list[tuple[Agreed, str]]:
    """Return the two kinds of agreement with their names."""
    return [(machine, MACHINE), (people, PEOPLE)]


def agreed_words(one: Agreed, who: str) -> str:
    """Return how far two judges agree, in words."""
    if not one.pairs:
        return f"{who}: no verdicts of both to compare."
    said = f"{who}: the same verdict {one.same} times out of {one.pairs}"
    if one.ac1 is None:
        return f"{said}."
    interval = f", 95% interval {one.low:.2f} to {one.high:.2f}" if one.low is not None and one.high is not None else ""
    return f"{said}. Beyond chance that is {_strength(one.ac1)} (Gwet's AC1 {one.ac1:.2f}{interval})."


def _strength(ac1: float) -> str:
    # Landis and Koch (1977), the words that are usual for coefficients of agreement.
    steps = ((0.81, "almost perfect agreement"), (0.61, "substantial agreement"), (0.41, "moderate agreement"))
    return next((name for least, name in steps if ac1 >= least), "no more than fair agreement")


def _moderated(agreement: Agreement) -> str:
    if not agreement.moderated:
        return "No audit of this term has been moderated yet."
    said = (
        f"{words.number_of(agreement.moderated, 'advice')} audited by a person, {agreement.twice} of them by two who did "
        f"not see each other's verdicts. The auditors changed {words.number_of(agreement.changed, 'verdict')} of the "
        f"program's, dismissed {words.number_of(agreement.dismissed, 'finding')} as false alarms and added "
        f"{words.number_of(agreement.added, 'that was missed', 'that were missed')}."
    )
    if agreement.open:
        said += f" {words.number_of(agreement.open, 'difference')} between auditors still to be settled."
    if agreement.answers:
        said += f" Writers answered {words.number_of(agreement.answers, 'time')} while the audits were open."
    return said


def agreed_table(pairs: Sequence[tuple[Agreed, str]]) -> Table:
    """Return the agreement on all criteria together."""
    rows = [agreed_row(one, who) for one, who in pairs if one.pairs]
    empty = "There is nothing to compare yet."
    return Table("Agreement on all criteria together", "Agreement", agreed_columns("Between"), rows, empty)


def _by_criterion(agreement: Agreement) -> Table:
    differing = [one for one in agreement.by_criterion if one.same < one.pairs]
    rows = [agreed_row(one, one.title) for one in sorted(differing, key=lambda one: (one.same / one.pairs, one.title))]
    caption = "Criteria on which program and auditors differed, most often first"
    return Table(caption, "Agreement by criterion", agreed_columns("Criterion"), rows, "On none.")


def _differences(rows: Sequence[Difference]) -> Table:
    columns = [
        Column("Advice", "short"),
        Column("Criterion", "wide"),
        Column("Verdicts", "wide"),
        Column("Settled as", "short"),
        Column("Why", "wide"),
    ]
    cells: list[Sequence[Cell]] = [
        [
            row.label,
            row.title,
            "; ".join(f"{name}: {words.VERDICTS[given].lower()}" for name, given in row.verdicts),
            words.VERDICTS[row.settled] if row.settled else "To be settled",
            row.reason or "–",
        ]
        for row in rows
    ]
    return Table("Where two auditors differed", "Differences", columns, cells)


def actions_chapter(report: TermReport) -> Chapter:
    """Return this term's actions, what became of the last ones, and what was put right."""
    actions = report.actions
    blocks: list[Block | Sub] = []
    if actions.missing:
        blocks.append(Warning("Advices below good without an action", [_missing(actions.missing)]))
    blocks += [
        actions_table("Actions of this term", "Actions", actions.now, "No action was written down this term."),
        actions_table("What became of the last term's actions", "Last actions", actions.last, "There were none."),
        reaudits_table(actions.reaudits),
    ]
    closed = closed_flags(report.flags_closed)
    if closed:
        blocks.append(closed)
    return Chapter("actions", "Actions, and what became of the last ones", blocks)


def _missing(labels: Sequence[str]) -> str:
    return f"Each advice that requires improvement or is inadequate needs one: {', '.join(labels)}."


def next_chapter(theme: NextTheme | None) -> Chapter:
    """Return the next term's theme."""
    if theme is None:
        return Chapter("next", "Next term's theme", [Paragraph("Nothing fell short; choose the theme together.")])
    blocks: list[Block | Sub] = [
        Paragraph(f"{capital(theme.next_term)}: {theme.title}", "lead"),
        Paragraph(theme.why),
        Paragraph(theme.instead, label="What to practise"),
    ]
    return Chapter("next", "Next term's theme", blocks)
