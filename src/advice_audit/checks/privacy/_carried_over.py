"""Signs of text carried over from another child's advice."""

# A pattern is read as one line.

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advice_audit.language.canonical import sentences_of, spans_of, text_of
from advice_audit.language.people_words import ANYBODY, CAP, FEMALE, MALE, NOT_NAMES
from advice_audit.language.times_dates import dates_in

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from advice_audit.language.facts import Facts

Sure = list[tuple["Span", float]]
SECTIONS = frozenset(
    [
        "strengths",
        "needs",
        "needs_met_elsewhere",
        "outcomes",
        "provision_h1",
        "provision_h2",
        "consent",
        "signoff",
        "reason",
        "current_involvement",
        "child_aspirations",
        "family_aspirations",
        "methodology",
    ]
)
_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_TIME = r"(?:By|In|From|Before|Within|After|Until)\s[^.,;\n]{3,40}?,?\s"
# Where a plan speaks of its child: what they will do, have or need, or whose something is.
_SLOTS = re.compile(
    rf"(?:(?:^|(?<=[.:;!?]\s)|(?<=\d\.\s)|{_TIME})(?P<A>{CAP})\s(?:will|has|is|gets?|needs?|can|cannot|likes|enjoys|does|struggles|finds|should|must|to|wears|requires|attends|wants|would|sleeps|eats|goes|lives|becomes|feels)\b"
    rf"|\b(?:[Hh]elp(?:s|ing)?|[Ss]upport(?:s|ing)?|[Ee]nabl(?:e|es|ing)|[Ff]or|[Aa]llow(?:s|ing)?|[Ee]ncourag(?:e|es|ing)|[Tt]each(?:es|ing)?)\s(?P<B>{CAP})\s(?:to|will|with|eat|feel|get|go|make|manage|learn|have|be)\b"
    rf"|(?<!in )(?<!In )\b(?P<C>{CAP})['’]s\s(?:mother|father|mum|dad|parents?|carers?|grandmother|grandparents|needs?|views?|mornings?|nights?|plan|teacher|school|behaviour|care|sleep|wishes|safety|outcomes?|home|age)\b"
    rf"|(?:^|(?<=[.:;!?]\s))(?P<F>{CAP})\sand\s(?:his|her|their)\s(?:mother|father|mum|dad|parents?|carers?|family|brothers?|sisters?)\b"
    rf"|\bin\swhich\s(?P<D>{CAP})\swill\b|\b(?:she|he|they|parents)\sand\s(?P<E>{CAP})\s(?:can|will|could|are)\b)",
    re.M,
)


def wrong_names(doc: "Doc") -> Sure:
    """Return the names that stand where the child's should and that nobody in the advice bears."""
    known = {
        w.casefold()
        for p in doc._.people.people
        if p.kind != "person" or p.role or " " in p.names[0]
        for n in p.names
        for w in n.split()
    }
    names = {e.text.split()[0] for e in doc.ents if e.label_ == "PERSON"}
    trained = "ner" in getattr(doc, "user_data", {}).get("pipes", ()) or bool(names)
    # Whoever has a surname somewhere, or is called nearly as the child is, has a place in this advice.
    known |= {w.casefold() for e in doc.ents if e.label_ == "PERSON" and len(e) > 1 for w in e.text.split()}
    short = (doc._.facts.child or "")[:2]
    found: Sure = []
    told: set[str] = set()
    for sentence in sentences_of(doc):
        if sentence.label_ not in SECTIONS:
            continue
        for match in _SLOTS.finditer(sentence.text):
            name = match[match.lastgroup or 0]
            if name.casefold() in known or name.lower() in NOT_NAMES or name in told or name[:2] == short:
                continue
            span = doc.char_span(
                sentence.start_char + match.start(match.lastgroup or 0),
                sentence.start_char + match.end(match.lastgroup or 0),
            )
            if span is None or len(span) != 1 or not _is_name(span[0], names, trained):
                continue
            told.add(name)
            if _at_home(doc, name):
                continue
            found.append((span, 0.85 if name in names else 0.65))
    return found


def _at_home(doc: "Doc", name: str) -> bool:
    """Tell a name that comes in several sections: carried-over text stays in one, people of the story come back."""
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return len({s.label_ for s in sentences_of(doc) if pattern.search(s.text)}) > 1


def _is_name(token: "Token", names: set[str], trained: bool) -> bool:
    if trained:
        return token.text in names
    text = text_of(token.doc)
    if token.lower_.endswith(("ing", "ever")) or (
        token.i and token.nbor(-1).is_title and token.nbor(-1).pos_ == "PROPN"
    ):
        return False
    # A word that also stands in small letters is a word ("Sleep is ..."), not a name.
    return token.pos_ == "PROPN" and not re.search(rf"\b{re.escape(token.lower_)}\b", text)


# Here each paragraph or row stands alone, so whoever is meant must stand in it.
ALONE = frozenset({"strengths", "needs", "outcomes", "provision_h1", "provision_h2", "needs_met_elsewhere"})
# Here a parent or worker may be meant who was last named a page ago.
LEFT_OUT = frozenset({"family_views", "family_aspirations", "child_aspirations", "chronology"})


def wrong_pronouns(doc: "Doc", facts: "Facts", names: Sure) -> Sure:
    """Return pronouns of the other gender that have nobody near to belong to."""
    if facts.pronouns not in ("he", "she"):
        return []
    wrong, others = (_SHE, FEMALE) if facts.pronouns == "he" else (_HE, MALE)
    known = _Known(
        others, {s.text for s, _ in names}, {w for p in doc._.people.of("child") for n in p.names for w in n.split()}
    )
    found: Sure = []
    before: list[Span] = []
    group: object = None
    for sentence in sentences_of(doc):
        here = _group(doc, sentence)
        if here != group:
            before, group = [], here
        token = next((t for t in sentence if t.lower_ in wrong), None)
        if token is not None and sentence.label_ not in LEFT_OUT and not _quoted(token, sentence):
            alone = _after_stranger(token, sentence, known.strangers)
            parts = (alone,) if alone is not None else (*before, sentence)
            if not _excused(token, sentence, facts.pronouns) and not any(
                _someone(part, token, known) for part in parts
            ):
                found.append((_phrase(token, sentence), 0.7))
        before.append(sentence)
    return found


