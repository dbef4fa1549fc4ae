"""What the classifier of voices sees of each sentence: attributions, quotation marks, who spoke before, and the words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from advice_audit.classify.features import Example
from advice_audit.language.canonical import sentences_of, spans_of
from advice_audit.language.vectors import sentence_vector
from advice_audit.language.voice_joint import joint_cues
from advice_audit.language.voice_lexicon import CHILD_VERBS, NEED_WORDS, WEAK, WRITER_VERBS
from advice_audit.language.voice_marks import Attribution, State
from advice_audit.language.voice_owners import owners
from advice_audit.language.voice_quotes import quoted
from advice_audit.language.voice_rules import attributions
from advice_audit.language.voice_shape import shape_cues, times_at
from advice_audit.language.voice_speakers import WRITER_WORDS, Speaker, Speakers

CHILD_SECTIONS = frozenset({"child_views", "child_aspirations"})
FAMILY_SECTIONS = frozenset({"family_views", "family_aspirations"})
_PLACES = {"methodology": "record", "chronology": "record", "reason": "record", "current_involvement": "services"}
_IMPERSONAL = ("it is felt", "it was felt", "it is thought", "it is clear", "it is important", "there is", "there are")
_TELLS = frozenset({"say", "think", "feel", "view", "source", "label", "record"})
_KIND_LABEL = {
    "child": "child_reported", "carer": "carer", "professional": "professional", "document": "document",
    "writer": "professional", "person": "professional",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one sentence.

    Args:
        example: for the classifier.
        speakers: whoever the sentence is attributed to, most telling first; the last speaker where it has no sign.
        own: it has a sign of its own.
        cue: index of the deciding word, or None.
        shape: cues that the classifier of voices sees beside the example's own.
    """

    example: Example
    speakers: tuple[Speaker, ...]
    own: bool
    cue: int | None
    shape: Mapping[str, float] = field(default_factory=dict)

    def seen(self) -> Example:
        """Return what the classifier of voices sees: the example with the cues of the sentence's shape."""
        return Example(self.example.text, self.example.vector, {**self.example.cues, **self.shape})

    def person(self, label: str) -> str | None:
        """Return who is meant under a label, by name or role; None for the child and for nobody."""
        wanted = {
            "carer": ("carer", "person"),
            "professional": ("professional", "writer", "person"),
            "document": ("document",),
        }
        for speaker in self.speakers:
            if speaker.kind in wanted.get(label, ()):
                return speaker.person
        return None


def readings(doc: Doc) -> list[Reading]:
    """Return the readings of a document's sentences, read once and kept with it."""
    kept = doc.user_data.get("voice_readings")
    if kept is None or len(kept) != len(sentences_of(doc)):
        kept = doc.user_data["voice_readings"] = read(doc)
    found: list[Reading] = kept
    return found


def read(doc: Doc) -> list[Reading]:
    """Read every sentence of a document in order."""
    inside = quoted(doc)
    speakers = Speakers(doc, inside)
    owned = owners(doc, speakers)
    state = State()
    found_readings: list[Reading] = []
    section, block, carry, before = "", -1, None, "start"
    blocks, times = _blocks(doc), times_at(doc)
    sentences = sentences_of(doc)
    for number, sentence in enumerate(sentences):
        owner, at = owned.get(sentence.start), blocks.get(sentence.start, -1)
        if sentence.label_ != section:
            section, carry, before = sentence.label_, None, "start"
            state = State(None, section in CHILD_SECTIONS)
        if owner is not None:
            state.last = carry = owner
        found = attributions(sentence, speakers, inside, state)
        if number + 1 < len(sentences) and inside[sentence.end - 1]:
            found = found + _tail(sentences[number + 1], speakers, inside, state)
        cut_off = False
        if (
            number
            and inside[sentence.start - 1]
            and at == block
            and len(sentence) <= 9
            and any(a.how == "say" for a in found)
        ):
            cut_off = True
        reading, before = _reading(sentence, found, speakers, inside, carry, at == block, owner, before, times)
        if cut_off:
            reading.example.cues["tail"] = 1.0  # type: ignore[index]
        found_readings.append(reading)
        if reading.own and reading.speakers:
            carry = reading.speakers[0]
            if carry.kind != "writer" and carry.kind != "document":
                state.last = carry
        elif before in ("child_own_words", "child_observed") and section in CHILD_SECTIONS:
            state.last = carry = Speaker("child", None, speakers.child_gender)
        elif (subject := _named_subject(sentence, speakers)) is not None:
            state.last = subject
        state.paper = _paper(reading, state.paper)
        block = at
    _first_person(sentences, found_readings)
    return found_readings


