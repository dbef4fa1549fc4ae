"""views.child-voice: the child speaks in the child's own section, or it says how the child's view was found.

What the standard asks:
    The child's views come from direct work or other evidence, "in direct speech where possible" (Swindon practice
    standards 2022, "Views, interests and aspirations", first bullets).

What a finding is:
    An absence: the section of the child's views has no words of the child's own, and does not say how the view was
    gathered another way (watching, symbols, Talking Mats, pictures, play). One finding an advice.

What good looks like:
    "Nell said: 'I like it when it's just me and Dad at the pool.'" Or, without speech: "I offered Nell four pictures;
    she put the swimming card on top each time."

Known limits:
    Words in quotation marks that a parent spoke can pass for the child's where the text does not say whose they are.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import Checked, Context
from advice_audit.checks.patterns import counts, plain
from advice_audit.checks.views._method import METHOD
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import words_of
from advice_audit.language.voice_passages import child_section, passage, voices_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from advice_audit.language.voice_cues import Reading

RECIPE = Recipe(strength=2.0, vector_weight=0.5, cue_weight=2.0)
NOTHING = 0.95


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return one candidate for the document: the sentences of the child's section."""
    sentences = child_section(doc)
    cues = voices_of(sentences)
    text = plain(" ".join(words_of(s) for s, _, _ in sentences))
    cues.update({f"method:{k}": min(v, 1.0) for k, v in counts(text, METHOD).items()})
    own = [r for s, r, _ in sentences if "quote" in r.example.cues and not _adults(r)]
    cues["own quote"] = float(bool(own))
    cues["own quotes"] = min(len(own), 3) / 3
    first = sum("i:child" in r.example.cues for _, r, _ in sentences)
    cues["first person"] = min(first, 2) / 2
    cues["another way"] = float(any(k.startswith(("method:tools", "method:way")) for k in cues))
    cues["seen and chosen"] = float(
        "method:chose" in cues and ("method:tools" in cues or "method:way" in cues or "method:wordless" in cues)
    )
    return [Candidate(None, passage(sentences, cues))]


def _adults(reading: "Reading") -> bool:
    """Tell quoted words that an adult said."""
    return bool(reading.speakers) and reading.own and reading.speakers[0].kind in ("carer", "professional", "document")


def check(doc: "Doc", context: Context) -> Checked:
    """Report an absence where the child is not heard in the child's own section."""
    found = candidates(doc, context)
    chance = NOTHING if not child_section(doc) else probabilities(context.criterion.id, found)[0]
    if chance < context.criterion.threshold:
        return Checked()
    facts = doc._.facts
    name = facts.child.split()[0] if facts is not None and facts.child else "the child"
    message = f"Nothing in {name}’s own section is in {name}’s own words, and it does not say how {name}’s view was found another way."
    suggestion = (
        f"Quote something {name} said (“{name} told me: ‘…’”). If {name} does not use speech, say how the view was gathered, "
        "such as watching, pictures or play, and what was shown."
    )
    return Checked((context.finding(message, suggestion, confidence=chance),))