def _after_stranger(token: "Token", sentence: "Span", strangers: set[str]) -> "Span | None":
    """Return the words from a name out of place up to the end, where such a name stands before the pronoun."""
    places = [t.i for t in sentence if t.text in strangers and t.i < token.i]
    return sentence.doc[places[-1] : sentence.end] if places else None


_TELLS = frozenset(
    (
        "says said tells told reports reported feels felt thinks thought hopes hoped adds added explained recalls "
        "believes wishes knows"
    ).split()
)


def _excused(token: "Token", sentence: "Span", pronouns: str) -> bool:
    """Tell whether the pronoun must be somebody else: one who tells, or who does something to the child."""
    after = sentence.doc[token.i + 1 : sentence.end]
    if sentence.label_ == "child_views":
        # A parent's column can pass for the child's; only a sentence that also has the child in it is sure.
        own = {w for p in sentence.doc._.people.of("child") for n in p.names for w in n.split()}
        right = {"he": _HE, "she": _SHE}[pronouns]
        if not any(t.text in own or t.lower_ in right for t in sentence):
            return True
    if token.lower_ in ("he", "she"):
        if len(after) and after[0].lower_ in _TELLS:
            return True
        them = {"he": ("him",), "she": ("her",)}[pronouns]
        return token.i == sentence.start and any(t.lower_ in them for t in after)
    return False


def _group(doc: "Doc", sentence: "Span") -> object:
    """Return what a sentence shares with those that may say whom it is about: its block or row, or its section."""
    if sentence.label_ not in ALONE:
        return sentence.label_
    block = _blocks(doc).get(sentence.start)
    if block is None:
        return sentence.start
    place = block._.block.place
    return (place.table, place.row) if place is not None and place.row else block.start


def _blocks(doc: "Doc") -> "dict[int, Span]":
    """Return the block of each token, worked out once a document."""
    cached = doc.user_data.get("carried_over_blocks")
    if cached is None:
        cached = doc.user_data["carried_over_blocks"] = {
            i: b for b in spans_of(doc, "blocks") for i in range(b.start, b.end)
        }
    found: dict[int, Span] = cached
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    """Words for people of the pronoun's gender, names out of place, and the child's own names."""

    others: "re.Pattern[str]"
    strangers: set[str]
    child: set[str]


def _someone(part: "Span", token: "Token", known: _Known) -> bool:
    """Tell whether a sentence has anybody (other than the child) before the pronoun to whom it could belong."""
    text = part.text
    own = part.start <= token.i < part.end
    # "In his view, Mr Roe ..." points forward; so does a pronoun near the start.
    reach = len(text) if not own or token.i - part.start < 3 else token.idx - part.start_char
    if known.others.search(text[:reach]) or ANYBODY.search(text[:reach]):
        return True
    last = part.start_char + reach
    for mention in spans_of(part.doc, "people"):
        inside = part.start <= mention.start < part.end and mention.start_char < last
        if inside and mention._.person.kind != "child" and mention.text not in known.strangers:
            return True
    return any(
        t.pos_ == "PROPN" and t.is_title and t.i > part.start and t.idx < last
        and t.text not in known.child | known.strangers and t.lower_ not in NOT_NAMES
        for t in part
    )  # fmt: skip


def _quoted(token: "Token", sentence: "Span") -> bool:
    opened = re.findall(r"[\"“”]", text_of(sentence.doc)[sentence.start_char : token.idx])
    return len(opened) % 2 == 1


def _phrase(token: "Token", sentence: "Span") -> "Span":
    """Return the pronoun, with the word it goes with where that follows at once."""
    end = token.i + 1
    if end < sentence.end:
        after = sentence.doc[end]
        joined = token.lower_ in ("he", "she", "his") or (
            token.lower_ == "her" and after.pos_ in ("NOUN", "ADJ", "PROPN", "VERB")
        )
        if after.is_alpha and joined and after.pos_ not in ("ADP", "SCONJ", "CCONJ"):
            end += 1
    return sentence.doc[token.i : end]


_BORN = re.compile(r"(?:\bborn(?: on)?|\bdate of birth(?: is)?|\bbirthday(?: is)?|\bd\.?o\.?b\b\.?)[:\s(]*$", re.I)
_RELATIONS = re.compile(r"\b(?:brother|sister|sibling|cousin|baby|twin|mother|father|mum|dad|son|daughter)s?\b", re.I)


def wrong_births(doc: "Doc", facts: "Facts") -> list["Span"]:
    """Return dates given as this child's date of birth that are not the one on the form."""
    if facts.dob is None:
        return []
    found = []
    for block in spans_of(doc, "blocks"):
        text = block.text
        for offset, day in dates_in(text):
            before = text[max(offset - 60, 0) : offset]
            if day == facts.dob or not _BORN.search(before) or _RELATIONS.search(before):
                continue
            match = re.match(r"[\d./-]+|\d+\w*\s\w+,?\s\d{2,4}", text[offset:])
            span = (
                doc.char_span(
                    block.start_char + offset,
                    block.start_char + offset + len(match[0].rstrip("./-")),
                    alignment_mode="expand",
                )
                if match
                else None
            )
            if span is not None:
                found.append(span)
    return found
