"""Reading the form: name, date of birth, dates, purpose, service and author, however they are laid out.

A form is read as entries, each a label and an answer: the cells of a row, "Label: answer" on a line, or a sentence
that says both ("Born 9/11/07", "Requested 11 April 2022; completed 20 May 2022 by Frances Oduya").
"""

# A pattern is read as one line.

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from spacy.tokens import Doc, Span

from advice_audit.documents.model import BlockKind
from advice_audit.language.canonical import spans_of, text_of, words_of
from advice_audit.language.form_dates import form_dates, years_of
from advice_audit.language.times_dates import dates_in

# A form without a details section says who and when in its first blocks.
FIRST_BLOCKS = 7
FIRST_CELLS = 4
_SHORT_ANSWER = 60
ROLES = {
    "dob": r"\bborn\b|\bbirth(?:day)?\b|\bd\.?\s?o\.?\s?b\b",
    "meeting": r"\breview meeting\b|\bmeeting\b|\bmtg\b|\b(?:review|AR) day\b|\bmeet\b|\bto be considered\b|\breview (?:date|on|of|is|held|due|will)\b|\bdate of (?:the )?(?:annual )?review\b|"
    r"^\W*(?:annual )?review\W*$|\bannual review:|\bmeets\b|\breview\s*$|\bfor the review\b|\bannual review(?: date)?\W*$|\breviewed on\b",
    "requested": r"\bcame in\b|\bin\b(?=\s*$)|\brequest\w*|\bask(?:ed|ing)?\b|\bcame to us\b|\blanded\b|\bwe heard\b|\border\b|\bordered\b|\breferr\w+|\brec(?:eive|ieve)d\b|\brec['’]?d\b|\binstructed\b|"
    r"\bsent (?:on |over )?to (?:us|me|our|the (?:team|service))\b|\b(?:arrived|reached (?:us|me)|passed to (?:us|me))\b|\bdirection\b|\bdirected\b|"
    r"\binvited\b|\bsought\b|\bcommissioned\b|\bcalled for\b|\brequired of us\b|\bnotified\b",
    "completed": r"\bcomplet\w+|\bfinish\w*|\bwritten\b|\bfilled in\b|\bdated?\b(?! of (?:the |our |this )?(?:tribunal|request|order|direction|referral|invitation))|\bdone\b|\breturn\w*|\bsent\b|\breply\b|\bsubmit\w*|\bgiven\b|"
    r"\bprepared\b|\bauthor\b|\bsigned\b|\bresponse\b|\breplied\b|\bresponded\b|\bprovided\b|\bissued\b|\bthis (?:paper|report|advice|statement)\b|"
    r"^\W*(?:the )?(?:paper|report|advice|statement|contribution|letter)\W*$|\brendered\b|\bfurnished\b|\bsupplied\b|\bfinalised\b|\bconcluded\b|\bwent out\b|\btyped\b|"
    r"\b(?:paper|report|advice|statement|contribution) of\b|\bby\b(?=\s[A-Z])|\bclosed\b|\banswered\b|\bdrawn up\b|\bcompiled\b|\bproduced\b|\bfiled\b|\bback\b|\bout\b|\bpen down\b|\btoday is\b|\bhanded in\b|\bworker\b|\bwe (?:answer|reply|respond|write|finish)\b|\bwrote\b|\bfilled (?:this )?in\b",
}  # fmt: skip
_ROLE = re.compile("|".join(f"(?P<{name}>{source})" for name, source in ROLES.items()), re.I)
_NOT_THIS = re.compile(
    r"\b(?:due|deadline|by when|to be returned|expected|plan (?:was |is )?(?:issued|dated)|last (?:review|seen)|seen on|visit|tribunal hearing|"
    r"order(?:ed|'s)? (?:for|to be)|(?:next|last|previous) (?:annual )?review|review due)\b", re.I)  # fmt: skip
