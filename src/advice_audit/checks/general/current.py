"""general.current: everything was still true on the day the advice was completed.

What the standard asks:
    The child's situation as at the date of completion (Swindon practice standards 2022, "General: advice is current").

What a finding is:
    A sentence that was out of date on that day: a planned date that had passed, an age or school year that does not
    fit the date of birth, evidence more than twelve months old used as the present state.

What good looks like:
    "Nell (7, Year 3) was assessed on 4 March 2024; the result came on 2 April."

Known limits:
    Needs the date of completion, and for ages the date of birth. A child taught outside their own year group is left
    alone only where the advice says so. Dates without a year are read as the nearest likely ones.
"""

# A pattern is read as one line.

import re
from typing import TYPE_CHECKING

from advice_audit.checks.general._ages_told import OLDEST, wrong_age, wrong_stage
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context, Finding
from advice_audit.checks.patterns import plain
from advice_audit.language.canonical import sentences_of, spans_of, text_of, words_of
from advice_audit.language.times_find import resolve
from advice_audit.rubric.calendar import add_months, school_year, school_year_name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.language.facts import Facts

_PLANNED = re.compile(
    r"\b(?:planned|due(?! to (?:his|her|their|the fact|a))|scheduled|booked|arranged|will|is to|are to|to be|going to|plans? to|planning|intends? to|hopes? to|hoping to|"
    r"expected|waiting (?:for|to)|awaiting|is being|shall|coming up|(?:set|fixed|down) for|pencilled in|lined up|(?:looking forward|excited|nervous|anxious|worried|keen)[\w ]{0,20} (?:about|to|at) (?:moving|going|starting|leaving|joining)|in the diary|(?:has|have) been (?:kept|reserved|saved)|there (?:is|are) (?:an? |the |another |\w+ )?(?:\w+ ){0,2}(?:meeting|review|appointment|visit|hearing|interview|panel)|about to|starts|begins|'ll|’ll|(?:the|this) (?:coming|forthcoming|upcoming))\b", re.I)  # fmt: skip
# "Is coming out on 9 January", "goes to camp on Friday": what is done on a day to come.
_ON_A_DAY = re.compile(
    r"\b(?:(?:is|are|am|['’]s|['’]re) (?:now |also )?(?:seeing|coming|visiting|meeting|starting|moving|leaving|returning|going|calling|holding|having|taking|bringing|attending|"
    r"joining|beginning|finishing|collecting|fitting|measuring|delivering|assessing|doing|giving|driving|travelling|transferring)|(?:goes|moves|leaves|returns|comes) (?:to|in|into|back|home|out|for))\b"
    r"(?![^.;]*\b(?:since|from|until)\s$)[^.;]{0,50}(?:\bon(?: \w+day)?,?\s|\bnext \w+, on\s)$",
    re.I,
)
_ENTRY = re.compile(r"^\W*(?:next )?(?:review|meeting|appointment|visit)(?: due| booked)? (?:on|in|at)?\s*$", re.I)
_ONLY_DATES = re.compile(
    r"^\W*(?:(?:and|but|then|so|in|on|from|at|by|after|before|during|for|early|late|mid|the|beginning|start|end|middle|of|week|weekend)\W+)*$", re.I)  # fmt: skip
_TO_COME = re.compile(
    r"^,?\s(?:[\w'’-]+\s){1,6}?(?:will|shall|(?:is|are) (?:to|due|going to|hoping to|starting|moving|expected to|planned|booked)|plans? to|hopes? to|intends? to)\b|^,?\s\w+['’]ll\b", re.I)  # fmt: skip
_PAST_PLAN = re.compile(
    r"\b(?:had (?:been )?(?:planned|due|booked)|(?:was|were) (?:to |due|planned|booked|arranged|scheduled|going)|would|took place|cancelled|did not|"
    r"(?:has|have) (?:now )?been (?!booked|arranged|planned|scheduled|set\b|fixed|kept|reserved|pencilled)|(?:has|have) (?:now )?(?:happened|started|begun)|went ahead|happened|postponed|put off|since then|so far|already)\b", re.I)  # fmt: skip
_PAPER = re.compile(
    r"\b(?:report|assessment|letter|call|record|review|statement|observation|log|diary|plan|checklist|questionnaire|scale|advice)\b",
    re.I,
)
_STATES = re.compile(
    r"\b(?:says|states|records|finds|shows|reports|notes|describes|identifies|confirms|concludes|sets out|indicates|gives|puts|recommends|explains|"
    r"tells|has (?:him|her) as|according to|establish(?:es|ed)|demonstrates|documents|evidences|suggests|reveals|puts|places|rates|makes (?:it )?clear)\b|\d{4}:\s", re.I)  # fmt: skip
