"""The moderation workbook: out with the evidence, back however it was sorted, refused by cell where it is wrong."""

import io
from datetime import date

import pytest
from invented_audits import AT, finding, invented, keep
from openpyxl import load_workbook

from advice_audit.errors import ConfigurationError
from advice_audit.moderation import workbook as form
from advice_audit.moderation.judge import begin, decide, finish, judge
from advice_audit.moderation.pages import pages, sampled
from advice_audit.moderation.settle import what_stands
from advice_audit.moderation.take_in import take_in
from advice_audit.moderation.workbook import Criteria
from advice_audit.moderation.workbook_in import open_back, read_back, start_of
from advice_audit.moderation.workbook_out import write_workbook
from advice_audit.rubric.load import load_rubric
from advice_audit.sampling.frame import Candidate, build_frame
from advice_audit.sampling.keep import Plan, attach_audit, draw_sample, items_of
from advice_audit.store.flags import open_flags
from advice_audit.terms import parse_term

CRITERIA = Criteria(load_rubric("swindon-2022"))
TERM = parse_term("2026-autumn")
PEOPLE = ["Orla Penhaligon", "Orla"]
COLUMN = {
    name: {heading: n for n, (heading, _) in enumerate(columns, start=1)} for name, columns in form.COLUMNS.items()
}


@pytest.fixture
def audits(file_store):
    listed = [Candidate(f"Orla {n}.docx", f"/advices/Orla {n}.docx") for n in range(3)]
    with file_store.session() as session:
        frame = build_frame("here", listed, first=TERM.first, last=TERM.last)
        sample = draw_sample(session, Plan(TERM, 3, 0, 1), frame, by="J Okafor", at=AT)
        for item in items_of(session, sample.id):
            result = invented(item.path)
            more = finding("needs.source", "=SUM(1+1) is what Orla said", 300)
            result = result.model_copy(update={"findings": [*result.findings, more]})
            attach_audit(session, item, keep(session, result, origin="sample", people=PEOPLE))
        return sampled(session, None)[1]


def sent(store, audits, auditor="Ada", *, identify=False):
    with store.session() as session:
        every = pages(session, audits, auditor, identify=identify)
        return write_workbook(every, CRITERIA, auditor=auditor, title=TERM.title, identify=identify)


def edited(tmp_path, content, change=lambda book: None):
    book = load_workbook(io.BytesIO(content))
    change(book)
    path = tmp_path / "back.xlsx"
    book.save(path)
    return path


def taken(store, audits, path, auditor="Ada"):
    book = open_back(path)
    with store.session() as session:
        every = pages(session, audits, auditor, identify=start_of(book, form.NAMES) == form.FULL)
        said = read_back(path, book, every, CRITERIA)
        return [take_in(session, page, said[page.audit.id], at=AT) for page in every]


def refused(store, audits, path, auditor="Ada"):
    with pytest.raises(ConfigurationError) as raised:
        taken(store, audits, path, auditor)
    assert raised.value.code == "bad-workbook"
    with store.session() as session:
        assert all(
            not page.sheet.judged and not page.sheet.decided for page in pages(session, audits, auditor, identify=False)
        )
    return raised.value.message


def rows(book, name):
    return list(book[name].iter_rows(min_row=2))


def cell(row, name, heading):
    return row[COLUMN[name][heading] - 1]


def agree_with_all(book):
    for row in rows(book, form.VERDICT):
        cell(row, form.VERDICT, form.YOURS).value = "Agree"


def test_it_goes_out_with_the_evidence_and_without_names(file_store, audits):
    content = sent(file_store, audits)
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == [form.START, form.OVERALL, form.VERDICT, form.FINDING, form.MISSED, "Lists"]
    assert (len(rows(book, form.VERDICT)), len(rows(book, form.FINDING)), len(rows(book, form.OVERALL))) == (15, 15, 3)
    every = " ".join(str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value)
    assert "Orla" not in every and "Penhaligon" not in every
    assert "O.P. struggles with sleep" in every and "“O.P. struggles with sleep”" in every
    assert "Nothing says who said this" in every
    sheet = book[form.VERDICT]
    assert sheet.freeze_panes == "D2" and sheet.auto_filter.ref == "A1:H16"
    assert sheet.column_dimensions["A"].hidden
    assert sheet.data_validations.dataValidation[0].formula1 == '"Agree,Met,Partly met,Not met,Does not apply"'
    assert start_of(book, form.NAME) == "Ada"


def test_text_that_begins_like_a_formula_stays_text(file_store, audits):
    book = load_workbook(io.BytesIO(sent(file_store, audits)))
    cells = [c for row in rows(book, form.FINDING) for c in row if str(c.value).startswith("=")]
    assert [c.data_type for c in cells] == ["s"] * 3
    assert cells[0].value == "=SUM(1+1) is what O. said"


