"""Whether the words around a term say what it means, or what a service does."""

import re
from typing import TYPE_CHECKING

from advice_audit.checks.general.mentions import Mention
from advice_audit.language.canonical import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

EXPLAINS_AFTER = re.compile(
    r"^[’']?s?\s*(?:worker|group|team|programme|project)?\s*"
    r"(?:\(|[,–—-]\s*(?:(?:which|who|that|where|whose|an?|the|our|their|money|help|support|part|run|paid|funded)\b|\w+ed by)|"
    r"(?:is|are|was|were) (?:an?|the|our|part|run|paid|money|who|what|where|people)\b|(?:which|who|that)\b|:)",
    re.I,
)
EXPLAINS_NEXT = re.compile(
    r"^\W*(?:it|they|this|these|that|he|she|the (?:team|group|service|club|hub|charity|project|programme)|\w+)\s+"
    r"(?:is|are|was|were|works?|helps?|runs?|gives?|offers?|supports?|visits?|lends?|teach(?:es)?|provides?)\b",
    re.I,
)
# Who pays or runs it is no word on what it does.
SAYS_WHAT = re.compile(
    r"\b(?:charity|team|service|group|club|programme|course|workers?|mentors?|volunteers?|"
    r"people who|help|helps|support|supports|young people|children|families|parents|who work with)\b",
    re.I,
)


_OF_HELP = frozenset(
    {"reason", "chronology", "current_involvement", "needs_met_elsewhere", "outcomes", "provision_h1", "provision_h2"}
)
# "The Foundry", "Kickstart on Thursdays".
_NAME_ALONE = re.compile(r"^(?:the) | on \w+days$", re.I)
_PLAIN_NAME = re.compile(
    r"\b(?:famil\w+|carers?|parent\w*|short breaks?|children\w*|youth|social|care|early help|adult|direct payments?|equipment|adaptations?|foster\w*|"
    r"swim\w*|cycling|football|holiday|play\w*|drama|music|cooking|support|home|team|advis\w+|travel|transport|mentor\w*|befriend\w*|police|fire|rescue|ambulance|nhs|deaf\w*|blind|sight|vision|hearing|housing|sleep)\b",
    re.I,
)
# What people do together, and what help is given: a word on what a service does, whoever pays.
DOES = re.compile(
    r"\b(?:play\w*|groups?|clubs?|course|class(?:es)?|lessons?|workshop|mentors?|mentoring|volunteers?|befriend\w*|charity|agency|"
    r"home[- ]?help\w*|helpers?|help(?:s|ed|ing)? (?:people|famil\w+|parents|children|young|him|her|them|with|to|out)|"
    r"support(?:s|ing)? (?:people|famil\w+|parents|children|young)|(?:work|works|workers|working) (?:on|one|for)|"
    r"(?:who|that|which|where|which is|it|they|whose \w+) (?:works?|helps?|supports?|teach(?:es)?|visits?|lends?|sees?|gives?|offers?)|"
    r"teach\w*|learn\w*|cook\w*|swim\w*|sports?|football|drama|music|art|arts|crafts?|wood\w*|metal\w*|garden\w*|drink|drugs?|alcohol|cannabis|"
    r"outings?|trips|one-to-one|outreach|advice|counsell\w*|respite|short[- ]breaks?|overnight stays?|residential|care leavers|carers|pool|film|cycling|"
    r"sessions? (?:for|about|on|of|to)|(?:disabled|young) (?:children|people|teenagers|adults)|under-\w+s|tenancy|housing|shopping|washing|"
    r"fire station|family support|travel train\w*|call centre|day centre|meals?|home to|company|activit\w+|"
    r"boxing|gym|danc\w+|riding|climbing|sailing|surfing|farm|allotment|animals?|baking|gaming|coding|nature|forest school|circus|choir|singing|theatre|photography|"
    r"sewing|pottery|painting|skating|bikes?|sleepovers?|sitters?|sitting service|nursery nurses?|family (?:key )?workers?|youth work\w*|social work(?:ers|\b(?! visits?))|"
    r"bereave\w+|grie\w+|domestic abuse|debt|benefits|deaf|blind|autistic|disabilit\w+|siblings|brothers and sisters|apprenticeships?|work experience|jobs?|drop-in|"
    r"weekends? away|nights? away|days? out|breaks|play ?work\w*|befriending|parent(?:ing)? (?:course|group|class\w*)|toddlers?|babies|new parents|(?:for|on|about) [a-z]+ing\b|police|exploitation|safe|friendships|feelings|bedtimes?|arguments|parents (?:of|who|to|learn))\b",
    re.I,
)
# A few words that stand beside a name: "the Foundry, a workshop", "Tidemark, as the family support team is known".
_APPOSITION = re.compile(
    r"…[’']?s?\s*(?:worker )?(?:\(\w+ \w+|[,–—-]\s*(?:an?|the (?!council|county|borough)|as the|council|the (?:council|county|borough)[’']s (?:own )?(?!\w+ (?:and \w+ )?$))\s*\w+|[,–—-]?\s*which is the name|,\s*where (?!he\b|she\b|they\b|it\b|we\b))",
    re.I,
)
# A sentence that goes on about what the one before named.
_GOES_ON = r"(?:It|Its|They|Their|This|That|These|Those|There|Staff|Here|The (?:group|club|team|service|charity|hub|project|programme|course|workers?|staff|hub|house|people|scheme))"
# Who pays for it or runs it.
_PAID_BY = re.compile(
    r"\b(?:paid for|laid on|put on|run|funded|bought|bought in|commissioned|provided|arranged) (?:and \w+ )?(?:by|through|from|for) (?:the )?(?:(?! and )[^.,;|\n])*|"
    r"\bwhich the (?:council|county|borough|authority) (?:pays|runs|funds|buys|commissions|provides)[^.,;|\n]*",
    re.I,
)
_OF_JARGON = re.compile(
    r"^s?[’']?s?(?:\s+(?:worker|work|plan|visits?|visitors?|teachers?|nurses?|therapists?|advis[eo]rs?|team|service|officers?|home visitor|review|meeting|session|programme|approach|exercise|worksheet|sheets?|tool|cards?))?,?\s*"
    r"(?:\((?!\d|\w+ (?:times|days|nights|mornings)\b|(?:once|twice) |daily|most |every |at |in |on |by )[^)]{6,}|"
    r"[–—:-]\s+(?:an?|the|that is|meaning|in other words|help|council|[a-z]+ing)\b|,?\s*(?:which|who|that is|meaning|by which|whereby)\b|"
    r",\s(?:[a-z]+[ -]){0,2}(?:teaching|help|support|play|visits|sessions|advice|work|training|therapy|lessons|care|groups?|classes|gadgets|alarms|money|talks?)\b|"
    r",\s*(?:in which|or|an?|the(?! \w+ (?:is|are|was|were|has|have|will)\b)|council|county)\b(?![^.;]{0,40}\b(?:said|says?|reports?|reported|told|tells|writes?|wrote|notes?|noted)\b)|"
    r"(?:is|are|was|were|means?) (?:an?|the|our|when|where|what|how)\b)",
    re.I,
)


