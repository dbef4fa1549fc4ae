"""Who a word stands for: the child, a carer, a professional, a document, the writer. Pronouns lean on who spoke last."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from spacy.tokens import Doc, Token

from advice_audit.language.canonical import lowers_of, spans_of, tokens_of
from advice_audit.language.facts import Person
from advice_audit.language.voice_lexicon import CARER_NOUNS, HE_NOUNS, NOUNS, SHE_NOUNS, TITLES
from advice_audit.language.voice_quotes import quoted

Kind = Literal["child", "carer", "professional", "document", "writer", "both", "person"]
Gender = Literal["he", "she", "they", "any"]
_LABELS: dict[str, Kind] = {
    "child": "child", "carer": "carer", "relative": "carer", "professional": "professional", "person": "person",
}  # fmt: skip
_PRONOUNS: dict[str, Gender] = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she",
    "they": "they", "them": "they", "their": "they", "both": "they", "neither": "they",
}  # fmt: skip
_CARERS = frozenset({"parent", "carer", "mother", "father", "mum", "dad", "guardian", "family", "grandmother", "nan"})
_YOUNG = frozenset({"person", "man", "lady", "woman", "adult", "carer"})
_ITSELF = frozenset("assessment recommendation recommendations advice report form section".split())
# What people do as often as what they write.
_PAPER_OR_VERB = frozenset(
    "report reports rpt rpts record records note notes log logs plan plans email emails text review reviews".split()
)
_BODIES = frozenset("school nursery hospital police clinic college service services team social head".split())
_WORKERS = frozenset({"professional", "worker", "practitioner", "teacher", "senco", "author", "involved"})
_BETWEEN = re.compile(r",|;|\band\b|&")
_BRACKETED = re.compile(r"\([^)]*\)?")
WRITER_WORDS = frozenset({"i", "me", "we", "us", "my", "our"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone a word stands for. `person` is a name or a role as written; `gender` of the pronoun that fits."""

    kind: Kind
    person: str | None = None
    gender: Gender = "any"


WRITER = Speaker("writer", "writer", "any")


