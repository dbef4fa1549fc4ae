"""Forms from another hand, filled in with sample advices: what the readers were not written for.

Their build follows blank forms that councils publish (a numbered proforma with guidance under each question; a form of
coded boxes with ticks and an office-use strip; a plan-shaped table with needs, outcomes and provision on wide pages; a letter; a matrix of questions, prompts and
responses; a form of content controls under automatic numbers).
The words are ours. A form has its own headings: those of the sample's author are not used.
"""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

Advice = dict[str, Any]


def render_form(advice: Advice, form: str) -> bytes:
    """Return an advice in one of `FORMS` as a Word file's bytes."""
    document = Document()
    # A form has no box for what belongs to none of its questions.
    FORMS[form](document, [section for section in advice["sections"] if section["kind"] != "other"])
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def fill(container, section, size=None):
    """Write what stands in a section, each table as a table of its own."""
    for item in section["body"]:
        texts = [(str(item["p"]), None)] if "p" in item else []
        texts += [(str(bullet), "List Bullet") for bullet in item.get("bullets") or []]
        for text, style in texts:
            run = container.add_paragraph(style=style).add_run(text)
            run.font.size = size
        if rows := item.get("table"):
            columns = max(len(row) for row in rows)
            made = [container.add_table(rows=0, cols=columns)]
            made[0].style = "Table Grid"
            for row in rows:
                for cell, text in zip(made[0].add_row().cells, row, strict=False):
                    cell.text = str(text)
            container.add_paragraph()


def shade(cell, colour):
    cell._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>')
    )


def guidance(container, text):
    run = container.add_paragraph().add_run(text)
    run.italic, run.font.size, run.font.color.rgb = True, Pt(8.5), RGBColor(90, 90, 90)


PROFORMA = {
    "details": ("About the child or young person", "Check these against the case record before sending."),
    "reason": ("Why has advice been requested?", "Say which stage of the process this is for."),
    "methodology": ("Information this advice is based on", "List visits, meetings and reports with dates."),
    "chronology": ("History of involvement with children’s services", "Include early help. State if none."),
    "current_involvement": ("Current involvement of children’s services", "Name the worker and any plan."),
    "child_views": ("The child or young person’s views and interests", "Use their own words. Say how they were gathered."),
    "child_aspirations": ("The child or young person’s aspirations", "What do they hope for, now and as an adult?"),
    "family_views": ("The views of parents and carers", "Say whose view it is."),
    "family_aspirations": ("Parents’ and carers’ aspirations", "What do they hope for their child?"),
    "strengths": ("Strengths and protective factors", "What is going well, and who says so?"),
    "needs": ("Social care needs which relate to SEN or disability", "One need in each paragraph, and its impact."),
    "needs_met_elsewhere": ("Needs which are met by other agencies", "Say by whom."),
    "outcomes": ("Outcomes sought", "These must be SMART."),
    "provision_h1": ("Provision under section 2 of the 1970 Act", "State the hours, and who is responsible."),
    "provision_h2": ("Any other social care provision", "Include early help, and adult care for those over 18."),
    "consent": ("Agreement to share information", "Give the date."),
    "signoff": ("Manager’s authorisation", "A comment is required."),
}  # fmt: skip


def proforma(document, sections):
    """A numbered proforma: bold questions with guidance in small italics, each answer in a frame of its own."""
    document.add_paragraph().add_run("CHILDREN’S SERVICES").bold = True
    document.add_paragraph().add_run("Advice for an EHC needs assessment: social care").font.size = Pt(20)
    document.sections[0].header.paragraphs[0].text = "OFFICIAL – SENSITIVE"
    document.sections[0].footer.paragraphs[0].text = "Return to the assessment team within six weeks"
    for number, section in enumerate(sections, 1):
        title, hint = PROFORMA[section["kind"]]
        document.add_paragraph().add_run(f"{number}. {title}").bold = True
        guidance(document, hint)
        frame = document.add_table(rows=1, cols=1)
        frame.style = "Table Grid"
        fill(frame.cell(0, 0), section)
        document.add_paragraph()


CODED = {
    "details": ("SC1", "Personal information"),
    "reason": ("SC2", "Purpose of report"),
    "methodology": ("SC3", "Sources of information"),
    "chronology": ("SC4", "Past involvement"),
    "current_involvement": ("SC5", "Services currently involved"),
    "child_views": ("SC6", "Voice of the child"),
    "child_aspirations": ("SC7", "Child’s hopes and dreams"),
    "family_views": ("SC8", "Voice of the parent / carer"),
    "family_aspirations": ("SC9", "Parent / carer hopes for the future"),
    "strengths": ("SC10", "What is working well"),
    "needs": ("SC11", "Identified social care needs"),
    "needs_met_elsewhere": ("SC12", "Needs met through other services"),
    "outcomes": ("SC13", "Desired outcomes"),
    "provision_h1": ("SC14", "Care provision (H1)"),
    "provision_h2": ("SC15", "Care provision (H2)"),
    "consent": ("SC16", "Consent to information sharing"),
    "signoff": ("SC17", "Management sign off"),
}


