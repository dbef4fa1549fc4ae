"""views.family-attributed: every view in the family's section belongs to somebody of the family.

What the standard asks:
    The family's views say whether they are one parent's or both parents', and hold no professional's view (Swindon
    practice standards 2022, "Views, interests and aspirations: family views are stated clearly"). An attribution covers
    the sentence after it that goes on with the same speaker's view, and a column headed "Mum" covers what stands in it
    (annotation guide, decisions 1 and 7).

What a finding is:
    A sentence with a view that nobody is named for, a professional's view, or a view given as both parents' where the
    text shows that only one was spoken to.

What good looks like:
    "Mr Adeola would like Nell to have one evening a week with other children. Ms Adeola agrees, and worries about the bus."

Known limits:
    Where a parent is named in one sentence and the next is a general remark, it can be taken for that parent's view.
"""

import re
from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import Checked, Context
from advice_audit.checks.patterns import counts, plain, table
from advice_audit.checks.views._method import JUDGES
from advice_audit.classify.features import Example
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import sentences_of, words_of
from advice_audit.language.voice_passages import judged, voiced
from advice_audit.language.voices import CHILD

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.language.voice_cues import Reading

RECIPE = Recipe(strength=2.0, vector_weight=2.0, cue_weight=1.5)
KINDS = ("family_views",)
OTHERS = frozenset({"child"})
ADULT = 16
ASPIRATIONS = ("child_aspirations", "family_aspirations")
VIEWS = table(
    unowned=r"\b(it (is|was|has been) (also )?(felt|thought|believed|considered|understood|clear|recognised|acknowledged|hoped|noted|evident|obvious|said|suggested|reported|mentioned|accepted|agreed)|"
    r"there (is|are|was|were|has been|have been) (a |some |also |great |real |ongoing |general |much |an? \w+ )*(feeling|concerns?|worr\w+|need|sense|hope|lack|issues?|wish|suggestions?|view|talk|question|belief|opinion|thought)|"
    r"would benefit|everybody|everyone|anybody can|concerns? (have|has) been|plainly|clearly|evidently)\b",
    official=r"\b(at risk|unmanageable|conditions|boundaries|consisten\w+|structur\w+|behaviours?|placement|provision|presents?|appropriate|parenting|insight|engag\w+|"
    r"relationship with|attachment|level of|supportive|protective|difficulties|likely to (need|be)|rooted|handled|managed|resilien\w+|suitab\w+|overcrowd\w+|improv\w+|it would be good)\b",
    general=r"\b(children (like|with|who)|families (like|with)|parents (like|need|should|are doing)|no parent|any (child|parent|family)|people (like|with))\b",
    collective=r"^(the|his|her|their) (whole |wider |extended )?family\b|\b(the|whole|wider) family (feels?|thinks?|wants?|would|is|are|believes?|hopes?|says?|finds?)\b",
    both=r"\b(both (of (his|her|their) )?(parents|of them|carers)?|parents|mum and dad|mother and father|mr and mrs|they both|the couple|dad and mum)\b",
)
BOTH = re.compile(
    r"\b(both|parents|(mum|mother|mr|mrs|ms|dad|father)\b[^.;,]{0,25} and (her husband|his wife|dad|mum|father|mother|mrs|mr)|couple)\b",
    re.I,
)
_PARENT = r"(mum|mam|mother|dad|father|mr|mrs|ms|husband|wife|partner|parent|she|he|stepfather|stepmother)"
ABSENT = re.compile(
    rf"\b{_PARENT}\b.{{0,90}}\b(not (been )?(spoken|seen|met|able|available|present|taken part|replied|responded|answered|contacted|interviewed|heard|join\w*|wish to)|"
    r"no (contact|reply|answer|comment|response)|(could|did|has|have|was|were)(n't| not)\b.{0,30}\b(reach\w*|repl\w+|take part|taken part|"
    r"speak|spoken|seen|met|meet|respond\w*|return\w*|heard|attend\w*|available|contacted|present|come|join\w*|ring|call\w*|involved)|unavailable|"
    r"declin\w+|abroad|at sea|in (prison|hospital|custody)|away (at|with|on)|at work|on (nights|shift)|asleep|slept|working away|offshore|deployed)\b|"
    r"\bnot (yet )?(been )?(spoken|able to speak) (to|with) (\w+ )?(dad|father|mum|mother|mr|mrs|ms)\b|"
    r"\b(have|has)(n't| not) (been able to )?(spoken?|met|seen|heard|reach\w*)\b.{0,40}\b(dad|father|mum|mother|mr|mrs|ms|him|her)\b",
    re.I,
)
# "Both parents feel ...", where only one was asked. Sure enough to report whatever the classifier makes of the words.
_TOGETHER = re.compile(
    r"\b(both (of )?(his |her |their )?(parents|carers|foster carers|grandparents|guardians)|both of them|you both|parents|(mum|mother|mam) and (dad|father)|(dad|father) and (mum|mother|mam)|mr and mrs \w+|they both)\b",
    re.I,
)
_IMPERSONAL = re.compile(
    r"(it (is|was|has been) (also |now |generally )?(felt|thought|believed|considered|understood|hoped|noted|said|suggested|mentioned)\b(?! by)|"
    r"there (is|has been|was) (a |an )?(general |widespread |strong |some )?(wish|suggestion|feeling|sense|view|hope|concern)\b(?! (of|by) (mum|dad|mr|mrs|ms|his|her|their)))",
    re.I,
)
_BENEFIT = re.compile(r"\b(would|could|might) benefit\b", re.I)
ONE_ASKED, ONE_NAMED, PROFESSIONAL, SETTLED, HEARD = 0.85, 0.7, 0.75, 0.1, 0.6
_ONE = re.compile(r"\b(mum|mam|mother|mrs|ms|miss|dad|father|mr)\b", re.I)
_MOTHER, _FATHER = frozenset({"mum", "mam", "mother", "mrs", "ms", "miss"}), frozenset({"dad", "father", "mr"})
_ALONE = re.compile(
    r"\b(mum|mother|dad|father|mrs \w+|mr \w+|ms \w+)\b[^.]{0,40}\b(alone|on (her|his) own|only|by (her|him)self)\b",
    re.I,
)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return one candidate for every sentence of the family's views."""
    triples = judged(doc, KINDS, OTHERS)
    spoken = _spoken_to(doc) if triples else {}
    return [Candidate(s, _example(s, r, spoken)) for s, r, _ in triples]