def _first_person(sentences: Sequence[Span], found: Sequence[Reading]) -> None:
    """Mark the sentences of a section in which the child says "I" throughout, and the writer does not."""
    for kind in FAMILY_SECTIONS:
        own = [r for s, r in zip(sentences, found, strict=True) if s.label_ == kind]
        first = sum("first person" in r.shape or "first person, of the child" in r.shape for r in own)
        if first >= 2 and first * 3 >= len(own):
            for reading in own:
                reading.shape["family speaks"] = 1.0  # type: ignore[index]
    for kind in CHILD_SECTIONS:
        cues = [r.example.cues for s, r in zip(sentences, found, strict=True) if s.label_ == kind]
        child = sum("i:child" in c or ("first:my" in c and "i:writer" not in c) for c in cues)
        writer = sum("i:writer" in c or "first:me" in c for c in cues)
        if child >= 2 and child > writer * 2 and child * 4 >= len(cues):
            for one in cues:
                one["child speaks"] = 1.0  # type: ignore[index]


def _paper(reading: Reading, last: str | None) -> str | None:
    if any(k in reading.shape for k in ("paper:subject", "paper:before anybody", "paper:in")):
        return "document"
    return last if reading.speakers and reading.speakers[0].kind == "document" else None


def _tail(following: Span, speakers: Speakers, inside: bytearray, state: State) -> list[Attribution]:
    """Return the attribution of `Amy said.` that the sentence boundary cut off from the words she said."""
    if len(following) > 9 or inside[following.start] or following.doc[following.start - 1].is_space:
        return []
    return [a for a in attributions(following, speakers, inside, state) if a.how == "say"][:1]


def _blocks(doc: Doc) -> dict[int, int]:
    return (
        {i: n for n, b in enumerate(spans_of(doc, "blocks")) for i in range(b.start, b.end)}
        if "blocks" in doc.spans
        else {}
    )


def _named_subject(sentence: Span, speakers: Speakers) -> Speaker | None:
    for token in speakers.tokens[sentence.start : min(sentence.start + 4, sentence.end)]:
        speaker = speakers.at.get(token.i)
        if speaker is not None and token.dep_.startswith("nsubj"):
            return speaker if speaker.kind in ("carer", "professional", "person", "child") else None
    return None


def _reading(
    sentence: Span,
    found: Sequence[Attribution],
    speakers: Speakers,
    inside: bytearray,
    carry: Speaker | None,
    same_block: bool,
    owner: Speaker | None,
    before: str,
    times: set[int],
) -> tuple[Reading, str]:
    main = [a for a in found if not a.nested and a.how in _TELLS and a.speakers]
    told = [a for a in main if not (a.speakers[0].kind == "writer" and a.how in ("say",))] or main
    told = [a for a in told if a.aside] or [a for a in told if a.main] or told
    cues = _attribution_cues(found, main)
    cues.update(_quote_cues(sentence, speakers, inside))
    cues.update(_shape_cues(sentence, speakers, inside))
    who = tuple(s for a in told for s in a.speakers)
    shape = joint_cues(sentence, speakers, inside) | shape_cues(sentence, speakers, inside, times)
    rule = (
        "several"
        if "several by rule" in shape
        else _rule(sentence, found, who, cues, carry if same_block or owner is not None else None)
    )
    cues[f"rule:{rule}"] = 1.0
    group = (
        "child" if sentence.label_ in CHILD_SECTIONS else "family" if sentence.label_ in FAMILY_SECTIONS else "other"
    )
    shape.update(_joins(sentence, group, told, who, rule, before, carry, shape, cues, speakers))
    if told and told[0].aside:
        shape[f"aside:{told[0].speakers[0].kind}"] = 1.0
    cues[f"before:{before}"] = 1.0
    cues[f"section:{sentence.label_}"] = 1.0
    cues[f"{group}|{rule}"] = 1.0
    for key in ("lead:carer", "lead:professional", "lead:child", "lead:pronoun"):
        if key in cues:
            cues[f"{group}|{key}|{'own' if who else carry.kind if carry is not None else 'none'}"] = 1.0
    if owner is not None:
        cues[f"owner:{owner.kind}"] = 1.0
    if carry is not None:
        near = "near" if same_block else "far"
        cues[f"carry:{near}:{carry.kind}"] = 1.0
        if not who:
            cues[f"only:{group}:{near}:{carry.kind}"] = 1.0
    elif not who:
        cues[f"only:{group}:none"] = 1.0
    cue = told[0].token if told else None
    people = who or ((carry,) if carry is not None else ())
    example = Example(_text(sentence, speakers, inside), sentence_vector(sentence), cues)
    return Reading(example, people, bool(who), cue, shape), rule


