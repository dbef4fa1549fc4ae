"""Mentions of services, known from the rubric's catalogue or by the shape of their names.

Writes `doc.spans["services"]`, labelled with the service's id in the catalogue or `unknown`; `service_of` gives the
catalogue's entry. Mentions do not overlap: the longest wins, so that "STEP Saturday Club" is not also "STEP".
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from advice_audit.documents.model import BlockKind
from advice_audit.language.canonical import spans_of, text_of
from advice_audit.language.extensions import register

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

    from advice_audit.rubric.model import Rubric, Service

UNKNOWN = "unknown"
# The catalogue's entry for "the council's … team" where nothing more is known of it.
COUNCIL_TEAM = "council-team"
DEFAULT_RUBRIC = "swindon-2022"
_CATALOGUE = "service_catalogue"
_HEADS = (
    r"(?:Services?|Team|Hub|Club|Group|Project|Centre|Trust|Scheme|Programme|Program|Foundation|Partnership|Network|"
    r"Charity|Carers|Mentors|Playscheme|Befrienders)"
)
# One to five capitalised words (with small ones between them) that end in what a service is called.
_NAME = re.compile(
    rf"\b(?:[A-Z0-9][\w'’+&-]*,?[ ](?:(?:of|for|and|the|in|with|to|&)[ ]){{0,2}}){{1,5}}(?:{_HEADS}|team|service|"
    r"project)\b(?!['’-]\w)"
)
_TEAM = re.compile(
    r"\b(?:council|authority|borough|county)['’]s (?:own )?((?:[\w'’-]+ ){0,5}(?:team|service|unit|scheme|workers?))\b",
    re.I,
)
_SCHOOLING = re.compile(
    r"school|teach|educat|learning|psycholog|plan\b|\bSEND?\b|special needs|attendance|tuition", re.I
)
_CAPITALS = re.compile(
    r"(?<=\bfrom )[A-Z]{3,}\b|(?<=\bthrough )[A-Z]{3,}\b|(?<=\battends )[A-Z]{3,}\b|(?<=\battending )[A-Z]{3,}\b|"
    r"\b[A-Z]{3,}(?= (?:programme|project|worker|mentor|volunteer|group|club|course|service|session)s?\b)"
)
_SMALL = (
    "the a an our this that these my her his their its your one both each every at in on from by with for to of and or "
    "if when while as since after before no any all some"
)
_NOT_A_NAME = frozenset(_SMALL.split())


class Finder:
    """Finds the services of one rubric's catalogue, and names that look like a service's.

    Args:
        tokenizer: of the pipeline whose documents are searched.
        rubric: carries the catalogue, and the acronyms that are not services.
    """

    def __init__(self, tokenizer: "Tokenizer", rubric: "Rubric") -> None:
        self.rubric = rubric
        self.catalogue = {service.id: service for service in rubric.services}
        self._exact = PhraseMatcher(tokenizer.vocab, attr="ORTH")
        self._lower = PhraseMatcher(tokenizer.vocab, attr="LOWER")
        for service in rubric.services:
            names = {form for name in (service.name, *service.aliases) for form in _forms(name)}
            for matcher, wanted in ((self._exact, True), (self._lower, False)):
                if phrases := [tokenizer(name) for name in sorted(names) if (name != name.lower()) is wanted]:
                    matcher.add(service.id, phrases)
        self._acronyms = {*rubric.lexicons.known_acronyms, *rubric.lexicons.acronyms}

    def find(self, doc: Doc) -> list[Span]:
        """Return the mentions in a document, in order, without overlaps."""
        known = filter_spans([*self._exact(doc, as_spans=True), *self._lower(doc, as_spans=True)])
        named = [self._named(span, known) for span in _names(doc, self._acronyms)]
        teams = [self._named(span, known) for span in _teams(doc)] if COUNCIL_TEAM in self.catalogue else []
        mentions: list[Span] = filter_spans([*named, *known, *teams])
        # Its patterns take long to compile; a load need not wait for them.
        from advice_audit.language.service_names import going_names

        everything: list[Span] = filter_spans([*mentions, *going_names(doc, mentions)])
        return everything

    def _named(self, span: Span, known: list[Span]) -> Span:
        """Return a name with the label of the known service or kind that it begins or ends with."""
        for other in known:
            if span.start <= other.start and other.end <= span.end:
                service = self.catalogue[other.label_]
                # "Elm Grove Young Carers Project" is a young carers project; "STEP Bike Club" is STEP's.
                if other.end == span.end or (other.start == span.start and not service.kind):
                    return Span(span.doc, span.start, span.end, label=other.label_)
        return span


@Language.factory(
    "advice_services", requires=["doc.spans"], assigns=["doc.spans"], default_config={"rubric": DEFAULT_RUBRIC}
)
def make_services(nlp: Language, name: str, rubric: str = DEFAULT_RUBRIC) -> Callable[[Doc], Doc]:
    """Make the component that writes `doc.spans["services"]`.

    Args:
        nlp: the pipeline.
        name: of the component.
        rubric: id or path of the rubric whose catalogue is used.
    """
    register()

    def component(doc: Doc) -> Doc:
        return add_services(doc, _finder(nlp, rubric))

    return component


@cache
def _finder(nlp: Language, rubric: str) -> Finder:
    from advice_audit.rubric.load import load_rubric

    return Finder(nlp.tokenizer, load_rubric(rubric))


def add_services(doc: Doc, finder: Finder) -> Doc:
    """Write the mentions that a finder sees; a second call with another rubric's finder replaces them."""
    doc.user_data[_CATALOGUE] = finder.catalogue
    doc.spans["services"] = finder.find(doc)
    return doc


