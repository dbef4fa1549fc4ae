"""People who speak together: "Mum and the nursery both say", "he, his nan and Jo", "raised by mother and by the school"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span

from advice_audit.language.voice_lexicon import VERBS
from advice_audit.language.voice_speakers import WRITER, Speaker, Speakers

_LINKS = frozenset({"and", "&", "+", "plus"})
_MAY_STAND_BETWEEN = _LINKS | frozenset(
    {
        ",", "/", "or", "his", "her", "their", "the", "a", "my", "our", "both", "then", "also", "with", "by", "to",
        "from", "-", "as", "well", "together", "along", "step", "foster", "himself", "herself", "themselves", "now", "so", "alike", "alone", "each", "(", ")", ".", "of", "own",
    }
)  # fmt: skip
_CHILD_WORDS = frozenset({"he", "she", "him", "her", "himself", "herself", "son", "daughter", "they"})
JOINT = frozenset(
    "both each all alike agree agrees agreed together jointly same shared united unanimous separately concur concurs "
    "everyone everybody independently sides mutual".split()
)
# A couple speaks as one carer; a grandmother beside a mother does not.
_KIN = ("nan", "gran", "aunt", "uncle", "step", "sister", "brother", "cousin", "foster", "fc")
_PRONOUN = {"me": WRITER, "i": WRITER, "myself": WRITER, "home": Speaker("carer", "home")}
_TELLS = frozenset({"say", "think", "see", "record"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Where somebody is named: token indices, half open."""

    start: int
    end: int
    speaker: Speaker
    words: tuple[str, ...]


def joint_cues(sentence: Span, speakers: Speakers, inside: bytearray) -> dict[str, float]:
    """Return whether people are joined in a sentence, how near its start, and whether a word of telling follows them.

    Args:
        sentence: to read.
        speakers: of its document.
        inside: one byte a token, 1 inside quotation marks.
    """
    cues: dict[str, float] = {}
    words = [w for i, w in enumerate(speakers.lowers[sentence.start : sentence.end], sentence.start) if not inside[i]]
    joint = bool(JOINT.intersection(words))
    for group in groups(sentence, speakers, inside):
        kind = _kind(group, speakers)
        cues[f"group:{kind}"] = 1.0
        if group[0].start - sentence.start <= 3:
            cues[f"group:{kind}:start"] = 1.0
        if _tells_after(group[-1].end, sentence, speakers, inside):
            cues[f"group:{kind}:tells"] = 1.0
        if group[0].start > sentence.start and speakers.lowers[group[0].start - 1] in ("by", "to", "both", "of"):
            cues[f"group:{kind}:by"] = 1.0
        if joint:
            cues[f"group:{kind}:joint"] = 1.0
        if len(group) > 2:
            cues[f"group:{kind}:three"] = 1.0
    if any(
        w == "so" and words[i + 1 : i + 2] and words[i + 1] in ("does", "do", "did", "has", "is")
        for i, w in enumerate(words)
    ):
        cues["so does"] = 1.0
    tellers = _tellers(sentence, speakers, inside)
    if len(tellers) > 1:
        cues["tellers>1"] = 1.0
        if len({t.kind for t in tellers}) > 1:
            cues["tellers:mixed"] = 1.0
            if joint:
                cues["tellers:mixed:joint"] = 1.0
    if joint_rule(cues):
        cues["several by rule"] = 1.0
    return cues


def joint_rule(cues: Mapping[str, float]) -> bool:
    """Tell from the cues of joined people whether they speak together."""
    if "tellers:mixed:joint" in cues or "so does" in cues:
        return True
    for kind in ("mixed", "kin", "same"):
        placed = f"group:{kind}:start" in cues or f"group:{kind}:by" in cues
        if placed and (f"group:{kind}:tells" in cues or f"group:{kind}:joint" in cues):
            return True
    return False


def _tellers(sentence: Span, speakers: Speakers, inside: bytearray) -> set[Speaker]:
    """Return whoever stands right before a word of telling."""
    found: set[Speaker] = set()
    for i in range(sentence.start + 1, sentence.end):
        if inside[i] or VERBS.get(speakers.lowers[i]) not in ("say", "think"):
            continue
        if speakers.tokens[i].dep_ not in ("ROOT", "conj", "parataxis"):
            continue
        j = i - 1
        while j > sentence.start and speakers.tokens[j].pos_ in ("ADV", "AUX"):
            j -= 1
        speaker = speakers.at.get(j)
        if speaker is None and speakers.lowers[j] == speakers.child_gender:
            speaker = Speaker("child", None)
        if speaker is not None and speaker.kind != "document":
            found.add(Speaker("child", None) if speaker.kind == "child" else speaker)
    return found


