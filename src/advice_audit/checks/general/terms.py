"""First mentions that a reader may not understand: acronyms, professional words, names of services."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from advice_audit.checks.general.acronyms import SMALL, acronyms
from advice_audit.checks.general.bare_names import bare_names
from advice_audit.checks.general.mentions import Mention
from advice_audit.language.canonical import sentences_of, spans_of, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.rubric.model import Rubric, Service

# Sections in which a team is the writer's or the manager's own.
_FORM = ("details", "signoff")
_ORDINARY = frozenset(
    "myself dates date provider detail details amount whose who when what how next fortnightly monthly weekly daily yearly joint "
    "discussions discussion empty duty provided extent hours cost none nil notes page copy family running planned booked "
    "ongoing start result results comment comments sessions session regular paragraph outreach dads mums ramps need needs review reviews visits started ended since due paid free same new old other others another more most".split()
)
# Everyday uses of words that are jargon elsewhere: steps that one walks down, a threshold that one trips over.
_WORDS = re.compile(r"\w+")
_FIRST = re.compile(r"(?<![\w-])\w+")
_ENDS = re.compile(r"(?![\w-]|\s(?:disorder|syndrome)\b)")
_IN_BRACKETS = re.compile(r"[\w' ’-]{0,60}\(([A-Z][A-Za-z]{1,7})\)")
_BEFORE_NAME = re.compile(r"\b([A-Z][A-Za-z]{1,7}),? (?:\(|is |which is )?(?:the |a )?$")
_LITERAL = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|sixteen|twenty|few|several|some|many|no|steep|big|small|high|stone|concrete|front|back) steps? (?:down|up)\b"
    r"|\bstep(?:s|ped|ping)?[ -](?:down|up) (?:and down )?(?:to|from|into|onto|on|off|out of) (?:(?:the|a|an|his|her|their) )?(?:\w+ )?(?:bus|stop|street|garden|door|doorway|pavement|kerb|house|road|platform|chair|bath|car|van|minibus|path|yard|drive|"
    r"beach|shops?|pool|ladder|stool|scales|hall|basement|cellar|kitchen|slipway|trailer|caravan|flat|porch)\b"
    r"|\bthresholds? (?:of|to|into|between) (?:the|a|his|her|their) (?:\w+ )?(?:door|house|flat|room|kitchen|bathroom|bedroom|hall|school|shop)\b|\bdoor(?:way)? thresholds?\b|\b(?:over|across|cross(?:es|ed|ing)?|trips? on|tripped on) (?:the|a|his|her|any) (?:\w+ )?threshold"
    r"|\bscaffolding (?:boards?|poles?|planks?|tubes?|towers?|firm|company|business|trade|yard|lorry|bars?)\b|\b(?:stolen|stole|handling|erect\w*|puts? up) scaffolding\b"
    r"|\b(?:in an?|his|her|their) (?:very )?low tone\b|\blow tone of voice|\b(?:work(?:s|ed|ing)? (?:in|on|with)|job in|business in|climb\w*(?: up| on)?|fell off|putting up|puts up|the) (?:the )?scaffolding\b",
    re.I,
)


def first_mentions(doc: "Doc", rubric: "Rubric") -> list[Mention]:
    """Return each term once, where it is first used in running text, in the order of the text."""
    seen: set[str] = set()
    found: list[Mention] = []
    everything = [*_services(doc, rubric), *acronyms(doc, rubric), *_jargon(doc, rubric)]
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


def _jargon(doc: "Doc", rubric: "Rubric") -> Iterator[Mention]:
    lexicon = _lexicon(rubric.id, tuple((t.term, t.plain) for t in rubric.lexicons.jargon))
    named = _named_elsewhere(doc)
    for sentence in sentences_of(doc):
        text = words_of(sentence)
        # The form's front holds the writer's own team and the form's own words.
        if sentence.label_ == "details":
            continue
        terms = list(lexicon.terms_in(text))
        literal = [m.span() for m in _LITERAL.finditer(text)] if terms else []
        for start, end in terms:
            term = text[start:end].lower()
            if any(a <= start < b for a, b in literal) or _is_spelling_out(text[:start], text[end:], term, rubric):
                continue
            first, last = sentence.start_char + start, sentence.start_char + end
            span = doc.char_span(first, last, alignment_mode="expand")
            if span is not None and not any(a <= first and last < b for a, b in named):
                yield Mention(span, sentence, "jargon", lexicon.plain[term])


def _is_spelling_out(before: str, rest: str, term: str, rubric: "Rubric") -> bool:
    """Tell a word of an acronym's full name beside the acronym: "multi-agency … conference (MARAC)", "MASH, the multi-agency …"."""
    after = _IN_BRACKETS.match(rest) or _BEFORE_NAME.search(before)
    return after is not None and term in rubric.lexicons.acronyms.get(after[1], "").lower()


