"""Names that may have come with text from another child's advice: those that nothing in this advice introduces."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from advice_audit.checks.privacy._child_names import seems_child
from advice_audit.checks.privacy._pronoun_words import acts_childlike, heads_note
from advice_audit.language.canonical import text_of, tokens_of, words_of
from advice_audit.language.forenames import woman
from advice_audit.language.people_words import CAP, NOT_NAMES, PLACES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from advice_audit.language.facts import Facts

    Cues = dict[str, float]

_TIME = r"(?:By|In|From|Before|Within|After|Until|At|On)\s[^.,;\n]{3,40}?,?\s"
# Where a plan speaks of its child: what they will do, have or need, or whose something is.
_SLOTS = re.compile(
    rf"(?:(?:^|(?<=[.:;!?]\s)|(?<=\d\.\s)|{_TIME})(?P<A>{CAP})\s(?:will|has|is|gets?|needs?|can|cannot|likes|enjoys|does|struggles|finds|should|must|to|wears|requires|attends|wants|would|sleeps|eats|goes|lives|becomes|feels|responds|loves|presents|benefits|remains|uses|walks|plays|knows|won['’]t|doesn['’]t|can['’]t|hasn['’]t|isn['’]t)\b"
    rf"|\b(?:[Hh]elp(?:s|ing)?|[Ss]upport(?:s|ing)?|[Ee]nabl(?:e|es|ing)|[Ff]or|[Aa]llow(?:s|ing)?|[Ee]ncourag(?:e|es|ing)|[Tt]each(?:es|ing)?|[Tt]hat|[Ss]ays|[Rr]eports?|[Tt]ells (?:me|us)|[Tt]o)\s(?P<B>{CAP})\s(?:to|will|with|eat|feel|get|go|make|manage|learn|have|be|has|is|can|does|needs|won['’]t)\b"
    rf"|(?<!in )(?<!In )\b(?P<C>{CAP})['’]s\s(?:mother|father|mum|dad|parents?|carers?|grandmother|grandparents|needs?|views?|mornings?|nights?|plan|teacher|school|behaviour|care|sleep|wishes|safety|outcomes?|home|age|bedtime|life|diagnosis|day|support|difficulties|(?:travel )?training|(?:bed)?room|review|wheelchair|bath|diet|medication|transport|placement|brothers?|sisters?|siblings|money|respite|short breaks?|hobbies|interests|communication|speech|anxiety|autism|health|wellbeing|evenings|weekends?|days|travel|diary|tutor|aspirations|strengths|safety plan)\b"
    rf"|(?:^|(?<=[.:;!?]\s))(?P<F>{CAP})\sand\s(?:his|her|their)\s(?:mother|father|mum|dad|parents?|carers?|family|brothers?|sisters?)\b"
    rf"|\b(?:[Pp]arental [Rr]esponsibility for|on behalf of|[Cc]are of|(?:[Aa]dvice|[Pp]lan|[Rr]eport|[Aa]ssessment|[Cc]onsent) (?:for|about|on)|(?:visits?|calls?|letters?|help|support|sessions?|hours?|a (?:room|bed|helper|worker)) (?:to|for))\s(?P<G>{CAP})(?=[,.;]|\sand\s(?:his|her|their)\b|\s(?:to|will|in|at|on|from|with|by|is|was|has)\b|$)"
    rf"|(?<=[a-z]\s)(?P<H>{CAP})\sand\s(?:his|her|their)\s(?:mums?|dads?|mother|father|parents?|carers?|family|grandparents|guardians?)\b"
    rf"|\bin\swhich\s(?P<D>{CAP})\swill\b|\b(?:she|he|they|parents)\sand\s(?P<E>{CAP})\s(?:can|will|could|are)\b)",
    re.M,
)
_ADULT = re.compile(
    r"\s(?:says|said|told|tells|reports?|reported|visits|visited|runs|leads|helps|meets|sees|works|thinks|feels|describes|rang|wrote|agreed|knows|has (?:seen|known|worked|visited|come|been coming)|comes (?:on|every|to (?:the house|us|them))|and I)\b"
)
_OWN_AFTER = re.compile(
    r"(?:['’]s)?\s[^.;\n]{0,40}?\b(?:his|her|their) (?:own|room|bed|bedroom|school|teeth|hair|hands?|friends?|mum|dad|mother|father|nan|gran|sister|brother|phone|clothes|coat|bag|day|life|time|money)\b"
)
_WHOSE = {"he": ("his",), "she": ("her",), "they": ("their",)}
_WITH_OWN = re.compile(
    r" and (?P<whose>his|her|their) (?:mums?|mam|dad|mother|father|parents?|carers?|family|grandparents|guardians?|nan|gran)\b"
)
_MONTHS = frozenset(
    "jan feb mar apr may june july aug sept sep oct nov dec mon tue tues wed weds thu thur thurs fri sat sun".split()
)
_BEFORE_A_LINE = frozenset("\n . : ; | – - ( •".split(" "))
_BESIDE = re.compile(
    r"\b(?:friends?|mates?|brother|sister|cousin|with|and|worker|teacher|miss|mr|mrs|ms|dr|aunt\w*|uncle|nan|gran|pal|dog|cat|called|named|"
    r"baby|twin|leader|manager|from|at|in|to|by|me|like)\s(?:is\s|are\s|was\s|called\s)?$", re.I)  # fmt: skip


def wrong_names(doc: "Doc", facts: "Facts") -> "Iterator[tuple[Span, Cues]]":
    """Yield the first mention of every forename that belongs to nobody introduced, with what stands around it.

    Args:
        doc: annotated document.
        facts: for the child's name.
    """
    known = _introduced(doc) | {m.text.casefold() for m in doc.spans["people"] if seems_child(doc, m)}
    child = facts.child or ""
    slots = {doc[span.start].i: group for span, group in _slots(doc)}
    named = {t.i for e in doc.ents if e.label_ == "PERSON" and len(e) == 1 for t in e}
    seen: set[str] = set()
    for sentence in doc.spans["sentences"]:
        for token in tokens_of(doc)[sentence.start : sentence.end]:
            if token.i not in named and token.i not in slots:
                continue
            name = token.text
            if name in seen or name.casefold() in known or name.lower() in NOT_NAMES or not name[:1].isupper():
                continue
            if name[:2] == child[:2] or not name.isalpha() or not _is_name(token, token.i in named):
                continue
            seen.add(name)
            yield doc[token.i : token.i + 1], _cues(doc, token.i, sentence, token.i in named, slots.get(token.i))


def _introduced(doc: "Doc") -> set[str]:
    """Return the words of the names of everybody who has a part, a role or a surname in the advice."""
    known = {
        w.casefold()
        for p in doc._.people.people
        if p.kind != "person" or p.role or " " in p.names[0]
        for n in p.names
        for w in n.split()
    }
    return known | {w.casefold() for e in doc.ents if e.label_ == "PERSON" and len(e) > 1 for w in e.text.split()}


def _slots(doc: "Doc") -> "Iterator[tuple[Span, str]]":
    for sentence in doc.spans["sentences"]:
        for match in _SLOTS.finditer(words_of(sentence)):
            group = match.lastgroup or ""
            start = sentence.start_char
            span = doc.char_span(start + match.start(group), start + match.end(group))
            if span is not None and len(span) == 1:
                yield span, group


def _is_name(token: "Token", recognised: bool) -> bool:
    """Tell a name from a word that only begins a line ("Hoist is the urgent one") or names a month."""
    from advice_audit.language.spelling import dictionary

    if token.lower_ in _MONTHS or token.lower_.endswith(("ing", "ever")):
        return False
    begins = token.i == 0 or token.is_sent_start or token.nbor(-1).text in _BEFORE_A_LINE
    if woman(token.text) is None and token.lower_ in dictionary() and begins and token.text not in dictionary():
        return False
    if begins and woman(token.text) is None and heads_note(token.lower_):
        return False
    # "Braille is done in school": a word that also stands without its capital.
    if token.lower_ in PLACES or (begins and woman(token.text) is None and token.lower_ in dictionary()):
        return False
    beside_another = token.i > 0 and token.nbor(-1).is_title and token.nbor(-1).pos_ == "PROPN"
    return recognised or (token.pos_ == "PROPN" and not beside_another and token.lower_ not in dictionary())


def _cues(doc: "Doc", index: int, sentence: "Span", is_person: bool, slot: str | None) -> "Cues":
    token, text = doc[index], text_of(doc)
    after = text[token.idx + len(token) :]
    tells = bool(_ADULT.match(after[:30]))
    gender = woman(token.text)
    places = [t for t in tokens_of(doc) if t.text == token.text]
    labels = _labels(doc, [t.i for t in places])
    before = text[sentence.start_char : token.idx]
    same = gender is not None and gender == (doc._.facts.pronouns == "she")
    own = _WITH_OWN.match(after[:40])
    quoted = before.count("“") + before.count('"') - before.count("”")
    return {
        "name": 1.0,
        f"name in {sentence.label_}": 1.0,
        "name recognised": float(is_person),
        "name in slot": float(slot is not None and not tells),
        f"name slot {slot}": float(not tells),
        "name often": min(len(places) - 1, 3) / 3,
        "name in several sections": float(len(labels) > 1),
        "name as subject": float(token.dep_.startswith("nsubj")),
        "name first": float(index == sentence.start),
        "name beside": float(bool(_BESIDE.search(before))),
        "name tells": float(tells),
        "name does": float(token.dep_.startswith("nsubj") and token.head.tag_ in ("VBZ", "VBP", "MD")),
        "name does, alone here": float(token.dep_.startswith("nsubj") and len(places) == 1 and not tells),
        "name owns": float(after[:2] in ("'s", "’s")),
        "name does as children do": float(token.dep_.startswith("nsubj") and acts_childlike(token.head)),
        "name and own": float(bool(_OWN_AFTER.match(after))),
        "forename": float(gender is not None),
        "forename of the child's gender": float(same),
        "name with own people": float(own is not None and own["whose"] in _WHOSE.get(doc._.facts.pronouns or "", ())),
        "name quoted": float(quoted % 2 == 1),
        "name with age": float(bool(re.match(r"\W{0,2}\s?(?:is|was|who is|aged)?\s?\d", after[:14]))),
    }  # fmt: skip


def _labels(doc: "Doc", indexes: list[int]) -> set[str]:
    return {s.label_ for s in doc.spans["sentences"] if any(s.start <= i < s.end for i in indexes)}
