"""Whose advice it is: the child's full name, and every form of it that the text uses."""

# A pattern is read as one line.

import re
from collections import Counter

from spacy.tokens import Doc

from advice_audit.documents.model import BlockKind
from advice_audit.language.canonical import text_of, words_of
from advice_audit.language.details import Form, as_name, form_blocks, full_names
from advice_audit.language.people_words import CAP, NOT_NAMES, ROLES, TITLE, name_pattern

_BORN = re.compile(
    r"^['’]?s?\W{0,3}(?:\([^)]{1,25}\)\W{0,3})?(?:born|d\.?o\.?b|date of birth|is \w+|\d{1,2}\W|aged?\b|year \d)", re.I
)
_ROLE_AFTER = re.compile(rf"^\s?[,(–-]?\s?(?:\(?agency\)?\s)?(?:the\s|a\s|an\s|his\s|her\s)?{ROLES}\b", re.I)
_KIN_NEAR = re.compile(r"\b(?:mother|father|mum|dad|parents?|carers?|grandmother|uncle|aunt|by|with)\b\W*$", re.I)
_SPOKEN = re.compile(
    rf",?\s\(?(?:who is |is )?(?:called |known (?:to [a-z]+ )?as |goes by )?[\"“‘']?({CAP})[\"”’']?\)?"
)
_BEFORE = re.compile(rf"(?:{TITLE}|and|&)\s$")


def child_name(doc: Doc, form: Form) -> str | None:
    """Return the child's full name (or what there is of it), or None where the text never gives one."""
    counts = Counter(re.findall(rf"\b{CAP}", text_of(doc)))
    scores: Counter[str] = Counter()
    for rank, name in enumerate(form.names):
        if name.split()[0].lower() not in NOT_NAMES:
            # What stands against "Name" on the form decides, unless it is a name without a surname.
            scores[name] += (110 if rank == 0 else 40) if " " in name else 20
    for position, block in enumerate(form_blocks(doc)):
        text = words_of(block)
        shown = as_name(text) if text.isupper() else text
        for name in (_trimmed(n, counts) for n in full_names(shown)):
            if name.split()[0].lower() in NOT_NAMES:
                continue
            at = shown.find(name)
            before, after = shown[max(at - 25, 0) : at], shown[at + len(name) :]
            if block._.block.kind == BlockKind.HEADING:
                # A title before the name in a heading is the young person's own ("Advice for Miss ...").
                before = re.sub(rf"{TITLE}\s$", "", before)
            scores[name] += _weight(before, after, position, whole=shown.strip() == name)
    if not scores:
        return _commonest(doc, counts)
    for name in scores:
        spoken = _SPOKEN.search(text_of(doc), text_of(doc).find(name) + len(name)) if name in text_of(doc) else None
        nickname = counts[spoken[1]] if spoken and spoken.start() <= text_of(doc).find(name) + len(name) else 0
        scores[name] += 2 * min(max(counts[name.split()[0]], nickname), 30)
    best = max(scores, key=lambda n: scores[n])
    return best if scores[best] > 0 else _commonest(doc, counts)


def _trimmed(name: str, counts: Counter[str]) -> str:
    """Leave out words of a title that stand before the name: the forename is the word that comes back."""
    words = name.split()
    while len(words) > 2 and counts[words[0]] * 3 < counts[words[1]]:
        words.pop(0)
    return " ".join(words)


def _weight(before: str, after: str, position: int, whole: bool) -> int:
    weight = 12 - min(position, 12)
    if re.search(r"(?:\bfor|\babout|\bon|\bre|:|[-–])\s$", before, re.I):
        weight += 12
    if whole:
        weight += 25 if position < 4 else 8
    if _BORN.match(after):
        weight += 30
    if _ROLE_AFTER.match(after) or _BEFORE.search(before):
        weight -= 60
    if _KIN_NEAR.search(before):
        weight -= 25
    return weight


def _commonest(doc: Doc, counts: Counter[str]) -> str | None:
    """Return the likeliest forename of a text without a form: the commonest person's name that follows no title."""
    people = Counter(e.text.split()[0] for e in doc.ents if e.label_ == "PERSON")
    for name, _ in (people or counts).most_common(30):
        titled = len(re.findall(rf"{TITLE}\s{re.escape(name)}", text_of(doc)))
        middle = len(re.findall(rf"[a-z,]\s{re.escape(name)}\b", text_of(doc)))
        if name.lower() not in NOT_NAMES and titled * 3 < counts[name] and (people or middle >= 2):
            return name
    return None


def child_forms(doc: Doc, full: str) -> tuple[str, ...]:
    """Return the forms in which the text names the child: full, first, short and nicknames, initials; longest first."""
    first = full.split()[0]
    forms = {full, first}
    text = text_of(doc)
    known = name_pattern(rf"(?:{re.escape(full)}|{re.escape(first)})[^.()\n]{{0,25}}?(?:\((?:known as |called |he is |she is )?[\"“‘']?(?P<a>{{N}}|[A-Z]\.)[\"”’']?\)|"
                         r"(?:known|goes by|called|answers to)[\w\s]{0,25}?(?:as|by|to)?\s[\"“‘']?(?P<b>{N}))")  # fmt: skip
    for match in known.finditer(text):
        forms.add(match["a"] or match["b"])
    if own := re.search(r"(?:I['’]m|I am|[Tt]hey) call(?:ed| me) (\w+)", text):
        forms.add(own[1])
    parts = re.split(r"[-]", first)
    if len(parts) > 1:
        forms.update(parts)
        forms.add("".join(p[0] for p in parts))
        forms.update(m for m in re.findall(r"\b[A-Z]{2}\b", text) if m == "".join(p[0] for p in parts))
    stem = first[: max(3, len(first) - 4)]
    for word, count in Counter(re.findall(r"\b[A-Z][a-z]{2,}\b", text)).items():
        short = word != first and word.startswith(first[:3]) and len(word) < len(first)
        if (
            word.lower() not in NOT_NAMES
            and short
            and (first.startswith(word) or word[: len(stem)] == stem)
            and count > 1
        ):
            forms.add(word)
    if re.search(rf"\b{first[0]}\.(?=\s(?:[a-z]|[A-Z][a-z]+\s)|['’]s)", text):
        forms.add(first[0] + ".")
    usable = {f for f in forms if f.lower() not in NOT_NAMES or f in (full, first)}
    return tuple(sorted(usable, key=lambda f: (-len(f), f)))
