"""Who of the family the writer spoke to: what "Both parents feel ..." must rest on."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advice_audit.checks.patterns import plain
from advice_audit.language.canonical import kept, sentences_of, spans_of
from advice_audit.language.voice_cues import readings
from advice_audit.language.voice_lexicon import NOUNS, TITLES
from advice_audit.language.voice_speakers import Speaker, Speakers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span

_METHOD = frozenset({"methodology", "reason", "other"})
_VIEWS = frozenset({"family_views", "family_aspirations"})
_KIN = re.compile(
    r"^(?:grand|great|gran|nan|nain|nonna|oma|opa|aunt|uncle|sister|brother|cousin|god|neighbour|babcia|bibi|dona)",
    re.I,
)
_PLURAL = frozenset("parents carers family mums dads mothers fathers grandparents adopters guardians couple".split())
# "Mr Vane was at sea", "rang twice, no answer": this person was not asked.
NOT_HEARD = re.compile(
    r"\b(?:(?:not|n't|never|nor|neither|without)\b[^.;]{0,30}\b(?:spoken|spoke|speak(?:ing)?|seen|see(?:ing)?|met|meet(?:ing)?|heard|hear|reach(?:ed)?|asked|interview\w*|contact\w*|repl\w+|respond\w*|answer\w*|attend\w*|join\w*|"
    r"available|present|take part|taken part|involved|come|there|return\w*|call\w*|ring|rung|get hold|got hold)\b|"
    r"(?:no|without a|awaiting a) (?:reply|answer|contact|response|word|joy|luck)|heard nothing|nothing (?:heard|back)|left (?:\w+ )?(?:word|messages?)|unanswered|rang out|"
    r"(?:unable|failed|hope|hopes|still|yet|remains|due) to (?:be )?(?:speak|spoken|meet|met|see|seen|reach|attend|join|ask|hear|interview|come|take part|contact)\w*|"
    r"(?:not|n't) (?:want|wish|like)\b[^.;]{0,60}\b(?:approached|contacted|asked|spoken to|told|involved|written to)\b|"
    r"unavailable|declin\w+|(?:was|were|is|are|being|while|works?|working|lives?|living) (?:\w+ )?(?:away|abroad|overseas|out|elsewhere|asleep|offshore|deployed|posted|sailing|travelling|nights)\b|"
    r"(?:out )?at sea|in (?:prison|hospital|custody|the (?:army|navy))|at (?:work|the (?:\w+ )?hospital)|on (?:nights|shift|a (?:\w+ )?(?:contract|job|shift)|tour|the rigs|exercise|holiday|a ship)|slept\b|sleeps days)",
    re.I,
)
_HEARD_AFTER = re.compile(
    r"\b(?:so (?:I|we) (?:rang|spoke|saw|met|telephoned|called)|(?:rang|telephoned|spoke to|spoke with|saw|met|visited) (?:him|her|them) (?:later|on|the|at|after|separately|another)|"
    r"(?:spoken|spoke|seen|met) (?:to |with )?(?:later|separately|by (?:telephone|phone|video)|afterwards|on (?:the )?\d)|joined (?:us |by )?(?:by|on|over) (?:telephone|phone|video)|came (?:back|in) (?:later|before|and))\b",
    re.I,
)
BOTH = re.compile(
    r"\b(?:both (?:of )?(?:you\b|them\b|us\b|(?:the |his |her |their |your |\w+'s )?(?:\w+ )?(?:parents?|carers|mums|dads|mothers|fathers|guardians|grandparents|foster carers|adopters|adults|grans|nans))|you both|(?:^|\n)\W*they (?:(?:would|will|are|were|have|do|did|can|could|had) )?both|"
    r"(?:^|\n)\W*(?:his|her|their|the|\w+'s) (?:parents|mums|dads|mothers|fathers|adopters|grandparents|foster carers|couple)|(?:^|\n)\W*(?:parents\b|the two of (?:you|them))|"
    r"(?:mr|mrs|ms|miss|dr)\.? (?:and|&) (?:mr|mrs|ms|miss|dr)\.? \w+|(?:mum|mam|mother|mummy) (?:and|&) (?:dad|father|step-?dad)|(?:dad|father|daddy) (?:and|&) (?:mum|mother|mam|step-?mum)|"
    r"(?:she|he|\w+) and (?:her|his) (?:husband|wife|partner)|(?-i:[A-Z][\w'-]+) (?:and|&) (?-i:[A-Z][\w'-]+)(?= (?:both|each|feel|think|say|want|believe|hope|are (?:of|agreed|both|in|at|very|so|proud|worried|clear|sure|convinced|certain|pleased|anxious|keen)|agree|share|would|see|find|regard|consider|hold|prefer|wish|worry|fear|love|tell|report|describe|know)\\b))",
    re.I,
)


_TOGETHER = re.compile(r"\b(?:together|both (?:present|there|at home)|jointly|as a couple|the two of them)\b", re.I)
_NOT_REACHED = re.compile(
    r"\b(?:(?:could|was|were|has|have|did)(?: not|n't) (?:been |be )?(?:able to )?(?:reach\w*|spoken|speak|interview\w*|contact\w*|met|meet|take part|taken part|respond\w*|repl\w+)|unable to (?:meet|speak|reach|attend)|"
    r"not (?:been )?spoken to|views? (?:was|were|is|are|could) not)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class TookPart:
    """Who was heard one by one, and who is said not to have been.

    Args:
        heard: carers, each once.
        absent: carers of whom the advice says that they were not reached, and who are not heard elsewhere.
        together: the writer names both, or the parents, as having been met.
    """

    heard: tuple[Speaker, ...]
    absent: tuple[Speaker, ...]
    together: bool

    def cues(self, text: str) -> dict[str, float]:
        """Return whether a sentence that speaks for two can: straight quotes."""
        wanted = _named(text)
        heard = list(self.heard) if wanted else _parents(self.heard)
        missing = [w for w in wanted if not any(_same(w, h) for h in heard)]
        absent = [a for a in self.absent if not wanted or any(_same(a, w) for w in wanted)]
        return {
            "both, one said to be absent": float(bool(absent)),
            "both, two heard": float(not absent and (len(heard) > 1 if not wanted else not missing)),
            "both, one heard": float(bool(heard) and (len(heard) == 1 if not wanted else bool(missing))),
            "both, met together": float(self.together and not absent),
        }


def took_part(doc: "Doc") -> TookPart:
    """Return who of the family took part, worked out once a document."""
    return kept(doc, "took part", lambda: _took_part(doc))


def _took_part(doc: "Doc") -> TookPart:
    speakers = Speakers(doc)
    telling = _tellers(doc)
    spoken_for = [s for v in sentences_of(doc) if v.label_ == "family_views" for s in _named(plain(v.text))]
    family = _Family(speakers, frozenset(w for t in (*telling, *spoken_for) for w in _words(t)))
    heard: list[Speaker] = []
    absent: list[Speaker] = []
    together = False
    for sentence, following in _with_next(doc):
        if sentence.label_ == "family_views" and _NOT_REACHED.search(plain(sentence.text)):
            absent += family.absent(sentence, None)
        elif sentence.label_ in _METHOD:
            gone = family.absent(sentence, following)
            absent += gone
            if sentence.label_ == "methodology":
                there = [s for s, _ in family.mentions(sentence)]
                heard += [s for s in there if not any(_same(s, g) for g in gone)]
                pair = _TOGETHER.search(plain(sentence.text)) is not None and bool(there)
                together = together or (not gone and (pair or BOTH.search(plain(sentence.text)) is not None))
    return TookPart(tuple(_distinct([*heard, *telling])), tuple(_distinct(absent)), together)


def _tellers(doc: "Doc") -> list[Speaker]:
    """Return whoever of the family tells something alone in the sections of the family's views."""
    found = []
    for sentence, reading in zip(sentences_of(doc), readings(doc), strict=True):
        if sentence.label_ in _VIEWS and reading.own and len(reading.speakers) == 1:
            speaker = reading.speakers[0]
            if speaker.kind in ("carer", "person") and is_single(speaker):
                found.append(speaker)
    return found


