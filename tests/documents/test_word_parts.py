"""Word files as a whole: headings and their trust, lists, notes, headers, locators."""

from zipfile import ZipFile

from lxml import etree
from made_files import bold, kinds, p, part, run

STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ours"><w:name w:val="Form part"/><w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lined"><w:name w:val="Lined"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>',
)


def headings(document):
    return [(document.block_text(b), b.level, b.trust) for b in document.blocks if b.kind == "heading"]


def test_word_heading_styles_localised_based_on_and_outlined(read):
    body = p("One", style="berschrift1") + p("Two", style="Ours") + p("Three", style="Lined") + p("Text.")
    assert headings(read(body, styles=STYLES)) == [("One", 1, 1.0), ("Two", 1, 0.95), ("Three", 2, 0.9)]


def test_word_bold_short_paragraphs_are_headings_with_less_trust(read):
    body = (
        bold("What Ada tells us")
        + p("Ada likes the park and the long slide best of all.")
        + bold("This is said loudly.")
    )
    found = headings(read(body + p("End.")))
    assert [text for text, _, _ in found] == ["What Ada tells us"]
    assert 0.5 < found[0][2] < 0.8


def test_word_bold_facts_and_run_in_labels_are_no_headings(read):
    body = bold("Name: Ada Lowe") + p(run("Sleep. ", "<w:b/>"), "Ada wakes twice each night, her mother says.")
    assert headings(read(body + p("End."))) == []


def test_word_contents_list_is_left_out(read):
    assert read(p("Views 3", style="TOC1") + p("Text."), styles=STYLES).text == "Text."


NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>',
)


def numbered(text, level=0):
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="2"/></w:numPr>')


def test_word_numbers_are_counted(read):
    body = numbered("One.") + numbered("Inner.", 1) + numbered("Inner.", 1) + numbered("Two.") + numbered("Inner.", 1)
    document = read(body, numbering=NUMBERING)
    assert [block.number for block in document.blocks] == ["1.", "1a)", "1b)", "2.", "2a)"]
    assert {str(block.kind) for block in document.blocks} == {"list_item"}


def test_word_typed_bullets_become_list_items(read):
    assert kinds(read(p("• By bus") + p("- By bike"))) == [("list_item", "By bus"), ("list_item", "By bike")]


def test_word_notes_then_headers_stand_at_the_end_once(read):
    notes = part(
        "footnotes",
        f'<w:footnote w:type="separator">{p("x")}</w:footnote><w:footnote w:id="2">{p("See the plan.")}</w:footnote>',
    )
    document = read(
        p("Text.", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes=notes,
        header=part("hdr", p("In confidence") + p()),
        footer=part("ftr", p("In confidence") + p("Page 1")),
    )
    assert kinds(document) == [
        ("paragraph", "Text."),
        ("footnote", "See the plan."),
        ("header", "In confidence"),
        ("footer", "In confidence"),
        ("footer", "Page 1"),
    ]


def test_word_locator_leads_back_to_the_same_words(read, tmp_path):
    document = read(p("One.") + "<w:sdt><w:sdtContent>" + p("Two.") + "</w:sdtContent></w:sdt>" + p("Three."))
    root = etree.fromstring(ZipFile(document.path).read("word/document.xml"))
    for block in document.blocks:
        node = root
        for step in block.locator.path:
            node = node[step]
        assert node.tag.endswith("}p")
        assert "".join(node.itertext()) == document.block_text(block)
