"""general.jargon: a parent understands every word.

What the standard asks:
    Plain English: acronyms are spelt out, professional words are avoided, and each service is named with a
    word on what it does (Swindon practice standards 2022, "General: advice is clear and easy to read").

What a finding is:
    The first use of an acronym that is nowhere spelt out before it, of a professional word that a parent would
    not know, or of a service's name with no word on what it does there or soon after. One finding a term.
    Headings, form titles and the writer's own team are left out (annotation guide, decision 8).

What good looks like:
    "Ms Idowu, the special educational needs co-ordinator (SENCO) at school, rang us."

Known limits:
    Professional words are those of the rubric's own list; a council adds its own there. A service's bare name is known by
    what stands round it (somebody goes there, has a place there, is offered it); one only mentioned in passing is missed.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from advice_audit.checks.general.acronyms import is_defined
from advice_audit.checks.general.explained import (
    EXPLAINS_AFTER,
    EXPLAINS_NEXT,
    SAYS_WHAT,
    is_told,
    says_what_it_does,
    service_cues,
)
from advice_audit.checks.general.mentions import Mention
from advice_audit.checks.general.terms import first_mentions
from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import Checked, Context, Finding
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

RECIPE = Recipe(strength=1.0, vector_weight=1.0, cue_weight=3.0)
# The share that were findings, on writers the rule was not written from.
BY_RULE = 0.85
# What is left of a term's chance where it is explained.
TOLD = 0.3
_TOLD_AT_ONCE = re.compile(r"^(?: [A-Z]\w+)?(?:,| \() ?(?:the|an?) \w+(?: \w+){0,2} (?:that|which|who|where)\b")
# Characters in which a long name in brackets can follow.
AT_ONCE = 60
# Characters after a sentence in which its term may still be explained.
FOLLOWING = 140


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return the first mention of every acronym, professional word and service."""
    return [_candidate(doc, mention) for mention in _mentions(doc, context)]


def _candidate(doc: "Doc", mention: Mention) -> Candidate:
    seen = example(_window(mention), _cues(doc, mention))
    return Candidate(mention.span, replace(seen, words=_telling_words(mention)))


def _telling_words(mention: Mention) -> str:
    """Return the term, its sentence and what follows, where it may be explained."""
    text, sentence = text_of(mention.span.doc), mention.sentence
    around = text[sentence.start_char : sentence.end_char + FOLLOWING]
    return " ".join(f"{mention.span.text} | {around}".split())


def check(doc: "Doc", context: Context) -> Checked:
    """Report the terms that a parent would probably not understand."""
    mentions = _mentions(doc, context)
    made = [_candidate(doc, m) for m in mentions]
    chances = [
        _by_rule(m, p, context) for m, p in zip(mentions, probabilities(context.criterion.id, made), strict=True)
    ]
    findings = [
        _finding(m, context, chance)
        for m, chance in zip(mentions, chances, strict=True)
        if chance >= context.criterion.threshold
    ]
    return Checked(tuple(findings))


def _by_rule(mention: Mention, chance: float, context: Context) -> float:
    """Return the chance that a mention is a finding, where the words around it settle what the classifier is less sure of."""
    if mention.kind == "jargon":
        return chance * TOLD if is_told(mention) else max(chance, BY_RULE)
    if mention.kind == "service":
        return chance
    return _acronym_by_rule(mention, chance, context)


def _acronym_by_rule(mention: Mention, chance: float, context: Context) -> float:
    """Return the chance of an acronym: one in capitals that is not spelt out is a finding by rule.

    Not two letters or an everyday word in capitals, which
    may be somebody's initials or only loud; nor a service's short name, which counts as explained where the service is.
    """
    from advice_audit.language.spelling import dictionary

    word = mention.span.text
    of = [s for s in context.rubric.services if any(word in name.split() for name in (s.name, *s.aliases))]
    if of:
        own = mention.plain is None and not any(s.kind for s in of)
        return chance * TOLD if own and says_what_it_does(mention) else chance
    sure = mention.plain is not None or (len(word) > 2 and word.lower() not in dictionary())
    return max(chance, BY_RULE) if sure and (word.isupper() or mention.plain is not None) else chance


def _mentions(doc: "Doc", context: Context) -> list[Mention]:
    return [m for m in first_mentions(doc, context.rubric) if not (m.kind == "acronym" and _spelt_out(doc, m))]


def _spelt_out(doc: "Doc", mention: Mention) -> bool:
    """Tell whether the acronym is spelt out before its first use, in the same sentence or in brackets just after.

    Or told: "the SEND Tribunal, the court that settles disputes".
    """
    text, end = text_of(doc), mention.span.end_char
    told = _TOLD_AT_ONCE.match(text[end : end + AT_ONCE])
    return told is not None or is_defined(text[: max(mention.sentence.end_char, end + AT_ONCE)], mention.span.text)


def _window(mention: Mention, words: int = 10) -> "Span":
    doc = mention.span.doc
    start = max(mention.sentence.start, mention.span.start - words)
    return doc[start : min(mention.sentence.end, mention.span.end + words)]


def _cues(doc: "Doc", mention: Mention) -> dict[str, float]:
    span, sentence = mention.span, mention.sentence
    after = text_of(doc)[span.end_char : sentence.end_char]
    before = text_of(doc)[sentence.start_char : span.start_char]
    following = text_of(doc)[sentence.end_char + 1 : sentence.end_char + FOLLOWING]
    told_nowhere = {} if mention.kind != "service" else service_cues(doc, mention, after, before, following)
    return told_nowhere | {
        mention.kind: 1.0,
        "jargon told": float(mention.kind == "jargon" and is_told(mention)),
        f"section_{sentence.label_}": 0.5,
        "known_meaning": float(mention.plain is not None),
        "after": float(bool(EXPLAINS_AFTER.match(after))),
        "after_says": float(bool(EXPLAINS_AFTER.match(after)) and bool(SAYS_WHAT.search(after[:80]))),
        "before": float(bool(re.search(r"(?:\(|,\s*|called\s+|named\s+|, the \w+ \w+,?\s+)$", before))),
        "before_says": float(bool(SAYS_WHAT.search(before[-60:]))),
        "next_says": float(bool(EXPLAINS_NEXT.match(following)) and bool(SAYS_WHAT.search(following))),
        "quoted": float(before.count("“") > before.count("”")),
        "length": min(len(span.text), 10) / 10,
        "cell": float(_in_row(sentence)),
        "words_before": min(len(before.split()), 10) / 10,
    }


def _in_row(sentence: "Span") -> bool:
    document = sentence.doc._.document
    if document is None:
        return False
    return any(b.place is not None and b.start <= sentence.start_char < b.end for b in document.blocks)


def _finding(mention: Mention, context: Context, chance: float) -> Finding:
    word = mention.span.text
    if mention.kind == "acronym":
        message = f"“{word}” is not spelt out the first time it is used."
        meaning = f"{mention.plain} ({word})" if mention.plain else f"the full words, then ({word})"
        suggestion = f"Write: {meaning}."
    elif mention.kind == "jargon":
        message = f"“{word}” is a professional's word that a parent may not know."
        suggestion = f"Say it plainly: {mention.plain}." if mention.plain else "Say it in everyday words."
    else:
        message = f"{word} is named with no word on what it does."
        suggestion = (
            f"Add what it is: “{word}, {mention.plain}”." if mention.plain else f"Add what {word} does, and for whom."
        )
    return context.finding(message, suggestion, mention.span, confidence=chance, cues=(mention.kind,))