_NAME_LABEL = re.compile(
    r"^\W*(?:\d+[.)]?\s*)?(?:(?:the\s)?(?:child|young person|young adult|pupil|student|yp|subject|person|learner)(?:['’]s)?(?:\s(?:or|/)\s?young person(?:['’]s)?)?|"
    r"full|forename|first|preferred|legal|who(?: this is)?(?: for| about)?|for(?: whom)?|about|advice (?:for|about|on)|re|regarding|in respect of)?"
    r"(?:\s*(?:full\s)?names?)?(?:\s(?:of|for)\s(?:the\s)?(?:child|young person|pupil|student)(?:\s?(?:/|or)\s?(?:young person|child|pupil))?)?\W*$",
    re.I,
)
_NAME_IN_LABEL = re.compile(r"^\W*(?:[\w’']+\s){0,3}name\b", re.I)
_OTHER_NAME = re.compile(
    r"\b(?:school|parent|mother|father|carer|worker|author|setting|gp|team|service|manager|officer|professional|sibling|your|practitioner)",
    re.I,
)
_BIRTH_LABEL = re.compile(r"\W*(?:date of birth|d\.?\s?o\.?\s?b\.?|birth date|birthday|born)\W*$", re.I)
_AUTHOR_LABEL = re.compile(
    r"\b(?:author|written by|completed by|prepared by|report(?:ed)? by|worker|practitioner|submitted by|by whom|who (?:wrote|filled)|filled in by|compiled by)\b",
    re.I,
)
_SERVICE_LABEL = re.compile(r"^\W*(?:service|team|agency|department|service area|our team)\b", re.I)


