"""Signs of a health or learning need in its own right, of a service required, and of the need's effect at home instead."""

from spacy.tokens import Span

from advice_audit.checks.patterns import counts, plain, table
from advice_audit.language.canonical import spans_of, words_of

_SERVICE = (
    r"(?:therap(?:y|ies|ist|ists)|physio\w*|speech and language|salt\b|occupational|camhs|psycholog\w*|psychiatr\w*|paediatric\w*|counsell\w+|cbt|cognitive behaviou?ral|clinic|hospital|"
    r"nurse|nursing|doctor|gp\b|dentist|dietit\w+|dietici\w+|audiolog\w*|orthoti\w+|neurolog\w*|cardiolog\w*|optician|medication|medicines?|surgery|injections?|treatment|tuition|tutor\w*|teach\w+|"
    r"1:1 support in (?:class|school)|mentor(?: there| in school| at college)|classroom|curriculum|intervention in school|portage|special(?:ist)? school|ehcp|melatonin|scan|mri|ecg|x-ray|blood test|"
    r"mental health|diagnos\w+|autism assessment|adhd assessment|cognitive assessment|hearing aids?|splints?|wheelchair clinic|sensory assessment|sensory diet|ot\b|ta\b|senco|school|nursery place|laptop)"
)
_CONDITION = (
    r"(?:epilep\w*|seizures?|fits\b|autis\w*|asc\b|asd\b|adhd|attention deficit\w*|down'?s syndrome|cerebral palsy|dystrophy|diabet\w*|asthma|eczema|allerg\w*|anxiety disorder|anxiety|depress\w*|ptsd|post-traumatic\w*|trauma|"
    r"disorder|syndrome|disease|dyslexi\w*|dyscalculi\w*|dyspraxi\w*|delay\w*|learning (?:difficult\w*|disabilit\w*)|hearing loss|visual impairment|vision|sight|hypermobil\w*|arthritis|cystic fibrosis|sickle cell|heart|lung\w*|"
    r"kidney|scoliosis|hemiplegia|quadriplegi\w*|gmfcs|hypotoni\w*|muscle tone|tremor|reflux|constipat\w*|incontinen\w*|fasd|f(?:o)?etal alcohol|tourette\w*|pda\b|attachment disorder|selective mut\w*|stammer\w*|deaf\w*|"
    r"blind\w*|impair\w*|field of vision|degenerative|condition|diagnos\w*|decibels?|profound|bilateral|congenital|chronic)"
)
_LEARNING = (
    r"(?:reading age|spelling age|reads at|reading at|writes? at|years? behind|behind (?:with|in) (?:his|her|their)|working (?:at|towards|below)|key stage|national curriculum|age[- ]related|\bare\b(?=\.)|iq\b|cognitive|attainment|"
    r"phonics|literacy|numeracy|maths|at an? [\w-]+[- ](?:month|year)s?(?:[- ]old)?(?:['’]s)? level|english level|entry level|gcse|sats|attendance (?:at|is|has)|academic|progress|learning|language of a child|vocabulary|expressive|receptive|attention span|memory|percentile|level of a|"
    r"developmental(?:ly)?|year \d+ level|lessons|classwork|homework|exclu\w+|spell(?:s|ing))"
)
_REQUIRE = r"(?:requir(?:e|es|ed|ing)|needs?|should (?:have|be|receive|see)|must (?:have|be|see|receive)|would benefit|is indicated|recommended|recommend|ought to|(?:is|are) (?:required|needed))"
PATTERNS = table(
    service=rf"\b{_SERVICE}",
    condition=rf"\b{_CONDITION}",
    learning=rf"\b{_LEARNING}",
    require=rf"\b{_REQUIRE}\b",
    require_service=rf"\b{_REQUIRE}\b[^.;|]{{0,70}}\b{_SERVICE}",
    service_required=rf"\b{_SERVICE}[^.;|]{{0,50}}\b(?:is|are|be) (?:\w+ )?(?:required|needed|recommended|indicated|necessary)\b",
    has_condition=rf"\b(?:has|have|had|suffers?(?: from)?|presents? with|with|is|under|diagnosed with|lives with)\b (?:[\w-]+[ ,]+){{0,5}}{_CONDITION}",
    diagnosis=r"\b(?:diagnos(?:is|ed)|prescribed|is under (?:the )?(?:care|neurology|camhs|hospital|paediatric|\w+ology)|under the (?:hospital|clinic)|takes? (?:medication|medicine))\b",
    because=r"(?:^|\W)(?:because|due to|owing to|as a result of|on account of|by reason of|when (?:his|her|their)|after a|following a|from (?:his|her|their))\b",
    referral=r"\b(?:refer(?:red|ral|rals)|waiting list|on the list|awaiting|appointment|made aware|list of)\b",
    home=r"\b(?:at home|in the home|bath(?:room)?|bed(?:time|room)?|night|meals?|tea|kitchen|park|shop(?:s|ping)?|family|mum|dad|parents?|mother|father|brother|sister|carers?|friends?|weekends?|out(?:ing|side)?|street|bus|community)\b",
    reports=r"\b(?:reports?|says?|said|told|states?|describes?|explain(?:s|ed)|observed|saw|seen|watched|counts?)\b",
    measured=r"\b(?:\d+ (?:per cent|%|decibels|db)|aged? (?:of )?(?:\w+|\d+)|score[sd]?|level \w+|severe|moderate|mild|profound|uncontrolled|poorly controlled|not under control)\b",
    adult_help=r"\b(?:needs?|requires?) (?:\w+ ){0,3}(?:an adult|someone|somebody|help|supervision|support|two (?:adults|people)|a parent|watching|to be|to have|her (?:mum|mother)|his (?:mum|mother)|lifting|turning|prompt\w*)\b",
    effect=r"\b(?:so that|so (?:he|she|they|the)|which means|cannot|can't|won't|unable|no longer|has to|have to|stay(?:s|ed)? (?:in|at home)|miss(?:es|ed)|stopped|tired|frightened|lonely|worn)\b",
)


def remit_cues(sentence: Span) -> dict[str, float]:
    """Return the signs in one sentence of a need.

    Args:
        sentence: a sentence, or a cell without one.
    """
    cues = counts(plain(words_of(sentence)), PATTERNS)
    inside = [t.label_ for t in spans_of(sentence.doc, "times") if sentence.start <= t.start < sentence.end]
    cues["frequency"] = float("frequency" in inside)
    cues["words"] = min(len(sentence), 60) / 30
    if "condition" in cues and "effect" not in cues and "home" not in cues:
        cues["condition_alone"] = 1.0
    if "learning" in cues and "effect" not in cues and "home" not in cues:
        cues["learning_alone"] = 1.0
    return cues