_BACKGROUND = re.compile(
    r"\b(?:background|history|since then|at that time|at the time|then\b|earlier|compared|no longer|was\b.*\bnow\b|still|has since|used to|for its|"
    r"by contrast|whereas|before that|first (?:seen|diagnosed)|diagnos)", re.I)  # fmt: skip
# "Tells us what she can lift today" makes the old paper no younger.
_NOW = re.compile(
    r"\W*(?:today|now|tonight|nowadays|currently|at present|at the moment|this (?:day|week|month|term|year))\b", re.I
)
EVIDENCE = frozenset(
    {"needs", "strengths", "current_involvement", "needs_met_elsewhere", "family_views", "child_views"}
)
HISTORY = frozenset({"chronology", "methodology", "consent"})
PRESENT = frozenset(
    {
        "details",
        "reason",
        "methodology",
        "current_involvement",
        "child_views",
        "needs",
        "strengths",
        "signoff",
        "family_views",
        "needs_met_elsewhere",
        "other",
    }
)
_OUT_OF_YEAR = re.compile(
    r"\b(?:repeat\w*|year below|year above|out of year|outside (?:his|her|their) year|deferred|held back|delayed entry|put back|behind (?:his|her) age)\b",
    re.I,
)
_WILL_BE = (
    r"\s(?:will (?:soon |shortly )?(?:turn|be|reach)|turns|is (?:about to turn|coming up (?:to|for)))\s(\d{1,2})\b"
    r"(?=\s(?:in|on|by|this|next|at|before|when|and|soon|later)\b|[.,;]|\W*$)"
)
# "(Social care assessment, 14 February 2023)" after what is told as so.
_BRACKETED = re.compile(
    r"\([^()]{0,150}\b(?:assessment|report|letter|call|visit|review|observation|conversation|email|log|diary|plan|record|notes?)\b[^()]{0,150}\d[^()]{0,150}\)",
    re.I,
)
# Sections of what is to come, where a day without its year is the next one unless it has only just gone.
_AHEAD = frozenset({"outcomes", "provision_h1", "provision_h2", "child_aspirations", "family_aspirations"})
_FRESH = 3
NURSERY = -1
_YEAR = re.compile(r"\d{4}|[/.’']\d\d\b")
# "According to a letter of 24 February": the day of a paper.
_OF_PAPER = re.compile(
    r"\b(?:letter|report|email|e-mail|note|message|assessment|statement|minutes)\b[^.;,]{0,40}\b(?:of|dated|from)\s$",
    re.I,
)
# A note without its "she is": "In Year 7 and on the school council.", "Now Year 5 at Elm Lane."
_NO_SUBJECT = re.compile(r"^\W*(?:(?:Is|Now|Currently|Still)\s(?:in\s)?|In\s)$")
_GOES_ON = re.compile(r"^(?:\sat\s[A-Z][^.;,]*)?(?:\s?[.;]|\W*$|\sand\s(?!(?:he|she|they|his|her|their|[A-Z])\b))")
_KIN = re.compile(
    r"\b(?:sisters?|brothers?|siblings?|cousins?|mother|father|mum|dad|son|daughter|twins?|niece|nephew|baby|partner|grand\w+|since|was|until|from)\b[^.;]*$",
    re.I,
)


def check(doc: "Doc", context: Context) -> Checked:
    """Report the sentences that were out of date on the day of completion."""
    facts: Facts | None = doc._.facts
    if facts is None or facts.completed is None:
        return NOT_APPLICABLE
    findings: list[Finding] = []
    times = spans_of(doc, "times")
    at = 0
    for sentence in sentences_of(doc):
        while at < len(times) and times[at].start < sentence.start:
            at += 1
        inside = []
        while at < len(times) and times[at].start < sentence.end:
            inside.append(times[at])
            at += 1
        finding = _judge(context, facts, sentence, inside) if inside else None
        if finding := finding or _misfit_told(context, facts, sentence):
            findings.append(finding)
    return Checked(tuple(findings), units=max(len(findings) + 1, 1))


def _judge(context: Context, facts: "Facts", sentence: "Span", times: list["Span"]) -> Finding | None:
    return (
        _passed(context, facts, sentence, times)
        or _birthday_gone(context, facts, sentence)
        or _misfit(context, facts, sentence, times)
        or _old(context, facts, sentence, times)
    )


