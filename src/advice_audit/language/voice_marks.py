"""Attributions without a verb: "Mum: ...", "... (Mrs Coyle)", "... - nan"; and what an attribution is."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from advice_audit.language.voice_lexicon import VIEW_NOUNS
from advice_audit.language.voice_speakers import Speaker, Speakers

_LABEL_MARKS = frozenset({":", "-", "–", "—", "->", "="})
_OPENS_A_LABEL = frozenset("from per by via source according views view words what".split())
_LINKS_A_MENTION = frozenset("with of to about for at on in between without towards".split())
_BEFORE_A_SOURCE = frozenset("source per by from his her the both my told seen".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """One sign of a speaker.

    Args:
        how: `say`, `think`, `record`, `see`, `express`, `feel`, `view` (X's view), `source` (according to X),
            `label` (X: ...), `passive` (it is felt, by nobody named).
        speakers: whose; more than one where subjects are joined.
        token: index of the deciding word.
        nested: it stands inside what somebody else said.
        omitted: the subject is left out, as in notes; the speaker is the last one.
        aside: it stands between commas ("she told me") and tells of the whole sentence.
        main: it is not in a clause that hangs on another ("when his mother asked", "too young to say").
    """

    how: str
    speakers: tuple[Speaker, ...]
    token: int
    nested: bool = False
    omitted: bool = False
    aside: bool = False
    main: bool = True


@dataclass(slots=True)
class State:
    """What carries from sentence to sentence: the last speaker, whether this is the child's section, the last paper."""

    last: Speaker | None = None
    child_section: bool = False
    paper: str | None = None


def labels(sentence: Span, speakers: Speakers, inside: bytearray) -> Iterator[Attribution]:
    """Yield X of `X: ...` and `X – ...` at the start of a sentence."""
    who: Speaker | None = None
    doc = speakers.tokens
    for place, token in enumerate(speakers.tokens[sentence.start : min(sentence.start + 9, sentence.end)]):
        if inside[token.i] or (place > 3 and who is None):
            return
        if (token.text in _LABEL_MARKS and (token.text == ":" or doc[token.i - 1].whitespace_)) or token.text.endswith(
            ":"
        ):
            known = who or speakers.at.get(token.i)
            if known is not None and not _only_mentioned(sentence, token.i, speakers):
                yield Attribution("label", (known,), token.i)
            if known is not None:
                return
        who = speakers.at.get(token.i) or who


def _only_mentioned(sentence: Span, end: int, speakers: Speakers) -> bool:
    """Tell `Calls with her mother: ...`, where somebody stands in the label and does not speak, from `Views of mum: ...`."""
    lowers = speakers.lowers
    first = next((i for i in range(sentence.start, end) if speakers.tokens[i].is_alpha), end)
    if first in speakers.at or lowers[first] in _OPENS_A_LABEL or speakers.tokens[first].pos_ != "NOUN":
        return False
    if any(lowers[i] in VIEW_NOUNS for i in range(first, end)):
        return False
    people = [i for i in range(first, end) if i in speakers.at]
    return bool(people) and any(lowers[i] in _LINKS_A_MENTION for i in range(first + 1, people[0]))


def trailing(sentence: Span, speakers: Speakers, inside: bytearray) -> Iterator[Attribution]:
    """Yield X of `... (X)`, `... (source: X, 3/4)` and `... – X` at the end of a note."""
    doc, last = speakers.tokens, sentence.end - 1
    while last > sentence.start and (doc[last].is_space or doc[last].text == "."):
        last -= 1
    bracketed = doc[last].text in (")", "]")
    for j in range(last - 1, max(last - 13, sentence.start + 1), -1):
        if inside[j]:
            return
        if doc[j].text in (("(", "[") if bracketed else ("–", "-", "—")):
            break
    else:
        return
    if not bracketed and not (doc[j - 1].whitespace_ and last - j <= 4):
        return
    found: list[Speaker] = []
    for i in range(j + 1, last + 1):
        speaker = speakers.at.get(i)
        if speaker is not None and speaker not in found:
            found.append(speaker)
        elif (speaker is None and doc[i].is_alpha and not found and speakers.lowers[i] not in _BEFORE_A_SOURCE) or (
            doc[i].pos_ in ("VERB", "AUX") and not bracketed
        ):
            return
    if found:
        yield Attribution("source", tuple(found[:2]), j)
