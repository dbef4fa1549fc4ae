"""Units: the needs, outcomes and provisions of an advice, whether written as paragraphs, bullets or rows.

A row of a table is one unit and all its cells count; the cell that states the need, outcome or provision is
quoted (annotation guide, decision 1).
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc, Span

from advice_audit.documents.model import BlockKind
from advice_audit.language.canonical import spans_of, words_of
from advice_audit.language.extensions import register
from advice_audit.language.remarks import is_remark
from advice_audit.language.units_grid import GROUP, in_columns, other_columns, stated_columns

LABELS = {"needs": "need", "outcomes": "outcome", "provision_h1": "h1", "provision_h2": "h2"}
STATES = {
    "need": re.compile(r"\bneeds?\b|\bworr|\bconcern|\bdifficult|\barea\b|\bissue|what is hard", re.I),
    "outcome": re.compile(r"\boutcomes?\b|\btarget|\bgoal|want to (see|happen|achieve)|will be different|\baim", re.I),
    "h1": re.compile(r"\bprovision|\bservice|\bsupport\b|\bwhat\b|\bhelp\b|\bpackage|\bintervention", re.I),
}
STATES["h2"] = STATES["h1"]
_PART_LABEL = re.compile(
    r"^(evidence|source|sources?|who (says|told)|frequency|how often|how much|impact|effect|what it (does|means)|provider|"
    r"provided by|delivered by|amount|hours|start(s| date)?|from|until|ends?|end date|review(ed)?|dates?|when|by when|"
    r"steps?|success|measure|who( will)?( help)?|how (will|would|do|shall) (we|you|anyone) (know|see|tell)|support|which (need|outcome)|outcome|linked to)\b[^.:]{0,25}:",
    re.I,
)
_NIL = re.compile(
    r"^\W*(?:\d+(?:\.\d+)*\W+)?(?:none\b(?! of)|nil\b|n/?a\b|(?:(?:left|deliberately|intentionally) (?:empty|blank)|empty|blank)\b(?= on purpose|\s*[,.;:–-]|\s*$)|not applicable\b|not required\b|nothing\b(?= (?:to (?:add|record|report|include)|further|else|under|in this|was|has been|is)\b|\s*[,.;:–-]|\s*$)|"
    r"there (?:are|is|were|was) (?:currently |at present |at this time )?(?:no|none|nothing|not any)\b(?=.{0,60}\b(?:needs?|provisions?|services?|support|outcomes?|h[12])\b)|"
    r"(?:there is none|there are none|none (?:was|were|has been|have been))\b(?= (?:to|that|which|found|seen|named)\b|\W*$)|"
    r"(?:we|i)(?:['’](?:ve|d)| have| had| do| did)?(?:(?: not|n['’]t)(?: \w+){0,2}|(?: \w+)? no) (?=.{0,60}\b(?:needs?|provisions?|outcomes?)\b)|"
    r"no (?:\w+ ){0,3}(?:\w+ (?:and|or) \w+ )?(?:needs?|provisions?|services?|support|outcomes?|h[12])\b(?! (?:to |of )?(?:see|meet|play|talk|sleep|him|her|his|them|my|their)\b))",
    re.I,
)
_NO_MORE = re.compile(r"\b(other than|apart from|beyond) (this|these|that|the above)\b|\bno (other|further)\b", re.I)
# What opens or closes a list of units: "These are the needs that we found.", "Each of these will be looked at in May."
_OF_ALL = re.compile(
    r"^\W*(?:(?:each|all|none) of (?:this|these|the above)\b|"
    r"(?:these|those|the following|the above|what follows) (?:(?:is|are) (?:the|what|how|our|all)\b|(?:\w+ )?(?:needs|outcomes|provisions|services|goals)\b|will (?:all )?be (?:looked|reviewed|kept|checked|spoken|discussed)\b)|"
    r"(?:the|this|our) plan will be (?:kept|reviewed|looked|checked)|(?:we|i) (?:hope|want|expect) that\W*$)",
    re.I,
)
_TERM_LABEL = re.compile(
    r"^\W*(?:(?:the )?(?:long|short|medium|longer|shorter)[- ]term(?: (?:outcomes?|goals?|aims?|aspirations?))?|outcomes?(?: \d+)?|needs?(?: \d+)?|aspirations?|"
    r"section [a-h]\d?)\W*$",
    re.I,
)
_NUMBERING = re.compile(r"^\W*(?:no|nr|ref|#|number|priority|order|item)?\W*$", re.I)
_NUMBER = re.compile(r"^\W*(?:[a-h]?\d{1,2}|[ivx]{1,4}|[a-h])\W*$", re.I)
_ASIDE = re.compile(r"\bwho\b|\bserves\b|\bhelps\b|\bwhich\b|\bmeets\b", re.I)
_HEADER = re.compile(
    r"\bneeds?\b|\boutcomes?\b|\bprovision|\bservice|\bevidence|\bsource|\bimpact|\beffect|how often|how much|frequency|\bwho\b|\bby when|\bwhen\b|"
    r"\bsteps?\b|\bsupport\b|\breview|\bamount|\bdate\b|\bstart|\bend\b|\bwhat\b|\bno\b|\barea\b",
    re.I,
)
_DOES_WELL = re.compile(
    r"^\W*(?:[\w']+ (?:and [\w']+ )?|the child )(?:can\b|is able to|enjoys?\b|loves?\b|likes\b|is (?:good|kind|gentle|caring|proud|a keen|a good|happy)|plays well|sleeps well|eats well|has (?:a good|a lovely|good|many))",
    re.I,
)
_HARD = re.compile(
    r"\b(?:not|no|never|cannot|can't|won't|\w+n't|but|only|however|although|unless|nobody|hard|difficult\w*|struggl\w*|needs?|upset|cr(?:y|ies|ied)|hurts?|hits?|too|angry|risk|danger\w*|rude|rough|cruel|"
    r"without|worr\w+|tired|lonely|alone|bullied|physical|aggressive|violent|demanding|overwhelmed|distress\w*)\b",
    re.I,
)
# Headers of the columns that say something about what another column states.
_PART_OF_UNIT = re.compile(
    r"\bwho\b|\bsays?\b|evidence|source|how (?:often|much|long)|frequency|impact|effect|what (?:it|this) (?:does|means)|provider|amount|hours|"
    r"\bwhen\b|\bstart|\bend|\breview|\bdates?\b|\bsteps?\b|success|measure|\bserves\b|\bmeets\b|linked",
    re.I,
)
# Words of the headers over columns; a line of nothing else is one of headers.
_OVER_COLUMNS = frozenset(
    "need needs outcome outcomes goal goals step steps provision support help service services activity what who whom how when why by "
    "from until to provider provided amount hours often much many long frequency date dates start starts end ends review reviewed cost "
    "source evidence impact effect no ref number says said it does will we get there and the is this be so that area topic aim target".split()
)
_ASKING = frozenset({"what", "where", "who", "how", "when", "which", "why"})
LONGEST_HEADER = 9
LABEL_WORDS = 6
_SAYS_SOMETHING = frozenset({"VB", "VBD", "VBN", "VBP", "VBZ", "MD"})
_STRENGTH = re.compile(
    r"^\W*(strengths?|what'?s (going|working) well|protective factors?|positives?)\b\s*[.:–-]|^[^.:\n]{0,60}\b(?:good at|goes well|going well|works well|working well|does well|strong at)\b[^.:\n]{0,20}:",
    re.I,
)


@Language.factory("advice_units", requires=["doc.spans"], assigns=["doc.spans"])
def make_units(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that writes `doc.spans["needs"]`, `["outcomes"]` and `["provisions"]`."""
    register()
    return add_units


