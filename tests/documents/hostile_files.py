"""Files made to harm: each a function from a folder to the path of one."""

import random
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from made_files import p, part, row, run, table, word, zipped

ENTITIES = (
    '<!DOCTYPE w [<!ENTITY a "Ada Ada Ada Ada Ada">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">' for n in range(9))
    + "]>"
)


def _put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def zip_bomb(folder):
    return _put(folder, "x.docx", zipped(**{"word/document.xml": b" " * 300_000_000}))


def zip_of_many_halves(folder):
    """Every member is just below what is refused for its own sake."""
    members = {f"word/media/{n}.xml": b"Ada likes it. " * 70_000 for n in range(400)}
    return _put(folder, "x.docx", zipped(**{"word/document.xml": b"<w/>", **members}))


def zip_of_zips(folder):
    inner = zipped(**{"word/document.xml": b" " * 50_000_000})
    return _put(folder, "x.docx", zipped(**{f"{n}.docx": inner for n in range(50)}))


def zip_with_overlaps(folder):
    """Its directory names one member a thousand times over."""
    data = zipped(**{"word/document.xml": b"Ada " * 200_000})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry = data[start:end]
    tail = bytearray(data[end:])
    tail[8:12] = (1000).to_bytes(2, "little") * 2
    tail[12:16] = (len(entry) * 1000).to_bytes(4, "little")
    return _put(folder, "x.docx", data[:start] + entry * 1000 + bytes(tail))


def _document(body: str, head: str = "") -> str:
    return part("document", f"<w:body>{body}</w:body>").replace("?>", "?>" + head, 1)


def _word(folder, xml: str) -> Path:
    return _put(folder, "x.docx", zipped(**{"word/document.xml": xml.encode()}))


def entity_bomb(folder):
    return _word(folder, _document(p("&j;").replace("&amp;", "&"), ENTITIES))


def entity_bomb_in_utf_16(folder):
    xml = _document(p("&j;"), ENTITIES).replace("UTF-8", "UTF-16")
    return _put(folder, "x.docx", zipped(**{"word/document.xml": xml.encode("utf-16")}))


def external_entity(folder):
    return _word(folder, _document(p("&a;"), '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'))


def path_tricks(folder):
    return _put(folder, "x.docx", zipped(**{"word/document.xml": b"<w/>", "..\\..\\evil.xml": b"x"}))


def million_cells(folder):
    """Their words differ, so that the zip is not refused for packing too well."""
    chance = random.Random(1)
    cells = (
        f"<w:tr><w:tc><w:p><w:r><w:t>{chance.getrandbits(40)}</w:t></w:r></w:p></w:tc></w:tr>" for _ in range(400_000)
    )
    return word(folder / "x.docx", f"<w:tbl>{''.join(cells)}</w:tbl>")


def wide_rows(folder):
    chance = random.Random(1)
    return word(
        folder / "x.docx", table(*(row(*(str(chance.getrandbits(20)) for _ in range(1_000))) for _ in range(20)))
    )


def nested_elements(folder):
    return _word(folder, _document("<w:sdt><w:sdtContent>" * 10_000 + p("Ada") + "</w:sdtContent></w:sdt>" * 10_000))


def nested_tables(folder):
    body = p("Ada")
    for _ in range(80):
        body = table(row(f"<w:tc><w:tcPr/>{body}{p('x')}</w:tc>"))
    return word(folder / "x.docx", body)


def many_runs(folder):
    chance = random.Random(1)
    return word(folder / "x.docx", p(*(run(f"{chance.getrandbits(30)} ") for _ in range(30_000))))


def many_comments(folder):
    body = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in range(60_000))
    comments = "".join(f'<w:comment w:id="{n}" w:author="R"><w:p/></w:comment>' for n in range(60_000))
    return word(folder / "x.docx", p(body + run("Ada")), comments=part("comments", comments))


