"""The shape of a sentence: who does what in it, in which tense, with which papers and numbers, beside any attribution."""

from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from advice_audit.language.canonical import spans_of
from advice_audit.language.voice_lexicon import VERBS, WRITER_VERBS
from advice_audit.language.voice_speakers import Speaker, Speakers

_BODY = frozenset("hand hands eye eyes face head arm arms knee knees mouth lip lips hood finger fingers shoulders chin "
                  "ears body sleeve hair fist fists foot feet lap smile".split())  # fmt: skip
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer"})
_INTO_PAPER = frozenset({"in", "on", "from", "per", "by", "to", "of", "at"})
_MODAL_SHAPES = {"'d": "would", "’d": "would", "'ll": "will", "’ll": "will", "ca": "can", "wo": "will"}
_WRITER_DID = WRITER_VERBS | {"visited", "spoken", "seen", "emailed", "looked", "discussed", "attended", "obs"}
_LEADS = 8
_OWN = frozenset("view opinion assessment judgement judgment conclusion impression reasons reason recommendation experience "
                 "belief concern understanding observation observations visit visits analysis".split())  # fmt: skip


def times_at(doc: Doc) -> set[int]:
    """Return the token indices of times and amounts of time."""
    return {i for span in spans_of(doc, "times") for i in range(span.start, span.end)}


def shape_cues(sentence: Span, speakers: Speakers, inside: bytearray, times: set[int]) -> dict[str, float]:
    """Return cues for the classifier of voices.

    Args:
        sentence: to read.
        speakers: of its document.
        inside: one byte a token, 1 inside quotation marks.
        times: indices of tokens that belong to a time, from `times_at`.
    """
    cues: dict[str, float] = {}
    outside = [t for t in speakers.tokens[sentence.start : sentence.end] if not inside[t.i]]
    if not outside:
        return {"all quoted": 1.0}
    _frame(outside, speakers, cues)
    _papers(outside, sentence, speakers, times, cues)
    _people(outside, speakers, cues)
    _beside_quote(sentence, speakers, inside, cues)
    if any(t.i in times for t in outside):
        cues["time"] = 1.0
    if any(t.like_num or t.text[0].isdigit() for t in outside):
        cues["number"] = 1.0
    if "?" in outside[-1].text:
        cues["asks"] = 1.0
    return cues


def _who(token: Token, speakers: Speakers) -> str:
    speaker: Speaker | None = speakers.at.get(token.i)
    if speaker is not None:
        return str(speaker.kind)
    word: str = speakers.lowers[token.i]
    if word in ("he", "she"):
        return "child?" if word == speakers.child_gender else "not child" if speakers.child_gender != "any" else "he"
    if word in ("i", "we", "they", "it", "there", "this", "that", "what", "who"):
        return word
    return "thing"


def _frame(outside: list[Token], speakers: Speakers, cues: dict[str, float]) -> None:
    """Tell the tense and mood of the main verb and who its subject is; and what the child is seen to do."""
    for token in outside:
        if token.dep_ == "ROOT":
            _root(token, speakers, cues)
            break
    first = next((t for t in outside if t.is_alpha), None)
    if first is not None and first.pos_ in ("VERB", "AUX"):
        cues[f"starts:{first.tag_}"] = 1.0
    if first is not None and speakers.lowers[first.i] in _WRITER_DID:
        cues["writer did"] = 1.0
    words = [speakers.lowers[t.i] for t in outside]
    if any(w in ("observed", "seen", "noted", "noticed") and n == "to" for w, n in pairwise(words)):
        cues["seen to"] = 1.0
    for token in outside:
        if token.tag_ == "VBD" and VERBS.get(speakers.lowers[token.i]) not in ("say", "think", "see", "record"):
            subject = _subject(token)
            if subject is None:
                continue
            who = _who(subject, speakers)
            if who in ("child", "child?", "they") or speakers.lowers[subject.i] in _BODY:
                cues["did"] = min(cues.get("did", 0.0) + 0.5, 1.5)
            elif who in ("carer", "professional", "person", "i", "we", "not child"):
                cues[f"did:{who}"] = 1.0


