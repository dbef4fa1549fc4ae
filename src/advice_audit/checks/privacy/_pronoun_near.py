"""Whom a pronoun of the other gender may mean: everybody near it, how they stand to it, and where the child stands."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advice_audit.checks.privacy._pronoun_words import heads_note, is_of_body, is_owning, likeness
from advice_audit.checks.privacy._standing_near import Standing, standing

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "acl:relcl", "acl", "conj", "parataxis", "xcomp", "csubj"})
_PASSED_ON = frozenset({"conj", "xcomp"})
_TELLS = frozenset(
    "say tell report explain describe add think believe hope worry reckon agree confirm recall feel find know note "
    "record see observe notice hear mean write fear admit".split()
)
_LIKELY, _EITHER = 0.7, 0.35
_REACH = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """Who stands where around a pronoun.

    Args:
        token: the pronoun.
        wrong: the pronouns of the gender that it is read in, which is not the child's.
        sentence: in which it stands.
        before: earlier sentences that may say whom it means.
        right: the child's own pronouns.
    """

    token: "Token"
    wrong: frozenset[str]
    sentence: "Span"
    before: "Sequence[Span]"
    right: frozenset[str]

    def within(self, start: int, end: int) -> list[Standing]:
        """Return who stands at tokens `start` to `end`, the child's right pronouns counting as the child."""
        doc = self.sentence.doc
        everybody = standing(doc)
        first = bisect_left(everybody, start, key=_at)
        people = everybody[first : bisect_left(everybody, end, first, key=_at)]
        taken = {s.at for s in people}
        people += [Standing(t.i, 0.5, child=True) for t in doc[start:end] if self.is_right(t) and t.i not in taken]
        return sorted(people, key=lambda s: s.at)

    def is_right(self, token: "Token") -> bool:
        """Tell the child's own pronoun; never the one that is asked about."""
        return token.lower_ in self.right and token.i != self.token.i

    def fit(self, people: Sequence[Standing]) -> float:
        """Return how likely it is that the pronoun can mean one of some people."""
        return max((s.fits(self.wrong) for s in people if not s.child), default=0.0)


def _at(one: Standing) -> int:
    return one.at


def near_cues(scene: Scene) -> dict[str, float]:
    """Return what stands around a pronoun as cues."""
    token, sentence = scene.token, scene.sentence
    left = scene.within(sentence.start, token.i)
    ahead = scene.within(token.i + 1, sentence.end) if token.i - sentence.start < _REACH else []
    last = scene.within(scene.before[-1].start, scene.before[-1].end) if scene.before else []
    earlier = [s for part in scene.before[:-1] for s in scene.within(part.start, part.end)]
    here, before = max(scene.fit(left), scene.fit(ahead)), scene.fit(last)
    like = likeness(token)
    role, agent = role_of(token), agent_of(scene)
    bound = agent == "child" and (role == "self" or _of_oneself(token))
    if not bound and any(t.lower_ in scene.wrong for t in sentence.doc[sentence.start : token.i]):
        here = max(here, _LIKELY)  # one of its kind stands for somebody already
    level = _level(here, before, scene.fit(earlier))
    cues = {
        f"fits: {level}": 1.0,
        f"{role}, fits: {level}": 1.0,
        f"{role}, agent: {agent}": 1.0,
        "childlike, fits not here": like["childlike"] * float(here < _LIKELY),
        "childlike, fits nowhere": like["childlike"] * float(max(here, before) < _LIKELY),
        "grown up, fits": like["grown up"] * float(max(here, before) >= _EITHER),
        "childlike, nearest is child": like["childlike"] * float(bool(left) and left[-1].child),
        "bound": float(bound),
        "bound, unlike its kind": float(bound and here < _LIKELY),
        "barred": float(agent == "child" and role == "object"),
        "barred, as object": float(agent == "child" and role == "object" and _stands_to_verb(token)),
    }
    cues |= _nearest(scene, left, last)
    cues |= _clause(scene, role)
    cues |= _company(scene, bound)
    return cues | like


