"""Who is still there after each session; those under way count for as long as they are."""

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
from dashboard.clinical.outcomes.retention import Step, remaining_intervals


def dropout_by_session(steps: Sequence[Step], *, key: str = "drop-out") -> Chart:
    """The share not dropped out after each attended session, and how many it is of."""
    shares, intervals = [step.remaining for step in steps], remaining_intervals(steps)
    rows = list(zip(steps, intervals, strict=True))
    words = [
        f"Session {step.at}: {step.happened} of {step.followed} dropped out, "
        f"still in treatment {with_interval(steps, step.remaining, interval)}"
        for step, interval in rows
    ]
    line = step_line(steps, shares, words, "still in treatment")
    return Chart(
        key=key,
        title="Still in treatment by session",
        summary=_summary(steps),
        plot={
            "data": [line, step_band(steps, intervals)],
            "layout": step_layout(steps, "sessions attended"),
        },
        table=table_of(
            ("Session", "Followed", "Dropped out", "Still in treatment", "95% interval"),
            [step_cells(steps, step, step.remaining, interval) for step, interval in rows],
        ),
    )


def _summary(steps: Sequence[Step]) -> str:
    if not steps:
        return "Nobody has started yet."
    left = sum(step.happened for step in steps)
    told = f"{left} of {started(steps)} dropped out"
    most = max(steps, key=lambda step: step.happened)
    if not most.happened:
        return f"Nobody of {started(steps)} dropped out."
    sessions = "one session" if most.at == 1 else f"{most.at} sessions"
    return f"{told}, most often after {sessions} ({most.happened} of {most.followed})."
