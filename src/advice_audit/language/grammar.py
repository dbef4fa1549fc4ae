"""Slips of grammar and look-alike words that a dictionary cannot see. Few rules, each of high precision."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from advice_audit.language.canonical import kept, lowers_of, tokens_of, words_of
from advice_audit.language.confusables import confused
from advice_audit.language.grammar_agreement import (
    FOR_MANY,
    FOR_ONE,
    any_verb,
    far_person,
    plural_verb,
    singular_verb,
    there_are,
    who_verb,
)
from advice_audit.language.grammar_articles import missing_articles
from advice_audit.language.grammar_missing import FOR_WHOM, MONTHS, for_whom, in_month, in_order, rather
from advice_audit.language.grammar_owners import owners
from advice_audit.language.grammar_persons import KIN, object_for_subject, one_person, two_people
from advice_audit.language.grammar_phrases import PHRASES, RULES
from advice_audit.language.grammar_since import present_since
from advice_audit.language.grammar_slip import Slip
from advice_audit.language.grammar_small import (
    COUNTS,
    UNITS,
    article,
    doubled,
    fewer,
    more_better,
    most_best,
    several_of_one,
    several_of_unit,
    short_form,
)
from advice_audit.language.grammar_tags import (
    advise,
    effect,
    effects,
    it_is,
    its,
    of_place,
    past_habit,
    practise,
    than,
    their,
    to_not_too,
    were,
    where,
)
from advice_audit.language.grammar_third import bare_verb, name_do, she_were
from advice_audit.language.grammar_verbs import (
    BEING,
    DOING,
    HAVING,
    MANY,
    MODALS,
    after_be,
    after_do,
    after_have,
    after_modal,
    after_to,
    been_alone,
    done_alone,
    has_noticed,
    many_with_one,
    nothing_is,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# The words at which each rule looks.
TOKEN_RULES: tuple[tuple[frozenset[str], Callable[["Token"], Slip | None]], ...] = (
    (frozenset({"he", "she", "it"}), bare_verb),
    (frozenset({"do", "have", "don't"}), name_do),
    (frozenset({"since"}), present_since),
    (frozenset({"practise"}), practise),
    (frozenset({"effects"}), effects),
    (frozenset({"effect"}), effect),
    (frozenset({"who"}), who_verb),
    (frozenset(FOR_ONE), plural_verb),
    (frozenset(FOR_MANY), singular_verb),
    (frozenset(FOR_MANY), far_person),
    (frozenset({"there"}), their),
    (frozenset({"were"}), where),
    (frozenset({"it", "they", "who"}), its),
    (frozenset({"its"}), it_is),
    (frozenset({"then"}), than),
    (frozenset({"the", "his", "her", "their", "my", "our", "your"}), owners),
    (frozenset({"to"}), to_not_too),
    (frozenset({"use"}), past_habit),
    (MODALS, after_modal),
    (DOING, after_do),
    (HAVING, after_have),
    (BEING, after_be),
    (frozenset({"to"}), after_to),
    (MANY, many_with_one),
    (frozenset({"been"}), been_alone),
    (frozenset({"he", "she", "they", "we", "it"}), nothing_is),
    (frozenset({"a", "an"}), article),
    (COUNTS, several_of_one),
    (frozenset({"and"}), two_people),
    (frozenset({"and"}), object_for_subject),
    (frozenset({"there"}), there_are),
    (frozenset({"their"}), of_place),
    (frozenset({"where"}), were),
    (frozenset({"advise"}), advise),
    (frozenset({"order"}), in_order),
    (FOR_WHOM, for_whom),
    (MONTHS, in_month),
    (frozenset({"rather"}), rather),
    (UNITS, several_of_unit),
    (frozenset({"less"}), fewer),
    (frozenset({"more"}), more_better),
    (frozenset({"most"}), most_best),
    (frozenset({"were"}), she_were),
    (frozenset("the a his her their our my both these those this that 's ’s".split()), any_verb),
    (frozenset({"seen", "done"}), done_alone),
    (HAVING, has_noticed),
)


def _by_word() -> dict[str, tuple[Callable[["Token"], Slip | None], ...]]:
    words = {word for begins, _ in TOKEN_RULES for word in begins}
    return {word: tuple(rule for begins, rule in TOKEN_RULES if word in begins) for word in words}


RULES_OF = _by_word()


def slips(sentence: "Span") -> Iterator[Slip]:
    """Yield the slips of a sentence: those of its phrases, those of its words, and look-alikes that do not fit."""
    capital = sentence[0].text[:1].isupper()
    told: set[int] = set()
    for slip in (*_phrases(sentence), *_of_words(sentence)):
        told.update(range(slip.start, slip.end))
        yield _as_it_stands(slip, sentence, capital)
    for slip in confused(sentence):
        if told.isdisjoint(range(slip.start, slip.end)):
            yield _as_it_stands(slip, sentence, capital)


def _as_it_stands(slip: Slip, sentence: "Span", capital: bool) -> Slip:
    """Return a slip whose suggestion begins with a capital where the sentence does."""
    # "Has been … since" begins no sentence: words stand before it.
    opens = capital and slip.start == sentence.start and "…" not in slip.instead
    return replace(slip, instead=slip.instead[0].upper() + slip.instead[1:]) if opens else slip


def _of_words(sentence: "Span") -> Iterator[Slip]:
    doc = sentence.doc
    words, tokens = lowers_of(doc), tokens_of(doc)
    named = kept(doc, "named", lambda: {i for e in doc.ents if e.label_ == "PERSON" for i in range(e.start, e.end)})
    for index in range(sentence.start, sentence.end):
        word, token = words[index], tokens[index]
        for rule in RULES_OF.get(word, ()):
            if (found := rule(token)) is not None:
                yield found
        if index + 1 < sentence.end and word == words[index + 1] and (found := doubled(token)) is not None:
            yield found
        if word.endswith(("n't", "n’t")) and (found := short_form(token)) is not None:
            yield found
        if (index in named or word in KIN) and (found := one_person(token)) is not None:
            yield found


def _phrases(sentence: "Span") -> Iterator[Slip]:
    text = words_of(sentence).replace("’", "'")
    for number, pattern in PHRASES.possible(text):
        _, what, instead = RULES[int(number)]
        for match in pattern.finditer(text):
            at = match.span("at") if "at" in pattern.groupindex else match.span()
            span = sentence.char_span(*at, alignment_mode="expand")
            if span is not None:
                meant = instead(text[slice(*at)]) if callable(instead) else instead
                yield Slip(span.start, span.end, what, meant or span.text.replace(" ", ""))
    yield from missing_articles(sentence, text)
