"""Whether a need that others meet, or help that was declined, comes with where it will be met.

What the standard asks:
    Practice standards for social care advice, "Assessment of need: a clear rationale for needs met elsewhere": needs met
    by health or education, and support that parents declined.

What a finding is:
    A need left to "another service" that is not named, or support that was declined with no word on how the family
    manages or where the need will be met.

What good looks like:
    "The Adeolas were offered a parenting course and did not want one; Ms Adeola's sister comes on Saturdays and that is
    enough for now."

Known limits:
    Only what stands in the section on needs met by others is judged; a refusal told in the history is not.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context, Finding
from advice_audit.checks.needs._matters import HANDLED, OFFERED, REFUSED, after_refusal, matters, refusal
from advice_audit.checks.patterns import counts, plain, table
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe
from advice_audit.documents.model import BlockKind
from advice_audit.language.canonical import spans_of
from advice_audit.language.remarks import is_remark
from advice_audit.language.units import is_filler

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

RECIPE = Recipe()
PATTERNS = table(
    refused=REFUSED,
    offered=OFFERED,
    handled=HANDLED,
    reason=r"\b(?:because|as (?!a\b|part|well)|since|for (?:this|that) reason|so (?!that)|which is why|while|being|reason|therefore|accordingly|given that|in order|it is a matter)\b",
    manages=r"\b(?:manag\w+|cop(?:e|es|ing)|content|happy (?:as|with)|satisfied|suffic\w+|serves?\b|will do\b|see to|sees to|takes? (?:over|him|her|them)|enough|for now|at (?:the )?(?:present|moment)|meanwhile|until|instead|between them|comes? (?:every|on|each)|talks? to|"
    r"turn(?:s)? to|knows (?:that|where|how)|has (?:the|my|her|his) (?:\w+ ){0,3}number|responsible|asked for nothing|nothing more|no need|already)\b",
    who=r"\b(?:nurse|gp\b|clinic|hospital|paediatric\w*|dentist|dietit\w+|therapist|psycholog\w+|camhs|audiolog\w*|doctor|surgery|school|college|senco|nursery|tutor|consultant|specialist|solicitor|officer|advis[eo]r|citizens advice|landlord|mother|father|dads?|mums?|teacher|health visitor|optician|charity|counsellor|police|housing|"
    r"sister|brother|gran\w*|nan|aunt|uncle|friends?|neighbour|church|mosque|parents|wheelchair service|course run by|project|trust|team)\b|(?-i:\b(?:Dr|Mr|Mrs|Ms|Sister|Nurse) [A-Z])",
    when=r"\b(?:every|each|weekly|monthly|next|appointment|review\w*|sees?|will see|visit\w*|starts?|began|begins|until|(?:in|since|on|by|from) (?-i:[A-Z][a-z]+)|\d{1,2}(?:st|nd|rd|th)?[ ./-]\w+)\b",
    unnamed=r"\b(?:another|other|outside|elsewhere|different|separate|appropriate|relevant|external) (?:\w+ )?(?:services?|agenc\w+|professionals?|teams?|provider|route)\b|\boutside (?:this|the|our) (?:service|team|council)|\b(?:elsewhere|by others)\b",
    meets=r"\b(?:meets?|met by|dealt with|picked up|taken up|looks? (?:at|after|into)|looked (?:at|after|into)|handled|provid\w+|support\w*|addressed|treat\w*|teach\w*|in the hands|stays? with|responsib\w+|referred|refer)\b",
    done=r"\b(?:health|education|medical|not for us|no part for|nothing for us|rests with|remain)\b",
)


# What makes a refusal more than a refusal: how the family manages, who helps, when.
_WHY = frozenset({"reason", "manages", "who", "when"})


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return every matter and row on needs met by others, with the signs of a refusal and of where it is met."""
    return [Candidate(_quote(cells), example(cells, _cues(cells))) for cells in _parts(doc)]