def _spoken_to(doc: "Doc") -> dict[str, float]:
    """Return what the document says of which parents took part."""
    absent = alone = together = 0
    seen: set[str] = set()
    for sentence in sentences_of(doc):
        if sentence.label_ not in (
            "methodology",
            "reason",
            "details",
            "family_views",
            "current_involvement",
            "consent",
            "other",
        ):
            continue
        text = plain(words_of(sentence))
        absent += bool(ABSENT.search(text))
        if sentence.label_ in ("methodology", "reason", "details"):
            together += bool(BOTH.search(text))
            seen.update(word.lower() for word in _ONE.findall(text))
            alone += bool(_ALONE.search(text))
    mother, father = bool(seen & _MOTHER), bool(seen & _FATHER)
    return {
        "a parent absent": float(absent > 0),
        "one alone": float(alone > 0),
        "both took part": float(together > 0 or (mother and father and not absent)),
        "one only": float(mother != father),
        "neither": float(not mother and not father and not together),
    }


def _example(sentence: "Span", reading: "Reading", spoken: dict[str, float]) -> Example:
    cues = dict(reading.example.cues)
    text = plain(words_of(sentence))
    cues.update({f"view:{k}": min(v, 1.0) for k, v in counts(text, VIEWS).items()})
    cues.update({f"judges:{k}": 1.0 for k in counts(text, JUDGES)})
    if not reading.own:
        cues.update({f"unsaid {k}": 1.0 for k in list(cues) if k.startswith(("view:", "judges:"))})
    both = bool(BOTH.search(text)) and "quote:whole" not in cues
    if both:
        cues.update({f"both, {key}": value for key, value in spoken.items()})
        cues["both, no sign of both"] = float(not spoken.get("both took part"))
        cues["both, doubtful"] = float(
            bool(spoken.get("a parent absent")) or (bool(spoken.get("one only")) and not spoken.get("both took part"))
        )
    if not both and ABSENT.search(text):
        cues["says who is absent"] = 1.0
    return Example(reading.example.text, reading.example.vector, cues)