# A section of an Act named in full, with what it is about in the same breath.
_OF_ACT = re.compile(r" of the (?:[A-Z]\w+ ){1,6}(?:and [A-Z]\w+ )*Act\b")
_LAW_TOLD = {
    "section 17": re.compile(r"\bin need\b|\bduty to (?:help|support)", re.I),
    "section 47": re.compile(r"\bharm\b|\bprotect", re.I),
    "section 20": re.compile(r"\blooked? after\b|\bplace to live\b|\baccommodat", re.I),
}


def is_told(mention: Mention) -> bool:
    """Tell whether a professional word is explained as it is used: in what follows it, in brackets, or just after."""
    doc, span, sentence = mention.span.doc, mention.span, mention.sentence
    text = text_of(doc)
    after = text[span.end_char : max(sentence.end_char, min(span.end_char + 90, len(text)))]
    before = text[sentence.start_char : span.start_char]
    following = text[sentence.end_char + 1 : sentence.end_char + 60]
    meant = re.search(r"(?:\(|\bcalled |\bknown as |\bterm(?:ed)? (?:is )?|\bnamed )[“\"‘']?$", before)
    again = re.match(
        r"\W*(?:it|that|this|they)\s+(?:means?|(?:is|are|was) (?:an?|the|our|where|when|what|how))\b", following, re.I
    )
    later = re.search(
        rf"{re.escape(span.text)}\s+(?:is|are|means?) (?:an?|the|what|when|how|our)\b", text[span.end_char :], re.I
    )
    law = _LAW_TOLD.get(span.text.lower())
    in_law = law is not None and _OF_ACT.match(after) is not None and law.search(before + after) is not None
    return bool(_OF_JARGON.match(after) or meant or again or later or in_law)


