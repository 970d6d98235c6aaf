"""Drop-out by session: of how many at each, and no percentage of a few."""

from dashboard.charts import dropout_by_session
from dashboard.clinical.outcomes.retention import Followed, drop_out_by_session
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
    assert chart.table.rows[1] == (2, 10, 1, "75%")


def test_a_few_have_no_percentage() -> None:
    chart = dropout_by_session(drop_out_by_session([Followed(1, False)] * 9))
    assert chart.plot["data"][0]["y"] == [None]
    assert chart.table.rows == ((1, 9, 0, "too few for a percentage"),)
    assert chart.summary == "Nobody of 9 dropped out."


def test_nobody_started_is_said() -> None:
    chart = dropout_by_session(())
    checked(chart)
    assert chart.summary == "Nobody has started yet."
