"""Words in which people tell of something that worries them, hurts or goes wrong."""

import re
from functools import cache
from typing import TYPE_CHECKING

from advice_audit.language.canonical import words_of
from advice_audit.language.tables import Table

if TYPE_CHECKING:
    from spacy.tokens import Span

    from advice_audit.classify.features import Example

# class of words -> pattern
WORDS: dict[str, str] = {
    "worry": r"worr(?:y|ies|ied|ying)|concern(?:s|ed)?|afraid|fear(?:s|ed|ful)?|scare[sd]?|frighten(?:s|ed|ing)?|anxious|nervous|dread(?:s|ed)?|trouble[sd]?|uneasy|terrified|panics?",
    "sorrow": r"cr(?:y|ies|ied|ying)|tears|sad|upset|lonely|alone|miss(?:es|ed)|minds it|ashamed|hates?|embarrass\w*|unhappy|low|left out|nobody|no one|no-one|hasn't seen|has not seen|not seen",
    "harm": r"hurts?|hurting|hit(?:s|ting)?|bit(?:e|es|ten|ing)?|kick(?:s|ed|ing)?|cuts?|bruis\w+|push(?:es|ed)|punch\w*|stab\w*|threw|throws?|broke|smash\w*|bang(?:s|ed)|scratch\w*|pull(?:s|ed) down|fight\w*|burn\w*",
    "danger": r"run(?:s|ning)? (?:off|away|out|into)|ran (?:off|away|into|out)|bolt(?:s|ed)?|road|traffic|swallow\w*|chok\w+|lost|missing|police|knife|fire|stepped off|out of the (?:gate|house|window)|climb\w*|walk off|"
    r"escap\w+|wander\w*|got out|hospital|fell|falls",
    "others": r"stranger|older (?:boys?|girls?|lads|men|man)|a (?:man|woman|girl|boy|lad) |the man|the men|some (?:boys|girls|lads)|somebody|someone|big boys|bigger boy|messages?|photo(?:s|graphs)?|online|internet|money|owes?|"
    r"names|bully|bullied|bullying|teas\w+|laughs? at|pick(?:s|ed)? on|touch\w*|secret|shout(?:s|ing|ed)?|threat\w*|debt|gambl\w*|gifts?|took|stole\w*|hid(?:es?|ing)?|takes? (?:her|his|my)|buying (?:her|him)|sends?",
    "body": r"wets?|wetting|soil\w*|eat(?:s|ing)?|meals?|food|weight|sick|pain|aches?|hungry|hunger|cold|freez\w*|tablets|medication|tired|exhaust\w*|sleep(?:s|ing|less)?|awake|wakes?|nightmares?|worn (?:out|thin)|back (?:is|has)|smok\w+|drink(?:s|ing)?|cannabis|vap\w+|drunk",
    "strain": r"cannot|can't|can not|unable|struggl\w*|cope|coping|difficult|hard|stopped|no longer|given up|refus\w*|won't|will not|barely|never|too (?:much|heavy|tired|loud|far|frightened|steep)|without|behind with|rent|"
    r"break|rest|because of (?:his|her)|bad day|until they|broken|fall(?:s|ing)? out|rows?|argu\w+|not suitable|not safe|unsafe|damp",
}
WISH = re.compile(
    r"\b(?:would like|would love|wants?|hopes?|wish(?:es)?|looks? forward|dream|one day|like to|aspir\w+|when (?:he|she|they) (?:is|are|grows?))\b",
    re.I,
)
LIKES = re.compile(
    r"\b(?:likes?|loves?|enjoys?|favourite|proud|happy|good at|laugh\w*|best|fun|brilliant|pleased|glad)\b", re.I
)


@cache
def _patterns() -> Table:
    return Table(
        {
            name: re.compile(rf"\b(?:{words})\b" if not words.endswith(" ") else words, re.I)
            for name, words in WORDS.items()
        }
    )


def concern_cues(text: str) -> dict[str, float]:
    """Return which classes of worrying words a sentence holds, and whether it wishes or likes.

    Args:
        text: a sentence.
    """
    plain = text.replace("’", "'")
    cues = {name: min(len(found), 3) / 1.0 for name, p in _patterns().possible(plain) if (found := p.findall(plain))}
    cues["classes"] = float(len(cues))
    cues["wish"] = float(WISH.search(plain) is not None)
    cues["likes"] = float(LIKES.search(plain) is not None)
    return cues


def concern_example(sentence: "Span") -> "Example":
    """Return what the `concern` classifier sees of a sentence: its words, its worrying words, where it stands and who speaks."""
    from advice_audit.classify.features import example

    cues = concern_cues(words_of(sentence))
    cues[f"in {sentence.label_}"] = 1.0
    cues["length"] = min(len(sentence), 40) / 40
    cues["is quotation"] = float(words_of(sentence).lstrip()[:1] in "\"“‘'")
    return example(sentence, cues)
