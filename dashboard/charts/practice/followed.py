"""Shares of people followed step by step, with how many are still followed under each step."""

from collections.abc import Sequence
from itertools import pairwise

from dashboard.charts.chart import Cell, Plot
from dashboard.charts.colors import BLUE
from dashboard.charts.theme import axis, layout, note, points
from dashboard.clinical.outcomes.intervals import Interval
from dashboard.clinical.outcomes.publishing.percentages import interval_text, percent_text
from dashboard.clinical.outcomes.publishing.small_numbers import MINIMUM_FOR_PERCENT
from dashboard.clinical.outcomes.retention import Step


def started(steps: Sequence[Step]) -> int:
    """How many are followed from the first step."""
    return steps[0].followed if steps else 0


def are_few(steps: Sequence[Step]) -> bool:
    """Whether they are too few for a percentage."""
    return started(steps) < MINIMUM_FOR_PERCENT


def share_words(steps: Sequence[Step], share: float) -> str:
    """The share as a percentage, or that they are too few for one."""
    return "too few for a percentage" if are_few(steps) else percent_text(share)


def interval_words(steps: Sequence[Step], interval: Interval | None) -> str:
    """The interval in percent; nothing where there is none or they are too few for one."""
    return "" if interval is None or are_few(steps) else interval_text(interval)


def with_interval(steps: Sequence[Step], share: float, interval: Interval | None) -> str:
    """'75%, 95% interval 40 to 91'."""
    ends = interval_words(steps, interval)
    told = share_words(steps, share)
    return f"{told}, 95% interval {ends}" if ends else told


def step_cells(
    steps: Sequence[Step], step: Step, share: float, interval: Interval | None
) -> tuple[Cell, ...]:
    """The row of one step: counts, the share and its interval."""
    counts = (step.at, step.followed, step.happened)
    return (*counts, share_words(steps, share), interval_words(steps, interval))


def step_band(steps: Sequence[Step], intervals: Sequence[Interval | None]) -> Plot:
    """The intervals as a pale band behind the line, level from each step to the next.

    The ground that is drawn is closed: along the upper ends and back along the lower ones.
    """
    known = [
        (step.at, interval)
        for step, interval in zip(steps, intervals, strict=True)
        if interval is not None and not are_few(steps)
    ]
    upper = _stairs([(at, interval.high) for at, interval in known])
    lower = _stairs([(at, interval.low) for at, interval in known])
    around = [*upper, *reversed(lower)]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [at for at, _ in around],
        "y": [share for _, share in around],
        "name": "95% interval",
        "fill": "toself",
        "fillcolor": BLUE,
        "line": {"width": 0},
        "opacity": 0.16,
        "hoverinfo": "skip",
    }


def _stairs(ends: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    """Corners of a line that stays level up to the next step."""
    corners = list(ends[:1])
    for (_, level), (at, next_level) in pairwise(ends):
        corners += [(at, level), (at, next_level)]
    return corners


def step_line(
    steps: Sequence[Step], shares: Sequence[float], words: Sequence[str], name: str
) -> Plot:
    """The line of shares from 0 to 1; a gap throughout where they are too few."""
    few = are_few(steps)
    return points(
        [step.at for step in steps],
        [None if few else share for share in shares],
        words,
        mode="lines+markers",
        name=name,
        line={"color": BLUE, "width": 2.2, "shape": "hv"},
        marker={"size": 8, "color": BLUE},
    )


def step_layout(steps: Sequence[Step], title: str) -> Plot:
    """Percentages over steps, the number still followed at the foot of each."""
    found = layout(340)
    last = steps[-1].at if steps else 8
    found["xaxis"] = axis(
        title, range=[0.5, last + 0.5], dtick=1 if last < 14 else 2, showgrid=False
    )
    found["yaxis"] = axis(range=[-0.1, 1.04], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1])
    counts = [note(str(step.followed), x=step.at, y=-0.1, yanchor="bottom") for step in steps]
    edge = {"xref": "paper", "x": 0, "xanchor": "right", "yanchor": "bottom", "xshift": -4}
    found["annotations"] = [*counts, note("n", y=-0.1, **edge)]
    return found
