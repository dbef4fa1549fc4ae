"""What we put into a Word file holds together: Word repairs a file over any of these."""

import posixpath
import random
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZipFile

import pytest
from lxml import etree
from made_files import cell, p, row, run, table, word

from advice_audit.documents import open_document
from advice_audit.reports import annotate_word

SAMPLES = sorted((Path(__file__).parents[2] / "corpus_samples").glob("[a-fh-jmnp]0[1-3].docx"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
PARENTS = {W + name for name in ("p", "hyperlink", "ins", "moveTo", "smartTag", "sdtContent", "fldSimple", "customXml")}
WHO = 'w:author="R. Kaur" w:date="2026-01-05T09:00:00Z"'


def hard(folder):
    """Words in every wrapper that a comment's ends may fall into."""
    inserted = f'<w:ins w:id="9" {WHO}>{run("from the new team ")}</w:ins>'
    deleted = f'<w:del w:id="8" {WHO}><w:r><w:delText>from the old team </w:delText></w:r></w:del>'
    link = f"<w:hyperlink>{run('on the council site')}</w:hyperlink>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('chosen by Ada')}</w:sdtContent></w:sdt>"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("5 May 2026")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = p("Regular visits ", inserted, deleted, "each week ", link, " until ", field, ".")
    return word(folder / "hard.docx", body + table(row(cell("Club"), cell("Two ", control))) + p("Days ", control, "."))


def annotated(source, out, seed):
    document, chance = open_document(source), random.Random(seed)
    size = len(document.text)
    starts = [chance.randrange(size) for _ in range(30)]
    findings = [
        SimpleNamespace(
            start=a, end=min(size, a + chance.randint(1, 150)), message="m", suggestion="s", criterion="c.d"
        )
        for a in starts
    ]
    annotate_word.annotate(source, findings, out, "Good.\n1. Days")
    return ZipFile(out)


@pytest.mark.parametrize("source", [None, *SAMPLES], ids=lambda path: path.stem if path else "hard")
def test_the_file_holds_together(source, tmp_path):
    source = source or hard(tmp_path)
    with annotated(source, tmp_path / "out.docx", 7) as archive, ZipFile(source) as before:
        root = etree.fromstring(archive.read("word/document.xml"))
        comments = etree.fromstring(archive.read("word/comments.xml"))
        check_signs(root, [comment.get(W + "id") for comment in comments])
        check_comments(comments)
        check_package(archive)
        assert words(root) == words(etree.fromstring(before.read("word/document.xml")))


def check_signs(root, known):
    assert len(known) == len(set(known))
    places = {}
    for number, element in enumerate(root.iter()):
        name = etree.QName(element).localname
        if name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            places.setdefault(element.get(W + "id"), []).append((number, name))
            parent = element.getparent()
            assert parent.tag == W + "r" if name == "commentReference" else parent.tag in PARENTS
        if name == "r":
            inside = [etree.QName(child).localname for child in element]
            assert "rPr" not in inside[1:], "properties stand first in a run"
    for identity in known:
        names = [name for _, name in places[identity]]
        assert names == ["commentRangeStart", "commentRangeEnd", "commentReference"]
    assert set(places) == set(known)


def check_comments(comments):
    for comment in comments:
        if comment.get(W + "author") != "advice-audit":
            continue
        assert comment.get(W + "initials") and comment.get(W + "date").endswith("Z")
        assert {child.tag for child in comment} == {W + "p"}
        assert comment[0][0][0].tag == W + "annotationRef"
    assert sum(comment.get(W + "author") == "advice-audit" for comment in comments) == 31


def check_package(archive):
    assert [name for name, times in Counter(archive.namelist()).items() if times > 1] == []
    assert archive.testzip() is None
    types = etree.fromstring(archive.read("[Content_Types].xml"))
    overrides = [entry.get("PartName") for entry in types if entry.get("PartName")]
    assert len(overrides) == len(set(overrides))
    assert all(name.lstrip("/") in archive.namelist() for name in overrides)
    assert [entry.get("ContentType") for entry in types if entry.get("PartName") == "/word/comments.xml"] == [COMMENTS]
    links = list(etree.fromstring(archive.read("word/_rels/document.xml.rels")).iter(RELATION))
    assert len({link.get("Id") for link in links}) == len(links)
    inside = [link.get("Target") for link in links if link.get("TargetMode") != "External"]
    assert all(posixpath.normpath(posixpath.join("word", target)) in archive.namelist() for target in inside)
    assert inside.count("comments.xml") == 1


def words(root):
    """Everything that a file says, with who changed it: what an annotation must leave as it was."""
    said = []
    for element in root.iter(
        W + "t", W + "delText", W + "instrText", W + "fldChar", W + "br", W + "tab", W + "drawing"
    ):
        change = next((e for e in element.iterancestors(W + "ins", W + "del", W + "moveTo", W + "moveFrom")), None)
        who = None if change is None else (change.tag, change.get(W + "author"), change.get(W + "id"))
        looks = next((etree.tostring(part) for part in element.getparent() if part.tag == W + "rPr"), b"")
        if said and said[-1][0] == element.tag == W + "t" and said[-1][2:] == [who, looks]:
            said[-1][1] += element.text or ""
        else:
            said.append([element.tag, element.text or "", who, looks])
    return said
