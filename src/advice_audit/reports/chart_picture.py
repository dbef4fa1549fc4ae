"""Charts as pictures for Word: the same patterns as on the page, so that a black and white print says the same."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from advice_audit.reports.story import Bars, Chart, Pattern, Points

_FILL: dict[Pattern, tuple[str, str, str]] = {
    "solid": ("#174d2d", "", "#174d2d"),
    "stripes": ("#d3ead9", "////", "#2f7d4f"),
    "dots": ("#fdf1d6", "...", "#a06a08"),
    "cross": ("#f9ded9", "xxx", "#8f1d17"),
    "empty": ("#ffffff", "", "#1c2733"),
}
INK = "#1c2733"
WIDTH = 6.25
"""Inches: the text width of an A4 page with the margins of our Word reports."""
DPI = 200


def picture(chart: Chart) -> bytes:
    """Return a chart as a PNG."""
    from matplotlib import rc_context

    style: Any = {"font.family": "DejaVu Sans", "font.size": 9, "hatch.linewidth": 0.9, "text.color": INK}
    with rc_context(style):
        return _bars(chart) if isinstance(chart, Bars) else _points(chart)


def _figure(rows: int, extra: float) -> tuple[Any, Any]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, 0.46 * rows + extra), dpi=DPI)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.005, 0.0, 0.99, 1.0))
    axes.set_axis_off()
    return figure, axes


def _bars(chart: Bars) -> bytes:
    figure, axes = _figure(len(chart.bars), 0.4)
    for place, bar in enumerate(chart.bars):
        axes.text(0, place - 0.14, bar.label, va="bottom", ha="left")
        at = 0.0
        for value, series in zip(bar.values, chart.series, strict=True):
            if value:
                wide = value / bar.total
                _segment(axes, (at, place), wide, value, series.pattern)
                at += wide
        if not bar.total:
            axes.text(0, place + 0.2, "none", va="center", color="#4d5a68")
    _legend(axes, [(series.name, series.pattern) for series in chart.used])
    axes.set_xlim(-0.003, 1.003)
    axes.set_ylim(len(chart.bars) + 0.4, -0.5)
    return _png(figure)


def _segment(axes: Any, start: tuple[float, int], wide: float, value: int, pattern: Pattern) -> None:
    from matplotlib.patches import Rectangle

    face, hatch, edge = _FILL[pattern]
    box: dict[str, Any] = {"height": 0.42, "width": wide}
    axes.add_patch(Rectangle((start[0], start[1] - 0.05), facecolor=face, hatch=hatch, edgecolor=edge, lw=0, **box))
    axes.add_patch(Rectangle((start[0], start[1] - 0.05), fill=False, edgecolor=INK, lw=0.8, **box))
    if wide > 0.02 + 0.016 * len(str(value)):
        plate = {"boxstyle": "round,pad=0.12", "facecolor": "white", "edgecolor": "none"}
        middle = start[0] + wide / 2
        axes.text(middle, start[1] + 0.16, str(value), ha="center", va="center", weight="bold", bbox=plate)


def _legend(axes: Any, names: Sequence[tuple[str, Pattern]]) -> None:
    from matplotlib.patches import Patch

    handles = [
        Patch(facecolor=_FILL[pattern][0], hatch=_FILL[pattern][1], edgecolor=_FILL[pattern][2], label=name, lw=0.8)
        for name, pattern in names
    ]
    axes.legend(handles=handles, **_LEGEND, ncol=max(len(handles), 1))


_LEGEND: dict[str, Any] = {
    "loc": "lower left",
    "bbox_to_anchor": (-0.008, -0.01),
    "frameon": False,
    "handlelength": 2.0,
    "handleheight": 1.1,
    "columnspacing": 1.3,
    "borderaxespad": 0.0,
    "borderpad": 0.1,
}


def _points(chart: Points) -> bytes:
    from matplotlib.lines import Line2D

    figure, axes = _figure(len(chart.points), 0.6)
    low = len(chart.points)
    for tick, word, side in (
        (0, "none", "left"),
        (0.25, "a quarter", "center"),
        (0.5, "half", "center"),
        (0.75, "three quarters", "center"),
        (1, "all", "right"),
    ):
        axes.plot([tick, tick], [-0.5, low - 0.35], color="#d8dee4", lw=0.8, zorder=0)
        axes.text(tick, low - 0.05, word, ha=side, va="center", fontsize=8, color="#4d5a68")
    plate = {"facecolor": "white", "edgecolor": "none", "pad": 1.0}
    for place, point in enumerate(chart.points):
        axes.text(0, place - 0.14, point.label, va="bottom", ha="left", bbox=plate)
        if point.share is None:
            axes.text(0, place + 0.2, "not audited", va="center", color="#4d5a68")
            continue
        if point.low is not None and point.high is not None:
            axes.plot([point.low, point.high], [place + 0.18] * 2, color=INK, lw=1.4)
            axes.plot([point.low, point.high], [place + 0.18] * 2, "|", color=INK, ms=8, mew=1.4)
        if point.census is not None:
            axes.plot(point.census, place + 0.18, "D", mfc="white", mec=INK, mew=1.2, ms=8)
        axes.plot(point.share, place + 0.18, "o", color=INK, ms=5.5)
    handles = [Line2D([], [], color=INK, marker="o", ms=5.5, lw=1.4, label="the sample, and where the whole may lie")]
    if any(point.census is not None for point in chart.points):
        mark: dict[str, Any] = {"marker": "D", "mfc": "white", "mec": INK, "ls": "none", "ms": 7}
        handles.append(Line2D([], [], label="every advice, by the program", **mark))
    axes.legend(handles=handles, **_LEGEND, ncol=2)
    axes.set_xlim(-0.012, 1.012)
    axes.set_ylim(low + 0.62, -0.5)
    return _png(figure)


def _png(figure: Any) -> bytes:
    page = BytesIO()
    # NOTE: no date and no program name in the picture: the same report gives the same bytes.
    figure.savefig(page, format="png", metadata={"Software": None})
    return page.getvalue()
