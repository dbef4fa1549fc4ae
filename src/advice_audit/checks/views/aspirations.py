"""views.aspirations: where change and support are wanted, and where they are not.

What the standard asks:
    The aspirations tell apart the areas in which the child or parents want change and consent to support from those in
    which they do not (Swindon practice standards 2022, "Social care aspirations are stated clearly").

What a finding is:
    An absence: the two are not told apart. Partly met where there are aspirations, not met where there are none.

What good looks like:
    "Nell and her father want help with going out and agree to it. They do not want help with meals: those go well."

Known limits:
    Where everything is wanted and nothing is declined, one sentence that says so is enough; it can be missed.
"""

import re
from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import Checked, Context
from advice_audit.checks.patterns import counts, plain, table
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import spans_of, words_of
from advice_audit.language.voice_passages import passage, voiced

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.language.voice_cues import Reading

RECIPE = Recipe(strength=2.0, vector_weight=1.0, cue_weight=2.0)
KINDS = ("child_aspirations", "family_aspirations")
_HELP = r"(help|support|change|changes|changed|changing|alter\w*|anything|services?|assistance|worker|interfere\w*|involvement|different|touched|intervention)"
SIGNS = table(
    declines=rf"\b(not|n't|no|nothing|none|neither|nobody|without|never|refus\w+|declin\w+|turn(s|ed)? down)\b[^.;]{{0,60}}\b{_HELP}\b",
    leave=r"\b(left? (alone|as|it|be|just)|leave (alone|it|him|her|them|as|be|well)|as (it|they) (is|are)|stay(s)? (the same|as)|keep(s)?\b[^.;]{0,25}\b(as|the same|out)|keep:|"
    r"happy (as|with (how|the way|things))|content (with|as)|unchanged|fine as|same as now|stays?:|good as|would not (alter|change)|no (change|help|thanks))\b",
    accepts=r"\b(agree[sd]?|consents?|consented|accept(s|ed)?|would (take|accept|welcome|have|let|like (help|support|someone|somebody|a worker))|"
    r"say(s|ing)? yes|said yes|yes to|willing|happy (for|to (have|try|accept|meet|be helped|work))|ask(s|ed)? for (help|support|a|one|someone)|glad of|keen (for|to have)|"
    r"want(s|ed)? (help|support|this to change|change|to change)|open to|let (a|someone|somebody|us)|signed up)\b",
    two_parts=r"\b(two (lists|columns|hoops|piles|parts|boxes|sorts)|on the other hand|as for|but (not|she|he|they|no|does|do|would)|only|except|apart from|though|whereas)\b",
    change=r"\b(change[sd]?|different|better|differently)\b",
    hopes=r"\b(hopes?|dreams?|wish(es)?|wants? to be|would like (him|her|them) to be|fulfil\w*|potential|happy and|independen\w*)\b",
)
_WISH = re.compile(r"\b(wants?|would like|hopes?|wish(es)?|does not want|change|agrees?)\b", re.I)
LOOSE = 0.8
_HOPED = re.compile(r"\b(?:hopes?|hoped|hoping|wish(?:es|ed)?|aspirations?|dreams?|future|want)\b", re.I)
_LONGEST_LABEL = 8
_LABEL = re.compile(
    r"^\W*(no change|change|keep|stay|leave|help with|support with|yes|no|wanted|not wanted|same)\b[^.]{0,40}[:–-]",
    re.I | re.M,
)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return one candidate for the document: its sentences of aspirations."""
    sentences = _aspirations(doc)
    text = plain(" ".join(words_of(s) for s, _, _ in sentences))
    found = counts(text, SIGNS, most=3)
    cues = {k: min(v, 2.0) / 2 for k, v in found.items()}
    refuses = "declines" in found or "leave" in found
    cues["both sides"] = float(refuses and "accepts" in found)
    cues["one side"] = float(refuses != ("accepts" in found))
    cues["labels"] = min(len(_LABEL.findall("\n".join(words_of(s) for s, _, _ in sentences))), 2) / 2
    cues["few words"] = float(len(text.split()) < 25)
    return [Candidate(None, passage(sentences, cues))]


def _aspirations(doc: "Doc") -> "list[tuple[Span, Reading, Span]]":
    """Return the sentences of aspirations: their own sections, or wishes that stand among the views."""
    own = voiced(doc, KINDS)
    if own:
        return own
    views = voiced(doc, ("child_views", "family_views"))
    if hoped := _hoped_for(doc):
        return [t for t in views if t[0].start in hoped]
    if sum(bool(_WISH.search(words_of(s))) for s, _, _ in views) > 1:
        return views
    return [
        t
        for t in voiced(doc, ("current_involvement", "strengths", "other", "reason", "methodology"))
        if _WISH.search(t[0].text)
    ]


def _hoped_for(doc: "Doc") -> frozenset[int]:
    """Return the tokens of a row that its first cell calls hopes ("What we hope for"), in a table of several voices."""
    placed = [(b, b._.block.place) for b in spans_of(doc, "blocks") if b._.block.place is not None]
    rows = {
        (place.table, place.row)
        for block, place in placed
        if place.column == 0 and len(block) <= _LONGEST_LABEL and _HOPED.search(block.text)
    }
    return frozenset(
        i for b, place in placed if place.column and (place.table, place.row) in rows for i in range(b.start, b.end)
    )


def check(doc: "Doc", context: Context) -> Checked:
    """Report an absence where wanted and unwanted support are not told apart."""
    if not _aspirations(doc):
        return Checked((context.finding(
            "The advice has no aspirations: nothing says what the child or the family want to change.",
            "Ask what they want to be different and would accept help with, and what they want left as it is. Write down both.",
            confidence=0.9,
        ),))  # fmt: skip
    made = candidates(doc, context)
    chance = probabilities(context.criterion.id, made)[0]
    if not voiced(doc, KINDS) and not made[0].example.cues["both sides"]:
        # Wishes that only stand among the views seldom say what is to be left alone.
        chance = max(chance, LOOSE)
    if chance < context.criterion.threshold:
        return Checked()
    return Checked((context.finding(
        "The aspirations do not tell apart what the family want help with from what they want left alone.",
        "Say it in two parts: “They want … to change and agree to help with it. They do not want change or support with …”",
        confidence=chance, partly=True,
    ),))  # fmt: skip