def _with_next(doc: "Doc") -> "Iterator[tuple[Span, Span | None]]":
    """Yield sentences, each with the one after it in its own paragraph."""
    sentences = sentences_of(doc)
    opens = {b.start for b in spans_of(doc, "blocks")}
    for number, sentence in enumerate(sentences):
        following = sentences[number + 1] if number + 1 < len(sentences) else None
        yield sentence, following if following is not None and following.start not in opens else None


class _Family:
    """Mentions of carers, and of people who turn out to speak for the family."""

    def __init__(self, speakers: Speakers, names: frozenset[str]) -> None:
        self._at = speakers.at
        self._names = names

    def mentions(self, sentence: "Span") -> list[tuple[Speaker, int]]:
        """Return each in order, with where in the sentence it begins."""
        found = []
        last = None
        for token in sentence:
            speaker = self._at.get(token.i)
            if speaker is not None and speaker != last and self._is_one(speaker):
                found.append((speaker, token.idx - sentence.start_char))
            last = speaker
        return found

    def _is_one(self, speaker: Speaker) -> bool:
        if not is_single(speaker):
            return False
        return speaker.kind == "carer" or (speaker.kind == "person" and bool(self._names & _words(speaker)))

    def absent(self, sentence: "Span", following: "Span | None") -> list[Speaker]:
        """Return the carers of whom a sentence, or the fragment after it, says that they were not asked."""
        text, people = plain(sentence.text), self.mentions(sentence)
        found = NOT_HEARD.search(text)
        after = plain(following.text) if following is not None else ""
        if found is None:
            fragment = following is not None and NOT_HEARD.search(after) and not self.mentions(following)
            return [s for s, _ in people[-1:]] if fragment else []
        if _HEARD_AFTER.search(text[found.start() :]) or (_HEARD_AFTER.search(after) and not NOT_HEARD.search(after)):
            return []
        before = [s for s, at in people if at <= found.end()]
        return before[-1:] or [s for s, _ in people[:1]]