def add_units(doc: Doc) -> Doc:
    """Write the units of every section of needs, outcomes and provision."""
    found: dict[str, list[Span]] = {"needs": [], "outcomes": [], "provisions": []}
    sections = [s for s in spans_of(doc, "sections") if s.label_ in LABELS]
    missing = found.keys() - {GROUP[LABELS[s.label_]] for s in sections}
    for section in sections:
        blocks = [b for b in spans_of(doc, "blocks") if section.start <= b.start < section.end]
        for unit in _units(blocks, LABELS[section.label_], missing):
            found[GROUP[unit.label_]].append(unit)
    for group, units in found.items():
        doc.spans[group] = units
    return doc


def _units(blocks: Iterable[Span], label: str, missing: Collection[str]) -> Iterator[Span]:
    body = list(_body(blocks))
    wide = _wide_tables(body)
    for table, group in groupby(body, key=lambda block: _table(block, wide)):
        members = list(group)
        yield from _paragraphs(members, label) if table is None else _rows(members, label, missing)


def _body(blocks: Iterable[Span]) -> Iterator[Span]:
    skipped = {BlockKind.HEADING, BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE}
    kept = [b for b in blocks if b._.block.kind not in skipped and not b._.of_form]
    # The number of the form's next part, in a cell of its own beside the heading, is nothing that this part says.
    return (
        b
        for b, after in zip(kept, [*kept[1:], None], strict=False)
        if not (_NUMBER.match(words_of(b)) and _row(b) != _row(after) and not _heads(b))
    )


