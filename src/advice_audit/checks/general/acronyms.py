"""Acronyms in running text, and whether a text spells them out."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from advice_audit.checks.general.mentions import Mention
from advice_audit.language.canonical import sentences_of, spans_of, text_of, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.rubric.model import Rubric

# Two capitals at least, one of them not the first letter: SEND, SENCo, PfA, CP. A plural s does not count.
_ACRONYM = re.compile(r"(?<![\w.&/-])(?=[A-Za-z&]*[A-Z][A-Za-z&]*[A-Z])[A-Z][A-Za-z&]{1,7}?(?=s?\b)(?![\w-]*\d)")
_CAMEL_NAME = re.compile(r"^(Mc|Mac|O|De|Le|La|Di|Fitz|Van)[A-Z][a-z]+")
_LONGEST_NAME = 5
_OF_THE_CHILD = ("child_views", "child_aspirations")
_STAMPS = frozenset(
    "draft final copy urgent confidential sensitive note nil none yes stop please help new closed open".split()
)
_BLANK = re.compile(r"^[XYZ?]+$")
SMALL = frozenset("and of the for in on to with a an by at or".split())


# In the form's front: whose job it names, and what makes an acronym part of a team's name or a form's own label.
_OF_THE_WRITER = re.compile(
    r"^\W*(?:written|completed|prepared|compiled|authored?|done|report|advice|writer|worker|service|team|role|post|job|"
    r"designation|manager|supervisor|duty|contact|answered|from|by)\b|"
    r"(?:worker|manager|officer|co-?ordinator|practitioner|advis[eo]r|lead|visitor|assistant),[^.;]*$",
    re.I,
)
_TEAM_FOLLOWS = re.compile(
    r"^s?[’']?s? (?:\w+ )?(?:team|service|hub|unit|department|panel|number|no|id|ref|reference|practitioner|worker|officer|"
    r"co-?ordinator|lead|manager|caseworker|advis[eo]r)\b",
    re.I,
)


def acronyms(doc: "Doc", rubric: "Rubric") -> Iterator[Mention]:
    """Yield every acronym that is neither everybody's (GP), nor a person's initials, nor the form's own."""
    known = {a.lower() for a in rubric.lexicons.known_acronyms}
    meanings = rubric.lexicons.acronyms
    people = _initials(doc)
    for sentence in sentences_of(doc):
        if _shouted(sentence) or _is_ticked(sentence):
            continue
        for match in _ACRONYM.finditer(words_of(sentence)):
            word = match.group()
            start = sentence.start_char + match.start()
            span = doc.char_span(start, start + len(word), alignment_mode="expand")
            if span is None or word.lower() in known or _CAMEL_NAME.match(word) or _is_initials(sentence, match):
                continue
            if (
                word in people
                or _BLANK.match(word)
                or _is_loud(span)
                or (word not in meanings and _is_plain(span, sentence))
            ):
                continue
            if sentence.label_ == "details" and (word not in meanings or _of_the_form(doc, start, word)):
                continue
            yield Mention(_exact(doc, span, start, len(word)), sentence, "acronym", meanings.get(word))


def _of_the_form(doc: "Doc", start: int, word: str) -> bool:
    """Tell whether an acronym in the form's front belongs to the writer's own team, another's name or a form's label.

    Args:
        doc: the annotated advice.
        start: where the acronym begins, in characters.
        word: the acronym.
    """
    facts, document = doc._.facts, doc._.document
    if facts and facts.service and re.search(rf"\b{re.escape(word)}\b", facts.service):
        return True
    text = text_of(doc)
    before = text[text.rfind("\n", 0, start) + 1 : start]
    own = next((b for b in document.blocks if b.start <= start < b.end), None) if document else None
    if own is not None and own.place is not None:
        row = (own.place.table, own.place.row)
        before = " ".join(
            text[b.start : min(b.end, start)]
            for b in document.blocks
            if b.start <= start and b.place is not None and (b.place.table, b.place.row) == row
        )
    if before.count("[") > before.count("]"):
        return True
    return bool(_OF_THE_WRITER.search(before) or _TEAM_FOLLOWS.match(text[start + len(word) :]))


def _initials(doc: "Doc") -> set[str]:
    """Return the initials of the people with two names or more: "JM" stands for Joanne Mills."""
    found = set()
    for span in spans_of(doc, "people"):
        for name in (span.text.split(), re.split(r"[\s-]+", span.text), span.text.split()[0].split("-")):
            if len(name) > 1:
                found.add("".join(part[0] for part in name if part[:1].isupper()))
    return found