def coded_boxes(document, sections):
    """One long grid: a code, a shaded title over two columns, ticks, and the answer in a merged row below."""
    strip = document.add_table(rows=1, cols=4)
    strip.style = "Table Grid"
    for cell, text in zip(strip.rows[0].cells, ("Office use", "Date received", "Case no.", "Officer"), strict=True):
        cell.text = text
        shade(cell, "D9D9D9")
    document.add_paragraph()
    grid = document.add_table(rows=0, cols=3)
    grid.style = "Table Grid"
    for section in sections:
        code, title = CODED[section["kind"]]
        head = grid.add_row().cells
        head[0].text = code
        named = head[1].merge(head[2])
        named.paragraphs[0].add_run(title).bold = True
        for cell in (head[0], named):
            shade(cell, "C6D9F1")
        if section["kind"] in ("consent", "current_involvement"):
            row = grid.add_row().cells
            asked = row[0].merge(row[1])
            asked.text = "Has this been discussed with the family?"
            ticks(row[2])
        answer = grid.add_row().cells
        merged = answer[0].merge(answer[2])
        merged.paragraphs[0]._p.getparent().remove(merged.paragraphs[0]._p)
        fill(merged, section)
        merged.add_paragraph()


def ticks(cell):
    paragraph = cell.paragraphs[0]
    for sign, label in (("☒", " Yes  "), ("☐", " No")):
        control = OxmlElement("w:sdt")
        control.append(
            parse_xml(f'<w:sdtPr {nsdecls("w")}><w:id w:val="{abs(hash((id(cell), label))) % 10**8}"/></w:sdtPr>')
        )
        content = OxmlElement("w:sdtContent")
        control.append(content)
        paragraph._p.append(control)
        run = paragraph.add_run(sign)
        content.append(run._r)
        paragraph.add_run(label)


PLAN = {
    "details": (None, "Front page"),
    "reason": (None, "Context of this advice"),
    "methodology": (None, "How this advice was put together"),
    "chronology": ("Background", "Previous social care and early help involvement"),
    "current_involvement": ("Background", "Involvement at the time of writing"),
    "child_views": ("Section A", "Child’s views and interests"),
    "child_aspirations": ("Section A", "Child’s aspirations"),
    "family_views": ("Section A", "Family’s views"),
    "family_aspirations": ("Section A", "Family’s aspirations"),
    "strengths": ("Section D", "Strengths"),
    "needs": ("Section D", "Social care needs"),
    "needs_met_elsewhere": ("Section D", "Needs met elsewhere"),
    "outcomes": ("Section E", "Outcomes"),
    "provision_h1": ("Section H", "H1 provision"),
    "provision_h2": ("Section H", "H2 provision"),
    "consent": ("Declarations", "Consent"),
    "signoff": ("Declarations", "Signed off by"),
}


