"""First mentions that a reader may not understand: acronyms, professional words, names of services."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from advice_audit.language.canonical import sentences_of, spans_of, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.rubric.model import Rubric

TermKind = Literal["acronym", "jargon", "service"]
# Two capitals at least, one of them not the first letter: SEND, SENCo, PfA, CP. A plural s does not count.
_ACRONYM = re.compile(r"(?<![\w.&/-])(?=[A-Za-z]*[A-Z][A-Za-z]*[A-Z])[A-Z][A-Za-z&]{1,7}?(?=s?\b)(?![\w-]*\d)")
_CAMEL_NAME = re.compile(r"^(Mc|Mac|O|De|Le|La|Di|Fitz|Van)[A-Z][a-z]+")
_LONGEST_NAME = 5
_OF_THE_CHILD = ("child_views", "child_aspirations")
_STAMPS = frozenset(
    "draft final copy urgent confidential sensitive note nil none yes stop please help new closed open".split()
)
_BLANK = re.compile(r"^[XYZ?]+$")
_SMALL = frozenset("and of the for in on to with a an by at or".split())


# Everyday uses of words that are jargon elsewhere: steps that one walks down, a threshold that one trips over.
_WORDS = re.compile(r"\w+")
_LITERAL = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|sixteen|twenty|few|several|some|many|no|steep|big|small|high|stone|concrete|front|back) steps? (?:down|up)\b"
    r"|\bstep(?:s|ped|ping)?[ -](?:down|up) (?:and down )?(?:to|from|into|onto|on|off|out of) (?:(?:the|a|an|his|her|their) )?(?:\w+ )?(?:bus|stop|street|garden|door|doorway|pavement|kerb|house|road|platform|chair|bath|car|van|minibus|path|yard|drive|"
    r"beach|shops?|pool|ladder|stool|scales|hall|basement|cellar|kitchen|slipway|trailer|caravan|flat|porch)\b"
    r"|\bthresholds? (?:of|to|into|between) (?:the|a|his|her|their) (?:\w+ )?(?:door|house|flat|room|kitchen|bathroom|bedroom|hall|school|shop)\b|\bdoor(?:way)? thresholds?\b|\b(?:over|across|cross(?:es|ed|ing)?|trips? on|tripped on) (?:the|a|his|her|any) (?:\w+ )?threshold",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A term at its first mention in running text. `plain` is what to write instead, where that is known."""

    span: "Span"
    sentence: "Span"
    kind: TermKind
    plain: str | None


def first_mentions(doc: "Doc", rubric: "Rubric") -> list[Mention]:
    """Return each term once, where it is first used in running text, in the order of the text."""
    seen: set[str] = set()
    found: list[Mention] = []
    everything = [*_services(doc, rubric), *_acronyms(doc, rubric), *_jargon(doc, rubric)]
    taken: set[int] = set()
    for mention in sorted(everything, key=lambda m: (m.span.start, -len(m.span))):
        key = _key(mention)
        if key not in seen and not taken.intersection(range(mention.span.start, mention.span.end)):
            found.append(mention)
        seen.add(key)
        taken.update(range(mention.span.start, mention.span.end))
    return found


def _key(mention: Mention) -> str:
    text = mention.span.text
    return text if mention.kind == "acronym" else (mention.plain or text).lower()


def _acronyms(doc: "Doc", rubric: "Rubric") -> Iterator[Mention]:
    known = {a.lower() for a in rubric.lexicons.known_acronyms}
    people = _initials(doc)
    for sentence in sentences_of(doc):
        # The form's front holds the writer's own team and the form's own words.
        if _shouted(sentence) or sentence.label_ == "details":
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
                or (word not in rubric.lexicons.acronyms and _is_plain(span, sentence))
            ):
                continue
            yield Mention(_exact(doc, span, start, len(word)), sentence, "acronym", rubric.lexicons.acronyms.get(word))


def _initials(doc: "Doc") -> set[str]:
    """Return the initials of the people with two names or more: "JM" stands for Joanne Mills."""
    names = (span.text.split() for span in spans_of(doc, "people"))
    return {"".join(part[0] for part in name if part[0].isupper()) for name in names if len(name) > 1}


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


