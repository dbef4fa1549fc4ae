"""views.child-separate: no adult speaks in the child's section.

What the standard asks:
    The child's view is kept apart from a parent's account of it, and professionals' views stay out of it (Swindon practice
    standards 2022, "Views, interests and aspirations: the child's views and interests are stated clearly").

What a finding is:
    A sentence in the child's views or aspirations that gives a parent's or a professional's view of the child, or a
    parent's account of what the child wants. Not the child's own words that mention a parent, not what was seen of the
    child's own expression, not a plain report of what the child said.

What good looks like:
    "Nell told me that she wants a friend to come for tea", with her father's hopes in the family's section.

Known limits:
    A likes-and-dislikes sentence without a speaker ("He is fond of trains") can be either; it is read as the child's.
"""

import re
from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import Checked, Context
from advice_audit.checks.patterns import counts, plain
from advice_audit.checks.views._method import JUDGES, METHOD
from advice_audit.classify.features import Example, plain_words
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import sentences_of, spans_of, words_of
from advice_audit.language.sections import FAMILY_WORDS
from advice_audit.language.voice_passages import judged
from advice_audit.language.voices import CHILD

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.language.voice_cues import Reading

RECIPE = Recipe(strength=2.0, vector_weight=2.0, cue_weight=1.0)
KINDS = ("child_views", "child_aspirations")
# A column or a row headed by these is not the child's section (annotation guide, decision 17).
OTHERS = frozenset({"carer", "professional"})
_CHILDS = frozenset({"quote", "express:child", "acts:child", "say:child", "think:child", "feel:child"})
SPOKEN, ADULT_SAYS, HEARD, CHARACTER = 0.2, 0.7, 0.6, 0.85
# "He is a sociable, smiley boy who ...": no child speaks so of himself.
_CHARACTER = re.compile(
    r"^(?:\W*)(?:he|she|they|(?-i:[A-Z][\w'-]+))(?:'s| is| was| can be| has always been| remains)(?: (?:a|an|such a|quite a|really a|generally a|always a|very much a))\b[^.]{0,60}?\b"
    r"(?:boy|girl|lad|lass|child|young man|young woman|young person|young lady|character|soul|giant|cookie|chap|kid|toddler|teenager|little man|youngster|baby|pupil|individual)\b",
    re.I,
)
# "A clingy girl, and ...": the same without a subject.
_CHARACTER_ALONE = re.compile(
    r"^\W*(?:(?:a|an|such a|quite a|really a|very much a|always a)\b (?:[\w'-]+,? (?:and )?){1,5}?(?:boy|girl|lad|lass|young (?:man|woman|person|lady)|character|soul|chap|kid|toddler|teenager|youngster|little (?:man|one|thing)|individual)\b)",
    re.I,
)
_SUPPOSED = re.compile(
    r"\b(?:I|we) (?:should|would|do|can only|rather) (?:think|imagine|suspect|guess|suppose|expect)\b|\b(?:I|we) (?:imagine|suspect|suppose|guess)\b|\bone imagines\b",
    re.I,
)
# Whose hope it is: the word before "would like".
_HOPES = re.compile(
    r"([\w-]+)(?: would|['’]d) (?:(?:really|also|both|dearly|much|not|never) )?(?:like|love|prefer|want|wish|choose)\b"
)
_TELLS = ("say", "think", "feel", "view", "source", "label", "record", "see")
_ME = re.compile(r"\b(I|I'm|I'd|I've|me|my)\b")
_WRITERS_OWN = re.compile(
    r"\bmy ((own|professional|personal) )*(view|opinion|impression|assessment|visits?|colleague|manager|judgement|understanding|experience)\b",
    re.I,
)
# Says that no view could be had, or speaks of the form: nobody judges the child.
_WORDLESS = re.compile(
    r"\b(not (been )?possible to (obtain|gather|gain|get|find)|(unable|could not|difficult|hard) to (obtain|gather|gain|ascertain)|views (could not|were not|have not)|"
    r"(can|could|may) be used for this (section|part|box)|no (spoken )?words|non-?verbal|(does|do)(n't| not) (use words|speak|talk)|pre-?verbal|no speech)\b",
    re.I,
)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return one candidate for every sentence of the child's sections."""
    return [Candidate(s, _example(s, r)) for s, r, _ in judged(doc, KINDS, OTHERS)]


def _example(sentence: "Span", reading: "Reading") -> Example:
    cues = dict(reading.example.cues)
    cues.update({f"judges:{k}": min(v, 1.0) for k, v in counts(plain(words_of(sentence)), JUDGES).items()})
    cues.update({f"method:{k}": 1.0 for k in counts(plain(words_of(sentence)), METHOD) if k in ("tools", "way")})
    for key in list(cues):
        if key.startswith("judges:") and "quote" not in cues:
            cues[f"unsaid {key}"] = float(not reading.own)
    return Example(reading.example.text, reading.example.vector, cues, plain_words([sentence]))


