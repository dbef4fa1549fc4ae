"""Figures of the last batch in Prometheus's text format, for the node exporter's folder of text files."""

from pathlib import Path

from advice_audit.batch.notify import write_whole
from advice_audit.batch.summary import BatchSummary

_READABLE = 0o644
"""Only counts and times stand in the file, and the exporter runs as another user."""


def write_metrics(place: Path, summary: BatchSummary) -> None:
    """Write the file.

    Raises:
        ConfigurationError: it cannot be written.
    """
    write_whole(place, in_prometheus(summary), _READABLE)


def in_prometheus(summary: BatchSummary) -> bytes:
    """Return the figures in the text format."""
    from prometheus_client import CollectorRegistry, Gauge, generate_latest

    registry = CollectorRegistry()

    def gauge(name: str, what: str, value: float) -> None:
        Gauge(f"advice_audit_batch_{name}", what, registry=registry).set(value)

    def gauges(name: str, what: str, label: str, values: dict[str, float]) -> None:
        family = Gauge(f"advice_audit_batch_{name}", what, [label], registry=registry)
        for key, value in values.items():
            family.labels(key).set(value)

    gauge("finished_timestamp_seconds", "When the last batch ended.", summary.started.timestamp() + summary.seconds)
    gauge("duration_seconds", "How long the last batch took.", summary.seconds)
    gauge("exit_code", "Exit code of the last batch.", summary.exit_code())
    gauge("below_pass_mark", "Advices below the rubric's pass mark.", summary.below)
    files = {"audited": summary.audited, "unchanged": summary.unchanged, "failed": len(summary.failed)}
    gauges("files", "Files of the last batch by what became of them.", "outcome", dict(files))
    gauges("grades", "Advices found by grade.", "grade", dict(summary.grades))
    gauges("failures", "Files that could not be audited, by code.", "code", _by_code(summary))
    gauges("worker_seconds", "Seconds that workers spent, by step.", "step", summary.spent)
    version = Gauge("advice_audit_batch_info", "Rubric and models.", ["rubric", "models"], registry=registry)
    version.labels(summary.rubric_hash, summary.model_version).set(1)
    return bytes(generate_latest(registry))


def _by_code(summary: BatchSummary) -> dict[str, float]:
    codes = [one.code for one in summary.failed]
    return {code: codes.count(code) for code in sorted(set(codes))}