def _level(here: float, before: float, earlier: float) -> str:
    """Say where somebody stands whom the pronoun fits."""
    if max(here, before) >= _LIKELY:
        return "here" if here >= _LIKELY else "just before"
    if max(here, before) >= _EITHER:
        return "perhaps here" if here >= _EITHER else "perhaps just before"
    return "earlier" if earlier >= _LIKELY else "nowhere"


def _stands_to_verb(token: "Token") -> bool:
    """Tell "Sam waits for her" from "Sam talks of the man who saw her"; the verb is at times taken for a noun."""
    return token.dep_ in ("obj", "iobj", "obl") or (token.dep_ == "nmod" and _has_subject(token.head))


def _of_oneself(token: "Token") -> bool:
    """Tell what one does to one's own: "brushes her own teeth", "washes his hair", "asleep on his own"."""
    return is_owning(token) and (token.nbor().lower_ == "own" or is_of_body(token.head))


def role_of(token: "Token") -> str:
    """Return `self`, `subject`, `owning` or `object`."""
    if token.lower_.endswith("self"):
        return "self"
    return "subject" if token.lower_ in ("he", "she") else "owning" if is_owning(token) else "object"


def agent_of(scene: Scene) -> str:
    """Return who does what the pronoun's clause tells: `child`, `fits`, `either`, `other`, `itself` or `none`."""
    token = scene.token
    verb = clause_of(token)
    subject = subject_of(verb)
    if subject is None and _left_out(scene, verb):
        return "child"
    if subject is not None and subject.i == token.i:
        return "itself"
    before_verb = _before_the_verb(scene)
    if before_verb is not None and before_verb.child:
        return "child"
    return _who(scene, subject) or "none"


def _left_out(scene: Scene, verb: "Token") -> bool:
    """Tell notes that begin with what the child does: "Irons her own shirts"."""
    first = scene.sentence[0]
    done = first.tag_ in ("VBZ", "VBD") or (first.pos_ != "PRON" and heads_note(first.lower_))
    return done and first.i != scene.token.i and verb.i in (first.i, first.head.i)


def _before_the_verb(scene: Scene) -> Standing | None:
    """Return who stands right before the last finite verb on the left, whatever the parser made of it."""
    for token in reversed(scene.sentence.doc[scene.sentence.start : scene.token.i]):
        if token.tag_ in ("VBZ", "VBD", "VBP", "MD"):
            place = token.i - 1
            while place > scene.sentence.start and scene.sentence.doc[place].pos_ in ("ADV", "AUX"):
                place -= 1
            there = scene.within(place, place + 1)
            return there[0] if there else None
    return None


def _nearest(scene: Scene, left: Sequence[Standing], last: Sequence[Standing]) -> dict[str, float]:
    """Return who was named last before the pronoun, and whether the child stands between it and those it fits."""
    word = scene.wrong
    nearest = left[-1] if left else None
    fitting = [s for s in left if not s.child and s.fits(word) >= _LIKELY]
    child = [s for s in left if s.child]
    first_before = last[0] if last else None
    return {
        "nearest is child": float(nearest is not None and nearest.child),
        "nearest fits": nearest.fits(word) if nearest is not None and not nearest.child else 0.0,
        "nobody left": float(nearest is None),
        "child after those it fits": float(bool(fitting and child) and child[-1].at > fitting[-1].at),
        "child before those it fits": float(bool(fitting and child) and child[-1].at < fitting[-1].at),
        "sentence begins with child": float(bool(left) and left[0].child),
        "nobody here, last began with child": float(not left and first_before is not None and first_before.child),
        "nobody here, last began with fitting": float(
            not left and first_before is not None and not first_before.child and first_before.fits(word) >= _LIKELY
        ),
        "how many fit": min(len(fitting), 3) / 3,
    }