class Speakers:
    """The people and papers of one document, looked up by token.

    Args:
        doc: annotated with people where that component has run; role nouns are known without it.
        inside: one byte a token, 1 inside quotation marks; found where not given.
    """

    def __init__(self, doc: Doc, inside: bytearray | None = None) -> None:
        self.tokens = tokens_of(doc)
        self.front = doc[:400].text
        self.lowers = lowers_of(doc)
        self.at: dict[int, Speaker] = {}
        inside = inside if inside is not None else quoted(doc)
        self.addressed = _addressed(self.lowers, inside)
        self.child_gender: Gender = _child_gender(doc, self.lowers)
        self._nouns(doc)
        self._people(doc)
        self._listed(doc)
        self._child(doc)
        self._papers(doc)
        if self.addressed:
            you = Speaker("child", None)
            self.at.update({i: you for i, w in enumerate(self.lowers) if w in ("you", "yourself") and not inside[i]})

    def _nouns(self, doc: Doc) -> None:
        for i, word in enumerate(self.lowers):
            kind = NOUNS.get(word[:-1] if word[-1] == "." else word)
            before = self.lowers[i - 1] if i else ""
            if word == "person" and before in ("key", "named"):
                kind = "professional"
            elif word in _YOUNG and before == "young":
                kind = "child"
            elif word == "carers" and (before == "young" or (i and self.tokens[i - 1].pos_ == "PROPN")):
                kind = "professional"
            elif word == "print" and self.lowers[i + 1 : i + 2] == ["out"]:
                kind = "document"
            if kind is None or (word == "head" and not self.tokens[i].text[0].isupper()):
                continue
            if kind == "document" and not _is_paper(self.tokens[i], word, before):
                continue
            self.at[i] = Speaker(cast(Kind, kind), self.tokens[i].text, _gender(word))

    def _papers(self, doc: Doc) -> None:
        """Give "foster carer's report" and "school record" to the paper; take "Mum reports" for what Mum does."""
        for i in sorted(self.at):
            if self.at[i].kind != "document":
                continue
            before = self.at.get(i - 1)
            self._owner(i)
            if before is None or before.kind == "document":
                continue
            if self.lowers[i] in _PAPER_OR_VERB and _is_verb(doc, i, before):
                del self.at[i]
            elif before.kind != "child" and self.lowers[i - 1] in NOUNS:
                self.at[i - 1] = Speaker("document", self.tokens[i - 1].text)

    def _owner(self, i: int) -> None:
        """Give "Dr Lal's clinic letter" wholly to the letter; "her mother's report" stays what her mother reports."""
        for j in range(i - 1, max(i - 4, 0), -1):
            if self.lowers[j] in ("'s", "’s", "'", "’"):
                owner, k = self.at.get(j - 1), j - 1
                if owner is None or owner.kind not in ("professional", "person"):
                    return
                while self.at.get(k) == owner:
                    self.at[k] = Speaker("document", self.lowers[i])
                    k -= 1
                return

    def _people(self, doc: Doc) -> None:
        people = spans_of(doc, "people")
        facts = doc._.facts
        surname = facts.child.split()[-1].lower() if facts is not None and facts.child and " " in facts.child else None
        for span in people:
            kind = _LABELS.get(span.label_)
            if kind is None:
                continue
            known = span._.person
            person = known if isinstance(known, Person) else None
            name = person.names[0] if person is not None and person.names else span.text
            if (
                (kind == "person" or (kind == "professional" and not (person and person.role)))
                and len(span) > 1
                and self.lowers[span.end - 1] == surname
                and self.lowers[span.start].rstrip(".") in TITLES
            ):
                # "Ms Pell", in an advice about Sam Pell, is family until it says otherwise.
                kind = "carer"
            gender = self.child_gender if kind == "child" else _gender_of(person, self.lowers[span.start], name)
            for i in range(span.start, span.end):
                self.at[i] = Speaker(kind, name, gender)
        if people:
            return
        for i in range(len(doc) - 1):
            if self.lowers[i].rstrip(".") in TITLES and doc[i + 1].text[:1].isupper():
                speaker = Speaker("person", doc[i : i + 2].text, _gender(self.lowers[i].rstrip(".")))
                self.at.setdefault(i, speaker)
                self.at.setdefault(i + 1, speaker)

    def _listed(self, doc: Doc) -> None:
        """Learn whom the form's front lists under parents or under professionals: what it says beats any guess."""
        listed: dict[tuple[str, ...], Speaker] = {}
        for kind, name in _front(self.front):
            for words in _ways_to_name(name.lower().split()):
                listed.setdefault(words, Speaker(kind, name, _gender(words[0].rstrip("."))))
        firsts = {words[0] for words in listed}
        for i, word in enumerate(self.lowers):
            if word not in firsts or not (
                self.tokens[i].text[0].isupper() or (self.tokens[i].pos_ == "PROPN" and len(word) > 3)
            ):
                continue
            for size in (2, 1):
                speaker = listed.get(tuple(self.lowers[i : i + size]))
                if speaker is not None:
                    self._name(i, size, speaker)
                    break

    def _name(self, i: int, size: int, speaker: Speaker) -> None:
        known = self.at.get(i)
        if known is not None and known.kind in ("child", "document"):
            return
        places = [j for j in range(i, i + size)]
        while known is not None and self.at.get(places[-1] + 1) == known and known.person != known.kind:
            places.append(places[-1] + 1)
        self.at.update(dict.fromkeys(places, speaker))

    def _child(self, doc: Doc) -> None:
        facts = doc._.facts
        name = (facts.child if facts is not None else None) or _named_first(self.front)
        if not name:
            return
        first = name.split()[0].lower()
        names = {first, first + ".", first.rstrip(".")} | ({first + "s"} if len(first) > 3 else set())
        for i, word in enumerate(self.lowers):
            if word in names and (self.tokens[i].text[0].isupper() or self.tokens[i].pos_ == "PROPN"):
                self.at[i] = Speaker("child", name, self.child_gender)

    def of(self, token: Token, last: "Speaker | None", in_child_section: bool) -> Speaker | None:
        """Return whom a word stands for, or None.

        Args:
            token: the head of a subject, or a possessive.
            last: who was last spoken of as a speaker; a pronoun of fitting gender means that person.
            in_child_section: there, a pronoun that fits the child means the child unless someone else has just spoken.
        """
        word = self.lowers[token.i]
        if word in WRITER_WORDS:
            return WRITER
        known = self.at.get(token.i)
        if known is not None:
            return known
        if word == "your" and self.addressed:
            return Speaker("child", None)
        gender = _PRONOUNS.get(word)
        if gender is None:
            return None
        if last is not None and last.kind in ("carer", "professional", "person", "child") and _fits(last, gender):
            return last
        if in_child_section or gender == self.child_gender:
            return Speaker("child", None, self.child_gender)
        return Speaker("carer", "parents") if gender == "they" else Speaker("person", None, gender)