def plan(document, sections):
    """Wide pages shaped like the plan: headings in styles of the council's own, rows with the title at the side."""
    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, page.page_height, page.page_width
    style = document.styles.add_style("Rubrik 1 Council", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.font.size = document.styles["Heading 2"], Pt(15)
    last = ""
    table = None
    for section in sections:
        part, title = PLAN[section["kind"]]
        if part != last or table is None:
            if part:
                document.add_paragraph(part, style="Rubrik 1 Council")
            table = document.add_table(rows=0, cols=2)
            table.style = "Table Grid"
            table.autofit = False
            last = part
        label, answer = table.add_row().cells
        label.width, answer.width = Cm(5), Cm(18)
        label.paragraphs[0].add_run(title).bold = True
        shade(label, "E2EFD9")
        answer.paragraphs[0]._p.getparent().remove(answer.paragraphs[0]._p)
        fill(answer, section, Pt(10))
        answer.add_paragraph()
        repeat = table.rows[0]._tr.get_or_add_trPr()
        if repeat.find(qn("w:cantSplit")) is None:
            repeat.append(OxmlElement("w:cantSplit"))


LETTER = {
    "details": "Re",
    "reason": "Why I am writing",
    "methodology": "What I have based this on",
    "chronology": "Our past work with the family",
    "current_involvement": "Our work with the family now",
    "child_views": "What the child has told us",
    "child_aspirations": "What the child would like for the future",
    "family_views": "What the family have told us",
    "family_aspirations": "What the family would like for the future",
    "strengths": "Strengths",
    "needs": "Needs",
    "needs_met_elsewhere": "Needs that others are meeting",
    "outcomes": "What we would like to see change",
    "provision_h1": "Support under the Chronically Sick and Disabled Persons Act",
    "provision_h2": "Other support from social care",
    "consent": "Permission to share this letter",
    "signoff": "Checked by my manager",
}


def letter(document, sections):
    """A letter: underlined lines with a colon, tabs rather than tables, no style but Normal."""
    for line in ("Children’s Social Care", "Civic Offices", "Dear colleague"):
        document.add_paragraph(line)
    for section in sections:
        document.add_paragraph().add_run(LETTER[section["kind"]] + ":").underline = True
        for item in section["body"]:
            texts = [str(item["p"])] if "p" in item else []
            texts += ["- " + str(bullet) for bullet in item.get("bullets") or []]
            texts += ["\t".join(str(cell) for cell in row) for row in item.get("table") or []]
            for text in texts:
                document.add_paragraph(text)
        document.add_paragraph()
    document.add_paragraph("Yours sincerely")


def matrix(document, sections):
    """A matrix: reference, question, prompt and response side by side, its header row repeated on each page."""
    document.add_paragraph("Part 4: Social care contribution", style="Title")
    grid = document.add_table(rows=1, cols=4)
    grid.style = "Table Grid"
    for cell, text in zip(grid.rows[0].cells, ("Ref", "Question", "Prompt", "Response"), strict=True):
        cell.paragraphs[0].add_run(text).bold = True
        shade(cell, "BFBFBF")
    header = OxmlElement("w:tblHeader")
    grid.rows[0]._tr.get_or_add_trPr().append(header)
    for number, section in enumerate(sections, 1):
        title, hint = PROFORMA[section["kind"]]
        cells = grid.add_row().cells
        cells[0].text, cells[1].text = f"4.{number}", title
        guidance(cells[2], hint)
        fill(cells[3], section)
        cells[3].add_paragraph()


def controls(document, sections):
    """Automatic numbers before the titles, and each answer in a rich text control with a title of its own."""
    for section in sections:
        document.add_paragraph(CODED[section["kind"]][1], style="List Number").runs[0].bold = True
        body = document.element.body
        before = len(body)
        fill(document, section)
        written = list(body)[before - 1 : -1]
        control = parse_xml(
            f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="Answer"/><w:id w:val="{1000 + before}"/></w:sdtPr>'
            "<w:sdtContent/></w:sdt>"
        )
        if written:
            written[0].addprevious(control)
            for element in written:
                control[1].append(element)


GROUPS = {
    "Basics": ("details", "reason", "methodology", "consent", "signoff"),
    "Involvement": ("chronology", "current_involvement"),
    "Views": ("child_views", "child_aspirations", "family_views", "family_aspirations"),
    "Care needs": ("strengths", "needs", "needs_met_elsewhere"),
    "Plan": ("outcomes", "provision_h1", "provision_h2"),
}


def grouped(document, sections):
    """Three columns: a group's name merged down over its questions, the question, the answer."""
    grid = document.add_table(rows=0, cols=3)
    grid.style = "Table Grid"
    group_of = {kind: name for name, kinds in GROUPS.items() for kind in kinds}
    last, above = "", None
    for section in sections:
        cells = grid.add_row().cells
        name = group_of[section["kind"]]
        if name == last:
            above = above.merge(cells[0])
        else:
            above, last = cells[0], name
            above.paragraphs[0].add_run(name.upper()).bold = True
        cells[1].paragraphs[0].add_run(PROFORMA[section["kind"]][0])
        fill(cells[2], section)
        cells[2].add_paragraph()


def stacked(document, sections):
    """A frame for each question: the title and its guidance stand in the frame itself, over the answer."""
    for section in sections:
        frame = document.add_table(rows=1, cols=1)
        frame.style = "Table Grid"
        cell = frame.cell(0, 0)
        cell.paragraphs[0].add_run(PLAN[section["kind"]][1]).bold = True
        guidance(cell, "(" + PROFORMA[section["kind"]][1] + ")")
        fill(cell, section)
        cell.add_paragraph()
        document.add_paragraph()


FORMS = {
    "proforma": proforma,
    "coded-boxes": coded_boxes,
    "plan": plan,
    "letter": letter,
    "matrix": matrix,
    "controls": controls,
    "grouped": grouped,
    "stacked": stacked,
}
