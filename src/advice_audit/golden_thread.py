"""The golden thread as a reader is shown it: what was said, needs, outcomes and provision, with the broken links marked."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from advice_audit.results import KnotResult, LinkResult, ThreadResult

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from advice_audit.checks.model import Finding

CRITERIA = frozenset(
    {"needs.thread", "provision.needs", "provision.current", "outcomes.provision", "outcomes.aspirations"}
)
ALWAYS_SHOWN = frozenset({"need", "outcome", "provision"})


def golden_thread(doc: "Doc", findings: "Iterable[Finding]") -> ThreadResult:
    """Return the thread of an annotated document.

    Every need, outcome and provision is in it; of what was said only what is linked to them or found broken.

    Args:
        doc: annotated document.
        findings: of its audit; those of the thread's criteria mark what is broken.
    """
    from advice_audit.language.thread import thread, thread_links

    broken: dict[tuple[int, int], list[str]] = {}
    for finding in findings:
        if finding.criterion in CRITERIA and finding.start is not None and finding.end is not None:
            broken.setdefault((finding.start, finding.end), []).append(finding.criterion)
    links = thread_links(doc)
    linked = {id(knot) for link in links for knot in (link.one, link.other)}
    ids: dict[int, str] = {}
    knots = []
    for kind, some in thread(doc).knots.items():
        for number, knot in enumerate(some, start=1):
            wrong = broken.pop((knot.quote.start_char, knot.quote.end_char), [])
            if kind in ALWAYS_SHOWN or id(knot) in linked or wrong:
                name = ids[id(knot)] = f"{kind}-{number}"
                start, end = knot.quote.start_char, knot.quote.end_char
                knots.append(KnotResult(id=name, kind=kind, start=start, end=end, broken=wrong))
    # What helps now and is not carried on is no knot of the language's: it is broken by being left out.
    for number, ((start, end), wrong) in enumerate(sorted(broken.items()), start=1):
        knots.append(KnotResult(id=f"current-{number}", kind="current", start=start, end=end, broken=wrong))
    shown = [
        LinkResult(one=ids[id(link.one)], other=ids[id(link.other)], probability=round(link.probability, 3))
        for link in links
    ]
    return ThreadResult(knots=knots, links=shown)
