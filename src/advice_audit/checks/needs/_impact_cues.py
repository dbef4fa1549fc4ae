"""Signs of what a need does to the child or the family: feelings, losses, what others must do or give up."""

from spacy.tokens import Span

from advice_audit.checks.needs._statements import beyond, finite
from advice_audit.checks.needs._units import answers, sentences
from advice_audit.checks.patterns import Table, counts, plain, table, unit_text

_KIN = (
    r"(?:mum|mam|dad|mother|father|parents?|carers?|nan|gran|grandad|grandmother|grandfather|aunt|uncle|brothers?|sisters?|siblings?|cousins?|family|household|husband|wife|partner|everyone|everybody|nobody|no one|neither|both|they|"
    r"he|she|we|neighbours?|friends|flatmates|mates|(?-i:M(?:r|rs|s|iss)\.? [A-Z]\w+)|(?-i:[A-Z][a-z]+))"
)
PATTERNS = table(
    feeling=r"\b(?:lonely|loneliness|sad(?:ness|dened)?|upset(?:ting)?|ashamed|shame[sd]?|embarrass\w*|guilty|awful|frightened|scared|afraid|fear(?:s|ful)?|terrified|petrified|anxious|worried(?: sick)?|worry|distress\w*|tearful|tears?|"
    r"cr(?:y|ies|ied|ying)|sob\w*|weep\w*|unhappy|miserable|low(?! muscle)|down(?=[.,;]| and)|angry|furious|resent\w*|humiliat\w*|mortified|stressed|stress|tense|frustrat\w*|bored|hopeless|heart(?:broken)?|hurt(?:s|ing)?|lost|left out|"
    r"shut out|unwanted|invisible|stupid|trapped|prison\w*|imprison\w*|isolated|inconsolable|grieve[sd]?|smothered|hemmed in|overwhelm\w*|panic\w*|dread\w*|hates?|minds?|irritable|moody|withdrawn|nervous|on edge|jumpy|wary|"
    r"self-conscious|ill|wounded|worse|cross|snaps?|short with|shouts?|different from|blames?|sorry|fed up|gets? (?:him|her|them) down|self-esteem|confidence|flat|feels?|feeling|felt)\b",
    tired=r"\b(?:exhaust\w*|worn (?:out|down|thin)|tired(?:ness)?|shattered|drained|knackered|on (?:her|his|their) knees|end of (?:her|his|their) tether|run down|weary|asleep|nodded off|no (?:rest|sleep)|"
    r"without (?:sleep|rest)|awake|sleep(?:s|ing)? (?:on|in|through)|hours'? (?:of )?sleep|burn(?:t|ed) out|struggling|at breaking point|cannot go on|can't go on|broken sleep|up (?:with|all)|dozed|slept)\b",
    gives_up=r"\b(?:given up|gives up|gave up|giving up|stop(?:s|ped)|no longer|ceased|cancel\w*|turned down|relinquished|forfeited|abandon\w*|avoid\w*|miss(?:es|ed|ing)?|missed out|goes without|go without|without|lost|lose[s]?|"
    r"losing|left (?:her|his|the|a|with|out|early|behind)|dropped|quit|refus\w*|declin\w*|won't|will not|cannot|can't|can not|unable|could not|couldn't|not been|hasn't|haven't|has not|have not|does not|do not|doesn't|don't|never|nobody|no one|"
    r"stays? (?:in|at home|away|behind)|stuck|stay(?:s|ing) (?:in|at)|kept (?:in|off|away|apart|separate)|used up|on (?:a |her |his )?(?:warning|disciplinary)|not able|apart from|alone|by (?:himself|herself|themselves))\b",
    must=r"\b(?:has to|have to|had to|having to|must|needs? to|is forced|are forced|is left|are left|dare(?:s)? not|daren't|obliged|takes? (?:it in )?turns?|ends? up|resort\w*|has taken to|have taken to|took to|is kept|are kept|has been|cut short|now)\b",
    so=r"(?:\bso\b(?! (?:much|far|many|hard|on|that he can\b))|\bas a (?:result|consequence)|\bin consequence|\bconsequen\w+|\btherefore|\bwhich means|\bthis means|\bmeans that|\bmeaning|\bbecause of (?:this|it|that)|\bso that\b|\bleav(?:es|ing)\b|\bmakes?\b|\bmaking\b|\bmade\b|"
    r"\bcaus(?:es|ed|ing)\b|\bresult\w*|\bleads?\b|\bled to\b|\bending\b|\bends? (?:in|with|up)\b|\bthereby|\bhence\b|\bthus\b|\bon (?:this|which|that) account|\bafter(?:wards)?\b|\bwhereupon|\bpreclud\w+|\bimpact\w*|\baffect\w*|\buntil\b|\bthen\b|\bwhich (?:he|she|they|makes|leaves|has|puts|upsets|"
    r"frightens|shames|means|worries|hurts)|\bat a cost|\bto the (?:detriment|point)|\bbecause\b|\band (?:it|this)\b|\bit (?:makes|leaves|costs|takes|gets|hurts|breaks|stops)|\bas (?:he|she|they|nobody|no one)\b|\bdue to)",
    injury=r"\b(?:bruis\w*|scar(?:s|red)?|bite|bitten|bit|bleed\w*|blood\w*|cut(?:s)?|scratch\w*|burn(?:s|t)?|sore|pain\w*|ache[sd]?|back|hip|shoulder|knees?|wrists?|hospital|injur\w*|hurt|broken|damage[sd]?|smash\w*|holes?|strap\w*|"
    r"fall(?:s|en)?|slipped|near miss|knocked|choked|wet and cold|cold|hungry|starving|thin|weak|skint|smell\w*|dirty)\b",
    money_work=r"\b(?:work|jobs?|employer|shift|promotion|leave|wages?|rent|landlord|tenancy|debts?|owes?|money|pay(?:s|ing)?|paid|cost(?:s|ly)?|afford|fined|charged?|arrears|college|late for|late to|appointments?|bills?|bailiffs?|police|arrest\w*|court|"
    r"eviction|evicted|banned|excluded|complain\w*|teas(?:e|ed|ing)|bull(?:y|ied)|laugh\w*|stares?|staring|comment|call(?:s|ed|ing)? (?:him|her) names|pick(?:s|ed)? on|risk|danger\w*|unsafe|safe)\b",
    social=r"\b(?:friends?|invit\w*|part(?:y|ies)|outings?|holidays?|days? out|trips?|visit(?:s|ors)?|family|go(?:es)? out|leave the house|leaves the house|club|rows?|argu\w*|quarrel\w*|fall(?:ing)? out|evening|time (?:to|for|with)|weekends?|together|relatives|"
    r"company|attention|separate|shifts)\b",
    kin_does=rf"(?:^|[.;|]|\band\b|\bso\b|,)\s*(?:his |her |their |the )?{_KIN}\s+(?:(?:also|now|then|both|each|often|all|is|are|was|were|has|have|had|cannot|can't|won't|will|does|do|must)\s+)*(?!(?:say|says|said|report|tell|told|state|describe|confirm|"
    rf"note|observe|record|advise|explain|watch|saw|notice)\w*)\w+",
    ending=r"(?:in tears|in pyjamas|ends? in|by bedtime|by the (?:afternoon|evening|morning)|for the rest of|next day|the following|in the morning|by (?:monday|thursday|friday|sunday))",
    quote=r"[\"][^\"|]{3,}[\"]|(?<!\w)'[^'|]{6,}'(?!\w)",
    generic=r"\b(?:this (?:is )?(?:impact|affect)\w* (?:on )?(?:the )?(?:family|capacity|daily life)|puts? pressure|significant impact)\b",
    no_answer=r"(?:see above|not known|discussed|unknown|tbc|n/a|to be (?:looked|discussed|explored|confirmed|reviewed|monitored))",
)