def _misfit_told(context: Context, facts: "Facts", sentence: "Span") -> Finding | None:
    """Find an age or a stage of school that is said of the child with no date, year or "he is"."""
    if sentence.label_ not in PRESENT | _AHEAD or _OUT_OF_YEAR.search(words_of(sentence)):
        return None
    text = plain(words_of(sentence))
    if sentence.label_ in PRESENT and (words := wrong_age(text, _child(sentence, facts), facts)):
        message = f"The child was {facts.age} when the advice was completed."
        suggestion = f"Write {facts.age}, or put the sentence in the past."
    elif facts.dob and facts.completed and (words := wrong_stage(text, facts)):
        name = school_year_name(school_year(facts.dob, facts.completed))
        message = f"By the date of birth the child was in {name} when the advice was completed."
        suggestion = f"Check the stage of school: the child was in {name}, unless taught with another year."
    else:
        return None
    return context.finding(message, suggestion, sentence, confidence=0.85, cues=(words,))


def _passed(context: Context, facts: "Facts", sentence: "Span", times: list["Span"]) -> Finding | None:
    if sentence.label_ in HISTORY or sentence.label_ == "details" or facts.completed is None:
        return None
    for time in times:
        if time.label_ not in ("date", "deadline") or (
            time.text[:1].lower() == "s" and time.text.lower().startswith("since")
        ):
            continue
        before = text_of(sentence.doc)[sentence.start_char : time.start_char]
        clause = re.split(
            r"[;:]\s|\.\s|,\s(?:which|who|and|but|so|when|after|since|as)\s|\b(?:since|because|after)\b|\sand\s(?=(?:[A-Z]\w+\s)?(?:is|are|will|shall|['’]ll)\b)",
            before,
        )[-1]
        if _OF_PAPER.search(before):
            continue
        if (time._.value is None and not re.search(r"\d", time.text)) or re.search(
            r"\b(?:last|ago|past|previous)\b", time.text, re.I
        ):
            # Without a year only a day of a month is sure enough; "last month" is nobody's plan.
            continue
        days = resolve(time, facts)
        if days is None or days[1] >= facts.completed or not _awaited(sentence, time, clause):
            continue
        if sentence.label_ in _AHEAD and not _YEAR.search(time.text) and days[1] < add_months(facts.completed, -_FRESH):
            # "Before 17 July", in a plan: the next one.
            continue
        return context.finding(
            f"This speaks of {time.text.strip()} as still to come, but the advice was completed after it.",
            "Say what happened on that day, or give the new date.",
            sentence, confidence=0.85, cues=(time.text,),
        )  # fmt: skip
    return None


def _awaited(sentence: "Span", time: "Span", clause: str) -> bool:
    """Tell whether a date is that of something still to come: "due on 3 May", "will start in May", "In May she will start"."""
    whole = clause + (time.text.split(" ")[0] + " " if time.text.lower().startswith("on ") else "")
    if (_ON_A_DAY.search(whole) or _ENTRY.match(whole)) and not _PAST_PLAN.search(clause):
        return True
    if _PLANNED.search(clause + time.text):
        return not _told(sentence, time, clause) and _PAST_PLAN.search(clause) is None
    if _ONLY_DATES.match(re.split(r"[;:.]\s", _lead(sentence, time))[-1]) is None:
        return False
    after = re.split(r"[;:.]\s|,\s(?:which|who|but|when|after|since)\s", _tail(sentence, time))[0]
    return _TO_COME.match(after) is not None and _PAST_PLAN.search(after) is None


def _tail(sentence: "Span", time: "Span") -> str:
    text: str = text_of(sentence.doc)[time.end_char : sentence.end_char]
    return text


def _told(sentence: "Span", time: "Span", clause: str) -> bool:
    """Tell whether a past verb stands between the words that plan and the date, so that the date is the verb's."""
    plan = _PLANNED.search(clause)
    if plan is None:
        return False
    start = time.start_char - len(clause) + plan.end()
    between = [t for t in sentence.doc[sentence.start : time.start] if t.idx >= start]
    return any(t.tag_ == "VBD" or t.lower_ in ("seen", "observed", "told", "said") for t in between)


def _birthday_gone(context: Context, facts: "Facts", sentence: "Span") -> Finding | None:
    """Find "will turn 16 in the autumn" of somebody who is 16."""
    if facts.age is None or sentence.label_ not in PRESENT:
        return None
    match = re.search(rf"(?<!\w){_child(sentence, facts)}{_WILL_BE}", sentence.text)
    if match is None or int(match[1]) > facts.age:
        return None
    return context.finding(
        f"The child was already {facts.age} when the advice was completed.",
        f"Write that the child is {facts.age}.",
        sentence,
        confidence=0.85,
        cues=(match[0],),
    )


