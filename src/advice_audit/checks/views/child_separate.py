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

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import Checked, Context
from advice_audit.checks.patterns import counts, plain, table
from advice_audit.classify.features import Example
from advice_audit.classify.fit import Recipe
from advice_audit.language.voice_passages import judged
from advice_audit.language.voices import CHILD

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.language.voice_cues import Reading

RECIPE = Recipe(strength=2.0, vector_weight=2.0, cue_weight=1.0)
KINDS = ("child_views", "child_aspirations")
# A column or a row headed by these is not the child's section (annotation guide, decision 17).
OTHERS = frozenset({"carer", "professional"})
JUDGES = table(
    trait=r"\bis (an?|very|such an?|generally|usually|always|by nature|settled|easily)\b.{0,60}\b(boy|girl|lad|child|man|woman|person|soul|"
    r"character|teenager|toddler|learner|chap|baby|artist|spark|one|led)\b",
    responds=r"\b(responds?|thrives?|benefits?|copes?|settles?|functions?|does|at (his|her|their) (best|happiest)) (\w+ )?(well|best|to|on|from|with|when)\b",
    needs=r"\b(needs?|requires?|lacks?|struggles?|tends? to|presents? as|appears?|seems?|can (be|become)|finds? it (hard|difficult)|low self[- ]esteem|"
    r"dysregulated|vulnerable|easily led|manipulative|immature|attachment|developmental|anxiet(y|ies)|behaviou?rs?)\b",
    supposes=r"\b(would (really |probably |dearly |also |like|love|want)|deep down|if (he|she|they) could|interpret\w*|means that)\b",
)  # fmt: skip


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return one candidate for every sentence of the child's sections."""
    return [Candidate(s, _example(s, r)) for s, r, _ in judged(doc, KINDS, OTHERS)]


def _example(sentence: "Span", reading: "Reading") -> Example:
    cues = dict(reading.example.cues)
    cues.update({f"judges:{k}": min(v, 1.0) for k, v in counts(plain(sentence.text), JUDGES).items()})
    for key in list(cues):
        if key.startswith("judges:") and "quote" not in cues:
            cues[f"unsaid {key}"] = float(not reading.own)
    return Example(reading.example.text, reading.example.vector, cues)


def check(doc: "Doc", context: Context) -> Checked:
    """Report every sentence of the child's sections in which an adult speaks."""
    triples = judged(doc, KINDS, OTHERS)
    chances = probabilities(context.criterion.id, [Candidate(s, _example(s, r)) for s, r, _ in triples])
    findings = []
    for (sentence, reading, voice), chance in zip(triples, chances, strict=True):
        if chance >= context.criterion.threshold:
            message, suggestion = _words(reading, voice)
            findings.append(context.finding(message, suggestion, sentence, confidence=chance, cues=(f"voice: {voice.label_}",)))
    return Checked(tuple(findings), units=max(len(triples), 1))


def _words(reading: "Reading", voice: "Span") -> tuple[str, str]:
    who = next((s.person for s in reading.speakers if s.kind in ("carer", "professional", "person") and s.person), None)
    if reading.own and who and voice.label_ not in CHILD:
        return (
            f"This is what {_the(who)} thinks or says, and it stands in the child’s own section.",
            f"Move it to the {'family’s views' if voice.label_ == 'carer' else 'strengths or needs'}, and give here only what the child said, showed or chose.",
        )
    return (
        "This is an adult’s description of the child, and it stands in the child’s own section.",
        "Move it to strengths or needs and say who thinks so; keep here what the child said, showed or chose.",
    )


def _the(who: str) -> str:
    """Return a role as it reads inside a sentence: a name stays as it is."""
    return who if who[:1].isupper() else f"the {who}"