def groups(sentence: Span, speakers: Speakers, inside: bytearray) -> Iterator[list[Mention]]:
    """Yield runs of two or more mentions that are joined."""
    group: list[Mention] = []
    linked = False
    for mention in mentions(sentence, speakers, inside):
        if group:
            between = speakers.lowers[group[-1].end : mention.start]
            joins = _joins(between)
            if joins and mention.speaker != group[-1].speaker and len(between) <= 6:
                linked = linked or not (_LINKS | {"/", "well", "together", "along"}).isdisjoint(between)
                group.append(mention)
                continue
            if len(group) > 1 and linked:
                yield group
        group, linked = [mention], False
    if len(group) > 1 and linked:
        yield group


def _joins(between: list[str]) -> bool:
    if not between or between[0] in ("'s", "’s", "'", "’"):
        return False
    links = _LINKS.intersection(between) or "," in between or "/" in between or "well" in between
    links = links or ("with" in between and bool({"together", "along"} & set(between)))
    odd = [w for w in between if w not in _MAY_STAND_BETWEEN]
    return bool(links) and len(odd) <= 1 and not any(w in VERBS for w in odd)


def mentions(sentence: Span, speakers: Speakers, inside: bytearray) -> Iterator[Mention]:
    """Yield who is named, in order; a pronoun counts where "and" stands beside it."""
    i = sentence.start
    while i < sentence.end:
        if inside[i]:
            i += 1
            continue
        speaker = speakers.at.get(i)
        start = i
        i += 1
        if speaker is None:
            if _joined_pronoun(start, sentence, speakers):
                yield Mention(
                    start, i, _PRONOUN.get(speakers.lowers[start], Speaker("child")), (speakers.lowers[start],)
                )
            continue
        if speaker.kind == "document":
            continue
        while i < sentence.end and _same(speakers.at.get(i), speaker):
            i += 1
        yield Mention(start, i, speaker, tuple(speakers.lowers[start:i]))


def _same(following: Speaker | None, speaker: Speaker) -> bool:
    return following is not None and (following == speaker or following.kind == speaker.kind == "professional")


def _joined_pronoun(i: int, sentence: Span, speakers: Speakers) -> bool:
    word = speakers.lowers[i]
    if word == "home":
        return bool(_LINKS.intersection(speakers.lowers[max(i - 1, sentence.start) : i + 2]))
    if word not in _CHILD_WORDS and word not in ("me", "i", "myself"):
        return False
    after = speakers.lowers[i + 1 : min(i + 3, sentence.end)]
    before = speakers.lowers[max(i - 2, sentence.start) : i]
    if word in ("me", "i", "myself"):
        return bool(_LINKS.intersection(before[-1:]))
    if word == "her" and after[:1] and after[0] not in _LINKS:
        return False
    return bool(_LINKS.intersection(after[:1])) or (bool(_LINKS.intersection(before[-1:])) and word != "her")


def _kind(group: list[Mention], speakers: Speakers) -> str:
    kinds = {m.speaker.kind for m in group}
    if len(kinds) > 1:
        return "mixed"
    if kinds == {"carer"}:
        words = speakers.lowers[group[0].start : group[-1].end]
        named = [w for m in group for w in (m.speaker.person or "").lower().split()]
        if any(w.startswith(_KIN) for w in (*words, *named)) or any(
            one in ("his", "her")
            and speakers.lowers[group[-1].end - 1] in ("father", "mother", "dad", "mum", "parents")
            and words[0] != "both"
            and group[0].speaker.person not in (None, "Mum", "mum", "Dad", "dad")
            for one in words[1:]
        ):
            return "kin"
        return "couple"
    return "same"


def _tells_after(end: int, sentence: Span, speakers: Speakers, inside: bytearray) -> bool:
    for i in range(end, min(end + 7, sentence.end)):
        if inside[i]:
            return False
        word = speakers.lowers[i]
        if VERBS.get(word) in _TELLS or word == ":":
            return True
    return False