def _is_plain(span: "Span", sentence: "Span") -> bool:
    """Tell an everyday word that is only written large: a stamp (DRAFT), a label (FRIENDS.), what a child put in capitals.

    A short one in running text is left: KITE may be a service.
    """
    from advice_audit.language.spelling import dictionary

    word = span.text
    if not (word.isupper() and word.lower() in dictionary()):
        return False
    loud = word.lower() in _STAMPS or sentence.label_ in _OF_THE_CHILD or span.vocab[word.lower()].is_stop
    after = span.doc[span.end].text if span.end < len(span.doc) else "."
    label = span.start == sentence.start and after[0] in ".:;–—-\n"
    return loud or label or len(word) > _LONGEST_NAME


def _exact(doc: "Doc", span: "Span", start: int, length: int) -> "Span":
    """Return the span without a plural s or apostrophe where the tokens allow it."""
    return doc.char_span(start, start + length) or span


def _shouted(sentence: "Span") -> bool:
    """Tell a line in capitals: nothing in it is an acronym."""
    words = [t.text for t in sentence if t.is_alpha and len(t) > 1]
    return len(words) > 1 and sum(w.isupper() for w in words) > 0.7 * len(words)


def _is_ticked(sentence: "Span") -> bool:
    """Tell a statement of the form with its box: "☒ This child is known to us."."""
    before = text_of(sentence.doc)[max(sentence.start_char - 2, 0) : sentence.start_char]
    return any(box in before + words_of(sentence)[:1] for box in "☐☑☒")


def _is_loud(span: "Span") -> bool:
    """Tell a word among others in capitals: "YES SEND IT"."""
    doc = span.doc
    beside = [doc[i] for i in (span.start - 1, span.end) if 0 <= i < len(doc)]
    return any(t.text.isupper() and len(t) > 1 and (t.is_stop or t.lower_ in _STAMPS) for t in beside)


def _is_initials(sentence: "Span", match: "re.Match[str]") -> bool:
    """Tell a person's initials: in brackets of a remark, or signing the line."""
    text = words_of(sentence)
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    signs = len(match.group()) <= 3 and (before.endswith(("[", "–", "—")) and (not after or after[0] in "]:"))
    signs = signs or (len(match.group()) <= 3 and after.startswith("]"))
    return signs or (before.endswith("[") and after.startswith(":"))


def is_defined(text: str, acronym: str) -> bool:
    """Tell whether a text spells an acronym out, in either order: "needs assessment (NA)" or "NA (needs assessment)"."""
    letters = [c for c in acronym if c.isupper()]
    escaped = re.escape(acronym)
    for match in re.finditer(
        rf"((?:[\w'’/&-]+,? ){{1,9}})(?:[(\[–-]\s?|or (?:the )?|known as (?:the |an? )?|called (?:the |an? )?|short(?:ened)? (?:to|for) (?:the )?)[\"“]?{escaped}s?\b",
        text,
    ):
        if _initials_match(match.group(1), letters):
            return True
    # "Those letters stand for Team Around the Family", "The OTs came. They are occupational therapists".
    after = rf"\b{escaped}s?\b[^\n]{{0,80}}?(?:\bstands? for|\bshort for|\.\s(?:They|These|It|This|That) (?:is|are|means?)) ((?:[\w'’/&-]+,? ?){{1,9}})"
    if any(_initials_match(match.group(1), letters) for match in re.finditer(after, text)):
        return True
    said = r"(?:,| is\b| are\b| means\b| stands for\b|:| –| -|\s?\()"
    for match in re.finditer(
        rf"\b{escaped}s?\b[\"”]?(?: (?:team|service|group|unit|plan|[A-Z][a-z]+))?{said}\s?[(\"“]?((?:[\w'’/&-]+,? ?){{1,9}})",
        text,
    ):
        if _initials_match(match.group(1), letters):
            return True
    return False


def _initials_match(words: str, letters: list[str]) -> bool:
    """Tell whether words begin with the letters, the small words among them counted or passed over."""
    every = re.findall(r"[\w'’]+", words)
    initials = [word[0].upper() for word in every if word.lower() not in SMALL]
    size = len(letters)
    windows = [
        some[i : i + size]
        for some in (initials, [word[0].upper() for word in every])
        for i in range(max(len(some) - size + 1, 0))
    ]
    shared = (Counter(letters) & Counter(initials)).total()
    loose = shared >= size - 1 and size > 2 and len(initials) >= size - 1
    return letters in windows or (loose and initials[:1] == letters[:1])