def test_names_in_full_where_they_are_asked_for(file_store, audits, tmp_path):
    content = sent(file_store, audits, identify=True)
    every = str([c.value for sheet in load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for c in row])
    assert "Orla Penhaligon struggles" in every
    assert [one.left for one in taken(file_store, audits, edited(tmp_path, content, agree_with_all))] == [0, 0, 0]


def test_an_untouched_workbook_changes_nothing(file_store, audits, tmp_path):
    assert [
        (one.judged, one.left) for one in taken(file_store, audits, edited(tmp_path, sent(file_store, audits)))
    ] == [(0, 5)] * 3


def fill(book):
    agree_with_all(book)
    first = next(
        r
        for r in rows(book, form.VERDICT)
        if cell(r, form.VERDICT, form.CRITERION).value == CRITERIA.title("needs.source")
    )
    cell(first, form.VERDICT, form.YOURS).value = " partly MET "
    cell(first, form.VERDICT, form.REASON).value = "One of the two is sourced."
    alarm = rows(book, form.FINDING)[0]
    cell(alarm, form.FINDING, form.DECISION).value = "False alarm"
    cell(alarm, form.FINDING, form.REASON).value = "Sourced above."
    missed = rows(book, form.MISSED)[4]
    missed[0].value = cell(first, form.VERDICT, form.ADVICE).value
    missed[1].value, missed[2].value, missed[3].value = CRITERIA.title("outcomes.smart"), "a happier child", "When?"
    overall = rows(book, form.OVERALL)[0]
    cell(overall, form.OVERALL, form.COMMENT).value = "Clear and kind."
    cell(overall, form.OVERALL, form.CONCERN).value = "Bruising is mentioned in passing."


def check_filled(store, audits):
    with store.reading() as session:
        stands = what_stands(session, audits[1])
        assert stands.verdicts["needs.source"] == "partly_met"
        assert stands.dismissed == {0: "Sourced above."}
        assert [(one.criterion, one.quote, one.reason) for one in stands.added] == [
            ("outcomes.smart", "a happier child", "When?")
        ]
        assert what_stands(session, audits[2]).verdicts["needs.source"] == "not_met"
        assert [flag.text for flag in open_flags(session)] == ["Bruising is mentioned in passing."]


def test_what_is_filled_in_comes_back_whole(file_store, audits, tmp_path):
    path = edited(tmp_path, sent(file_store, audits), fill)
    done = taken(file_store, audits, path)
    assert [(one.judged, one.left, one.concern) for one in done] == [(5, 0, True), (5, 0, False), (5, 0, False)]
    check_filled(file_store, audits)
    again = taken(file_store, audits, path)
    assert [(one.judged, one.left) for one in again] == [(5, 0)] * 3, "the same workbook twice changes nothing"


def reordered(book):
    """Sort the rows, move a column, leave a blank row, and drop what was not filled in."""
    fill(book)
    for name in (form.VERDICT, form.FINDING, form.OVERALL):
        sheet = book[name]
        values = [[c.value for c in row] for row in sheet.iter_rows(min_row=2)][::-1]
        for number, row in enumerate(values, start=2):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column).value = value
                if value is not None:
                    # Else openpyxl would make a formula of what begins with "=".
                    sheet.cell(number, column).data_type = "s"
        sheet.move_range(f"A1:A{len(values) + 1}", cols=9)
        sheet.insert_rows(3)
        sheet.cell(1, 12).value = "My own notes"
        sheet.cell(2, 12).value = "ask about this"


def test_a_sorted_workbook_is_read_by_its_keys(file_store, audits, tmp_path):
    taken(file_store, audits, edited(tmp_path, sent(file_store, audits), reordered))
    check_filled(file_store, audits)


def test_what_was_said_before_is_in_the_next_workbook(file_store, audits):
    with file_store.session() as session:
        own = begin(session, audits[1], "Ada")
        judge(session, own, "needs.source", "met", "It is.")
        decide(session, own, 0, "dismiss", "Sourced.")
    book = load_workbook(io.BytesIO(sent(file_store, audits)))
    said = [
        (cell(r, form.VERDICT, form.YOURS).value, cell(r, form.VERDICT, form.REASON).value)
        for r in rows(book, form.VERDICT)
    ]
    assert said.count(("Met", "It is.")) == 1
    assert cell(rows(book, form.FINDING)[0], form.FINDING, form.DECISION).value == "False alarm"
    other = load_workbook(io.BytesIO(sent(file_store, audits, "Ben")))
    assert not any(cell(r, form.VERDICT, form.YOURS).value for r in rows(other, form.VERDICT)), "nobody sees another's"


def put(name, number, heading, value):
    def change(book):
        agree_with_all(book)
        book[name].cell(number, COLUMN[name][heading]).value = value

    return change