def is_single(speaker: Speaker) -> bool:
    """Tell one person from a couple."""
    words = (speaker.person or "").lower().split()
    return bool(words) and not _PLURAL.intersection(words) and "and" not in words


def _parents(heard: "Sequence[Speaker]") -> list[Speaker]:
    """Return those who may be meant by "both parents": no grandmother, and nobody known by a bare name beside a parent."""
    own = [s for s in heard if not _is_kin(s)]
    sure = [s for s in own if s.kind == "carer" or s.gender in ("he", "she")]
    return sure or own


def _is_kin(speaker: Speaker) -> bool:
    return any(_KIN.match(w) for w in (speaker.person or "").split())


def _words(speaker: Speaker) -> frozenset[str]:
    """Return the words of a name that tell one person from another."""
    words = (speaker.person or "").lower().replace("'s", "").replace("’s", "").split()
    return frozenset(w.rstrip(".") for w in words if w.rstrip(".") not in TITLES and w not in NOUNS)


def _same(one: Speaker, other: Speaker) -> bool:
    if not {"any", "they"} & {one.gender, other.gender} and one.gender != other.gender:
        return False
    mine, theirs = _words(one), _words(other)
    if mine and theirs:
        return bool(mine & theirs)
    return one.gender == other.gender and one.gender in ("he", "she") and _is_kin(one) == _is_kin(other)


def _distinct(speakers: list[Speaker]) -> list[Speaker]:
    found: list[Speaker] = []
    for speaker in sorted(speakers, key=lambda s: s.gender in ("any", "they")):
        if not any(_same(speaker, known) for known in found):
            found.append(speaker)
    return found


_COUPLE = re.compile(r"\b(Mr|Mrs|Ms|Miss)\.? (?:and|&) (Mr|Mrs|Ms|Miss)\.? ([A-Z][\w'-]+)")
_PAIR = re.compile(r"\b(?:(Mr|Mrs|Ms|Miss)\.? )?([A-Z][\w'-]+) (?:and|&) (?:(Mr|Mrs|Ms|Miss)\.? )?([A-Z][\w'-]+)")
_NOT_A_NAME = frozenset("Mum Dad Mam Mother Father Both The She He They Mummy Daddy Nan Gran And".split())


def _named(text: str) -> list[Speaker]:
    """Return the two people for whom "Mr and Mrs Vane feel" or "Lynne and Omar feel" speaks; nothing for "both parents"."""
    couple = _COUPLE.search(text)
    if couple:
        return [_titled(couple[1], couple[3]), _titled(couple[2], couple[3])]
    pair = _PAIR.search(text)
    if pair and pair[2] not in _NOT_A_NAME and pair[4] not in _NOT_A_NAME and BOTH.search(text):
        return [_titled(pair[1], pair[2]), _titled(pair[3], pair[4])]
    return []


def _titled(title: str | None, name: str) -> Speaker:
    gender = {"Mr": "he", "Mrs": "she", "Ms": "she", "Miss": "she"}.get(title or "")
    if gender == "he":
        return Speaker("carer", name, "he")
    return Speaker("carer", name, "she") if gender == "she" else Speaker("carer", name)