def check(doc: "Doc", context: Context) -> Checked:
    """Report every sentence of the child's sections in which an adult speaks."""
    triples = judged(doc, KINDS, OTHERS)
    chances = probabilities(context.criterion.id, [Candidate(s, _example(s, r)) for s, r, _ in triples])
    findings = []
    joint = _joint(doc)
    for (sentence, reading, voice), learned in zip(triples, chances, strict=True):
        chance = _chance(sentence, reading, voice, learned, joint)
        if chance >= context.criterion.threshold:
            message, suggestion = _words(reading, voice)
            findings.append(
                context.finding(message, suggestion, sentence, confidence=chance, cues=(f"voice: {voice.label_}",))
            )
    return Checked(tuple(findings), units=max(len(triples), 1))


def _joint(doc: "Doc") -> frozenset[str]:
    """Return which of the child's sections hold the family's as well: "What Sam says and what his family say"."""
    kinds = {s.label_ for s in sentences_of(doc)}
    headed = any(
        s.label_ == "child_views" and FAMILY_WORDS.intersection(re.findall(r"\w+", (s._.heading or "").lower()))
        for s in spans_of(doc, "sections")
    )
    aspirations = {"child_aspirations"} if "family_aspirations" not in kinds else set()
    return frozenset(aspirations | ({"child_views"} if headed and "family_views" not in kinds else set()))


def _chance(sentence: "Span", reading: "Reading", voice: "Span", learned: float, joint: frozenset[str]) -> float:
    """Return the classifier's probability, lowered where a rule knows that the child speaks, or that nobody judges the child.

    Args:
        sentence, reading, voice: what is judged.
        learned: the classifier's probability.
        joint: the kinds of section in which child and family stand under one heading.
    """
    cues, text = reading.example.cues, plain(sentence.text)
    if "quote" not in cues and "child speaks" not in cues and _SUPPOSED.search(text):
        return max(learned, ADULT_SAYS)
    first_person = "first:my" in cues or "i:child" in cues or ("child speaks" in cues and _ME.search(text))
    if first_person and "i:writer" not in cues and not _WRITERS_OWN.search(text) and cues.get("quoted", 0) < 1:
        return min(learned, SPOKEN)
    if text.rstrip().endswith("?") or text.startswith("[") or _WORDLESS.search(text):
        return min(learned, SPOKEN)
    if sentence.label_ == "child_views" and "child_views" in joint and reading.own and voice.label_ == "carer":
        return min(learned, SPOKEN)
    if sentence.label_ == "child_aspirations" and "child_aspirations" in joint and not _supposes(sentence, text):
        return min(learned, SPOKEN)
    character = _CHARACTER.match(text) or _CHARACTER_ALONE.match(text)
    said = reading.own and ("say:child" in cues or {s.kind for s in reading.speakers} != {"child"})
    if sentence.label_ == "child_views" and not said and "quote" not in cues and character:
        return max(learned, CHARACTER)
    adults = (
        reading.own and {s.kind for s in reading.speakers} <= {"carer", "professional"} and not cues.keys() & _CHILDS
    )
    tells = any(f"{how}:{kind}" in cues for how in _TELLS for kind in ("carer", "professional"))
    if (
        adults
        and tells
        and voice.label_ in ("carer", "professional")
        and voice._.confidence >= HEARD
        and (sentence.label_ == "child_views" or JUDGES["supposes"].search(text))
    ):
        return max(learned, ADULT_SAYS)
    return learned


def _supposes(sentence: "Span", text: str) -> bool:
    """Tell what an adult thinks that the child wants ("Mum says he would like ...") from the adult's own hope ("Mum would like ...")."""
    if not JUDGES["supposes"].search(text):
        return False
    facts = sentence.doc._.facts
    who = [re.escape(name) for person in sentence.doc._.people.of("child") for name in person.names]
    who += [facts.pronouns] if facts is not None and facts.pronouns else ["he", "she", "they"]
    who.append("you")
    hopes = _HOPES.findall(text)
    return not hopes or any(re.fullmatch("|".join(who), one, re.I) for one in hopes)


def _words(reading: "Reading", voice: "Span") -> tuple[str, str]:
    who = next((s.person for s in reading.speakers if s.kind in ("carer", "professional", "person") and s.person), None)
    if reading.own and who and voice.label_ not in CHILD:
        return (
            f"This is what {_the(who)} thinks or says, and it stands in the child’s own section.",
            f"Move it to {'the family’s views' if voice.label_ == 'carer' else 'strengths or needs'}, and give here only what the child said, showed or chose.",
        )
    return (
        "This is an adult’s description of the child, and it stands in the child’s own section.",
        "Move it to strengths or needs and say who thinks so; keep here what the child said, showed or chose.",
    )


def _the(who: str) -> str:
    """Return a role as it reads inside a sentence: a name stays as it is."""
    return who if who[:1].isupper() else f"the {who}"
