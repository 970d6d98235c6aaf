"""A small line has gaps where the scores have, and ends at the newest one."""

from dashboard.charts import Sparkline, sparkline_points


def test_scores_run_from_edge_to_edge() -> None:
    assert sparkline_points([0, 10], 76, 24) == Sparkline("M3 21 L73 3", 73, 3)


def test_a_missing_week_breaks_the_line_and_a_lone_score_is_a_dot() -> None:
    line = sparkline_points([0, 10, None, 5, None], 86, 26, low=0, high=10)
    assert line == Sparkline("M3 23 L23 3 M63 13 h0", 63, 13)


def test_equal_scores_lie_in_the_middle() -> None:
    assert sparkline_points([4, 4], 76, 24) == Sparkline("M3 12 L73 12", 73, 12)


def test_no_score_is_no_line() -> None:
    assert sparkline_points([None, None]) is None
