"""Attributions: every sign in a sentence of who says, thinks, records or sees what it tells."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from advice_audit.language.voice_lexicon import FEELING, PAPER_VERBS, PAST, TROUBLES, VERBS, VIEW_NOUNS
from advice_audit.language.voice_marks import Attribution, State, labels, trailing
from advice_audit.language.voice_speakers import Speaker, Speakers

IMPERSONAL = Speaker("person", None)
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_NOT_VERBS = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP"})
# A verb in these relations to another verb of saying is part of what was said.
_INSIDE = frozenset({"ccomp", "xcomp", "acl", "advcl", "csubj", "acl:relcl"})
_MODALS = frozenset(
    {"can", "could", "would", "will", "may", "might", "should", "must", "'d", "’d", "'ll", "’ll", "ca", "to"}
)
_NOMINATIVE = frozenset({"he", "she", "they", "it", "i", "we", "there", "this", "that", ","})
_HOLD = frozenset(
    {
        "has",
        "have",
        "had",
        "expressed",
        "expresses",
        "shared",
        "shares",
        "raised",
        "raises",
        "voiced",
        "voices",
        "gave",
        "holds",
    }
)
_SOURCES = frozenset({"per", "via"})


def attributions(sentence: Span, speakers: Speakers, inside: bytearray, state: State) -> list[Attribution]:
    """Return the attributions of a sentence in order, quoted words left out."""
    found = [*labels(sentence, speakers, inside), *trailing(sentence, speakers, inside)]
    verbs: dict[int, str] = {}
    tokens = speakers.tokens[sentence.start : sentence.end]
    first = next((t.i for t in tokens if t.is_alpha), -1)
    for token in tokens:
        if inside[token.i]:
            continue
        word = speakers.lowers[token.i]
        how = VERBS.get(word)
        if word in PAPER_VERBS and how != "say":
            how = "paper"
        elif word in ("look", "looks", "looking", "looked") and speakers.lowers[token.i + 1 : token.i + 2] == [
            "forward"
        ]:
            how = "think"
        if word in FEELING and token.pos_ != "NOUN" and how != "say":
            found += _verb(token, "feel", speakers, state, first, inside)
        elif how is not None and (token.pos_ not in _NOT_VERBS or _named_before(token, word, speakers)):
            made = list(_verb(token, how, speakers, state, first, inside))
            if made:
                verbs[token.i] = how
            found += made
        elif how is not None and token.i == first and token.pos_ in ("NOUN", "PROPN") and word.endswith(("s", "d")):
            found += _omitted(token, how, state)
        if word in TROUBLES:
            found += _troubled(token, speakers)
        if word in VIEW_NOUNS:
            found += _view(token, speakers, state)
        elif word in ("according", "acc") or word in _SOURCES or word == "acc.":
            found += _after(token, "source", speakers, state, 6)
    return [_nested(a, verbs, sentence) for a in sorted(found, key=lambda a: a.token)]


def _troubled(token: Token, speakers: Speakers) -> Iterator[Attribution]:
    """Find who is moved in "It frightens Mum that ..." and "What worries her aunt is ..."."""
    doc = token.doc
    opener = speakers.lowers[token.i - 1] if token.i else ""
    after = next((i for i in range(token.i + 1, min(token.i + 4, len(doc))) if i in speakers.at), None)
    if opener in ("it", "what", "that", "this") and after is not None:
        yield Attribution("feel", (speakers.at[after],), token.i)


def _named_before(token: Token, word: str, speakers: Speakers) -> bool:
    """Tell a verb that the tagger took for a noun: "KW reports", "Mum states"."""
    return (
        token.i - 1 in speakers.at
        and word.endswith(("s", "ed", "d", "t"))
        and word != speakers.lowers[token.i - 1] + "s"
    )


def _is_aside(token: Token, beside: Token, inside: bytearray) -> bool:
    """Tell `..., she told me, ...`: a subject and its verb between commas, or at the end after one."""
    doc, before, after = token.doc, beside.i - 1, token.i + 1
    while before >= 0 and doc[before].lower_ in ("so", "as", "his", "her", "their", "the", "or"):
        before -= 1
    if before < 0 or not (doc[before].text in (",", "(", "-", "–", "—") or inside[before]):
        return False
    while after < len(doc) and doc[after].lower_ in ("me", "us", "to", "also", "out", "it"):
        after += 1
    return after >= len(doc) or bool(doc[after].is_punct or doc[after].is_space)


def _verb(
    token: Token, how: str, speakers: Speakers, state: State, first: int, inside: bytearray
) -> Iterator[Attribution]:
    children = list(token.children)
    subject = _subject(token, children)
    if how != "feel" and any(c.dep_ in ("aux:pass", "nsubj:pass") for c in children):
        yield from _passive(token, how, subject, speakers, state)
        return
    beside = _beside(token, speakers)
    if beside is not None and how in ("say", "think", "see") and _is_aside(token, beside, inside):
        named = _named_here(beside, speakers)
        who = (named,) if named is not None else _speakers(beside, speakers, state, how)
        if who:
            yield Attribution(how, who, token.i, aside=True)
            return
    if beside is not None and (subject is None or subject.i > token.i or speakers.of(subject, None, False) is None):
        subject = beside
    if subject is not None:
        yield from _active(token, how, subject, children, speakers, state)
    elif token.i == first:
        yield from _omitted(token, how, state)
    elif how == "say" and (after := _inverted(token, speakers)):
        yield Attribution(how, (after,), token.i)


def _passive(token: Token, how: str, subject: Token | None, speakers: Speakers, state: State) -> Iterator[Attribution]:
    agent = _agent(token, speakers, state)
    if agent and speakers.lowers[token.i] != "referred":
        spoken = how not in ("say", "think", "record", "see") and subject is not None and subject.lower_ == "it"
        yield Attribution("say" if spoken else how, agent, token.i)
    elif how in ("say", "think", "record"):
        yield Attribution("passive", (), token.i)


def _active(
    token: Token, how: str, subject: Token, children: list[Token], speakers: Speakers, state: State
) -> Iterator[Attribution]:
    who = _speakers(subject, speakers, state, how)
    if subject.lower_ in ("it", "this") and how in ("say", "record", "paper") and state.paper:
        who = (Speaker("document", state.paper),)
    if how == "paper":
        who = tuple(s for s in who if s.kind == "document")
    if how == "record" and who and who[0].kind not in ("document", "professional", "writer"):
        how = "say"
    if how == "express" and (speakers.lowers[token.i] not in PAST or any(c.lower_ in _MODALS for c in children)):
        how = "acts"
    if who:
        yield Attribution("record" if how == "paper" else how, who, token.i)


def _named_here(pronoun: Token, speakers: Speakers) -> Speaker | None:
    """Return the subject that "she" of `..., she says` stands for, where the sentence names it before."""
    word = speakers.lowers[pronoun.i]
    if word not in ("he", "she", "they"):
        return None
    start = pronoun.sent.start
    for i in range(start, pronoun.i):
        speaker = speakers.at.get(i)
        if speaker is None or speaker.kind == "document":
            continue
        leads = i - start <= 1 or pronoun.doc[i].dep_ in _SUBJECTS
        child_fits = speaker.kind != "child" or speakers.child_gender in (word, "any")
        return speaker if leads and child_fits and speaker.gender in (word, "any") else None
    return None


def _omitted(token: Token, how: str, state: State) -> Iterator[Attribution]:
    who = state.last
    if state.child_section:
        who = Speaker("child")
    if how == "express" and token.lower_ not in PAST:
        return
    if who is not None:
        yield Attribution(how, (who,), token.i, omitted=True)


def _subject(token: Token, children: list[Token], depth: int = 0) -> Token | None:
    for child in children:
        if child.dep_ in _SUBJECTS:
            return child
    if depth < 2 and token.dep_ in ("conj", "xcomp") and token.head.i != token.i:
        return _subject(token.head, list(token.head.children), depth + 1)
    if token.dep_ == "acl:relcl":
        return token.head
    return None


def _beside(token: Token, speakers: Speakers) -> Token | None:
    """Return the person named right before a verb ("Mum reports", "she has also said"), whatever the parse made of it."""
    doc, i = speakers.tokens, token.i - 1
    while i >= 0 and doc[i].pos_ in ("ADV", "AUX", "PART"):
        i -= 1
    if i > 1 and doc[i].text == ")":
        opening = next((j for j in range(i, max(i - 10, 0), -1) if doc[j].text == "("), 0)
        i = opening - 1 if opening else i
    if i < 0 or doc[i].text in "\n":
        return None
    if (i in speakers.at and (i == 0 or doc[i - 1].pos_ != "ADP")) or speakers.lowers[i] in (
        "he",
        "she",
        "they",
        "i",
        "we",
    ):
        head = doc[i]
        return head.head if head.dep_ in ("flat", "appos", "compound") and head.head.i in speakers.at else head
    return None


def _inverted(token: Token, speakers: Speakers) -> Speaker | None:
    """Return X of `..., said X`."""
    doc, i = speakers.tokens, token.i
    # After words that end in a mark only: "won't tell his mum" is not mum's telling.
    if i == 0 or doc[i - 1].is_alpha or doc[i - 1].text in ("n't", "n’t"):
        return None
    for j in range(i + 1, min(i + 4, len(doc))):
        if j in speakers.at or doc[j].pos_ not in ("DET", "PRON", "ADJ"):
            return speakers.at.get(j)
    return None


def _speakers(subject: Token, speakers: Speakers, state: State, how: str) -> tuple[Speaker, ...]:
    found: list[Speaker] = []
    tokens = [subject, *(c for c in subject.children if c.dep_ in ("conj", "appos"))]
    if subject.lower_ in ("who", "that", "which") and subject.head.dep_ == "acl:relcl":
        tokens = [subject.head.head]
    if subject.lower_ in ("one", "all", "both", "neither", "each"):
        tokens += [c for c in subject.children if c.dep_ in ("nmod", "obl", "nmod:poss")]
    for token in tokens:
        # An expression without words is nearly always the child's.
        last = None if how == "express" and state.child_section else state.last
        speaker = speakers.of(token, last, state.child_section)
        if speaker is not None and speaker not in found and not (token.dep_ == "appos" and found):
            found.append(speaker)
    return tuple(found)


def _agent(token: Token, speakers: Speakers, state: State) -> tuple[Speaker, ...]:
    doc = speakers.tokens
    for i in range(token.i + 1, min(token.i + 9, len(doc))):
        if speakers.lowers[i] == "by":
            return _within(doc[i], speakers, state, 5)
        if doc[i].is_punct:
            break
    return ()


def _within(token: Token, speakers: Speakers, state: State, width: int) -> tuple[Speaker, ...]:
    doc = speakers.tokens
    found: list[Speaker] = []
    for i in range(token.i + 1, min(token.i + 1 + width, len(doc))):
        if (doc[i].is_punct and doc[i].text not in (",", "'", "’", ".")) or "\n" in doc[i].text:
            break
        if found and (doc[i].pos_ in ("VERB", "AUX") or speakers.lowers[i] in _NOMINATIVE):
            break
        speaker = speakers.at.get(i)
        if speaker is None and doc[i].pos_ == "PRON":
            speaker = speakers.of(doc[i], state.last, state.child_section)
        if speaker is None:
            continue
        joined = bool(found) and any(w in ("and", "&") for w in speakers.lowers[token.i + 1 : i])
        # "his father", "the clinic's summary": the possessor is not who speaks.
        found = [*found, speaker] if joined and speaker.kind != found[-1].kind else [*found[:-1], speaker]
        if (i + 1 < len(doc) and doc[i + 1].text == ",") or len(found) > 1:
            break
    return tuple(found)


def _after(token: Token, how: str, speakers: Speakers, state: State, width: int) -> Iterator[Attribution]:
    who = _within(token, speakers, state, width)
    if who:
        yield Attribution(how, who, token.i)


def _view(token: Token, speakers: Speakers, state: State) -> Iterator[Attribution]:
    """Yield X of `X's view`, `the view of X`, `in her own words`."""
    doc, i = speakers.tokens, token.i
    if i >= 2 and speakers.lowers[i - 1] in ("'s", "’s", "'", "’") and (owner := speakers.at.get(i - 2)) is not None:
        yield Attribution("view", (owner,), token.i, nested=not _tells_a_view(token, speakers))
        return
    if token.pos_ in ("VERB", "AUX"):
        return
    for child in token.children:
        if child.dep_ == "nmod:poss" or (child.i == token.i - 2 and child.dep_ in ("nmod", "compound")):
            speaker = speakers.of(child, state.last, state.child_section)
            if speaker is not None:
                yield Attribution("view", (speaker,), token.i, nested=not _tells_a_view(token, speakers))
                return
    if token.dep_ == "obj" and speakers.lowers[token.head.i] in _HOLD:
        # "Mum has two worries."
        holder = _subject(token.head, list(token.head.children)) or _beside(token.head, speakers)
        who = _speakers(holder, speakers, state, "view") if holder is not None else ()
        if who:
            yield Attribution("view", who, token.i)
            return
    if i >= 2 and speakers.lowers[i - 2] == "of":
        # "Mr Hale is of the view that ..."
        subject = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
        who = _speakers(subject, speakers, state, "view") if subject is not None else ()
        if who:
            yield Attribution("view", who, token.i)
            return
    if i + 1 < len(doc) and speakers.lowers[i + 1] == "of":
        yield from _after(doc[i + 1], "view", speakers, state, 4)


def _tells_a_view(token: Token, speakers: Speakers) -> bool:
    """Tell "Mum's view is" and "in Mum's view" from "his views were not sought" and "has a good memory"."""
    if token.dep_ == "ROOT" or any(c.dep_ == "cop" for c in token.children):
        return True
    if token.dep_ in _SUBJECTS and (token.head.dep_ != "acl:relcl"):
        return not any(c.dep_ == "aux:pass" for c in token.head.children)
    before = speakers.lowers[max(token.i - 6, token.sent.start) : token.i]
    return any(w in ("in", "by", "from", "to", "for") for w in before)


def _nested(found: Attribution, verbs: dict[int, str], sentence: Span) -> Attribution:
    if found.aside or found.how in ("label", "source"):
        return found
    token = sentence.doc[found.token]
    main = found.how == "view" or _is_main(token)
    relation = token.dep_
    for _ in range(5):
        head = token.head
        if head.i == token.i:
            break
        if head.i in verbs and verbs[head.i] in ("say", "think", "see", "record") and relation in _INSIDE:
            return replace(found, nested=True, main=False)
        token, relation = head, head.dep_ if relation not in _INSIDE else relation
    return replace(found, main=main) if not main else found


def _is_main(token: Token) -> bool:
    """Tell the verb of a main clause, or the adjective of one ("is worried"), from that of a clause that hangs on it."""
    for _ in range(4):
        if token.dep_ in ("ROOT", "parataxis") or token.head.i == token.i:
            return True
        if token.dep_ != "conj":
            return False
        token = token.head
    return False