def _clause(scene: Scene, role: str) -> dict[str, float]:
    """Return who is subject of the clause above the pronoun's, and what its own clause forbids."""
    token = scene.token
    verb = clause_of(token)
    subject = subject_of(verb)
    above = clause_of(verb.head) if verb.head.i != verb.i else None
    over = _who(scene, subject_of(above)) if above is not None else None
    tells = above is not None and above.lemma_.lower() in _TELLS and verb.dep_ in ("ccomp", "parataxis")
    beside = any(s.child for s in _others(scene, verb))
    is_subject = subject is not None and subject.i == token.i
    return {
        f"{role}: above is {over}": 1.0,
        "told by those it fits": float(tells and over == "fits"),
        "told by another": float(tells and over in ("other", "either")),
        "child is object": float(is_subject and beside),
        "others with it are child": float(role == "owning" and _who(scene, subject) is None and beside),
        "joins child's clause": float(is_subject and verb.dep_ in ("conj", "advcl", "parataxis") and over == "child"),
    }


def _company(scene: Scene, bound: bool) -> dict[str, float]:
    """Return how many pronouns of either kind stand about."""
    token, sentence = scene.token, scene.sentence
    wrong = scene.wrong
    words = [t for part in (*scene.before, sentence) for t in part]
    same = [t for t in sentence if t.lower_ in wrong and t.i < token.i]
    return {
        "later of its kind": float(bool(same) and not bound),
        "others of its kind before": float(any(t.lower_ in wrong for part in scene.before for t in part)),
        "others of its kind after": float(any(t.lower_ in wrong for t in sentence if t.i > token.i)),
        "right before it": float(any(scene.is_right(t) for t in sentence if t.i < token.i)),
        "right after it": float(any(scene.is_right(t) for t in sentence if t.i > token.i)),
        "right ones about": min(sum(scene.is_right(t) for t in words), 4) / 4,
        "own": float(token.i + 1 < sentence.end and token.nbor().lower_ == "own"),
    }


def clause_of(token: "Token") -> "Token":
    """Return the head of the clause in which a word stands."""
    verb = token
    for _ in range(15):
        if verb.head.i == verb.i or (verb.dep_ in _CLAUSES and not _phrase_only(verb)):
            return verb
        verb = verb.head
    return verb


def _phrase_only(token: "Token") -> bool:
    """Tell "his mother and his aunt", whose second part is no clause."""
    return token.dep_ == "conj" and token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM") and not _has_subject(token)


def _has_subject(token: "Token") -> bool:
    return any(c.dep_.startswith("nsubj") for c in token.children)


def subject_of(verb: "Token") -> "Token | None":
    """Return who does it: a clause's subject, or of one without, that of the clause it hangs on.

    Whoever is asked, helped or seen to do a thing is who does it: "helps Sam to sleep", "ask a stranger to wait".
    """
    for _ in range(6):
        subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
        bare = verb.dep_ == "advcl" and verb.tag_ == "VBG"
        if subject is not None or verb.head.i == verb.i or not (verb.dep_ in _PASSED_ON or bare):
            return subject
        upper = clause_of(verb.head)
        if verb.dep_ == "xcomp":
            asked = next((c for c in upper.children if c.dep_ == "obj" and c.i < verb.i), None)
            if asked is not None:
                return asked
        verb = upper
    return None


def _who(scene: Scene, subject: "Token | None") -> str | None:
    """Return `child`, `fits`, `either` or `other` for a subject; None where there is none, or it is the pronoun."""
    if subject is None or subject.i == scene.token.i:
        return None
    if scene.is_right(subject):
        return "child"
    there = [s for s in scene.within(subject.i, subject.i + 1)] or [
        s
        for t in subject.children
        if t.dep_ in ("flat", "compound", "appos", "conj")
        for s in scene.within(t.i, t.i + 1)
    ]
    if any(s.child for s in there):
        return "child"
    if subject.lower_ in scene.wrong:
        return "fits"
    fit = scene.fit(there)
    return "fits" if fit >= _LIKELY else "either" if fit >= 0.3 else "other"


def _others(scene: Scene, verb: "Token") -> list[Standing]:
    """Return who stands beside the pronoun in its own clause, but its subject."""
    found = []
    for part in verb.children:
        if part.dep_.startswith(("obj", "iobj", "obl", "xcomp")):
            for token in part.subtree:
                found += scene.within(token.i, token.i + 1)
    return found