def impact_cues(unit: Span) -> dict[str, float]:
    """Return the signs of an effect on child or family in a need.

    Args:
        unit: a need, with its cells and columns.
    """
    # What stands in the trouble itself is no effect: its words alone ("she cries") tell neither way.
    cues = counts(unit_text(unit), _ANYWHERE, most=3)
    pieces = sentences(unit)
    cues |= _followed(unit)
    asked = answers(unit, "impact")
    cues["column_filled"] = float(bool(asked.answer))
    cues["column_empty"] = float(asked.asked and not asked.answer)
    cues["sentences"] = min(len(pieces), 5) / 2
    cues["words"] = min(len(unit), 80) / 40
    return cues


def _followed(unit: Span) -> dict[str, float]:
    """Return the signs in the statements that follow the trouble itself: only there can an effect be told."""
    later = beyond(unit)
    if not later:
        return {"nothing_follows": 1.0}
    text = " | ".join(plain(p.text) for p in later)
    signs = counts(text, _LATER, most=1)
    cues = {f"later_{name}": 1.0 for name in signs}
    cues["later_signs"] = min(len(signs), 4) / 2
    cues["later_verb"] = float(any(finite(p) for p in later))
    cues["later_pieces"] = min(len(later), 4) / 2
    cues["later_signless"] = float(not signs)
    cues["later_words"] = min(sum(len(p) for p in later), 40) / 20
    return cues


_LATER = Table(
    (name, PATTERNS[name])
    for name in ("feeling", "tired", "gives_up", "must", "so", "injury", "money_work", "social", "kin_does")
)
_ANYWHERE = Table((name, PATTERNS[name]) for name in ("quote", "generic", "no_answer"))
