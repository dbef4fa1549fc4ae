"""involvement.reason: why the advice is written, and why by this service.

What the standard asks:
    The reason for the advice (needs assessment, reassessment, annual review, closure, tribunal); for a child not open to
    services, why this service writes it (Swindon practice standards 2022, "Reason for advice and methodology are clearly
    stated", first two bullets).

What a finding is:
    An absence: nothing in the advice says why it is written; or the child is not open to any service and nothing says why
    this one writes. One finding an advice.

What good looks like:
    "This advice is for Nell's EHC needs assessment. No council service works with her family at present, so the Early Help
    Hub was asked to write it."

Known limits:
    The title of a form ("Advice for annual review") counts as a reason only where it is part of the text.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.involvement._passages import NOT_OPEN, OPEN
from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import Checked, Context
from advice_audit.checks.patterns import counts, plain, table
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import words_of
from advice_audit.language.voice_passages import passage, voiced

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.language.voice_cues import Reading

RECIPE = Recipe(strength=2.0, vector_weight=0.5, cue_weight=3.0)
UNEXPLAINED = 0.75
KINDS = ("reason", "methodology", "details", "current_involvement", "chronology", "other")
SIGNS = table(
    assessment=r"\b(needs assessments?|ehcna|assess(ed|ing|ment)? (of|for|his|her|their)[^.;]{0,40}\b(needs|plan|ehc|education)|(education,? health|ehc|ehcp)[^.;]{0,40}\bassess\w*|"
    r"assess\w*[^.;]{0,40}\b(education,? health|ehc|ehcp|plan)\b|statutory assessment|needs assessed|plan is being (considered|thought|drawn))",
    reassessment=r"\bre-?assess\w*|\bassessed (again|afresh|anew)|\bnew assessment\b",
    review=r"\b(annual|yearly|year's|early|interim|next|this year'?s) review\b|\breview(ed|s)? (of )?(his|her|their|the|of)[^.;]{0,20}\bplan\b|\bplan[^.;]{0,50}\breview\w*|\breview meeting\b",
    closure=r"\b(clos(e|es|ed|ing|ure)|finish(es|ing|ed)?|end(s|ing)?|step(ping)? (down|away)|handing over)\b[^.;]{0,60}\b(case|service|team|work|involvement|with|today|to|point|month|week)\b|\bpoint of clos\w+",
    closes=r"\b(service|team|work|order|plan|worker|involvement|we|I)\b[^.;]{0,30}\b(clos(es?|ed|ing)|ends?|ended|finish(es|ed)?|stops? working)\b",
    tribunal=r"\b(tribunal|appeal\w*|hearing|send ?ist|extended appeal)\b",
    asked=r"\b(ask(s|ed|ing)? (us|for|me|the|by|that)|request\w*|required|invited|write(s)? (to|for|in|because|as)|written (for|because|as|to|at)|prepared (for|because|at)|this (advice|report|paper|form|is) (is|for|goes|was)|so that|in order|in response|purpose|contribut\w+)\b",
    plan=r"\b(ehc|ehcp|education,? health(,? and| &) care|plan)\b",
)
_OF_US = (
    r"(?:i|we|one of (?:us|our \w+)|(?:this|our|the|that) (?:[\w'’-]+ ){0,4}?(?:team|service|hub|officer|post|writer|author|worker|practitioner)|"
    r"an? (?:[\w'’-]+ ){0,4}?(?:worker|officer|practitioner|member of (?:the|our|this) \w+))"
)
_GIVES = (
    r"(?:writes?|written|writing|wrote|gives?|given|giving|provides?|provided|prepares?|prepared|completes?|completed|answers?|answered|"
    r"suppl(?:ies|ied|y)|contribut\w+|returns?|draws? up|responds?|repl(?:y|ies))"
)
WHY_US = table(
    ours=rf"\b{_OF_US}\b[^.;]{{0,90}}\b{_GIVES}\b[^.;]{{0,40}}\b(?:this|it|them|these|advices?|the social care|the form|the report|the part|requests?|such)\b|"
    r"\b(?:advice|it|this|part|form) (?:is|was|has been|is being) (?:\w+ )?(?:written|given|provided|prepared|completed|supplied|drawn up) by (?:the|this|our|an?|me|us)\b",
    so=r"\b(so (we|it|the|this|that|our)|therefore|that is why|which is why|in (that|this|such) case|for (that|this|those) (reason|child\w*)|because|where (a child|that|this|there)|as no|hence|falls? to|ours to)\b",
    duty=r"\b((comes?|came|goes?|pass(es|ed)|allocated|shared out|sent|handed|turn(s|ed)?|falls?|fell) (\w+ )?(to|among|on) (me|us|my|our|this|the \w+ social)|duty|triage|front door|hub|first (point|call|enquir\w*)|takes? all|receives? (every|all)|on behalf of|answers? for|repl(y|ies)|returns? the form|all (first )?enquiries|"
    r"for (a|any|every|each|such|all|those) (?:such |\w+ ){0,2}?(child\w*|young p\w+|famil\w+|people)( who| whom| that| with| without| not| like| in (the|this|our))|for (children|those) in (that|this|such a|the same) (position|place)|commission(s|ed) (me|us|this|our|an independent)|(assess(ed|ment)|visit(s|ed)?|met)\b[^.;]{0,50}\b(in order )?to write (it|this|the advice)|(it is|it's) (the|our|this) [\w -]{1,40}(team|service|hub|point|office\w*)\b|(we|this team|our team|this service) (are|is) the (one|ones|team|service)|"
    r"(nobody|no one|no other (service|team)) else|whoever|by default|in (its|their|our) place)\b",
    writes=r"\b(writes?|written|writing|asked|complet\w+|provid\w+|gives?|given|prepares?|responds?|answers?|repl(y|ies)|contribut\w+)\b",
)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return one candidate for the document: where it speaks of its own purpose."""
    return [_candidate(doc)]