def _named_elsewhere(doc: "Doc") -> list[tuple[int, int]]:
    """Return where names of health and education services stand: "emotional literacy assistant" is a job, not jargon."""
    from advice_audit.language.services import service_of

    known = ((span, service_of(span)) for span in spans_of(doc, "services"))
    return [(span.start_char, span.end_char) for span, service in known if service and service.remit != "social"]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The professional words of a rubric: the plain words for each, and those that begin with the same word, longest first."""

    plain: dict[str, str]
    by_first: dict[str, list[str]]

    def terms_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the longest term at each place stands; a thousand terms are tried only where the first word of one is."""
        # A letter may grow when it is made small: then places would not be the same.
        small = text.lower() if len(text.lower()) == len(text) else text
        end = 0
        for word in _FIRST.finditer(small):
            start = word.start()
            for term in self.by_first.get(word[0], ()) if start >= end else ():
                if small.startswith(term, start) and _ENDS.match(small, start + len(term)):
                    end = start + len(term)
                    yield start, end
                    break


@lru_cache(maxsize=4)
def _lexicon(rubric_id: str, terms: tuple[tuple[str, str], ...]) -> _Lexicon:
    plain = {term.lower(): meaning for term, meaning in terms}
    together: dict[str, list[str]] = {}
    for term in sorted(plain, key=len, reverse=True):
        together.setdefault(_WORDS.findall(term)[0], []).append(term)
    return _Lexicon(plain, together)


def _services(doc: "Doc", rubric: "Rubric") -> Iterator[Mention]:
    from advice_audit.language.services import service_of

    starts = [s.start for s in sentences_of(doc)]
    sentences = sentences_of(doc)
    for span in [*spans_of(doc, "services"), *bare_names(doc)]:
        if _is_no_service(span):
            continue
        service = service_of(span)
        if service is not None and service.explains_itself and not _is_bare(span, service):
            continue
        if service is None and any(token.text in rubric.lexicons.acronyms for token in span):
            # "SEND team" is plain but for its acronym.
            continue
        sentence = _containing(span, starts, sentences)
        if sentence is not None and sentence.label_ not in _FORM:
            yield Mention(span, sentence, "service", service.does if service else None)


def _is_no_service(span: "Span") -> bool:
    """Tell what only looks like a service's name: a manager ("J. Osei, team"), a column's head, a council."""
    text = span.text
    words = text.lower().split()
    return bool(
        (len(words) == 1 and words[0] in _ORDINARY)
        or (re.search(r",? (?:team|service|project)$", text) and "," in text)
        or words[-1] in ("council", "manager", "authority")
    )


def _is_bare(span: "Span", service: "Service") -> bool:
    """Tell a proper name of a kind of service that shares no word with it: "Strengthening Families", a parenting course."""
    words = {w.lower() for w in _WORDS.findall(span.text)}
    plain = {w for name in (service.name, *service.aliases) if name == name.lower() for w in _WORDS.findall(name)}
    named = all(w[0].isupper() or w in SMALL for w in span.text.split())
    return service.remit == "social" and named and not span.text.isupper() and not words & (plain - SMALL)


def _containing(span: "Span", starts: list[int], sentences: "list[Span]") -> "Span | None":
    from bisect import bisect_right

    index = bisect_right(starts, span.start) - 1
    if index < 0 or sentences[index].end < span.end:
        return None
    return sentences[index]