def _root(root: Token, speakers: Speakers, cues: dict[str, float]) -> None:
    children = list(root.children)
    copula = next((c for c in children if c.dep_ == "cop"), None)
    verb = copula if copula is not None else root
    frame = f"be {root.pos_}" if copula is not None else verb.tag_
    subject = next((c for c in children if c.dep_ in _SUBJECTS), None)
    who = _who(subject, speakers) if subject is not None else "none"
    for child in children:
        if child.dep_ in ("aux", "aux:pass"):
            word = speakers.lowers[child.i]
            cues[f"aux:{_MODAL_SHAPES.get(word, word)}"] = 1.0
            if child.dep_ == "aux:pass":
                frame = "passive"
    cues[f"root:{frame}"] = 1.0
    cues[f"who:{who}"] = 1.0
    cues[f"who:{who}|{frame}"] = 1.0
    how = VERBS.get(speakers.lowers[root.i], "none") if root.pos_ in ("VERB", "AUX") else "no verb"
    cues[f"who:{who}|how:{how}"] = 1.0
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        cues[f"tense:{verb.tag_}"] = 1.0


def _subject(token: Token) -> Token | None:
    for _ in range(3):
        for child in token.children:
            if child.dep_ in _SUBJECTS:
                return child
        if token.dep_ != "conj":
            return None
        token = token.head
    return None


def _papers(outside: list[Token], sentence: Span, speakers: Speakers, times: set[int], cues: dict[str, float]) -> None:
    others = False
    for token in outside:
        speaker = speakers.at.get(token.i)
        if speaker is None:
            continue
        if speaker.kind != "document":
            following = speakers.at.get(token.i + 1), speakers.at.get(token.i + 2)
            others = others or not any(f is not None and f.kind == "document" for f in following)
            continue
        cues["paper"] = 1.0
        if token.i - sentence.start < _LEADS:
            cues["paper:lead"] = 1.0
            if not others:
                cues["paper:before anybody"] = 1.0
        if token.dep_ in _SUBJECTS:
            cues["paper:subject"] = 1.0
        if any(speakers.lowers[j] in _INTO_PAPER for j in range(max(token.i - 4, sentence.start), token.i)):
            cues["paper:in"] = 1.0
        if any(j in times for j in range(token.i + 1, min(token.i + 6, sentence.end))):
            cues["paper:dated"] = 1.0
        after = speakers.lowers[token.i + 1 : min(token.i + 8, sentence.end)]
        if any(w in (":", "=", "-", "–") for w in after):
            cues["paper:label"] = 1.0


def _people(outside: list[Token], speakers: Speakers, cues: dict[str, float]) -> None:
    first_person = about = False
    leading = True
    for place, token in enumerate(outside):
        word = speakers.lowers[token.i]
        speaker = speakers.at.get(token.i)
        if speaker is not None:
            cues[f"has:{speaker.kind}"] = 1.0
            about = about or speaker.kind == "child"
            if leading:
                cues[f"names first:{speaker.kind}"] = 1.0
            leading = False
        elif word in ("he", "she"):
            own = word == speakers.child_gender
            about = about or own
            if place < 3 and leading:
                cues["leads:child?" if own else "leads:another"] = 1.0
            leading = False
        elif word in ("him", "her", "his"):
            about = about or word in (("him", "his") if speakers.child_gender == "he" else ("her",))
        elif word in ("i", "we", "my", "our", "me", "us"):
            first_person = True
        elif word in ("they", "their") and place < 3:
            cues["leads:they"] = 1.0
        if word in _BODY:
            cues["body"] = 1.0
        if word in ("my", "our") and not _OWN.isdisjoint(speakers.lowers[token.i + 1 : token.i + 4]):
            cues["writer's view"] = 1.0
    if first_person:
        cues["first person, of the child" if about else "first person"] = 1.0


def _beside_quote(sentence: Span, speakers: Speakers, inside: bytearray, cues: dict[str, float]) -> None:
    """Tell who stands nearest before the first quoted word, and nearest after the last."""
    quoted = [i for i in range(sentence.start, sentence.end) if inside[i]]
    if not quoted:
        return
    for name, places in (
        ("before", range(quoted[0] - 1, max(quoted[0] - 8, sentence.start - 1), -1)),
        ("after", range(quoted[-1] + 1, min(quoted[-1] + 6, sentence.end))),
    ):
        for i in places:
            if i in speakers.at or speakers.lowers[i] in ("he", "she", "i", "they"):
                cues[f"{name} quote:{_who(speakers.tokens[i], speakers)}"] = 1.0
                break