def check(doc: "Doc", context: Context) -> Checked:
    """Report every view in the family's section that is nobody's, a professional's, or wrongly both parents'."""
    triples = judged(doc, KINDS, OTHERS)
    age = doc._.facts.age if doc._.facts else None
    if not triples:
        family = [s for s, _, v in voiced(doc, ("child_views", *ASPIRATIONS)) if v.label_ == "carer"]
        return Checked(applies=age is None or age < ADULT or len(family) > 1)
    spoken = _spoken_to(doc)
    made = [Candidate(s, _example(s, r, spoken)) for s, r, _ in triples]
    findings = []
    for (sentence, reading, voice), candidate, learned in zip(
        triples, made, probabilities(context.criterion.id, made), strict=True
    ):
        chance = _chance(sentence, reading, voice, candidate.example, learned)
        if voice.label_ in CHILD and voice._.confidence >= HEARD:
            # The child speaks here: a child's sentence that the form's layout has put among the family's.
            chance = min(chance, SETTLED)
        if chance >= context.criterion.threshold:
            message, suggestion = _words(sentence, voice, candidate.example)
            findings.append(
                context.finding(message, suggestion, sentence, confidence=chance, cues=(f"voice: {voice.label_}",))
            )
    return Checked(tuple(findings), units=len(triples))


def _chance(sentence: "Span", reading: "Reading", voice: "Span", example: Example, learned: float) -> float:
    """Return the classifier's probability, or a rule's where the rule is surer."""
    cues, text = example.cues, plain(words_of(sentence))
    if cues.get("says who is absent") or text.startswith("["):
        return min(learned, SETTLED)
    together = _TOGETHER.search(text)
    if together and cues.get("both, a parent absent"):
        return max(learned, ONE_ASKED)
    if (
        together
        and together.start() < 4
        and not text.lower().startswith("they")
        and cues.get("both, one only")
        and not cues.get("both, both took part")
    ):
        return max(learned, ONE_NAMED)
    if together and cues.get("both, both took part") and not cues.get("both, a parent absent"):
        return min(learned, SETTLED) if reading.own else learned
    kinds = {s.kind for s in reading.speakers} if reading.own else set()
    if kinds == {"professional"} and voice.label_ == "professional" and not cues.get("quote:whole"):
        return max(learned, PROFESSIONAL)
    if kinds == {"carer"} and voice.label_ == "carer" and voice._.confidence >= HEARD and not together:
        return min(learned, SETTLED) if learned < ONE_ASKED else learned
    if not kinds and (_BENEFIT.search(text) or _IMPERSONAL.match(text)):
        return max(learned, PROFESSIONAL)
    return learned


def _words(sentence: "Span", voice: "Span", example: Example) -> tuple[str, str]:
    doubtful = ("both, a parent absent", "both, one only", "both, no sign of both")
    if _TOGETHER.search(plain(words_of(sentence))) and any(example.cues.get(name) for name in doubtful):
        return (
            "This is given as the view of both, but the advice does not show that both of them were spoken to.",
            "Say which of them told you this and when, or ask the other one too.",
        )
    if voice.label_ in ("professional", "document"):
        whose = voice._.person or "a professional"
        return (
            f"This is the view of {whose if whose != 'writer' else 'the person who wrote the advice'}, and it stands among the family’s views.",
            "Move it to strengths or needs, where professionals’ views belong.",
        )
    opening = " ".join(words_of(sentence).split()[:4]).rstrip(",.;:")
    return (
        "Nobody is named for this view, so a reader cannot tell whose it is.",
        f"Begin with who says it: “Mum feels that …” or “Both parents report that …” instead of “{opening} …”.",
    )
