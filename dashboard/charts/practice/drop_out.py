"""Who is still there after each session; those under way count for as long as they are."""

from collections.abc import Sequence

from dashboard.charts.chart import Chart, Plot, table_of
from dashboard.charts.colors import BLUE
from dashboard.charts.theme import axis, layout, note, points
from dashboard.clinical.outcomes.publishing.percentages import percent_text
from dashboard.clinical.outcomes.publishing.small_numbers import MINIMUM_FOR_PERCENT
from dashboard.clinical.outcomes.retention import Step


def dropout_by_session(steps: Sequence[Step], *, key: str = "drop-out") -> Chart:
    """The share not dropped out after each attended session, and how many it is of."""
    return Chart(
        key=key,
        title="Still in treatment by session",
        summary=_summary(steps),
        plot={"data": [_line(steps)], "layout": _layout(steps)},
        table=table_of(
            ("Session", "Followed", "Dropped out", "Still in treatment"),
            [(step.at, step.followed, step.happened, _remaining(steps, step)) for step in steps],
        ),
    )


def _started(steps: Sequence[Step]) -> int:
    return steps[0].followed if steps else 0


def _remaining(steps: Sequence[Step], step: Step) -> str:
    if _started(steps) < MINIMUM_FOR_PERCENT:
        return "too few for a percentage"
    return percent_text(step.remaining)


def _line(steps: Sequence[Step]) -> Plot:
    words = [
        f"Session {step.at}: {step.happened} of {step.followed} dropped out, "
        f"still in treatment {_remaining(steps, step)}"
        for step in steps
    ]
    few = _started(steps) < MINIMUM_FOR_PERCENT
    return points(
        [step.at for step in steps],
        [None if few else step.remaining for step in steps],
        words,
        mode="lines+markers",
        name="still in treatment",
        line={"color": BLUE, "width": 2.2, "shape": "hv"},
        marker={"size": 8, "color": BLUE},
    )


def _layout(steps: Sequence[Step]) -> Plot:
    found = layout(340)
    last = steps[-1].at if steps else 8
    found["xaxis"] = axis(
        "sessions attended", range=[0.5, last + 0.5], dtick=1 if last < 14 else 2, showgrid=False
    )
    found["yaxis"] = axis(range=[-0.1, 1.04], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1])
    counts = [note(str(step.followed), x=step.at, y=-0.1, yanchor="bottom") for step in steps]
    edge = {"xref": "paper", "x": 0, "xanchor": "right", "yanchor": "bottom", "xshift": -4}
    found["annotations"] = [*counts, note("n", y=-0.1, **edge)]
    return found


def _summary(steps: Sequence[Step]) -> str:
    if not steps:
        return "Nobody has started yet."
    left = sum(step.happened for step in steps)
    told = f"{left} of {_started(steps)} dropped out"
    most = max(steps, key=lambda step: step.happened)
    if not most.happened:
        return f"Nobody of {_started(steps)} dropped out."
    sessions = "one session" if most.at == 1 else f"{most.at} sessions"
    return f"{told}, most often after {sessions} ({most.happened} of {most.followed})."
