"""What stands in a Word paragraph: revisions, comments, controls, fields, hidden text, odd signs."""

import pytest
from made_files import p, part, row, run, table

from advice_audit.documents.model import MarkKind

WHO = 'w:author="R. Kaur" w:date="2024-03-01T10:00:00Z"'


def marks(document):
    return [(str(m.kind), m.text, document.text[m.start : m.end], m.author) for m in document.marks]


def test_word_insertion_is_in_the_text_and_a_mark(read):
    document = read(p("Ada is ", f'<w:ins w:id="1" {WHO}>{run("not ")}</w:ins>', "happy."))
    assert document.text == "Ada is not happy."
    assert marks(document) == [("insert", "not ", "not ", "R. Kaur")]
    assert document.marks[0].when.year == 2024


def test_word_deletion_is_out_of_the_text_and_a_mark_of_no_width(read):
    gone = f'<w:del w:id="1" {WHO}><w:r><w:delText>very </w:delText></w:r></w:del>'
    document = read(p("Ada is ", gone, "happy."))
    assert document.text == "Ada is happy."
    assert marks(document) == [("delete", "very ", "", "R. Kaur")]
    assert document.marks[0].start == 7


def test_word_move_is_marked_once_where_it_arrived(read):
    away = f'<w:moveFrom w:id="1" {WHO}>{run("By bus. ")}</w:moveFrom>'
    here = f'<w:moveTo w:id="2" {WHO}>{run(" By bus.")}</w:moveTo>'
    document = read(p(away, "She goes.") + p("And returns.", here))
    assert document.text == "She goes.\nAnd returns. By bus."
    assert marks(document) == [("move", " By bus.", " By bus.", "R. Kaur")]


def test_word_format_change_covers_its_run(read):
    change = f'<w:b/><w:rPrChange w:id="1" {WHO}><w:rPr/></w:rPrChange>'
    assert marks(read(p("All ", run("good", change), " here."))) == [("format", "good", "good", "R. Kaur")]


def test_word_deleted_paragraph_leaves_no_block(read):
    gone = f'<w:del w:id="1" {WHO}><w:r><w:delText>Old.</w:delText></w:r></w:del>'
    document = read(p("First.") + p(gone) + p("Last."))
    assert document.text == "First.\nLast."
    assert [(m.kind, m.start) for m in document.marks] == [(MarkKind.DELETE, 7)]


def test_word_tracked_table_rows(read):
    new, old = f'<w:ins w:id="1" {WHO}/>', f'<w:del w:id="2" {WHO}/>'
    document = read(table(row("a", "b"), row("new", "one", properties=new), row("old", "one", properties=old)))
    assert "old" not in document.text
    assert {(m[0], m[1]) for m in marks(document)} == {("insert", "new one"), ("delete", "oldone")}


COMMENTS = part(
    "comments",
    f'<w:comment w:id="0" {WHO} w:initials="RK"><w:p w14:paraId="A1">{run("Which day?")}</w:p></w:comment>'
    f'<w:comment w:id="1" w:author="J. Obi"><w:p w14:paraId="A2">{run("Tuesday")}</w:p></w:comment>'
    f'<w:comment w:id="2" w:author="advice-audit"><w:p w14:paraId="A3">{run("ours")}</w:p></w:comment>',
)
EXTENDED = part(
    "x", '<w15:commentEx w15:paraId="A1" w15:done="1"/><w15:commentEx w15:paraId="A2" w15:paraIdParent="A1"/>'
)


def test_word_comments_with_replies_and_without_ours(read):
    start = '<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="2"/>'
    end = '<w:commentRangeEnd w:id="0"/><w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="0"/></w:r>'
    document = read(p("He goes ", start, "swimming", end, " weekly."), comments=COMMENTS, commentsExtended=EXTENDED)
    assert marks(document) == [
        ("comment", "Which day?", "swimming", "R. Kaur"),
        ("comment", "Tuesday", "swimming", "J. Obi"),
    ]
    assert [m.resolved for m in document.marks] == [True, False]


def test_word_comment_over_two_paragraphs(read):
    body = p("One ", '<w:commentRangeStart w:id="0"/>', "two.") + p("Three", '<w:commentRangeEnd w:id="0"/>', " four.")
    assert marks(read(body, comments=COMMENTS))[0][2] == "two.\nThree"


def control(inner, properties=""):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def test_word_control_text_is_read_and_prompts_are_not(read):
    prompt = control(run("Click to enter text."), "<w:showingPlcHdr/>")
    document = read(p("Name: ", control(run("Ada Lowe"))) + p("Age: ", prompt) + control(p("In a block.")))
    assert document.text == "Name: Ada Lowe\nAge:\nIn a block."
    assert document.warnings == ("Some form fields are not filled in.",)


@pytest.mark.parametrize(("state", "sign"), [("1", "☒"), ("0", "☐")])
def test_word_tick_box_shows_its_state(read, state, sign):
    box = control(run("?"), f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>')
    assert read(p(box, "Yes")).text == f"{sign} Yes"


def test_word_old_form_fields(read):
    tick = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>'
    code = '<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert read(p(tick, code, "Agreed")).text == "☒ Agreed"


def test_word_fields_give_results_only(read):
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
    middle, end = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert read(p("On ", begin, middle, "3 May", end, ".")).text == "On 3 May."


def test_word_hidden_text_soft_hyphens_and_odd_spaces(read):
    document = read(p("Early\u00a0help ", run("secret ", "<w:vanish/>"), "sup\u00adport\u2003team"))
    assert document.text == "Early help support team"
    assert document.warnings == ("Hidden text was left out.",)


def test_word_hyperlinks_breaks_tabs_and_symbols(read):
    link = f"<w:hyperlink>{run('site')}</w:hyperlink>"
    signs = '<w:r><w:noBreakHyphen/><w:t>to</w:t><w:tab/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    assert read(p("Our ", link, signs)).text == "Our site-to ☒"
    broken = "<w:r><w:t>First sentence.</w:t><w:br/><w:t>Second one.</w:t></w:r>"
    assert read(p(broken)).text == "First sentence.\nSecond one."
    assert read(p("<w:r><w:t>a long</w:t><w:br/><w:t>line goes on</w:t></w:r>")).text == "a long line goes on"


def test_word_text_box_is_read_once(read):
    choice = f"<mc:Choice><w:drawing><wps:txbx><w:txbxContent>{p('In the box.')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('In the box.')}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    body = p("Before.", f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>") + p("After.")
    assert read(body).text == "Before.\nIn the box.\nAfter."