def swap_words(book):
    sheet = book[form.FINDING]
    column = COLUMN[form.FINDING][form.WORDS]
    one, other = sheet.cell(2, column), sheet.cell(3, column)
    one.value, other.value = other.value, one.value


def copy_row(book):
    sheet = book[form.VERDICT]
    for column in range(1, 9):
        sheet.cell(20, column).value = sheet.cell(5, column).value


def miss(*values):
    def change(book):
        for column, value in enumerate(values, start=1):
            book[form.MISSED].cell(3, column).value = value

    return change


@pytest.mark.parametrize(
    ("change", "where", "why"),
    [
        (put(form.VERDICT, 4, form.YOURS, "Excellent"), "Verdicts!G4", "not a verdict"),
        (put(form.VERDICT, 2, form.YOURS, "Met"), "Verdicts!H2", "say why you changed"),
        (put(form.VERDICT, 6, form.KEY, "1:2:3"), "Verdicts!A6", "hidden key"),
        (put(form.VERDICT, 6, form.KEY, None), "Verdicts!A6", "hidden key"),
        (put(form.VERDICT, 3, form.MACHINE, "Met"), "Verdicts!E3", "sorted without the rest"),
        (put(form.VERDICT, 3, form.ADVICE, "9 · other.docx"), "Verdicts!B3", "sorted without the rest"),
        (put(form.FINDING, 2, form.DECISION, "Perhaps"), "Findings!G2", "not a decision"),
        (put(form.FINDING, 2, form.DECISION, "False alarm"), "Findings!H2", "say why"),
        (put(form.FINDING, 2, form.REASON, "because"), "Findings!G2", "no decision"),
        (swap_words, "Findings!D2", "sorted without the rest"),
        (copy_row, "Verdicts!A20", "stands twice, also at Verdicts!A5"),
        (miss("9 · other.docx", "x", "y", "z"), "Missed!A3", "choose the advice"),
        (miss("1 · O. 0.docx", "x", "y", "z"), "Missed!", "choose the"),
    ],
)
def test_a_wrong_workbook_is_refused_by_cell(file_store, audits, tmp_path, change, where, why):
    path = edited(tmp_path, sent(file_store, audits), change)
    message = refused(file_store, audits, path)
    assert message.startswith(f"{path}: nothing was taken in")
    assert any(line.strip().startswith(where) and why in line for line in message.splitlines()), message


def test_all_that_is_wrong_is_named_at_once(file_store, audits, tmp_path):
    def change(book):
        for number in range(2, 17):
            book[form.VERDICT].cell(number, COLUMN[form.VERDICT][form.YOURS]).value = "?"
        book[form.FINDING].cell(2, COLUMN[form.FINDING][form.DECISION]).value = "?"

    message = refused(file_store, audits, edited(tmp_path, sent(file_store, audits), change))
    assert message.count("Verdicts!G") == 15
    assert message.endswith("and 1 more")


def test_a_workbook_of_another_store_is_refused(file_store, audits, tmp_path):
    content = sent(file_store, audits)
    with file_store.session() as session:
        others = {1: keep(session, invented("/advices/x.docx", text="another text"), people=PEOPLE)}
    message = refused(file_store, others, edited(tmp_path, content))
    assert "of another workbook" in message


@pytest.mark.parametrize("content", [b"not a workbook", b"PK\x03\x04", b""])
def test_what_is_no_workbook(tmp_path, content):
    path = tmp_path / "back.xlsx"
    path.write_bytes(content)
    with pytest.raises(ConfigurationError, match=r"back\.xlsx"):
        open_back(path)


def test_a_sheet_or_a_column_that_is_gone(file_store, audits, tmp_path):
    path = edited(tmp_path, sent(file_store, audits), lambda book: book.remove(book[form.FINDING]))
    with pytest.raises(ConfigurationError, match="no sheet “Findings”"):
        open_back(path)
    path = edited(tmp_path, sent(file_store, audits), lambda book: book[form.VERDICT].delete_cols(1))
    assert "the column “Key” is missing" in refused(file_store, audits, path)


def test_a_finished_one_that_comes_back_different_is_refused(file_store, audits, tmp_path):
    content = sent(file_store, audits)
    taken(file_store, audits, edited(tmp_path, content, agree_with_all))
    changed = edited(tmp_path, content, fill)
    with pytest.raises(ConfigurationError, match="does not change"):
        taken(file_store, audits, changed)


def test_what_is_finished_cannot_be_begun_again(file_store, audits):
    with file_store.session() as session:
        own = begin(session, audits[1], "Ada")
        for row in pages(session, {1: audits[1]}, "Ada", identify=False)[0].sheet.verdicts:
            judge(session, own, row.criterion, row.verdict)
        finish(session, own, at=AT)
        (page,) = pages(session, {1: audits[1]}, "Ada", identify=False)
        assert page.sheet.moderation.finished == AT
        assert page.audit.completed == date(2026, 10, 9)
