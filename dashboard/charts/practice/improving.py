"""How soon people first improve reliably; those still on the way count for as long as they are."""

from collections.abc import Sequence

from dashboard.charts.chart import Chart, table_of
from dashboard.charts.practice.followed import share_words, started, step_layout, step_line
from dashboard.clinical.outcomes.retention import Step


def improvement_by_week(steps: Sequence[Step], *, key: str = "improving") -> Chart:
    """The share that has improved reliably at least once by each week of its own clock."""
    shares = [1 - step.remaining for step in steps]
    words = [
        f"Week {step.at}: first improvement of {step.happened} of {step.followed}, "
        f"{share_words(steps, share)} by then"
        for step, share in zip(steps, shares, strict=True)
    ]
    line = step_line(steps, shares, words, "improved at least once")
    return Chart(
        key=key,
        title="First reliable improvement by week",
        summary=_summary(steps, shares),
        plot={"data": [line], "layout": step_layout(steps, "week of treatment")},
        table=table_of(
            ("Week", "Followed", "Improved for the first time", "Improved by then"),
            [
                (step.at, step.followed, step.happened, share_words(steps, share))
                for step, share in zip(steps, shares, strict=True)
            ],
        ),
    )


def _summary(steps: Sequence[Step], shares: Sequence[float]) -> str:
    """Said with its catch: an improvement that came may have gone again by the end."""
    if not steps:
        return "Nobody has a first and a later score yet."
    improved = sum(step.happened for step in steps)
    told = f"{improved} of {started(steps)} with a later score improved reliably at least once"
    half = next((step.at for step, share in zip(steps, shares, strict=True) if share >= 1 / 2), 0)
    when = f"half of them by week {half}" if half else "fewer than half"
    return f"{told}, {when}. An improvement may be lost again by the end; the headline counts that."