def _is_initials(sentence: "Span", match: "re.Match[str]") -> bool:
    """Tell a person's initials: in brackets of a remark, or signing the line."""
    text = words_of(sentence)
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    signs = len(match.group()) <= 3 and (before.endswith(("[", "–", "—")) and (not after or after[0] in "]:"))
    return signs or (before.endswith("[") and after.startswith(":"))


def _jargon(doc: "Doc", rubric: "Rubric") -> Iterator[Mention]:
    pattern, plain, first = _lexicon(rubric.id, tuple((t.term, t.plain) for t in rubric.lexicons.jargon))
    if pattern is None:
        return
    for sentence in sentences_of(doc):
        text = words_of(sentence)
        if first.isdisjoint(_WORDS.findall(text.lower())):
            continue
        literal = [m.span() for m in _LITERAL.finditer(text)]
        for match in pattern.finditer(text):
            if any(a <= match.start() < b for a, b in literal):
                continue
            start = sentence.start_char + match.start()
            span = doc.char_span(start, start + len(match.group()), alignment_mode="expand")
            if span is not None:
                yield Mention(span, sentence, "jargon", plain[match.group().lower()])


@lru_cache(maxsize=4)
def _lexicon(
    rubric_id: str, terms: tuple[tuple[str, str], ...]
) -> "tuple[re.Pattern[str] | None, dict[str, str], frozenset[str]]":
    """Return a pattern of the terms, the plain words for each, and the words that a term can begin with."""
    plain = {term.lower(): meaning for term, meaning in terms}
    first = frozenset(words[0] for term in plain if (words := _WORDS.findall(term)))
    if not plain:
        return None, plain, first
    longest = sorted(plain, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w-])", re.I), plain, first


def _services(doc: "Doc", rubric: "Rubric") -> Iterator[Mention]:
    from advice_audit.language.services import service_of

    starts = [s.start for s in sentences_of(doc)]
    sentences = sentences_of(doc)
    for span in spans_of(doc, "services"):
        service = service_of(span)
        if service is not None and service.explains_itself:
            continue
        if service is None and any(token.text in rubric.lexicons.acronyms for token in span):
            # "SEND team" is plain but for its acronym.
            continue
        sentence = _containing(span, starts, sentences)
        if sentence is not None:
            yield Mention(span, sentence, "service", service.does if service else None)


def _containing(span: "Span", starts: list[int], sentences: "list[Span]") -> "Span | None":
    from bisect import bisect_right

    index = bisect_right(starts, span.start) - 1
    if index < 0 or sentences[index].end < span.end:
        return None
    return sentences[index]


def is_defined(text: str, acronym: str) -> bool:
    """Tell whether a text spells an acronym out, in either order: "needs assessment (NA)" or "NA (needs assessment)"."""
    letters = [c for c in acronym if c.isupper()]
    escaped = re.escape(acronym)
    for match in re.finditer(rf"((?:[\w'’/&-]+,? ){{1,9}})[(\[–-]\s?[\"“]?{escaped}s?\b", text):
        if _initials_match(match.group(1), letters):
            return True
    for match in re.finditer(
        rf"\b{escaped}s?\b[\"”]?(?: (?:team|service|group|unit|plan))?(?:,| is| means| stands for|:| –| -)?\s?\(?((?:[\w'’/&-]+,? ?){{1,9}})",
        text,
    ):
        if _initials_match(match.group(1), letters):
            return True
    return False


def _initials_match(words: str, letters: list[str]) -> bool:
    """Tell whether the last (or first) words begin with the letters; small words may be passed over."""
    initials = [part[0].upper() for w in re.findall(r"[\w'’]+", words) if w.lower() not in _SMALL for part in [w]]
    want = [c for c in letters]
    size = len(want)
    windows = [initials[i : i + size] for i in range(max(len(initials) - size + 1, 0))]
    loose = sum(c in initials for c in want) >= size - 1 and size > 2 and len(initials) >= size - 1
    return want in windows or (loose and initials[:1] == want[:1])