def _joins(
    sentence: Span, group: str, told: Sequence[Attribution], who: Sequence[Speaker], rule: str, before: str,
    carry: Speaker | None, shape: Mapping[str, float], cues: Mapping[str, float], speakers: Speakers,
) -> dict[str, float]:  # fmt: skip
    """Return cues that only tell together: how strongly it is attributed, and the shape by section and by who spoke before."""
    joins = {f"{'own' if who else 'carried'}:{rule}": 1.0}
    if told:
        sure = told[0].aside or told[0].how in ("source", "view", "label")
        strong = sure or (told[0].main and speakers.lowers[told[0].token] not in WEAK)
        joins[f"{'strong' if strong else 'weak'} {told[0].how}:{told[0].speakers[0].kind}"] = 1.0
        if strong:
            joins[f"strong:{rule}"] = 1.0
    if " ".join(speakers.lowers[sentence.start : sentence.start + 3]).startswith(_IMPERSONAL):
        joins["impersonal"] = 1.0
    place = _PLACES.get(sentence.label_, group)
    for key in shape:
        if key.startswith(("who:", "starts:")) and "|" not in key:
            joins[f"{place}|{key}"] = 1.0
            if not who:
                joins[f"{carry.kind if carry is not None else 'none'} before|{key}"] = 1.0
    for key in ("i:writer", "i:child", "i:other", "first:me", "first:my"):
        if key in cues:
            joins[f"{group}|{key}"] = 1.0
    return joins


def _attribution_cues(found: Sequence[Attribution], main: Sequence[Attribution]) -> dict[str, float]:
    cues: dict[str, float] = {}
    for one in found:
        depth = "in:" if one.nested else ""
        for speaker in one.speakers:
            cues[f"{depth}{one.how}:{speaker.kind}"] = 1.0
        if not one.speakers:
            cues[f"{depth}{one.how}"] = 1.0
    kinds = {s.kind for a in main for s in a.speakers} - {"writer"}
    if len(kinds) > 1:
        cues["kinds>1"] = 1.0
    if any(len({s.kind for s in a.speakers}) > 1 for a in main):
        cues["joined"] = 1.0
    if main:
        cues[f"first:{main[0].speakers[0].kind}"] = 1.0
    return cues


def _quote_cues(sentence: Span, speakers: Speakers, inside: bytearray) -> dict[str, float]:
    words = [t.i for t in speakers.tokens[sentence.start : sentence.end] if t.is_alpha]
    share = sum(inside[i] for i in words) / max(len(words), 1)
    if not share:
        return {}
    whole = 1.0 if share > 0.95 else 0.0
    return {"quoted": share, "quote": 1.0, "quote:whole": whole, "quote:starts": float(inside[words[0]])}