def _misfit(context: Context, facts: "Facts", sentence: "Span", times: list["Span"]) -> Finding | None:
    if (
        facts.dob is None
        or facts.completed is None
        or sentence.label_ not in PRESENT
        or _OUT_OF_YEAR.search(words_of(sentence))
    ):
        return None
    for time in times:
        if (
            time.label_ == "age"
            and isinstance(time._.value, float)
            and time._.value >= 1
            and _of_child(sentence, time, facts)
        ):
            age = facts.age
            if (
                age is not None
                and int(time._.value) != age
                and int(time._.value) <= OLDEST
                and not re.search(r"month|week|nearly|almost|rising", time.text + _lead(sentence, time)[-12:], re.I)
            ):
                return context.finding(
                    f"The child was {age} when the advice was completed.",
                    f"Write {age}, or put the sentence in the past.",
                    sentence,
                    confidence=0.85,
                    cues=(time.text,),
                )
        if time.label_ == "school_year" and time._.value is not None and _of_child(sentence, time, facts):
            year = school_year(facts.dob, facts.completed)
            if NURSERY <= year <= 13 and time._.value != year and time._.value >= 0:
                name = school_year_name(year) or "nursery"
                return context.finding(
                    f"By the date of birth the child was in {name} when the advice was completed.",
                    f"Check the school year: write {name}, or say that the child is taught with another year.",
                    sentence, confidence=0.8, cues=(time.text,),
                )  # fmt: skip
    return None


def _lead(sentence: "Span", time: "Span") -> str:
    text: str = text_of(sentence.doc)[sentence.start_char : time.start_char]
    return text


def _child(sentence: "Span", facts: "Facts") -> str:
    """Return a pattern of the child's names and pronoun."""
    names = [re.escape(n) for p in sentence.doc._.people.of("child") for n in p.names]
    pronoun = {"he": "[Hh]e", "she": "[Ss]he"}.get(facts.pronouns or "", "[Tt]hey")
    return rf"(?:{'|'.join([*names, pronoun])})"


def _of_child(sentence: "Span", time: "Span", facts: "Facts") -> bool:
    """Tell whether an age or school year is said of the child, and as present."""
    lead = _lead(sentence, time)
    who = _child(sentence, facts)
    if sentence.label_ == "details":
        return _KIN.search(lead + time.text) is None
    if re.search(r"^\W*(?:Being|Now|As)\s(?:now\s|only\s|aged\s)?(?:in\s)?$", lead):
        return re.match(rf",\s{who}\b", _tail(sentence, time)) is not None
    if _NO_SUBJECT.match(lead) and _GOES_ON.match(_tail(sentence, time)):
        return True
    near = re.search(
        rf"(?<!\w){who}(?:,\s(?:who\s)?(?:is\s)?|\s\(|(?:\s(?:is|['’]s)\s|['’]s\s)(?:now\s|only\s|just\s|still\s|aged\s|a\s|an\s)*)(?:\w+\s){{0,2}}(?:\d+|[a-z-]+)?(?:\sand\s|,\s)?(?:is\s)?(?:now\s)?(?:in\s)?$",
        lead,
    )
    if near is None:
        return False
    return (
        re.search(
            r"\b(?:sister|brother|cousin|friend|when|once|was|since|until|by|from|joined|started|left|like|group|aged|up to|under|over)\b(?:\s\w+){0,4}\s?$",
            lead[max(0, near.start() - 8) :],
            re.I,
        )
        is None
    )


def _is_bracketed(sentence: "Span") -> bool:
    """Tell what is told as so now, with an old paper in brackets after it."""
    paper = _BRACKETED.search(sentence.text)
    if paper is None:
        return False
    told = [t for t in sentence if t.idx < sentence.start_char + paper.start()]
    return any(t.tag_ in ("VBZ", "VBP", "MD") for t in told)


def _old(context: Context, facts: "Facts", sentence: "Span", times: list["Span"]) -> Finding | None:
    if facts.completed is None or sentence.label_ not in EVIDENCE or _BACKGROUND.search(words_of(sentence)):
        return None
    oldest = add_months(facts.completed, -context.rubric.deadlines.evidence_months)
    days = [
        (t, d) for t in times if t.label_ == "date" and not _NOW.match(t.text) and (d := resolve(t, facts)) is not None
    ]
    bracketed = _is_bracketed(sentence)
    if not days or any(d[1] >= oldest for _, d in days) or not (bracketed or _STATES.search(sentence.text)):
        return None
    for time, (_, last) in days:
        lead = _lead(sentence, time)
        if last < oldest and _PAPER.search(
            lead[-70:] + " " + text_of(sentence.doc)[time.end_char : time.end_char + 25]
        ):
            months = context.rubric.deadlines.evidence_months
            return context.finding(
                f"Evidence of {time.text.strip()} was more than {months} months old, and is given as how things are now.",
                "Find out whether it is still so and say who told you and when, or put it in the past with its date.",
                sentence, confidence=0.8, cues=(time.text,),
            )  # fmt: skip
    return None