def _candidate(doc: "Doc") -> Candidate:
    sentences = voiced(doc, KINDS)
    own = [t for t in sentences if t[0].label_ == "reason"]
    telling = [t for t in sentences if t[0].label_ != "reason" and _tells(t[0])]
    text = plain(" ".join(words_of(s) for s, _, _ in own))
    rest = plain(" ".join(words_of(s) for s, _, _ in telling))
    cues = {k: 1.0 for k in counts(text, SIGNS)}
    cues.update({f"elsewhere:{k}": 1.0 for k in counts(rest, SIGNS)})
    cues.update(_not_open(sentences, text))
    purposes = ("assessment", "reassessment", "review", "closure", "closes", "tribunal")
    cues["a purpose"] = float(any(k in cues for k in purposes))
    cues["a purpose elsewhere"] = float(any(f"elsewhere:{k}" in cues for k in purposes))
    cues["no purpose"] = float(not cues["a purpose"] and not cues["a purpose elsewhere"])
    return Candidate(None, passage(own or telling[:4], cues))


def _tells(sentence: "Span") -> bool:
    found = counts(plain(words_of(sentence)), SIGNS)
    return ("asked" in found or "plan" in found) and len(found) > 1


def _not_open(sentences: "list[tuple[Span, Reading, Span]]", reason: str) -> dict[str, float]:
    """Return whether the child is said to be open to nobody, and then whether it says why this service writes."""
    texts = [plain(words_of(s)) for s, _, _ in sentences if s.label_ in ("reason", "current_involvement", "details")]
    closed = [t for t in texts if NOT_OPEN.search(t)]
    if not closed or any(OPEN.search(t) for t in texts if t not in closed):
        return {}
    why = counts(" ".join([reason, *closed]), WHY_US)
    return {
        "not open": 1.0,
        **{f"not open, {k}": 1.0 for k in why},
        "not open, unexplained": float(not {"so", "duty", "ours"} & why.keys()),
    }


def check(doc: "Doc", context: Context) -> Checked:
    """Report an absence where nothing says why the advice is written, or why by this service."""
    made = _candidate(doc)
    chance = probabilities(context.criterion.id, [made])[0]
    if made.example.cues.get("not open, unexplained"):
        chance = max(chance, UNEXPLAINED)
    if chance < context.criterion.threshold:
        return Checked()
    cues = made.example.cues
    if cues.get("a purpose") and cues.get("not open"):
        return Checked((context.finding(
            "The child is not open to any service, and nothing says why this service writes the advice.",
            "Add one sentence: “No service works with the family at present, so … was asked to write this advice.”",
            confidence=chance, partly=True,
        ),))  # fmt: skip
    return Checked((context.finding(
        "Nothing says why this advice is written.",
        "Name the reason in one line: a needs assessment, a reassessment, an annual review, a closure or a tribunal.",
        confidence=chance,
    ),))  # fmt: skip