def truncated_word(folder):
    path = word(folder / "x.docx", p("Ada likes it. ") * 500)
    return _put(folder, "x.docx", path.read_bytes()[: path.stat().st_size * 2 // 3])


def zero_bytes(folder):
    return _put(folder, "x.docx", b"")


def nothing_but_zeros(folder):
    return _put(folder, "x.docx", b"\x00" * 20_000_000)


def folder_named_docx(folder):
    path = folder / "x.docx"
    path.mkdir()
    return path


def too_long_text(folder):
    return _put(folder, "x.txt", b"Ada likes it. " * 1_500_000)


def one_long_line(folder):
    return _put(folder, "x.md", b"- " * 1_400_000)


def rows_of_bars(folder):
    return _put(folder, "x.md", (b"|" + b" a |" * 400 + b"\n") * 1_500)


def _pdf(folder, *objects: bytes) -> Path:
    out = BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    at = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, at))
    return _put(folder, "x.pdf", out.getvalue())


def _page(folder, content: bytes, *more: bytes) -> Path:
    packed = zlib.compress(content, 9)
    return _pdf(
        folder,
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    )


def pdf_stream_bomb(folder):
    return _page(folder, b" " * 1_500_000_000)


def pdf_packed_twice(folder):
    packed = zlib.compress(zlib.compress(b" " * 900_000_000, 9), 9)
    return _pdf(
        folder,
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d/Filter [/FlateDecode /FlateDecode]>>\nstream\n%b\nendstream" % (len(packed), packed),
    )


def pdf_of_letters(folder):
    return _page(folder, b"BT /F 8 Tf 20 700 Td (Ada likes it and swims ) Tj ET\n" * 300_000)


def pdf_of_rules(folder):
    chance = random.Random(1)
    lines = b"".join(b"%d %d m %d %d l S\n" % tuple(chance.randrange(800) for _ in range(4)) for _ in range(40_000))
    return _page(folder, lines + b"BT /F 8 Tf 20 700 Td (Ada likes it and swims) Tj ET")


def pdf_grid(folder):
    level = b"".join(b"10 %d m 580 %d l S\n" % (y, y) for y in range(10, 830, 2))
    upright = b"".join(b"%d 10 m %d 830 l S\n" % (x, x) for x in range(10, 580, 2))
    return _page(folder, level + upright + b"BT /F 8 Tf 20 700 Td (Ada likes it and swims) Tj ET")


def pdf_form_in_itself(folder):
    inner = b"q /X Do /X Do Q"
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length %d>>\nstream\n%b\nendstream"
    return _page(folder, b"/X Do", form % (len(inner), inner))


def pdf_pages_in_a_ring(folder):
    return _pdf(folder, b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>")


def pdf_of_many_pages(folder):
    kids = b" ".join(b"3 0 R" for _ in range(20_000))
    pages = b"<</Type/Pages/Kids[%b]/Count 20000>>" % kids
    return _pdf(folder, b"<</Type/Catalog/Pages 2 0 R>>", pages, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")


def pdf_nested_arrays(folder):
    return _pdf(folder, b"<</Type/Catalog/Pages 2 0 R/X " + b"[" * 40_000 + b"]" * 40_000 + b">>", b"<</Kids[]>>")


def truncated_pdf(folder):
    path = pdf_of_letters(folder)
    return _put(folder, "x.pdf", path.read_bytes()[:900])


def _archive(folder, form: bytes, content: bytes) -> Path:
    with ZipFile(folder / "x.odt", "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", form)
        archive.writestr("content.xml", content)
    return folder / "x.odt"


def odt_that_is_broken(folder):
    return _archive(folder, b"application/vnd.oasis.opendocument.text", b"<office:document")


CASES = [
    *(zip_bomb, zip_of_many_halves, zip_of_zips, zip_with_overlaps, entity_bomb, entity_bomb_in_utf_16),
    *(external_entity, path_tricks, million_cells, wide_rows, nested_elements, nested_tables, many_runs),
    *(many_comments, truncated_word, zero_bytes, nothing_but_zeros, folder_named_docx, too_long_text, one_long_line),
    *(
        rows_of_bars,
        pdf_stream_bomb,
        pdf_packed_twice,
        pdf_of_letters,
        pdf_of_rules,
        pdf_grid,
        pdf_form_in_itself,
        pdf_pages_in_a_ring,
    ),
    *(pdf_of_many_pages, pdf_nested_arrays, truncated_pdf),
]
