"""Voices: who says what each sentence tells.

Rules over the parse find attributions (`voice_rules`); they, the section and the words go to a small calibrated
classifier, which decides. A sentence without a sign of its own is judged in the light of the one before it.

| label | whose |
|---|---|
| `child_own_words` | the child, in direct speech, writing or signs put into words |
| `child_reported` | the child, told by the writer |
| `child_observed` | the child, by what was seen of face, hands and choice |
| `carer` | a parent, a carer or another member of the family |
| `professional` | a professional, the writer of the advice among them |
| `document` | a report, a letter, a record |
| `several` | two people or more together, save a couple of parents, who speak as one carer |
| `nobody` | no one: it stands as fact |
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from advice_audit.language.canonical import sentences_of
from advice_audit.language.extensions import register
from advice_audit.language.facts import Person

if TYPE_CHECKING:
    from advice_audit.language.voice_cues import Reading

# "It is felt that ...", and nobody is named: too few in the labelled runs to learn, and plain enough to know.
_IMPERSONAL = re.compile(
    r"it (is|was|has been) (also |now )?(felt|thought|believed|considered|understood|hoped)\b(?! (by|in)\b)", re.I
)
IMPERSONAL = 0.9
LABELS = (
    "child_own_words", "child_reported", "child_observed", "carer", "professional", "document", "several", "nobody",
)  # fmt: skip
CHILD = frozenset({"child_own_words", "child_reported", "child_observed"})


@Language.factory("advice_voices", requires=["doc.spans"], assigns=["doc.spans"])
def make_voices(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that writes `doc.spans["voices"]`, parallel to `doc.spans["sentences"]`."""
    register()
    return add_voices


def add_voices(doc: Doc) -> Doc:
    """Label every sentence with whose voice it is; `_.person` says who, `_.confidence` how sure, `_.cue` by which words."""
    from advice_audit.classify.persist import classifier
    from advice_audit.language.voice_cues import readings

    found = readings(doc)
    model = classifier("voices")
    chances = model.probabilities([r.seen() for r in found])
    voices = []
    for sentence, reading, row in zip(sentences_of(doc), found, chances, strict=True):
        best = int(row.argmax())
        label, chance = model.classes[best], float(row[best])
        if not reading.own and _IMPERSONAL.match(doc[sentence.start : sentence.start + 8].text):
            label, chance = "nobody", max(chance, IMPERSONAL)
        voices.append(_voice(sentence, reading, label, chance))
    doc.spans["voices"] = voices
    return doc


def _voice(sentence: Span, reading: "Reading", label: str, chance: float) -> Span:
    voice = Span(sentence.doc, sentence.start, sentence.end, label=label)
    if isinstance(voice._.person, Person):
        # NOTE: spaCy keeps attributes by place and label: a sentence that is no more than "Mum" shares them with that mention.
        return voice
    voice._.section = sentence.label_
    voice._.confidence = chance
    voice._.person = reading.person(label)
    if reading.cue is not None:
        voice._.cue = Span(sentence.doc, reading.cue, reading.cue + 1)
    return voice
