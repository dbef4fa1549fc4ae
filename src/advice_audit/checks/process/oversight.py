"""process.oversight: a manager or social worker has read the advice and said what they think of it.

What the standard asks:
    Management oversight of the advice, with comment on the analysis and the plan (Swindon practice standards
    2022, "Quality assurance framework"; annotation guide, `process.oversight`).

What a finding is:
    An absence: nobody has signed the advice off. It is partly met where there is a name and a date but no
    comment on the analysis or plan.

What good looks like:
    "Joan Petherick, senior social worker, 19 October 2022. I agree with the analysis: the three services fit."

Known limits:
    Whether the comment is thoughtful is for a person to judge; the check only sees that there is one.
"""

import re
from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import Checked, Context
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import sentences_of, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

RECIPE = Recipe(strength=2.0, vector_weight=1.0, cue_weight=3.0)
_MANAGER = re.compile(
    r"\b(manager|team leader|practice lead|senior (social worker|practitioner)|supervisor|head of service|"
    r"service lead|principal social worker|social worker|co-?ordinator|signed off|sign-?off|authoris|approved|"
    r"countersigned|checked by|seen by|oversight)",
    re.I,
)
_JUDGES = re.compile(
    r"\b(agree|analysis|plan|support(s|ed)?|provision|outcomes?|needs?|proportionate|right|clear|evidence\w*|"
    r"recommend\w*|fits?|good|endorse\w*|approve (the|this)|satisfied|because|appropriate|sound|strong|accept\w*|"
    r"think|view|thorough|advice is|package|reviewed?)\b",
    re.I,
)
_NOT_YET = re.compile(
    r"\b(not (yet )?(been )?(seen|signed|agreed|read|checked)|awaiting|to be (signed|confirmed|seen)|tbc|pending)\b",
    re.I,
)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return one candidate for the document: its sign-off."""
    found = sign_off(doc)
    return [Candidate(None, example(found or doc[0:1], _cues(found)))]


def check(doc: "Doc", context: Context) -> Checked:
    """Report an absence where the sign-off or its comment is missing."""
    if not len(doc):
        return Checked()
    chance = probabilities(context.criterion.id, candidates(doc, context))[0]
    if chance < context.criterion.threshold:
        return Checked()
    if _cues(sign_off(doc))["named"]:
        message = "The advice is signed off, but nothing says what the manager thinks of the analysis or the plan."
        suggestion = (
            "Ask the manager to add a sentence or two: do the needs, outcomes and support fit together, and why?"
        )
        return Checked((context.finding(message, suggestion, confidence=chance, partly=True),))
    message = "No manager or social worker has signed this advice off."
    suggestion = "Have a manager read it and add their name, the date, and what they think of the analysis and plan."
    return Checked((context.finding(message, suggestion, confidence=chance),))


def sign_off(doc: "Doc") -> "list[Span]":
    """Return the sentences of the sign-off: its section, or else late sentences in which a manager signs."""
    own = [s for s in sentences_of(doc) if s.label_ == "signoff"]
    if own:
        return own
    sentences = sentences_of(doc)
    late = sentences[len(sentences) * 3 // 4 :]
    signing = re.compile(
        r"\b(signed off|sign-?off|authorised|approved|countersigned|checked|agreed) by\b|\bmanager'?s? (comment|view)",
        re.I,
    )
    return [s for s in late if signing.search(words_of(s))]


def _cues(sentences: "list[Span]") -> dict[str, float]:
    text = " ".join(words_of(s) for s in sentences)
    words = [t for s in sentences for t in s if t.is_alpha]
    verbs = sum(t.pos_ in ("VERB", "AUX") for t in words)
    named = bool(words) and not _NOT_YET.search(text)
    return {
        "section": float(bool(sentences)),
        "named": float(named),
        "manager": float(bool(_MANAGER.search(text))),
        "judges": float(len(_JUDGES.findall(text)) > 1),
        "verbs": min(verbs, 8) / 4,
        "words": min(len(words), 40) / 20,
        "pending": float(bool(_NOT_YET.search(text))),
    }
