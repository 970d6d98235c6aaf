"""Drop-out by session: of how many at each, and no percentage of a few."""

from dashboard.charts import dropout_by_session, improvement_by_week
from dashboard.clinical.outcomes.retention import (
    Followed,
    drop_out_by_session,
    remaining_intervals,
)
from tests.charts.figures import checked, notes

STEPS = drop_out_by_session(
    [*[Followed(1, True)] * 2, Followed(2, True), *[Followed(3, False)] * 9]
)


def test_the_line_is_the_share_remaining() -> None:
    chart = dropout_by_session(STEPS)
    line = checked(chart).data[0]
    assert line.x == (1, 2, 3)
    assert [round(value, 6) for value in line.y] == [0.833333, 0.75, 0.75]
    assert notes(chart) == ["12", "10", "9", "n"]


def test_the_sentence_counts_people() -> None:
    chart = dropout_by_session(STEPS)
    assert chart.summary == "3 of 12 dropped out, most often after one session (2 of 12)."
    assert chart.table.rows[1] == (2, 10, 1, "75%", "41 to 91")


def test_a_few_have_no_percentage() -> None:
    chart = dropout_by_session(drop_out_by_session([Followed(1, False)] * 9))
    assert chart.plot["data"][0]["y"] == [None]
    assert chart.table.rows == ((1, 9, 0, "too few for a percentage", ""),)
    assert chart.summary == "Nobody of 9 dropped out."


def test_the_band_is_the_interval_of_each_step_level_up_to_the_next() -> None:
    figure = checked(dropout_by_session(STEPS))
    line, band = figure.data
    first, second, third = remaining_intervals(STEPS)
    assert band.x == (1, 2, 2, 3, 3, 3, 3, 2, 2, 1)
    upper = (first.high, first.high, second.high, second.high, third.high)
    lower = (third.low, second.low, second.low, first.low, first.low)
    assert band.y == upper + lower
    assert (band.fill, band.hovertext, band.fillcolor) == ("toself", None, line.line.color)
    assert line.hovertext[1] == (
        "Session 2: 1 of 10 dropped out, still in treatment 75%, 95% interval 41 to 91"
    )


def test_no_band_is_drawn_for_a_few() -> None:
    steps = drop_out_by_session([Followed(1, True), *[Followed(2, False)] * 8])
    chart = dropout_by_session(steps)
    checked(chart)
    assert [trace["y"] for trace in chart.plot["data"]] == [[None, None], []]
    assert [row[-1] for row in chart.table.rows] == ["", ""]


def test_the_share_that_improved_has_the_interval_of_the_rest_turned_over() -> None:
    chart = improvement_by_week(STEPS)
    checked(chart)
    assert chart.table.rows[1] == (2, 10, 1, "25%", "9 to 59")
    (*_, (_, low)) = [(x, y) for x, y in zip(*xy_of(chart), strict=True) if x == 1]
    assert low == 1 - remaining_intervals(STEPS)[0].high


def xy_of(chart):
    band = chart.plot["data"][1]
    return band["x"], band["y"]


def test_nobody_started_is_said() -> None:
    chart = dropout_by_session(())
    checked(chart)
    assert chart.summary == "Nobody has started yet."