# What the next question begins with, where it stands for an answer: "Give the purpose", "Has anybody agreed?"
_ASKING = frozenset(
    "give has have is are was were who what which why when where how do does did tell say put write list describe add note state".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A label (perhaps empty) and what is entered against it."""

    label: str
    answer: str


@dataclass
class Form:
    """What the form says. `full_names` are in order of likelihood of being the child's."""

    dates: dict[str, date] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    author: str | None = None
    service: str | None = None


def _is_name_label(label: str) -> bool:
    """Tell a label that asks for the child's name ("Name", "Child's full name", "Name and date of birth")."""
    if _NAME_LABEL.match(label):
        return True
    return len(label) < 45 and _NAME_IN_LABEL.match(label) is not None and _OTHER_NAME.search(label) is None


def form_blocks(doc: Doc) -> list[Span]:
    """Return the blocks that make up the form: the details section, and the document's first blocks."""
    read = [(b, b._.block) for b in spans_of(doc, "blocks")]
    blocks = [(b, block) for b, block in read if block.kind not in (BlockKind.HEADER, BlockKind.FOOTER)]
    sections = [s for s in spans_of(doc, "sections") if s.label_ == "details"] if "sections" in doc.spans else []
    # Wherever it stands, a table with a date of birth in its labels is the form.
    tabular = {
        block.place.table
        for number, (b, block) in enumerate(blocks)
        if block.place is not None
        and block.kind == BlockKind.CELL
        and (number < FIRST_CELLS or _BIRTH_LABEL.match(words_of(b)))
    }
    return [
        b
        for number, (b, block) in enumerate(blocks)
        if number < FIRST_BLOCKS
        or any(s.start <= b.start < s.end for s in sections)
        or (block.place is not None and block.place.table in tabular and len(words_of(b)) < 120)
    ]


def entries(blocks: Iterable[Span]) -> Iterator[Entry]:
    """Yield the entries of a form's blocks: rows of cells side by side, and lines of text."""
    heads: list[str] = []
    for row, group in groupby(blocks, key=_row):
        members = list(group)
        if heads and len(members) == len(heads):
            yield from (Entry(head, words_of(block)) for head, block in zip(heads, members, strict=True))
            heads = []
            continue
        heads = _heads(members)
        if heads:
            continue
        if row is None or len({b._.block.place.column for b in members}) < 2:
            for block in members:
                yield from _line(words_of(block))
            continue
        columns = [list(cells) for _, cells in groupby(members, key=lambda b: b._.block.place.column)]
        # One cell may hold the whole form, beside its heading.
        if forms := [b for cells in columns if _is_form(cells) for b in cells]:
            yield from (entry for block in forms for entry in _line(words_of(block)))
            continue
        by_column = [" ".join(words_of(b) for b in cells) for cells in columns]
        for label, answer in zip(by_column[::2], by_column[1::2], strict=False):
            yield from _pairs(label, answer)


def _is_form(cell: list[Span]) -> bool:
    """Tell a cell of lines that are labels with their answers."""
    return len(cell) > 2 and sum(bool(re.match(r"\s*[^:.\n]{2,45}:\s", b.text)) for b in cell) * 2 > len(cell)


def _heads(row: list[Span]) -> list[str]:
    """Return the labels of a row that holds nothing but labels, with the answers in the row below."""
    if len(row) < 3 or any(b._.block.place is None or not b._.block.place.header for b in row):
        return []
    texts = [words_of(b) for b in row]
    told = sum(bool(_ROLE.search(t) or _NAME_LABEL.match(t)) and not dates_in(t) for t in texts)
    return texts if told >= 2 and not any(dates_in(t) for t in texts) else []


def _row(block: Span) -> tuple[int, int] | None:
    place = block._.block.place
    return (place.table, place.row) if place is not None else None


def _line(text: str) -> Iterator[Entry]:
    match = re.match(r"\s*([^:.\n]{2,45}):\s+(.+)", text, re.S)
    if match and len(dates_in(text)) in (0, 1, len(re.split(r"/|,|&|\band\b", match[1]))):
        yield from _pairs(match[1], match[2])
    else:
        yield Entry("", text)


def _pairs(label: str, answer: str) -> Iterator[Entry]:
    """Yield one entry, or several where one label asks for several things ("Requested / returned")."""
    labels = re.split(r"\s*(?:/|;|,|&|\band\b)\s*", label)
    answers = re.split(r"\s*(?:;|\s/\s|,?\sand\s|,\s)\s*", answer)
    dated = [a for a in answers if dates_in(a)]
    if len(labels) > 1 and len(dated) == len(labels):
        yield from (Entry(one, other) for one, other in zip(labels, dated, strict=True))
    else:
        yield Entry(label, answer)


def read_form(doc: Doc) -> Form:
    """Read the form of an advice."""
    form = Form()
    unsure: dict[str, date] = {}
    in_prose = False
    # A short answer to a label is surer than a date in a sentence, wherever the two stand.
    read = sorted(entries(form_blocks(doc)), key=lambda e: not (e.label and len(e.answer) < _SHORT_ANSWER))
    for entry in read:
        known = "dob" in form.dates
        _read_dates(entry, form.dates, unsure)
        in_prose = in_prose or ("dob" in form.dates and not known and _role_of(entry.label, last=True) is None)
        name = leading_name(entry.answer) if entry.label and _is_name_label(entry.label) else None
        if name and name.lower() not in _ASKING:
            form.names.append(name)
        if _AUTHOR_LABEL.search(entry.label) and form.author is None:
            form.author = leading_name(entry.answer)
            parts = [p.strip(" .") for p in entry.answer.split(",")]
            form.service = form.service or next((p for p in parts[1:] if _TEAM.search(p)), None)
        if _SERVICE_LABEL.match(entry.label) and form.service is None:
            form.service = entry.answer.split("\n")[0].strip(" .")
        _read_author(entry, form)
    # "Amir Khan, 3 March 2012" in the form's front counts for more than "Amir, born ..." in a sentence.
    form.dates = form.dates | unsure if in_prose else unsure | form.dates
    if "completed" not in form.dates or "requested" not in form.dates:
        _read_without_year(doc, read, form)
    if "dob" not in form.dates or "completed" not in form.dates:
        _read_elsewhere(doc, form)
    return form


def _read_without_year(doc: Doc, read: list[Entry], form: Form) -> None:
    """Read "Asked for: Tuesday 6 February" where the advice says its year elsewhere; what was asked came before the answer."""
    years = list(dict.fromkeys([*years_of(words_of(b) for b in form_blocks(doc)), *years_of([text_of(doc)])]))
    with_year = frozenset(form.dates)
    found: dict[str, date] = {}
    for entry in read:
        _read_dates(entry, found, {}, years)
    for role in ("completed", "requested", "meeting"):
        if role in found:
            form.dates.setdefault(role, found[role])
    asked, done = form.dates.get("requested"), form.dates.get("completed")
    if asked and done and asked > done:
        if "requested" not in with_year:
            form.dates["requested"] = _in_year(asked, asked.year - 1)
        elif "completed" not in with_year:
            form.dates["completed"] = _in_year(done, done.year + 1)


def _in_year(day: date, year: int) -> date:
    leaps = day.month == 2 and day.day == 29
    return day.replace(year=year, day=28 if leaps else day.day)


_BORN = re.compile(r"\b(?:born|birth|d\.?o\.?b\.?)\b[^.;\n]{0,25}$", re.I)
_SHORT = 160


def _read_elsewhere(doc: Doc, form: Form) -> None:
    """Read what a form at the end, in the header or in a footer says, and what the sign-off is dated."""
    for block in spans_of(doc, "blocks"):
        text = words_of(block)
        for offset, day in form_dates(text):
            if _BORN.search(text[:offset]):
                form.dates.setdefault("dob", day)
        if len(text) <= _SHORT and "completed" not in form.dates:
            found: dict[str, date] = {}
            for entry in _line(text):
                _read_dates(entry, found, {})
            if (
                re.search(r"\b(?:advice|report|form|paper|statement|contribution|reply)\b", text, re.I)
                and "completed" in found
            ):
                form.dates["completed"] = found["completed"]
            if "requested" in found and re.search(r"\b(?:request|asked for|ordered)", text, re.I):
                form.dates.setdefault("requested", found["requested"])
    if "completed" not in form.dates:
        _read_signature(doc, form)


def _read_signature(doc: Doc, form: Form) -> None:
    """Take the date beside the author's own name at the end for the day of completion."""
    if form.author is None:
        return
    for block in reversed(spans_of(doc, "blocks")[-12:]):
        days = dates_in(words_of(block))
        if days and form.author.split()[-1] in words_of(block):
            form.dates["completed"] = days[-1][1]
            return


_TEAM = re.compile(r"\b(?:Team|Service|Hub|Desk|Futures|Help|Support|Gateway|Solutions|Portage|Care)\b")
_WRITTEN = re.compile(
    r"\b(?:[Ww]ritten|[Cc]ompleted|[Pp]repared|[Ff]inished|[Gg]iven|[Aa]uthor|[Ww]orker|[Bb]y)(?:\sby|:|\s\d[\w\s/.]*?by)?\s(?=[A-Z])"
)


def _read_author(entry: Entry, form: Form) -> None:
    match = _WRITTEN.search(entry.answer)
    if match is None:
        return
    rest = entry.answer[match.end() :]
    form.author = form.author or leading_name(rest)
    parts = [p.strip(" .") for p in re.split(r",|\.\s", rest)]
    form.service = form.service or next((p for p in parts[1:4] if _TEAM.search(p) and not dates_in(p)), None)


def _read_dates(entry: Entry, dates: dict[str, date], unsure: dict[str, date], years: Sequence[int] = ()) -> None:
    label_role = _role_of(entry.label, last=True)
    found = form_dates(entry.answer, years)
    previous = 0
    for offset, day in found:
        before = entry.answer[previous:offset]
        role = _role_of(before, last=True)
        if role is None and len(found) == 1:
            role = label_role or _role_of(re.split(r"[.;]", entry.answer[offset:])[0], last=False)
        elif role is None:
            role = label_role
        previous = offset + 6
        if role is None:
            unsure.setdefault("dob" if not label_role and _at_name(before, entry.answer[offset:]) else "", day)
        elif not _NOT_THIS.search(_near(before) if _role_of(before, last=True) else entry.label):
            dates.setdefault(role, day)
    unsure.pop("", None)


def _near(before: str) -> str:
    """Return the last telling word with what stands from it up to the date, and a "last" or "next" before it."""
    starts = [m.start() for m in _ROLE.finditer(before)]
    if not starts:
        return before
    other = re.search(r"(?:next|last|previous)\s(?:annual\s)?$", before[: starts[-1]], re.I)
    return before[other.start() if other else starts[-1] :]


_WEAK = re.compile(r"dated?|by|worker|given|author|written|plan", re.I)


def _role_of(text: str, last: bool) -> str | None:
    """Return the role that the last (or first) telling word of a text gives to the date beside it.

    "Dated" and "by" tell little: "Order dated", "Date of birth" and "Date of request" are about the other word.
    """
    found = [(m.lastgroup, m[0]) for m in _ROLE.finditer(text)]
    if not found:
        return None
    strong = [role for role, word in found if not _WEAK.fullmatch(word)]
    roles = strong or [role for role, _ in found]
    return roles[-1] if last else roles[0]


def _at_name(before: str, after: str) -> bool:
    """Tell a date that stands with the name or alone before the age as that of birth."""
    return _after_name(before) or (
        not before.strip(" .,;")
        and re.match(r"[\d\w/. ]{6,18}[.,;(]\s?.{0,25}\b(?:Year|Reception|aged|years)\b", after) is not None
    )


def _after_name(before: str) -> bool:
    """Tell "Tilda Montague, 3rd March 2008": a date after a full name and nothing else is when they were born."""
    aside = r"(?:\s?\([^)]*\)|,\swho\sis\s[\w-]+(?:\s[\w-]+){0,2}\s(?=\())?"
    return re.fullmatch(rf"(?:[A-Z]\w+:)?\W*{FULL}{aside}\s?[,(;:–-]?\s*(?:the\s)?", before) is not None


_PARTICLE = r"(?:de|da|dos|van|von|der|bin|bint|al|el|ibn|ap|ab|la|le|du|di)"
UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŴŶŸŹŻŽȘȚ"
LOWER = "a-zß-öø-ÿāăąćčďđēėęěğģīįıķĺļľłńņňōőœŕřśşšţťūůűųŵŷźżžșț"
_CAP = rf"(?:Mc|Mac|O['’]|D['’]|Al-|El-)?[{UPPER}][\w’']*(?:-[{UPPER}][\w’']*)*"
FULL = rf"{_CAP}(?:\s(?:{_PARTICLE}\s)*{_CAP}){{1,3}}"
_NOT_NAME = frozenset(
    (
        "advice social care education health plan council borough swindon county part section child children childs "
        "young person details report reply request name date born year reception school primary academy the this "
        "about closing review annual statutory assessment contribution front sheet form service team hub family early "
        "help confidential private sendtribunal tribunal needs record reason information paper contents introduction "
        "background purpose summary page official sensitive department directorate services people supporting "
        "statement final draft version why who what how his her and for from of in dear hello hi goodbye letter paper "
        "nil particulars subject author worker senior question answer field entry item by whom when to my i we he she "
        "it our your"
    ).split()
)


def leading_name(text: str) -> str | None:
    """Return the personal name that a text begins with, in ordinary capitals, or None."""
    # "Bridie (Bridget) Connors" is Bridie Connors.
    text = re.sub(rf"^(\W*{_CAP})\s\([^)\d]{{2,20}}\)(?=\s[{UPPER}])", r"\1", text)
    match = re.match(rf"\W*(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s)?(?P<n>{FULL}|{_CAP})", text)
    if match is None:
        return None
    words = re.split(r"\s", match["n"])
    kept: list[str] = []
    for word in words:
        if word.lower().strip("'’.") in _NOT_NAME or re.fullmatch(r"(?:Mr|Mrs|Ms|Miss|DOB|NHS|ID|UPN)", word):
            break
        kept.append(word)
    while kept and kept[-1] in ("de", "da", "van", "von", "der", "bin", "al", "la", "le"):
        kept.pop()
    name = " ".join(re.sub(r"['’]s$", "", w) for w in kept)
    return as_name(name) if name and len(kept[0]) > 1 else None


def as_name(name: str) -> str:
    """Return a name in ordinary capitals: "ELLIE MADDOX" becomes "Ellie Maddox"."""
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), name)


def full_names(text: str) -> list[str]:
    """Return every run of two to four capitalised words that could be a personal name, in order."""
    found = []
    for match in re.finditer(rf"{_CAP}(?:\s(?:{_PARTICLE}\s)*{_CAP})+", text):
        run: list[str] = []
        for word in [*match[0].split(), "the"]:
            plain = as_name(re.sub(r"['’]s$", "", word))
            if plain.lower() not in _NOT_NAME:
                run.append(plain)
                continue
            if 2 <= len(run) <= 5:
                found.append(" ".join(run))
            run = []
    return found