def _front(text: str) -> Iterator[tuple[Kind, str]]:
    """Yield (kind, name) from lines such as "Parents and carers: Mrs Ali, Mr Ali" among the first of a document."""
    for line in text[:1500].split("\n")[:30]:
        label, colon, value = line.partition(":")
        words = {w.strip("s/()") for w in label.lower().split()}
        if not colon or len(words) > 5:
            continue
        kind: Kind | None = "carer" if words & _CARERS else "professional" if words & _WORKERS else None
        if kind is None:
            continue
        for part in _BETWEEN.split(value):
            name = _BRACKETED.sub("", part).strip(" .")
            if name[:1].isupper() and len(name) > 1 and len(name.split()) <= 4:
                yield kind, name


def _ways_to_name(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield how a listed person may be written: title and surname, first name, a title before a surname, a lost apostrophe."""
    if words[0].rstrip(".") in TITLES:
        if len(words) > 1:
            yield words[0], words[-1]
            yield words[0].rstrip("."), words[-1]
            yield words[0].rstrip("."), words[-1] + "s"
        if len(words) > 2:
            yield (words[1],)
        return
    if words[0] in NOUNS:
        if len(words) > 1:
            yield words[0], words[1]
            yield (words[-1],)
        return
    yield (words[0],)
    yield (words[0] + "s",)
    if len(words) > 1:
        for title in ("mr", "mrs", "ms", "miss", "dr", "mr.", "mrs.", "ms."):
            yield title, words[-1]


def _addressed(lowers: list[str], inside: bytearray) -> bool:
    """Tell an advice written to the child ("You told me that ...") from one about the child."""
    outside = [w for w, quoted_ in zip(lowers, inside, strict=True) if not quoted_]
    you = sum(w in ("you", "your") for w in outside)
    return you >= 2 and you > sum(w in ("he", "she", "his", "her", "him") for w in outside)


def _is_paper(token: Token, word: str, before: str) -> bool:
    """Tell a paper from an amount of time ("forty minutes"), an action ("plans to") and the writer's own judgement."""
    if word == "minutes":
        return not (token.i and (token.doc[token.i - 1].like_num or token.doc[token.i - 1].text[:1].isdigit()))
    if before in ("my", "our", "no", "this") and word in _ITSELF:
        return False
    return not (token.pos_ in ("VERB", "AUX") and word not in ("form",))


def _is_verb(doc: Doc, i: int, before: Speaker) -> bool:
    if doc[i].pos_ == "VERB" or before.kind in ("carer", "child"):
        return True
    following = doc[i + 1] if i + 1 < len(doc) else None
    if following is None or following.lower_ == "that":
        return following is not None
    return (
        doc[i].text.endswith("s")
        and doc[i - 1].lower_ not in _BODIES
        and (following.pos_ in ("NOUN", "ADJ", "DET", "PRON", "PROPN", "ADV", "PART") or following.text == ",")
    ) or (i > 1 and doc[i - 2].text in ("+", "&", "and"))


def _fits(speaker: Speaker, gender: Gender) -> bool:
    if gender == "they":
        return speaker.gender == "they" or (speaker.person or "").lower() in ("parents", "carers", "family")
    return speaker.gender in (gender, "any")


def _gender(word: str) -> Gender:
    if word in SHE_NOUNS:
        return "she"
    if word in HE_NOUNS:
        return "he"
    return "they" if (word in CARER_NOUNS and word.endswith("s")) or word == "family" else "any"


def _gender_of(person: Person | None, first: str, name: str) -> Gender:
    """Return the gender that a title or a role tells, or `any`."""
    words = [first, *name.lower().split()[:1]]
    if person is not None:
        words += [w for name in person.names for w in name.lower().split()[:1]] + (person.role or "").lower().split()
    found = {_gender(w.rstrip(".")) for w in words} - {"any"}
    return found.pop() if len(found) == 1 else "any"


def _child_gender(doc: Doc, lowers: list[str]) -> Gender:
    facts = doc._.facts
    if facts is not None and facts.pronouns is not None:
        return facts.pronouns  # type: ignore[no-any-return]
    he = sum(w in ("he", "him", "his") for w in lowers)
    she = sum(w in ("she", "her", "hers") for w in lowers)
    return "any" if he == she else "he" if he > she else "she"


def _named_first(text: str) -> str | None:
    """Return the name on the form's first lines, for a text whose people nobody has looked for."""
    for line in text[:400].split("\n"):
        label, colon, value = line.partition(":")
        if colon and "name" in label.lower() and value.strip():
            return str(value.strip())
    return None