def service_cues(doc: "Doc", mention: Mention, after: str, before: str, following: str) -> dict[str, float]:
    """Return whether a service's name says what it is, and whether its row, its sentence or a later mention does."""
    name = mention.span.text
    facts = doc._.facts
    row = rest_of_row(mention)
    later = text_of(doc)[mention.sentence.end_char :]
    told_later = any(
        EXPLAINS_AFTER.match(later[m.end() :][:60]) and SAYS_WHAT.search(later[m.end() :][:80])
        for m in re.finditer(re.escape(name), later)
    )
    says = bool(SAYS_WHAT.search(after[:90]) or SAYS_WHAT.search(before[-70:]))
    cues = {
        "opaque": float(not _PLAIN_NAME.search(name)),
        "own team": float(bool(facts and facts.service and (name in facts.service or facts.service in name))),
        "row says": float(bool(SAYS_WHAT.search(row))),
        "row": min(len(row), 120) / 120,
        "told later": float(told_later),
        "sentence says": float(says),
        "next sentence says": float(bool(SAYS_WHAT.search(following))),
    }
    silent = not any(cues[n] for n in ("row says", "sentence says", "next sentence says"))
    does = _does(doc, mention)
    cues |= {"does here": float(does[0]), "does later": float(does[1]), "does nowhere": float(not any(does))}
    return cues | {
        "opaque, silent": cues["opaque"] * silent,
        "silent": float(silent),
        "bare and silent": float(is_bare_and_silent(mention)),
        "opaque, does nowhere": cues["opaque"] * (not any(does)),
    }


def says_what_it_does(mention: Mention) -> bool:
    """Tell whether a word on what a service does stands at any of its mentions."""
    return any(_does(mention.span.doc, mention))


def is_bare_and_silent(mention: Mention) -> bool:
    """Tell a name that is in no catalogue, tells nothing by itself, and stands with no word on what it is."""
    from advice_audit.language.services import service_of

    unknown = service_of(mention.span) is None and mention.sentence.label_ in _OF_HELP
    return unknown and not _PLAIN_NAME.search(mention.span.text) and not says_what_it_does(mention)


def _does(doc: "Doc", mention: Mention) -> tuple[bool, bool]:
    """Tell whether a word on what a service does stands at its first mention, and whether at another."""
    text, name = text_of(doc), _NAME_ALONE.sub("", mention.span.text)
    start, end = mention.span.start_char, mention.span.end_char
    here = _round(text, start, end, name) + " " + rest_of_row(mention)
    others = re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)
    rounds = (_round(text, m.start(), m.end(), name) for m in others if not start <= m.start() < end)
    return _says_what(here), any(map(_says_what, rounds))


def _says_what(words: str) -> bool:
    return bool(DOES.search(_PAID_BY.sub(" ", words)) or _APPOSITION.search(words))


def _round(text: str, start: int, end: int, name: str) -> str:
    """Return the words before a name in its sentence, and those up to the end of the sentence after it, in its paragraph."""
    head = re.split(r"[.!?;]\s|\n|\band\b", text[max(0, start - 90) : start])[-1]
    own, *rest = re.split(r"(?<=[.!?])\s+", text[end : end + 260].split("\n")[0])
    goes_on = bool(rest) and (
        len(own) < 2 or re.match(rf"(?:{_GOES_ON}|{re.escape(name)}|{DOES.pattern})\b", rest[0], re.I)
    )
    return f"{head} …{own} {rest[0] if goes_on else ''}"


def rest_of_row(mention: Mention) -> str:
    """Return the other columns of the row in which a name stands."""
    document = mention.span.doc._.document
    if document is None:
        return ""
    at = mention.span.start_char
    own = next((b for b in document.blocks if b.place is not None and b.start <= at < b.end), None)
    if own is None or own.place is None:
        return ""
    key = (own.place.table, own.place.row)
    return " | ".join(
        text_of(mention.span.doc)[b.start : b.end]
        for b in document.blocks
        if b.place is not None and (b.place.table, b.place.row) == key and b.place.column != own.place.column
    )
