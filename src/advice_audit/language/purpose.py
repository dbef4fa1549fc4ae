"""Why an advice is written: the process of the plan that asked for it."""

import re

from spacy.tokens import Doc

from advice_audit.language.canonical import spans_of, text_of, words_of
from advice_audit.language.details import form_blocks
from advice_audit.language.facts import Purpose

_PURPOSES: tuple[tuple[Purpose, str], ...] = (
    ("tribunal", r"\btribunal\b|\bappeal(?:s|ed|ing)?\b"),
    ("closure", r"(?:^|\n)\W*closing\.|\bclosing advice\b|\bclosure\b|\bclos(?:es|ing|ed) (?:to|the case|our work|her case|his case|our involvement|this work)\b|\bcase is closing\b|\bcase closed\b|"
     r"\b(?:work|involvement|support|service|mentoring|visits?) (?:is |are |has |have |was |were )?(?:now |today |about to )?(?:clos|end|finish|com(?:e|ing) to an end)\w*|"
     r"\bas we close\b|\bfinish(?:es|ed|ing)? with (?:you|him|her|them)\b|\bstops? working with\b|\bgoodbye letter\b|\bend of (?:our|my|the) (?:work|involvement)\b|\bclosing (?:report|summary|statement|letter)\b|\bto close\b|\b(?:team|service|hub|we) closes\b|\bcloses (?:today|now|to)\b|\bplan\b.{0,80}\bended\b.{0,200}\bcloses?\b|\bends today\b|\b(?:work|visits) with .{2,40}(?:ends|finishes|stops|has ended|has finished|is ending)\b"),
    ("reassessment", r"\bre-?\s?assess\w*|\bfresh assessment\b|\b(?:assess|assessing|(?:be|being) assessed)\b(?: \w+){0,4} (?:again|afresh|anew|a second time|from the (?:beginning|start))\b|\bsecond assessment\b"),
    ("annual_review", r"\bannual(?:ly)?[ _]review\w*|\bannual\b.{0,40}\breview\b|\bplan (?:is|are) (?:to be |being |due to be )?reviewed\b|\breview(?:s|ed)? (?:of|meeting)\b.{0,60}\b(?:plan|EHC)|\breview meeting\b|\byearly review\b|\breviewed (?:each|every) year\b|\breview of (?:his|her|their|the)\b"),
    ("ehcna", r"\bneeds assessment\b|\bassess\w*\b.{0,60}\b(?:education|EHC)|\beducation,? health and care\b.{0,50}\bassess\w*|\bEHC ?N?A\b|\bassess\w*|\bstatutory\b"),
)  # fmt: skip
PURPOSES = tuple((purpose, re.compile(source, re.I | re.S)) for purpose, source in _PURPOSES)


def purpose_of(doc: Doc) -> Purpose | None:
    """Return why the advice is written: from the section that says so, else from the form and the title."""
    form = " ".join(words_of(b) for b in form_blocks(doc))
    sections = [s for s in spans_of(doc, "sections") if s.label_ == "reason"]
    reasons = [
        words_of(b)
        for b in spans_of(doc, "blocks")
        if not b._.of_form and any(s.start <= b.start < s.end for s in sections)
    ]
    if (blocks := spans_of(doc, "blocks")) and PURPOSES[1][1].search(blocks[0].text):
        return "closure"
    for text in ("\n".join(reasons), form, text_of(doc)[:2500]):
        found = next((purpose for purpose, pattern in PURPOSES if pattern.search(text)), None)
        if found is not None:
            return found
    return None
