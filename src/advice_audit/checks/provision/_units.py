"""What the checks of single provisions share: the units to judge, and cues for whose and of what kind each is."""

import re
from typing import TYPE_CHECKING, Literal

from advice_audit.checks.patterns import counts, plain, table, unit_text
from advice_audit.language.canonical import kept, spans_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.checks.model import Context
    from advice_audit.rubric.model import Rubric, Service

ADULT = 18
_REMARK = re.compile(r"^\W*\[?\s*(?:[A-Z]{1,3}:|draft\b|please check|manager\b|note to)", re.I)
_NOTHING_HERE = re.compile(
    r"^\W*(?:h[12]\W+)?(?:none|nil|nothing|n/?a\b|not applicable|no (?:\w+ ){0,4}(?:provision|support|services?|help|needs?)\b(?! from))"
    r"|\bnothing (?:can|is|need)\b|\bno (?:other |further )?(?:provision|support|help|service)s? (?:is|are|was|were) (?:needed|required|wanted|identified)",
    re.I,
)
_EMPTY_ON_PURPOSE = re.compile(
    r"^\W*(?:h[12]\W+)?(?:(?:this (?:section|part|box) )?(?:is )?(?:left )?(?:empty|blank)\b(?: on purpose| deliberately| intentionally)?|intentionally (?:left )?(?:blank|empty)|(?:does|do) not apply|not used\b|"
    r"(?:section )?h[12] (?:is|are|applies|does not apply|cannot)\b)",
    re.I,
)
_HEADS_ONLY = re.compile(
    r"^\W*(?:(?:service|support|provision|provider|provided by|by|by whom|who|what|how much|how often|when|from|until|start|end|review(?:ed)?|dates?|amount|and|or)\s*[:/,|;–-]*\s*)+$",
    re.I,
)
_IN_LAW = re.compile(r"section 2 of the|chronically sick and disabled|csdpa", re.I)
KINDS = table(
    health=r"\b(?:nhs|hospital|hospice|clinics?|clinical|camhs|therap(?:y|ies|ists?)|nurs(?:e|es|ing)|physio\w*|paediatric\w*|psycholog\w+|psychiatr\w+|"
    r"health (?:service|team|trust|visitor)s?|mental health|gp|medication|medical|dent(?:al|ist)|diet(?:it|ic)ian|audiolog\w+|orthotic\w*|continence|cbt|"
    r"counsell\w+|ot sessions?|occupational)\b",
    education=r"\b(?:schools?|school's|college|academy|teach(?:er|ers|ing)|taught|tut(?:or|ors|ition)|lessons?|class(?:room|es)?|tas?|ehcp?|curriculum|senco|nursery|"
    r"pre-?school|lunch-?time|exams?|pupils?|elsa|pastoral|phonics|reading|literacy|maths|english|homework|learning (?:mentor|support)|sixth form|course at)\b",
    council=r"\b(?:council|council's|local authority|la|authority|authority's|county|county's|borough|commission(?:ed|s)|social (?:care|work(?:er|ers)?)|"
    r"short breaks?|early help|family (?:service|hub|worker|support|centre|help)|youth (?:service|engagement|worker|justice|offending|team)|foster\w*|adaptations?|"
    r"equipment (?:team|service|store)|leaving care|children's services|adult services|direct payments?|contract(?:ed)?|framework|grant[- ]funded|funded by|pays?|paid)\b",
    overnight=r"\b(?:overnights?|nights? (?:a|per|each|every|in) |residential|respite|weekends? (?:a|stay|at|with)|sleepovers?|stays? at|night[s]? away|short stay)",
    non_residential=r"\b(?:non[- ]?(?:residential|overnight)|no overnight|day(?:time)?[- ](?:short break|respite)|tea visits?)",
    sitter=r"\b(?:sitter|sitting|sit with|night sitter|at home|in the home|home care|domiciliary|personal care|washing and dressing|get up|help with meals)\b",
    club=r"\b(?:club|playscheme|play ?scheme|holiday (?:group|scheme|club)|saturday|swim\w*|football|sport\w*|gym\w*|dance|disco|drama|music|cinema|leisure|"
    r"recreation|activit(?:y|ies)|outings?|trips?|riding|bowling|boxing|guides|scouts|cadets|brownies|museum)\b",
    go_with=r"\b(?:inclusion funding|direct payments?|personal assistant|pas?|support worker|companion|helper|buddy|befriender|escort|go(?:es)? with|take (?:him|her|them)|"
    r"accompan\w+)\b",
    travel=r"\b(?:minibus|taxi|transport|lift home|lift (?:to|from)|travel train\w*|travel companion|bus (?:to|home)|mileage)\b",
    adaptation=r"\b(?:adapt\w+|ramps?|rails?|hoists?|stairlifts?|shower|bath|lift|locks?|gates?|fences?|wall|door|window|stairs?|stair gate|grab|widen\w*)\b",
    equipment=r"\b(?:equipment|alarms?|sensors?|pagers?|doorbells?|monitor|telephone|phone|tablet|television|bed|seat|harness|buggy|chair|reins|belt|walker|trike|aid|aids|"
    r"device|reader|scales|pads?|telecare|smoke|laces|on loan|lent)\b",
    holiday=r"\b(?:holiday (?:grant|money|week)|family holiday|caravan|camping)\b",
    meals=r"\b(?:meals on wheels|meals (?:at|brought|delivered))\b",
    family_work=r"\b(?:family (?:worker|support|practitioner|service|coach|solutions)|outreach (?:visit|worker)|home visits?|edge of care|lighthouse|family group|"
    r"restorative|mediat\w+|early help (?:practitioner|worker)|keyworker)\b",
    parenting=r"\b(?:parenting|parents? (?:course|group|programme)|triple p|course for|fathers?'? worker|father's worker|peep|honeybees|stay and play|nurturing|mothers?' group)\b",
    youth=r"\b(?:youth|mentor\w*|girls'? group|boys'? group|peer (?:group|support)|safe (?:boys|girls)|exploitation|drug\w*|alcohol|substance|cannabis|uturn|swift|spectra|"
    r"knife|crime|offending|missing)\b",
    therapeutic=r"\b(?:therapeutic|life[- ]story|grief|loss|bereave\w*|feelings|emotional|wellbeing|well-being|memory book|trauma|counselling|anger|someone to talk to)\b",
    carers=r"\b(?:carers?'? (?:assessment|break|group|support)|carer's (?:assessment|break)|young carers?'?|swindon carers|sibling)\b",
    social_work=r"\b(?:social work(?:er)?(?:'s|s')? visits?|social work(?:er)?|visits by (?:the|a|her|his|their) social worker|statutory visits?|child (?:in need|protection)|foster care|foster\w*|"
    r"supported lodgings|placement|personal adviser|looked after|advoca\w+|independent visitor)\b",
    adult_life=r"\b(?:supported living|day (?:centre|service|opportunities)|shared lives|budgeting|cooking|tenancy|independent living|job coach|skills? for)\b",
)


