"""Shares of people followed step by step, with how many are still followed under each step."""

from collections.abc import Sequence

from dashboard.charts.chart import Plot
from dashboard.charts.colors import BLUE
from dashboard.charts.theme import axis, layout, note, points
from dashboard.clinical.outcomes.publishing.percentages import percent_text
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