def service_of(span: Span) -> "Service | None":
    """Return the catalogue's entry for a mention, or None for an unknown service."""
    catalogue: dict[str, Service] = span.doc.user_data.get(_CATALOGUE, {})
    return catalogue.get(span.label_)


def _names(doc: Doc, acronyms: set[str]) -> Iterator[Span]:
    """Yield names that the shape of the text gives away as a service's, outside headings."""
    headings = [b for b in spans_of(doc, "blocks") if b._.block.kind == BlockKind.HEADING]
    inside = {i for heading in headings for i in range(heading.start, heading.end)}
    for pattern in (_NAME, _CAPITALS):
        for match in pattern.finditer(text_of(doc)):
            span = doc.char_span(*match.span(), label=UNKNOWN, alignment_mode="contract")
            while span is not None and len(span) > 1 and span[0].lower_ in _NOT_A_NAME:
                span = Span(doc, span.start + 1, span.end, label=UNKNOWN)
            if span is None or span.start in inside or span.text in acronyms:
                continue
            if pattern is _NAME and len(span) < 2:
                continue
            yield span


def _teams(doc: Doc) -> Iterator[Span]:
    """Yield "the council's … team", unless it is a team for schooling, which is not social care's."""
    for match in _TEAM.finditer(text_of(doc)):
        if not _SCHOOLING.search(match[1]) and "\n" not in match[1]:
            span = doc.char_span(*match.span(1), label=COUNCIL_TEAM, alignment_mode="contract")
            if span is not None:
                yield span


def _forms(name: str) -> Iterator[str]:
    """Yield the ways in which a name may be written: apostrophes, plural, title case, capitals."""
    spellings = {name}
    if "'s " in name and name == name.lower():
        spellings |= {name.replace("'s ", "s' "), name.replace("'s ", "s "), name.replace("'s ", " ")}
    for spelling in spellings:
        for form in {spelling, _plural(spelling)} if spelling == spelling.lower() else _cased(spelling):
            yield form
            if "'" in form:
                yield form.replace("'", "’")


def _plural(name: str) -> str:
    if name.endswith("s"):
        return name
    return name[:-1] + "ies" if re.search(r"[^aeiou]y$", name) else name + "s"


def _cased(name: str) -> set[str]:
    """Return a name as written, in title case, with a small last word ("Adoption Support team"), and in capitals."""
    words = name.split()
    if len(words) < 2:
        return {name}
    titled = " ".join(w[:1].upper() + w[1:] if len(w) > 3 else w for w in words)
    small = " ".join([*words[:-1], words[-1].lower()]) if words[-1].istitle() else name
    return {name, titled, small, name.upper()}