def _heads(block: Span) -> bool:
    place = block._.block.place
    return place is not None and bool(place.header)


def _row(block: Span | None) -> tuple[int, int] | None:
    place = block._.block.place if block is not None else None
    return (place.table, place.row) if place is not None else None


def _wide_tables(blocks: Iterable[Span]) -> frozenset[int]:
    """Return the tables with cells in more than one column: a form's one-column rows hold running text."""
    columns: dict[int, set[int]] = {}
    for block in blocks:
        place = block._.block.place
        if place is not None and block._.block.kind == BlockKind.CELL:
            columns.setdefault(place.table, set()).add(place.column)
    return frozenset(table for table, found in columns.items() if len(found) > 1)


def _table(block: Span, wide: frozenset[int]) -> int | None:
    """Return the table whose rows are units that a block stands in, or None for running text.

    A cell across several columns holds running text too: some forms are one table from top to bottom.
    """
    place = block._.block.place
    if place is None or block._.block.kind != BlockKind.CELL or place.table not in wide or place.span > 1:
        return None
    return int(place.table)


def _paragraphs(blocks: list[Span], label: str) -> Iterator[Span]:
    grouped: list[list[Span]] = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if grouped and _PART_LABEL.match(words_of(block)):
            grouped[-1].append(block)
        elif not is_filler(block) and not _is_topic(block, following) and not (label == "need" and _is_strength(block)):
            grouped.append([block])
    for cells in grouped:
        there = "provision" if label != "provision" and _UNDER_H.match(words_of(cells[0])) else label
        yield _unit(cells, [""] * len(cells), cells[0], there)


def _rows(cells: list[Span], label: str, missing: Collection[str]) -> Iterator[Span]:
    if _is_record(cells):
        statement = next((c for c in cells if c._.block.place.column > 0), cells[0])
        yield _unit(cells, [""] * len(cells), statement, label)
        return
    headers = _headers(cells)
    first = min((c._.block.place.row for c in cells), default=0)
    body = [c for c in cells if not c._.block.place.header and not (headers and c._.block.place.row == first)]
    others = other_columns(stated_columns(headers, body), GROUP[label], missing)
    for kind, cell in in_columns(body, others):
        if not is_filler(cell):
            yield _unit([cell], [headers[cell._.block.place.column]], cell, kind)
    body = [c for c in body if c._.block.place.column not in others]
    stating = _stating_column(headers, body, label)
    for _, row in groupby(body, key=lambda c: c._.block.place.row):
        members = list(row)
        main = next((c for c in members if c._.block.place.column == stating), members[0])
        if _NIL.match(main.text) or _AS_ABOVE.match(main.text) or (len(members) < 2 and _says_nothing(main, headers)):
            continue
        columns = [headers.get(c._.block.place.column, "") for c in members]
        unit = _unit(members, columns, main, label)
        if label in ("need", "outcome") and _is_label(main):
            unit._.quote = _label_and_statement(main, members, columns, label)
        yield unit


def _is_label(cell: Span) -> bool:
    """Tell a cell that only names a subject ("Sleep", "Lashing out"): what is said of it stands in another."""
    return sum(t.is_alpha for t in cell) <= LABEL_WORDS and not any(t.tag_ in _SAYS_SOMETHING for t in cell)


def _label_and_statement(main: Span, members: list[Span], columns: list[str], label: str) -> Span:
    """Return the label together with the statement in a later cell, unless that only says who, how often or to what effect."""
    for cell, header in zip(members, columns, strict=True):
        if cell.start > main.start and not _PART_OF_UNIT.search(header) and any(t.pos_ == "VERB" for t in cell):
            statement = first_sentence(cell) if label == "need" else cell
            return Span(main.doc, main.start, statement.end)
    return first_sentence(main) if label == "need" else main


def _headers(cells: list[Span]) -> dict[int, str]:
    """Return the header of each column: those the reader marked, or a first row of labels that it did not."""
    marked = {c._.block.place.column: words_of(c).lower() for c in cells if c._.block.place.header}
    rows = {c._.block.place.row for c in cells}
    if marked or len(rows) < 2:
        return marked
    first = [c for c in cells if c._.block.place.row == min(rows)]
    labels = all(
        len(c) <= 9 and (_NUMBERING.match(words_of(c)) or not words_of(c).rstrip().endswith((".", "!"))) for c in first
    )
    if len(first) > 1 and labels and any(_HEADER.search(words_of(c)) for c in first):
        return {c._.block.place.column: words_of(c).lower() for c in first}
    return {}


