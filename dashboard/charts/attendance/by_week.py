"""How many were there, week by week."""

from collections.abc import Sequence

from dashboard.charts.chart import Chart, Plot, table_of
from dashboard.charts.colors import BLUE, GRID
from dashboard.charts.rows import WeekPresence
from dashboard.charts.theme import axis, layout, note, week_axis
from dashboard.clinical.outcomes.publishing.small_numbers import share_text


def attendance_by_week(presence: Sequence[WeekPresence], *, key: str = "attendance-weeks") -> Chart:
    """How many of those enrolled were there, week by week; a week not held is a named gap."""
    found = layout(300, legend=True)
    found["xaxis"] = week_axis([row.week for row in presence])
    found["yaxis"] = axis("people", rangemode="tozero", tickformat="d")
    found["barmode"] = "stack"
    found["bargap"] = 0.3
    found["annotations"] = [_week_note(row) for row in presence]
    return Chart(
        key=key,
        title="Present by week",
        summary=_weeks_summary(presence),
        plot={"data": _bars(presence), "layout": found},
        table=table_of(
            ("Week", "Present", "Enrolled"),
            [
                (row.week, row.present.numerator, row.present.denominator)
                if row.present
                else (row.week, "not held", "")
                for row in presence
            ],
        ),
    )


def _bars(presence: Sequence[WeekPresence]) -> list[Plot]:
    held = [(row.week, row.present) for row in presence if row.present]
    words = [f"Week {week}: {share_text(present)} present" for week, present in held]
    present = [present.numerator for _, present in held]
    absent = [present.denominator - present.numerator for _, present in held]
    bar = {"type": "bar", "x": [week for week, _ in held], "hoverinfo": "text"}
    return [
        {**bar, "y": present, "name": "present", "marker": {"color": BLUE}, "hovertext": words},
        {**bar, "y": absent, "name": "not present", "marker": {"color": GRID}, "hoverinfo": "skip"},
    ]


def _week_note(row: WeekPresence) -> Plot:
    if row.present is None:
        return note("not<br>held", x=row.week, y=0, yanchor="bottom")
    counts = f"{row.present.numerator}/{row.present.denominator}"
    return note(counts, x=row.week, y=row.present.denominator, yanchor="bottom")


def _weeks_summary(presence: Sequence[WeekPresence]) -> str:
    held = [row.present for row in presence if row.present]
    if not held:
        return "No session held yet."
    low = min(held, key=lambda present: present.share or 0)
    high = max(held, key=lambda present: present.share or 0)
    sessions = "1 session" if len(held) == 1 else f"{len(held)} sessions"
    if low.share == high.share:
        return f"{sessions} held, {share_text(low)} present."
    return f"{sessions} held, from {share_text(low)} to {share_text(high)} present."
