"""Ways to damage a file: its bytes, the members of its zip, the elements of its XML, the streams of its PDF."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import strategies as st
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUES = [
    "",
    "0",
    "-1",
    "1",
    "9",
    "99999999999",
    "1e9",
    "x",
    "true",
    "continue",
    "restart",
    "begin",
    "end",
    "٣",
    "\u00b2",
]
TAGS = ["p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "moveFrom", "hyperlink", "fldChar", "pPr", "rPr",
        "numPr", "tcPr", "gridSpan", "vMerge", "comment", "commentRangeStart", "br", "sym", "outlineLvl", "txbxContent"]  # fmt: skip
SIGNS = ["", " ", "\u00ad", "\u202e", "\ufeff", "\n", "Ada", "•", "1.", "☒", "x" * 5_000, "\U0001f600", "\t\t"]
TOKENS = [b"0", b"-1", b"99999999", b"/Kids", b"R", b"<<", b">>", b"[", b"]", b"(", b")", b"endobj", b"stream", b"BT", b"ET",
          b"Tf", b"re", b"Tj", b"/Length 1", b"/Type/Page", b"null", b"q", b"Q", b"1 0 R", b"/Parent"]  # fmt: skip

SHARE = st.floats(0, 1, exclude_max=True)
STEPS = st.lists(st.tuples(st.integers(0, 11), SHARE, SHARE, SHARE), min_size=1, max_size=6)
"""What is done to a file: the kind of damage, and three shares that choose where and with what."""

Step = tuple[int, float, float, float]


def damaged(data: bytes, form: str, steps: list[Step]) -> bytes:
    """Return a file with some damage done to it, one step after the other."""
    for step in steps:
        if form in ("docx", "odt") and step[0] < 10:
            data = _in_zip(data, step)
        elif form == "pdf" and step[0] < 8:
            data = _tokens(data, step)
        else:
            data = _bytes(data, step)
    return data


def _pick(choices, share):
    return choices[int(share * len(choices))]


def _bytes(data: bytes, step: Step) -> bytes:
    kind, at, how, what = step
    place = int(at * len(data))
    length = int(how * how * 400)
    if kind % 4 == 0:
        return data[:place]
    if kind % 4 == 1:
        return data[:place] + bytes([int(what * 256)]) * length + data[place + length :]
    if kind % 4 == 2:
        return data[:place] + data[place + length :]
    other = int(what * len(data))
    return data[:place] + data[other : other + length] + data[place:]


def _tokens(data: bytes, step: Step) -> bytes:
    """Change a PDF by its words rather than blindly."""
    kind, at, how, what = step
    place = data.find(b" ", int(at * len(data)))
    end = data.find(b" ", place + 1)
    if place < 0 or end < 0:
        return data
    token = _pick(TOKENS, what)
    if kind % 3 == 0:
        return data[: place + 1] + token + data[end:]
    if kind % 3 == 1:
        return data[: place + 1] + token + b" " + data[place + 1 :]
    return data[:place] + data[place : place + 1 + int(how * 60)] * (1 + int(what * 8)) + data[place:]


def _in_zip(data: bytes, step: Step) -> bytes:
    kind, at, how, what = step
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:
        return _bytes(data, step)
    if not members:
        return data
    # Half of all damage goes where the words are.
    texts = [i for i, (name, _) in enumerate(members) if name.endswith(("document.xml", "content.xml", "comments.xml"))]
    index = _pick(texts, at * 2) if texts and at < 0.5 else int(at * len(members))
    name, content = members[index]
    if kind == 0:
        del members[index]
    elif kind == 1:
        members[index] = (name, _bytes(content, (int(how * 4), what, how, at)))
    elif kind == 2:
        members[index] = (name, _pick(members, what)[1])
    elif kind == 3:
        members[index] = (
            _pick([name.upper(), name + "x", "/" + name, "word/" + name, name.replace("/", "\\")], what),
            content,
        )
    else:
        members[index] = (name, _in_xml(content, kind, how, what))
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for member, content in members:
            archive.writestr(member or "x", content)
    return out.getvalue()


def _in_xml(content: bytes, kind: int, how: float, what: float) -> bytes:
    try:
        root = etree.fromstring(content)
    except (etree.XMLSyntaxError, ValueError):
        return content
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    element = _pick(elements, how)
    parent = element.getparent()
    if kind == 4:
        _set_value(element, what)
    elif kind == 5:
        element.text = _pick(SIGNS, what)
    elif kind == 6 and parent is not None:
        parent.remove(element)
    elif kind == 7:
        _nest(element, what)
    elif kind == 8 and parent is not None:
        target = _pick(elements, what)
        if not any(above is element for above in (target, *target.iterancestors())):
            target.insert(0, element)
    elif kind == 9:
        element.tag = W + _pick(TAGS, what)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _set_value(element, what: float) -> None:
    names = list(element.attrib) or [W + "val"]
    name = names[int(what * 1000) % len(names)]
    element.set(name, _pick(VALUES, what))


def _nest(element, what: float) -> None:
    """Put something around or into an element, perhaps many times over."""
    depth = int(what * what * 300) + 1
    inner = element
    for _ in range(depth):
        inner = etree.SubElement(inner, W + _pick(TAGS, (what * 7) % 1))
