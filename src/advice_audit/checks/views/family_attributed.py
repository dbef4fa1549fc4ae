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
from advice_audit.checks.views._took_part import BOTH, NOT_HEARD, is_single, took_part
from advice_audit.classify.features import Example, plain_words
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import words_of
from advice_audit.language.voice_passages import judged, voiced
from advice_audit.language.voices import CHILD

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    general=r"^\W*(children|families|people|young people|boys|girls|teenagers|carers|kids|mothers|fathers)\b(?! (and|of the family))|\b(children (like|with|who)|families (like|with)|parents (like|need|should|are doing)|no parent|any (child|parent|family)|people (like|with))\b",
    collective=r"^(the|his|her|their) (whole |wider |extended )?family\b|\b(the|whole|wider) family (feels?|thinks?|wants?|would|is|are|believes?|hopes?|says?|finds?)\b",
    both=r"\b(both (of (his|her|their) )?(parents|of them|carers)?|parents|mum and dad|mother and father|mr and mrs|they both|the couple|dad and mum)\b",
)
_IMPERSONAL = re.compile(
    r"(it (is|was|has been) (also |now |generally )?(felt|thought|believed|considered|understood|hoped|noted|said|suggested|mentioned)\b(?! by)|"
    r"the (?:general |shared |overall )?(?:feeling|view|sense|thinking) (?:is|was|has been) that\b|"
    r"there (is|has been|was) (a |an )?(general |widespread |strong |some )?(wish|suggestion|suspicion|belief|feeling|sense|view|hope|concern)\b(?! (of|by) (mum|dad|mr|mrs|ms|his|her|their))|"
    r"there (?:are|were|have been) (?:(?:some|also|ongoing|real|serious|growing|general|many|several|a number of) )*(?:concerns|worries|fears|hopes|doubts|feelings|suggestions|suspicions)\b(?! (?:of|by|from) (?:mum|dad|mr|mrs|ms|his|her|their)))",
    re.I,
)
# "Meetings ought to be held after five": what should be, was not or will never be, with nobody who thinks so.
_DEONTIC = re.compile(
    r"\b(?:ought|should|must|needs? to|has to|have to|had better|(?:is|are) to be|(?:would|will) need|could (?:have|not have)|should have|need(?:s|ed)? (?:more|to be)|(?:is|are|was|were) needed|"
    r"(?:it is|it's) (?:high )?time|the sooner|long overdue|overdue|deserves?|expected to|better (?:to|if)|best (?:if|to|for|left))\b",
    re.I,
)
_VERDICT = re.compile(
    r"\b(?:never|nobody|no one|nothing|nowhere|none of|so (?:much|little|many|few)|too (?:much|little|many|few|late|long|often)|(?:very|far too|not nearly|nowhere near) (?:little|much|enough)|enough|"
    r"more (?:\w+ )?(?:is|could|should|help|support)|less|far|deserv\w+|fair|unfair|wrong|right|failed|fail(?:s|ing)|let down|promised|neglected|ignored|overlooked|at fault|to blame|a pity|a shame|"
    r"remarkable|admirable|credit|strain|proud|over-?\w*protective|chaotic|warm|loving|devoted|close|strong|resilient|struggling|lucky|better off)\b",
    re.I,
)
_WRITER = re.compile(
    r"\b(?:(?:I|we) (?:do |also |would |should |must |rather |still |often )?(?:wonder|think|suspect|believe|feel|sense|fear|doubt|suppose|consider|had the (?:feeling|impression))|"
    r"(?:in|to) (?:my|our) (?:own )?(?:view|mind|opinion|experience|judgement)|my (?:(?:own|professional|personal) )*(?:impression|view|sense|feeling|opinion|judgement|assessment) (?:is|that)\b|it (?:seems|appears|seemed|struck me)|it (?:is|was|remains) (?:my|our) (?:own )?(?:view|opinion|belief|impression|feeling)|seems? to (?:me|us))\b"
)
_PERSONAL = re.compile(r"\b(?:she|he|they|her|his|him|their|them|herself|himself)\b", re.I)
_ABSENT_PARENT = re.compile(
    r"\b(?:mum|mam|mother|dad|father|mr|mrs|ms|miss|husband|wife|partner|parents?|family|relatives|she|he|(?:step|grand)(?:mother|father|mum|dad)|him|her)\b",
    re.I,
)
_BENEFIT = re.compile(r"\b(would|could|might) benefit\b", re.I)
ONE_ASKED, ONE_NAMED, PROFESSIONAL, SETTLED, HEARD = 0.85, 0.7, 0.75, 0.1, 0.6


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return one candidate for every sentence of the family's views."""
    return [Candidate(s, _example(s, r)) for s, r, _ in judged(doc, KINDS, OTHERS)]


