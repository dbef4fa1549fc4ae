"""Agreement as a plain table."""

from collections.abc import Sequence

from advice_audit.agreement import Agreement, Interval


def in_text(title: str, whole: Agreement, rows: Sequence[tuple[str, Agreement]]) -> str:
    """Return a table of agreement: the share that is equal and AC1, each with its 95% interval.

    Args:
        title: who is compared with whom.
        whole: over all criteria.
        rows: a title and the figures of each criterion.
    """
    lines = [title, "=" * len(title)]
    if not whole.units:
        return "\n".join([*lines, "Nothing to compare yet.", ""])
    width = max(len(name) for name, _ in rows) + 2
    lines.append(f"{'':<{width}}{'equal':>11}  {'share (95%)':<18}{'AC1 (95%)'}")
    lines += [_row(name, own, width) for name, own in [("All criteria", whole), *rows]]
    if whole.units and max((own.units for _, own in rows), default=0) < 20:
        lines.append("With so few advices the intervals are wide: read the figures of one criterion as a hint only.")
    return "\n".join([*lines, ""])


def _row(name: str, own: Agreement, width: int) -> str:
    share = f"{own.share:.0%} {_between(own.share_interval, 100)}" if own.share is not None else "–"
    ac1 = f"{own.ac1:.2f} {_between(own.ac1_interval, 1)}" if own.ac1 is not None else "–"
    return f"{name:<{width}}{own.agreed:>4} of {own.units:>3}  {share:<18}{ac1}"


def _between(interval: Interval | None, scale: int) -> str:
    if interval is None:
        return ""
    low, high = interval
    return f"({low * 100:.0f} to {high * 100:.0f})" if scale == 100 else f"({low:.2f} to {high:.2f})"