def check(doc: "Doc", context: Context) -> Checked:
    """Report each need met by others, and each refusal, that does not say where or how it is met."""
    judged = candidates(doc, context)
    if not judged:
        return NOT_APPLICABLE
    findings = [
        _finding(context, one.quote, chance)
        for one, chance in zip(judged, probabilities(context.criterion.id, judged), strict=True)
        if one.quote is not None and chance >= context.criterion.threshold
    ]
    return Checked(tuple(findings), units=len(judged))


def _finding(context: Context, span: "Span", chance: float) -> Finding:
    refused = refusal(plain(span.text))
    if refused is not None:
        message = "Help was turned down, and nothing says how the family manages or where the need will be met instead."
        suggestion = "Add the reason and who sees to it now: '… because his aunt has him every Friday', 'they will go back to the health visitor in May'."
    else:
        message = "This leaves a need to others without saying who will meet it."
        suggestion = (
            "Name the service or person, and say when and why they meet it: 'The school nurse sees her on 4 March …'."
        )
    return context.finding(message, suggestion, span, confidence=chance, cues=(refused[0],) if refused else ())


def _parts(doc: "Doc") -> "Iterator[list[Span]]":
    """Yield the cells of each row, or each matter of a paragraph, in the section on needs met by others."""
    rows: dict[tuple[int, int], list[Span]] = {}
    for section in spans_of(doc, "sections"):
        if section.label_ != "needs_met_elsewhere":
            continue
        for block in spans_of(doc, "blocks"):
            inside = section.start <= block.start < section.end and not block._.of_form
            if not inside or block._.block.kind in (BlockKind.HEADING, BlockKind.HEADER, BlockKind.FOOTER):
                continue
            place = block._.block.place
            if place is not None and block._.block.kind == BlockKind.CELL:
                if not place.header:
                    rows.setdefault((place.table, place.row), []).append(block)
            elif not is_filler(block):
                yield from ([matter] for matter in matters(block) if not is_remark(matter.text.strip()))
    for cells in rows.values():
        if len({c._.block.place.column for c in cells}) > 1:
            yield cells
        else:
            # One column: a form's box, whose paragraphs are not parts of one need.
            yield from ([matter] for cell in cells if not is_filler(cell) for matter in matters(cell))


def _quote(cells: "list[Span]") -> "Span":
    """Return the sentence that refuses help or leaves it to others; else the first."""
    inside = [s for c in cells for s in spans_of(c.doc, "sentences") if c.start <= s.start and s.end <= c.end] or cells
    for finds in (refusal, PATTERNS["unnamed"].search, PATTERNS["handled"].search):
        for sentence in inside:
            if finds(plain(sentence.text)):
                return sentence
    return max(inside, key=len)


def _cues(cells: "list[Span]") -> dict[str, float]:
    text = plain(" | ".join(c.text for c in cells))
    no, handled = refusal(text), PATTERNS["handled"].search(text)
    every = counts(text, PATTERNS)
    if no is not None:
        # Whom the help was for, and who offered it, does not say where the need is met.
        rest, start = after_refusal(text, no), cells[0].start_char + no.end()
        then = counts(rest, PATTERNS, most=1)
        cues = {k: v for k, v in every.items() if k in ("refused", "offered", "reason")}
        cues |= {f"then_{key}": value for key, value in then.items()}
        bare = len(rest.split()) < 3
        cues["bare refusal"] = float(bare and "reason" not in every)
        cues["refusal, then why"] = float(not bare and bool(_WHY & then.keys() or "reason" in every))
        cues["refusal, then more"] = float(not bare)
    else:
        start = cells[0].start_char
        cues = every
        rest = text[handled.end() :] if handled is not None else text
        named = {"who", "when"} & counts(rest, PATTERNS, most=1).keys()
        cues["nobody named"] = float(bool({"unnamed", "handled"} & every.keys()) and not named)
        cues["nobody at all"] = float(not {"who", "when"} & every.keys())
    doc = cells[0].doc
    for group, wanted in (("people", ("professional", "relative", "carer")), ("services", None), ("times", None)):
        found = [s for s in (doc.spans.get(group, ())) if start <= s.start_char < cells[-1].end_char]
        cues[group] = min(sum(wanted is None or s.label_ in wanted for s in found), 2.0)
    cues["words"] = min(len(text.split()), 60) / 20
    return cues
