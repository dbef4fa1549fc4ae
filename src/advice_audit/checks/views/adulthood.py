"""views.adulthood: from 14, adult life, what stands in its way, and how the young person wants help.

What the standard asks:
    From 14 (Year 9) the advice covers work, independent living, health and life in the community as an adult, and what
    stands in the way and how the young person wants to be supported (Swindon practice standards 2022, "Preparation for
    adulthood is considered").

What a finding is:
    An absence: at 14 or over one or both of these halves are missing. Partly met where one of the two is there.

What good looks like:
    "Reece wants to work with engines and to share a flat with his cousin. Catching buses alone stands in his way; he would
    like someone to ride with him the first few times."

Known limits:
    Without a date of birth and a date of completion nothing is said.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context
from advice_audit.checks.patterns import counts, plain, table
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import words_of
from advice_audit.language.voice_passages import child_section, passage, voiced

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from advice_audit.evaluation.gold import GoldFinding

RECIPE = Recipe(strength=2.0, vector_weight=1.0, cue_weight=2.0)
FROM = 14
KINDS = ("child_aspirations", "child_views", "family_aspirations")
SIGNS = table(
    work=r"\b(work(s|ing)?|job|jobs|career|apprentic\w+|trade|employ\w+|volunteer\w*|earn\w*|wages|business|shop|mechanic|chef|nurs(e|ing)|barber|"
    r"to be an? \w+|train(ing)? (as|to)|college|university|course|paid|army)\b",
    living=r"\b(flat|own (place|home|house|front door|room|key)|house|live (alone|with|by|on|independently|near|in)|living (alone|independently|on)|move out|"
    r"rent|supported living|living in|a place of (?:his|her|their|my) own|own (?:bed|kitchen|life)|bills?|tenancy|bungalow|lodgings)\b",
    community=r"\b(friends?|girlfriend|boyfriend|partner|marr\w+|club|gym|church|mosque|temple|team|football|band|choir|vote|local|out and about|bus(es)?|travel|drive|driving|community|town)\b",
    health=r"\b(healthy|health|doctors?|dentist|gp|tablets?|medication|injections?|blood|keep(ing)? fit|hormones|hospital|appointments?|inhaler|diet|smok\w+)\b",
    adult=r"\b(grown[- ]?up|adult(hood)?|when (he|she|they|i) (is|am|are|leaves?|turns?)|in the future|in (five|ten|a few) years|after (college|school)|one day|long[- ]term|for later|later on|far ahead|in the end|eventually|some ?day|at (18|21|25|30)|older|being 25|future)\b",
    barrier=r"\b(in (his|her|their|the|my) (way|road|path)|could spoil|spoils? it|(gets?|puts?|stands?|getting) .{0,20}in the way|against (him|her|them|me)|stand(s|ing)? in|stop(s|ped|ping)? (him|her|them|me)|get(s)? in|hold(s|ing)? (him|her|them|me) back|obstacles?|barriers?|hardest|what is hard|"
    r"(is|are|finds?|find) (too )?(hard|difficult|tricky|scary)|worri(es|ed)|frighten\w*|scare[sd]?|panic\w*|afraid|nervous|cannot|can't|trip|puts? (him|her|them|me) off|struggl\w+|problem|trouble|does (his|her|their) head in)\b",
    wants_help=r"\b(would (like|want|take|accept|have|need|help|do|welcome|choose)[^.;]{0,50}\b(help|someone|somebody|a (coach|worker|person|mentor|buddy|friend|helper|supporter)|shown|practi[sc]e|people|told|support)|"
    r"want(s|ed)?[^.;]{0,30}\b(help|someone|somebody|shown|support|a \w+ (worker|coach|trainer|mentor))|asks?(ed)? (that|for|people|to be)|how (he|she|they|i) wants?|like(s)? (to be )?(helped|shown|told|reminded)|"
    r"help(s|ed)? (if|when|by|to)|then (left|fall|backs? off)|(show|let|ask|tell) me\b|show (him|her)|would be (shown|told|helped|asked|met|taken|given)|would want|went with|goes with|reminders?|how (?:to|(?:people|others|we|you|somebody|someone|staff|adults) (?:can|could|should|might)|best to) help|what (?:helps|would help)|(?:ways?|things) (?:to|that) help|give (?:him|her|them) (?:time|notice|a|warning|space)|(?:a )?(?:day's|bit of) (?:notice|warning)|support (he|she|they|i) (wants?|would))\b",
)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return one candidate for a document whose young person is 14 or over: views and aspirations together."""
    age = doc._.facts.age if doc._.facts else None
    if age is None or age < FROM:
        return []
    sentences = voiced(doc, ("child_aspirations",)) or voiced(doc, KINDS) or child_section(doc)
    text = plain(" ".join(words_of(s) for s, _, _ in sentences))
    found = counts(text, SIGNS, most=3)
    cues = {k: min(v, 2.0) / 2 for k, v in found.items()}
    views = plain(" ".join(words_of(s) for s, _, _ in voiced(doc, ("child_views",))))
    cues.update({f"in views: {k}": 0.5 for k in counts(views, SIGNS) if k in ("barrier", "wants_help", "adult")})
    each = [counts(plain(words_of(s)), SIGNS).keys() for s, _, _ in sentences]
    cues["barrier, then help"] = float(
        any("barrier" in a and "wants_help" in (a | b) for a, b in zip(each, [*each[1:], frozenset()], strict=False))
    )
    cues["areas"] = sum(k in found for k in ("work", "living", "community", "health")) / 4
    cues["plans"] = float("work" in found or "living" in found)
    cues["barrier and help"] = float("barrier" in found and "wants_help" in found)
    return [Candidate(None, passage(sentences, cues))]


def targets(findings: "Sequence[GoldFinding]") -> dict[str, str]:
    """Return what the matched labels say of the criterion, and of each half where they tell."""
    if not findings:
        return {"views.adulthood": "no", "views.adulthood.plans": "yes", "views.adulthood.barriers": "yes"}
    missing = findings[0].missing
    halves = {f"views.adulthood.{half}": "no" if half in missing else "yes" for half in ("plans", "barriers")}
    return {"views.adulthood": "yes", **(halves if missing else {})}


def check(doc: "Doc", context: Context) -> Checked:
    """Report an absence where adult life, or what stands in its way, is not considered at 14 or over."""
    made = candidates(doc, context)
    if not made:
        return NOT_APPLICABLE
    chance = probabilities("views.adulthood", made)[0]
    if chance < context.criterion.threshold:
        return Checked()
    plans = probabilities("views.adulthood.plans", made)[0]
    barriers = probabilities("views.adulthood.barriers", made)[0]
    age = doc._.facts.age
    if max(plans, barriers) < 0.5:
        message = f"The young person is {age}, and nothing is said of adult life or of what stands in its way."
        suggestion = "Ask about work, a home, health and life in the community; then what stands in the way and what help they would choose."
        return Checked((context.finding(message, suggestion, confidence=chance),))
    if plans >= barriers:
        message = f"At {age} the hopes for adult life are here, but not what stands in the way or how the young person wants to be helped."
        suggestion = "Add what would make it hard and what help they would choose: “Buses stand in the way; she would like someone to ride with her at first.”"
    else:
        message = f"At {age} what is hard is here, but not what the young person hopes for as an adult: work, a home, health or the community."
        suggestion = "Ask what they would like to do and where they would like to live when they are grown up, and write it in their words."
    return Checked((context.finding(message, suggestion, confidence=chance, partly=True),))
