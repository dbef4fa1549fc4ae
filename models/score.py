"""Score the auditor while developing: `python models/score.py [--writers abf] [--criteria needs.] [--show CRITERION] [--loo]`.

Texts are never shown for the test writers.
"""

import argparse

from advice_audit.audit import audit_many
from advice_audit.evaluation.gold import find_gold
from advice_audit.evaluation.score import Evaluation, compare, weighted_kappa
from advice_audit.rubric.load import load_rubric
from advice_audit.training.corpus import TEST_WRITERS
from advice_audit.training.run import corpus_folder

MISSION = (
    "views.child-voice", "views.child-separate", "needs.source", "needs.remit", "outcomes.change", "outcomes.smart",
    "general.jargon", "general.track-changes", "provision.remit",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--writers", default="abfhij")
    parser.add_argument("--criteria", default="")
    parser.add_argument("--show", default="")
    parser.add_argument("--loo", action="store_true")
    options = parser.parse_args()
    golds = [g for g in find_gold([corpus_folder()]) if g.writer in options.writers]
    rubric = load_rubric("swindon-2022")
    evaluation = Evaluation()
    if options.loo:
        from advice_audit.training.leave_out import audits_without

        evaluation.compared = [compare(g, r) for g, r in audits_without(golds, rubric)]
    else:
        results = audit_many([g.rendered() for g in golds], rubric)
        evaluation.compared = [compare(g, r) for g, r in zip(golds, results, strict=True)]
    table(evaluation, options.criteria)
    if options.show:
        show(evaluation, options.show)


def table(evaluation: Evaluation, start: str) -> None:
    for criterion in evaluation.criteria():
        if criterion.startswith(start):
            c = evaluation.counts(criterion)
            kappa = weighted_kappa(evaluation.verdict_pairs(criterion))
            figures = [f"{v:.2f}" if v is not None else "  - " for v in (c.precision, c.recall, c.f1, kappa)]
            print(
                f"{criterion:28}{c.matched:4}{c.false_alarms:4}{c.misses:4}  P {figures[0]} R {figures[1]} F {figures[2]} k {figures[3]}"
            )
    for writer, some in evaluation.by_writer().items():
        every, mission = evaluation.micro(None, some), evaluation.micro(MISSION, some)
        print(writer, "micro", f"{every.f1 or 0:.3f}", "mission", f"{mission.f1 or 0:.3f}")
    every, kappa = evaluation.micro(), weighted_kappa(evaluation.verdict_pairs())
    strong = [c for c in evaluation.compared if c.gold.meta.quality == "strong"]
    alarms = sum(len(c.false_alarms) for c in strong) / max(len(strong), 1)
    hit, traps = evaluation.traps()
    print(
        f"micro F1 {every.f1 or 0:.3f} (P {every.precision or 0:.3f} R {every.recall or 0:.3f}) mission {evaluation.micro(MISSION).f1 or 0:.3f} "
        f"macro {evaluation.macro_f1():.3f} kappa {kappa or 0:.3f} traps {hit}/{traps} false alarms a strong advice {alarms:.1f}"
    )


def show(evaluation: Evaluation, start: str) -> None:
    for one in evaluation.compared:
        if one.gold.writer in TEST_WRITERS:
            continue
        for finding in one.false_alarms:
            if finding.criterion.startswith(start):
                print(
                    f"FALSE ALARM {one.gold.id} {finding.criterion} {finding.confidence} {list(finding.missing or [])} | {finding.quote} | {finding.cues}"
                )
        for miss in one.misses:
            if miss.criterion.startswith(start):
                print(f"MISS {one.gold.id} {miss.criterion} {list(miss.missing)} | {miss.quote}")
        for trap in one.traps_hit:
            if trap.criterion.startswith(start):
                print(f"TRAP {one.gold.id} {trap.criterion} | {trap.quote} | {trap.why}")


if __name__ == "__main__":
    main()
