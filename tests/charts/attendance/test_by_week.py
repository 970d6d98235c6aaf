"""Presence by week is counted in people; a session not held is a gap with a name."""

from dashboard.charts import attendance_by_week
from dashboard.charts.rows import WeekPresence
from dashboard.clinical.outcomes.intervals import Proportion
from tests.charts.figures import checked, notes

WEEKS = (
    WeekPresence(1, Proportion(7, 8)),
    WeekPresence(2, None),
    WeekPresence(3, Proportion(5, 8)),
)


def test_present_and_not_present_stack_to_those_enrolled() -> None:
    figure = checked(attendance_by_week(WEEKS))
    assert [(entry.name, entry.x, entry.y) for entry in figure.data] == [
        ("present", (1, 3), (7, 5)),
        ("not present", (1, 3), (1, 3)),
    ]


def test_a_week_not_held_is_named() -> None:
    chart = attendance_by_week(WEEKS)
    assert notes(chart) == ["7/8", "not<br>held", "5/8"]
    assert chart.table.rows == ((1, 7, 8), (2, "not held", ""), (3, 5, 8))
    assert chart.summary == "2 sessions held, from 5 of 8 to 7 of 8 present."


def test_one_session_and_none_are_said_plainly() -> None:
    assert attendance_by_week(WEEKS[:1]).summary == "1 session held, 7 of 8 present."
    assert attendance_by_week(WEEKS[1:2]).summary == "No session held yet."
