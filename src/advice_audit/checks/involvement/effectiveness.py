"""involvement.effectiveness: whether the help that is there now works.

What the standard asks:
    The record of current involvement says how effective services are, in the lead professional's or the service's own
    report (Swindon practice standards 2022, "The record of current involvement captures how effective services are").

What a finding is:
    An absence: a service is involved now, or has just closed, and nothing says whether it helps. Not applicable where no
    service is or has just been involved.

What good looks like:
    "Since the family worker began in May, Nell has gone to bed before ten on most nights; her father says that mornings
    are calmer."

Known limits:
    Attendance alone ("She has been to every session") is read as saying nothing of effect unless a change is told.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.involvement._passages import NOBODY_NOW
from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context
from advice_audit.checks.patterns import counts, plain, table
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import words_of
from advice_audit.language.voice_passages import passage, voiced, voices_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.language.voice_cues import Reading

RECIPE = Recipe(strength=2.0, vector_weight=1.5, cue_weight=2.0)
KINDS = ("current_involvement",)
SIGNS = table(
    helps=r"\b(help(s|ed|ing)|work(s|ed|ing) (well|for)?|worked|effective\w*|benefit\w*|useful|successful\w*|made (a|no|some|little|all the) \w*\s?difference|"
    r"progress\w*|improv\w+|better|calmer|easier|fewer|less|more|settled|happier|confident|changed|reduc\w+|gone (up|down)|from \w+ to|no longer|"
    r"good for|getting (on|out)|a different (child|boy|girl)|now (sleeps|goes|stays|asks|comes|walks|does|can|has|says|eats|plays|joins))\b",
    fails=r"\b(no (difference|change|progress|effect|better)|not (helped|helping|worked|working|changed|made|yet)|(has|have|had)(n't| not) (helped|worked|changed|made)|"
    r"hardly|worse|little (change|effect|progress)|no nearer|stalled|stuck|mixed|too (soon|early) to|neither|failed|limited|nothing has changed|changed nothing)\b",
    measure=r"\b(out of|scor\w+|star|from (\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b|(\d+|once|twice|three|four|five|nine|ten) (out of|of|nights|times|sessions|weeks)|in place of|instead of|compared|rather than|since (it|he|she|they|the|then|this|starting|that|may|june|september))\b",
    says=r"\b(says?|said|reports?|reported|tells?|told|feels?|thinks?|believes?|finds?|considers?|in (his|her|their) view|according|describes?|opinion|rates?)\b",
    service=r"\b(visits?|meets?|sees?|attends?|session\w*|weekly|fortnightly|support\w*|group|club|worker|service|team|plan|direct payments?|short breaks?|mentor\w*|hours?|order|programme)\b",
    planned=r"\b(will|to (start|begin)|aims? to|is due|planned|referr\w+|waiting|hopes? to|intended)\b",
)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return one candidate for a document that speaks of current involvement."""
    sentences = voiced(doc, KINDS)
    return [_candidate(sentences)] if sentences else []


def _candidate(sentences: "list[tuple[Span, Reading, Span]]") -> Candidate:
    text = plain(" ".join(words_of(s) for s, _, _ in sentences))
    cues = {k: min(v, 2.0) / 2 for k, v in counts(text, SIGNS).items()}
    cues.update(voices_of(sentences))
    each = [counts(plain(words_of(s)), SIGNS) for s, _, _ in sentences]
    cues["told effect"] = float(any("says" in c and ("helps" in c or "fails" in c) for c in each))
    cues["measured effect"] = float(any("measure" in c and ("helps" in c or "fails" in c) for c in each))
    cues["any effect"] = float(any("helps" in c or "fails" in c for c in each))
    cues["nobody"] = float(_nobody(sentences))
    cues["long"] = min(len(sentences), 10) / 10
    return Candidate(None, passage(sentences, cues))


def _nobody(sentences: "list[tuple[Span, Reading, Span]]") -> bool:
    """Tell a section that says that no service is involved."""
    texts = [plain(words_of(s)) for s, _, _ in sentences]
    denied = [bool(NOBODY_NOW.search(t)) for t in texts]
    return bool(texts) and denied[0] and sum(denied) * 3 >= len(denied)


def check(doc: "Doc", context: Context) -> Checked:
    """Report an absence where a service is involved and nothing says whether it helps."""
    sentences = voiced(doc, KINDS)
    if not sentences or _nobody(sentences):
        return NOT_APPLICABLE
    chance = probabilities(context.criterion.id, [_candidate(sentences)])[0]
    if chance < context.criterion.threshold:
        return Checked()
    return Checked((context.finding(
        "A service is working with the family, and nothing says whether it helps.",
        "Ask the service and the family what has changed since it began, and write that down with an example.",
        confidence=chance,
    ),))  # fmt: skip