def _says_nothing(main: Span, headers: dict[int, str]) -> bool:
    """Tell a line across the table from a row that states its need and leaves every other column empty."""
    states = len(headers) > 1 and main._.block.place.span == 1 and not main.text.rstrip().endswith(":")
    return not states and (is_filler(main) or _short(main))


def _is_record(body: list[Span]) -> bool:
    """Tell a table whose first column holds labels (Service, Provider, Amount): it describes one unit."""
    labels = [c for c in body if c._.block.place.column == 0]
    known = sum(bool(_PART_LABEL.match(words_of(c).rstrip(":") + ":")) for c in labels)
    return len(labels) > 1 and len(body) > 1 and known * 2 >= len(labels)


def _stating_column(headers: dict[int, str], body: list[Span], label: str) -> int:
    for column, text in headers.items():
        if STATES[label].search(text) and not _NUMBERING.match(text) and not _ASIDE.search(text):
            return column
    columns = {c._.block.place.column for c in body}
    numbers = {c for c in columns if all(_NUMBER.match(words_of(b)) for b in body if b._.block.place.column == c)}
    plain = [c for c in columns - numbers if not _NUMBERING.match(headers.get(c, "?"))]
    return min(plain, default=0)


_AS_ABOVE = re.compile(
    r"^\W*(?:(?:the )?same )?as (?:the )?(?:row |outcome |one )?(?:above|before)\W*$|^\W*(?:ditto|see above)\W*$", re.I
)
# "Also agreed, under H1: ten drum lessons", among the outcomes of a plan in one table.
_UNDER_H = re.compile(r"^\W*(?:[\w,]+ ){0,4}(?:under|in|for) (?:section )?H[12]\s?[:–-]|^\W*H[12]\s?[:–-]")


def is_filler(block: Span) -> bool:
    """Tell a line that states nothing: a nil return, a label such as "Long term:", a remark, or a strength among needs."""
    text = words_of(block).strip()
    if _NIL.match(text) or _STRENGTH.match(text) or _TERM_LABEL.match(text) or text.endswith(":"):
        return True
    if _are_headers(text) or is_remark(text) or _OF_ALL.match(text):
        return True
    return _NO_MORE.search(text) is not None and sum(t.is_alpha for t in block) <= 14


def _are_headers(text: str) -> bool:
    """Tell the headers of a table that was printed as lines: "Outcome: Who will help: By when"."""
    parts = re.split(r":|\||\t", text.lower())
    return len(parts) > 1 and all(words and _is_header(words) for words in map(_words, parts))


def _is_header(words: list[str]) -> bool:
    return _OVER_COLUMNS.issuperset(words) or (words[0] in _ASKING and len(words) <= LONGEST_HEADER)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'’]+", text)


def _is_strength(block: Span) -> bool:
    """Tell a paragraph of what the child does well, among the needs."""
    text = words_of(block).replace("’", "'")
    return _DOES_WELL.match(text) is not None and _HARD.search(text) is None


def _short(block: Span) -> bool:
    return sum(t.is_alpha for t in block) <= 4 and not words_of(block).rstrip().endswith((".", "!"))


def _is_topic(block: Span, following: Span | None) -> bool:
    """Tell a line of a few words that names the topic of the longer paragraph after it."""
    if not _short(block) or block._.block.kind == BlockKind.LIST_ITEM:
        return False
    return following is not None and not _short(following)


def _unit(cells: list[Span], columns: list[str], main: Span, label: str) -> Span:
    doc = main.doc
    unit = Span(doc, cells[0].start, cells[-1].end, label=label)
    unit._.cells = tuple(cells)
    unit._.columns = tuple(columns)
    unit._.quote = first_sentence(main) if label == "need" else main
    return unit


def first_sentence(block: Span, least: int = 4) -> Span:
    """Return a block's first sentence, with a topic label ("Sleep.") before it where there is one."""
    end = block.end
    for sentence in spans_of(block.doc, "sentences"):
        if block.start <= sentence.start and sentence.end <= block.end and sentence.end - block.start > least:
            end = sentence.end
            break
    return Span(block.doc, block.start, end)