def provisions(doc: "Doc") -> "list[Span]":
    """Return the provisions to judge: neither a manager's remark, nor a statement that there is none."""
    return kept(doc, "provisions", lambda: [u for u in spans_of(doc, "provisions") if not is_nothing(u)])


def is_nothing(unit: "Span") -> bool:
    """Tell a remark, an empty section's "none", or a sentence about the law from a provision."""
    text = plain(unit._.quote.text)
    if _REMARK.match(text) or _HEADS_ONLY.match(text) or (_EMPTY_ON_PURPOSE.match(text) and len(text) < 160):
        return True
    return len(unit._.cells) == 1 and bool(_NOTHING_HERE.search(text) or (_IN_LAW.search(text) and len(text) < 160))


def placed(unit: "Span") -> Literal["h1", "h2"] | None:
    """Return the section in which the writer put a provision; None in a grid that does not tell them apart."""
    return {"h1": "h1", "h2": "h2"}.get(unit.label_)  # type: ignore[return-value]


def is_adult(doc: "Doc") -> bool:
    """Tell whether the young person was 18 or over when the advice was completed."""
    age = doc._.facts.age if doc._.facts is not None else None
    return age is not None and age >= ADULT


def services_in(unit: "Span", rubric: "Rubric") -> "list[Service]":
    """Return the services of the rubric's catalogue that a unit names, in order."""
    by_id = {s.id: s for s in rubric.services}
    return [
        by_id[span.label_]
        for span in spans_of(unit.doc, "services")
        if span.label_ in by_id and any(c.start <= span.start < c.end for c in unit._.cells)
    ]


def kind_cues(unit: "Span", context: "Context") -> dict[str, float]:
    """Return cues for whose a provision is and what kind: the catalogue's word on the services named, and plain words."""
    key = ("kind_cues", unit.start, unit.end, unit.label_, context.rubric.id)
    return dict(kept(unit.doc, key, lambda: _kind_cues(unit, context.rubric)))


def _kind_cues(unit: "Span", rubric: "Rubric") -> dict[str, float]:
    named = services_in(unit, rubric)
    cues = counts(unit_text(unit), KINDS)
    cues.update({f"stated_{name}": 1.0 for name in counts(plain(unit._.quote.text), KINDS, most=1)})
    own = [s for s in named if s.remit == "social"]
    for name, some in (
        ("catalogue_social", own),
        ("catalogue_own", [s for s in own if not getattr(s, "kind", False)]),
        ("catalogue_health", [s for s in named if s.remit == "health"]),
        ("catalogue_education", [s for s in named if s.remit == "education"]),
        ("catalogue_h1", [s for s in named if s.section == "h1"]),
        ("catalogue_h2", [s for s in named if s.section == "h2"]),
    ):
        if some:
            cues[name] = 1.0
    if named:
        cues[f"first_{named[0].remit}"] = 1.0
        if named[0].section:
            cues[f"first_{named[0].section}"] = 1.0
    if "overnight" in cues and "non_residential" not in cues and "sitter" not in cues:
        cues["night_away"] = 1.0
    for kind in ("health", "education"):
        if kind in cues and "council" not in cues and "catalogue_own" not in cues:
            cues[f"{kind}_alone"] = 1.0
    return cues