def _example(sentence: "Span", reading: "Reading") -> Example:
    cues = dict(reading.example.cues)
    text = plain(words_of(sentence))
    cues.update({f"view:{k}": min(v, 1.0) for k, v in counts(text, VIEWS).items()})
    cues.update({f"judges:{k}": 1.0 for k in counts(text, JUDGES)})
    if not _owned(reading):
        cues.update({f"unsaid {k}": 1.0 for k in list(cues) if k.startswith(("view:", "judges:"))})
        cues.update(_unowned(sentence, cues))
    if BOTH.search(text) and "quote:whole" not in cues:
        cues["both"] = 1.0
        cues.update(took_part(sentence.doc).cues(text))
        cues["both, doubtful"] = float(_doubtful(cues))
    elif NOT_HEARD.search(text) and _ABSENT_PARENT.search(text):
        cues["says who is absent"] = 1.0
    return Example(reading.example.text, reading.example.vector, cues, plain_words([sentence]))


_HOUSE = frozenset({"household", "family", "home", "families"})


def _owned(reading: "Reading") -> bool:
    """Tell a sentence that is somebody's; "the household" is nobody."""
    return reading.own and any((s.person or "").lower() not in _HOUSE for s in reading.speakers)


def _unowned(sentence: "Span", cues: "Mapping[str, float]") -> dict[str, float]:
    """Return the signs of a view with no owner, in a sentence that says nobody's; surer where its paragraph opens with it."""
    text = plain(sentence.text)
    found = {
        "deontic": _DEONTIC.search(text),
        "verdict": _VERDICT.search(text),
        "writer": _WRITER.search(text),
        "somebody": _PERSONAL.search(text),
    }
    signs = {f"unsaid {k}": 1.0 for k, v in found.items() if v is not None}
    opens = not any(k.startswith("carry:near") for k in cues)
    place = "opening" if opens else "going on"
    signs[f"unsaid, {place}"] = 1.0
    signs.update({f"{k}, {place}": 1.0 for k in list(signs) if k != f"unsaid, {place}"})
    if found["somebody"] is None:
        signs["nobody in it"] = 1.0
        signs[f"nobody in it, {place}"] = 1.0
    if found["deontic"] is not None and found["somebody"] is None:
        signs[f"ought, of nobody, {place}"] = 1.0
    return signs


def _doubtful(cues: "Mapping[str, float]") -> bool:
    """Tell "both" of whom only one is known to have been asked."""
    if cues.get("both, one said to be absent"):
        return True
    return bool(cues.get("both, one heard")) and not cues.get("both, two heard") and not cues.get("both, met together")


def check(doc: "Doc", context: Context) -> Checked:
    """Report every view in the family's section that is nobody's, a professional's, or wrongly both parents'."""
    triples = judged(doc, KINDS, OTHERS)
    age = doc._.facts.age if doc._.facts else None
    if not triples:
        family = [s for s, _, v in voiced(doc, ("child_views", *ASPIRATIONS)) if v.label_ == "carer"]
        return Checked(applies=age is None or age < ADULT or len(family) > 1)
    made = [Candidate(s, _example(s, r)) for s, r, _ in triples]
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
    together = bool(cues.get("both"))
    if _IMPERSONAL.match(text) and "quote" not in cues and not together:
        return max(learned, PROFESSIONAL)
    if cues.get("both, one said to be absent"):
        return max(learned, ONE_ASKED)
    if cues.get("both, doubtful") and not any(s.kind == "carer" and is_single(s) for s in reading.speakers):
        return max(learned, ONE_NAMED)
    if cues.get("both, two heard") or cues.get("both, met together"):
        return min(learned, SETTLED) if reading.own else learned
    kinds = {s.kind for s in reading.speakers} if _owned(reading) else set()
    if "quote" not in cues and _WRITER.match(text.strip()):
        return max(learned, PROFESSIONAL)
    if kinds == {"professional"} and voice.label_ == "professional" and not cues.get("quote:whole"):
        return max(learned, PROFESSIONAL)
    if kinds == {"carer"} and voice.label_ == "carer" and voice._.confidence >= HEARD and not together:
        return min(learned, SETTLED) if learned < ONE_ASKED else learned
    if not kinds and (_BENEFIT.search(text) or _IMPERSONAL.match(text)):
        return max(learned, PROFESSIONAL)
    return learned


def _named(whose: str) -> str:
    """Return a person as a sentence names them: "the nurse", "Mrs Lowe"."""
    if whose == "writer":
        return "the person who wrote the advice"
    return whose if not whose.islower() or whose.startswith(("a ", "the ")) else f"the {whose}"


def _words(sentence: "Span", voice: "Span", example: Example) -> tuple[str, str]:
    if example.cues.get("both, doubtful"):
        return (
            "This is given as the view of both, but the advice does not show that both of them were spoken to.",
            "Say which of them told you this and when, or ask the other one too.",
        )
    if voice.label_ in ("professional", "document"):
        return (
            f"This is the view of {_named(voice._.person or 'a professional')}, and it stands among the family’s views.",
            "Move it to strengths or needs, where professionals’ views belong.",
        )
    opening = " ".join(words_of(sentence).split()[:4]).rstrip(",.;:")
    return (
        "Nobody is named for this view, so a reader cannot tell whose it is.",
        f"Begin with who says it: “Mum feels that …” or “Both parents report that …” instead of “{opening} …”.",
    )
