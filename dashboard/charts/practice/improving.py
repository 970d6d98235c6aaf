"""How soon people first improve reliably; those still on the way count for as long as they are."""

from collections.abc import Sequence

from dashboard.charts.chart import Chart, table_of
from dashboard.charts.practice.followed import (
    started,
    step_band,
    step_cells,
    step_layout,
    step_line,
    with_interval,
)
from dashboard.clinical.outcomes.intervals import Interval
from dashboard.clinical.outcomes.retention import Step, remaining_intervals


def improvement_by_week(steps: Sequence[Step], *, key: str = "improving") -> Chart:
    """The share that has improved reliably at least once by each week of its own clock."""
    shares = [1 - step.remaining for step in steps]
    intervals = [_turned(interval) for interval in remaining_intervals(steps)]
    rows = list(zip(steps, shares, intervals, strict=True))
    words = [
        f"Week {step.at}: first improvement of {step.happened} of {step.followed}, "
        f"{with_interval(steps, share, interval)} by then"
        for step, share, interval in rows
    ]
    line = step_line(steps, shares, words, "improved at least once")
    return Chart(
        key=key,
        title="First reliable improvement by week",
        summary=_summary(steps, shares),
        plot={
            "data": [line, step_band(steps, intervals)],
            "layout": step_layout(steps, "week of treatment"),
        },
        table=table_of(
            ("Week", "Followed", "Improved for the first time", "Improved by then", "95% interval"),
            [step_cells(steps, step, share, interval) for step, share, interval in rows],
        ),
    )


def _turned(interval: Interval | None) -> Interval | None:
    """The interval of the rest."""
    return None if interval is None else Interval(1 - interval.high, 1 - interval.low)


def _summary(steps: Sequence[Step], shares: Sequence[float]) -> str:
    """Said with its catch: an improvement that came may have gone again by the end."""
    if not steps:
        return "Nobody has a first and a later score yet."
    improved = sum(step.happened for step in steps)
    told = f"{improved} of {started(steps)} with a later score improved reliably at least once"
    half = next((step.at for step, share in zip(steps, shares, strict=True) if share >= 1 / 2), 0)
    when = f"half of them by week {half}" if half else "fewer than half"
    return f"{told}, {when}. An improvement may be lost again by the end; the headline counts that."