def _shape_cues(sentence: Span, speakers: Speakers, inside: bytearray) -> dict[str, float]:
    cues: dict[str, float] = {}
    lowers, doc = speakers.lowers, speakers.tokens
    has_verb = False
    for i in range(sentence.start, sentence.end):
        if inside[i]:
            continue
        word = lowers[i]
        has_verb = has_verb or doc[i].pos_ in ("VERB", "AUX")
        if word in WRITER_WORDS:
            after = set(lowers[i + 1 : i + 4])
            if word == "my":
                cues["first:my"] = 1.0
            elif word in ("i", "we"):
                cues["i:writer" if after & WRITER_VERBS else "i:child" if after & CHILD_VERBS else "i:other"] = 1.0
            else:
                cues["first:me"] = 1.0
        elif word in NEED_WORDS:
            cues["need"] = 1.0
        elif word in ("both", "agree", "agrees", "agreed", "same", "together", "confirms", "shared"):
            cues["joint"] = 1.0
    if not has_verb:
        cues["verbless"] = 1.0
    for i in range(sentence.start, sentence.end):
        if not inside[i] and doc[i].dep_ == "ROOT":
            subject = next((c for c in doc[i].children if c.dep_.startswith("nsubj")), None)
            if subject is not None and (speaker := speakers.at.get(subject.i)) is not None:
                cues[f"subject:{speaker.kind}"] = 1.0
    cues.update(_mention_cues(sentence, speakers, inside))
    cues["length"] = min(len(sentence), 60) / 60
    return cues


def _mention_cues(sentence: Span, speakers: Speakers, inside: bytearray) -> dict[str, float]:
    """Return who leads the sentence, and whether people of two kinds are joined: "mum and the school", "he, his nan and Jo"."""
    cues: dict[str, float] = {}
    last: tuple[int, str] | None = None
    doc = speakers.tokens
    for place, i in enumerate(range(sentence.start, sentence.end)):
        word = speakers.lowers[i]
        if inside[i]:
            continue
        if word in ("everyone", "everybody", "all", "alike"):
            cues["everyone"] = 1.0
        speaker = speakers.at.get(i)
        kind = speaker.kind if speaker is not None else "child" if word in ("he", "she") and last is None else None
        if kind is None:
            continue
        if place < 4 and last is None:
            cues["lead:pronoun" if speaker is None else f"lead:{kind}"] = 1.0
        if last is not None and last[1] != kind and 1 < i - last[0] <= 5 and "document" not in (kind, last[1]):
            between = speakers.lowers[last[0] + 1 : i]
            if {"and", "&", "+", ","} & set(between) and not any(
                doc[j].pos_ in ("VERB", "AUX", "ADP") for j in range(last[0] + 1, i)
            ):
                cues["pair"] = 1.0
                if last[0] - sentence.start < 6:
                    cues["pair:start"] = 1.0
        last = (i, kind)
    return cues


def _rule(
    sentence: Span, found: Sequence[Attribution], who: Sequence[Speaker], cues: dict[str, float], carry: Speaker | None
) -> str:
    """Return the label that the signs alone would give."""
    kinds = [s.kind for s in who]
    child_section = sentence.label_ in CHILD_SECTIONS
    if "i:child" in cues and child_section and "i:writer" not in cues and set(kinds) <= {"writer", "child"}:
        return "child_own_words"
    if "quote" in cues and cues["quoted"] > 0.15 and (kinds[:1] == ["child"] or (not kinds and child_section)):
        return "child_own_words"
    if any(a.how == "express" and a.speakers and a.speakers[0].kind == "child" for a in found) and (
        not kinds or (child_section and kinds[0] in ("writer", "child") and "quote" not in cues)
    ):
        return "child_observed"
    if kinds:
        if kinds[0] == "person" and sentence.label_ in FAMILY_SECTIONS:
            return "carer"
        return _KIND_LABEL[kinds[0]]
    if "i:child" in cues and child_section:
        return "child_own_words"
    if "i:writer" in cues or any(a.how == "see" and a.speakers for a in found):
        return "professional"
    if "passive" in cues:
        return "nobody"
    if carry is not None and carry.kind == "child" and cues.get("quote:whole"):
        return "child_own_words"
    if carry is not None and carry.kind in ("carer", "professional", "child", "document"):
        return _KIND_LABEL[carry.kind]
    return "nobody"


def _text(sentence: Span, speakers: Speakers, inside: bytearray) -> str:
    """Return lower-case words; people and papers are replaced by their kind, quoted words by a mark."""
    out: list[str] = []
    for i in range(sentence.start, sentence.end):
        if inside[i]:
            word = "<quote>"
        elif (speaker := speakers.at.get(i)) is not None:
            word = f"<{speaker.kind}>"
        elif speakers.tokens[i].is_space:
            continue
        else:
            word = "0" if speakers.tokens[i].like_num else speakers.lowers[i].replace("’", "'")
        if not out or out[-1] != word or word[0] != "<":
            out.append(word)
    return " ".join(out)
