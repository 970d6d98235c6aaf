"""Shares carry their interval; under ten people there is no percentage, under thirty no color."""

from dashboard.charts import headline_by_period, three_counts
from dashboard.charts.colors import BLUE, SOFT
from dashboard.charts.rows import CountedShare, PeriodShare, Reference
from dashboard.clinical.outcomes.intervals import Proportion, wilson
from tests.charts.figures import checked, notes

PERIODS = (
    PeriodShare("Q1", Proportion(35, 50)),
    PeriodShare("Q2", Proportion(5, 9)),
    PeriodShare("Q3", Proportion(0, 0)),
    PeriodShare("Q4", Proportion(7, 10)),
)
LINES = (
    Reference("the practice says", 0.7, "its page"),
    Reference("NHS England", 0.675, "2024-25"),
)


def test_few_people_are_a_gap_and_named() -> None:
    chart = headline_by_period(PERIODS, LINES)
    points = checked(chart).data[0]
    assert points.x == ("Q1", "Q2", "Q3", "Q4")
    assert points.y == (0.7, None, None, 0.7)
    assert notes(chart) == ["the practice says 70%", "NHS England 67.5%", "5 of 9", "nobody"]


def test_lines_are_named_beside_the_figure_where_no_point_runs_through_the_words() -> None:
    short = Reference("NHS Talking Therapies: reliable improvement", 0.675, "2024-25", "NHS")
    chart = headline_by_period(PERIODS, [LINES[0], short], caution="Take care.")
    placed = [(note["text"], note["x"]) for note in chart.plot["layout"]["annotations"][:2]]
    assert placed == [("the practice says 70%", 1), ("NHS 67.5%", 1)]
    assert chart.plot["layout"]["margin"]["r"] == 92
    assert chart.summary.endswith("improvement 67.5% (sources in the table). Take care.")


def test_long_names_of_parts_go_on_in_a_second_line() -> None:
    chart = headline_by_period([PeriodShare("3 or 4 sessions", Proportion(1, 2))], column="Came")
    assert chart.plot["layout"]["xaxis"]["ticktext"] == ["3 or 4<br>sessions"]
    assert chart.table.headers[0] == "Came"


def test_the_whiskers_are_the_wilson_interval() -> None:
    drawn = headline_by_period(PERIODS).plot["data"][0]["error_y"]
    interval = wilson(35, 50)
    assert drawn["array"][:2] == [interval.high - 0.7, None]
    assert drawn["arrayminus"][:2] == [0.7 - interval.low, None]


def test_under_thirty_people_is_grey_and_open() -> None:
    marker = headline_by_period(PERIODS).plot["data"][0]["marker"]
    assert (marker["color"][0], marker["symbol"][0]) == (BLUE, "circle")
    assert (marker["color"][3], marker["symbol"][3]) == (SOFT, "circle-open")


def test_the_sentence_has_denominators_intervals_and_sources() -> None:
    assert headline_by_period(PERIODS, LINES).summary == (
        "Q1: 70% (35 of 50), 95% interval 56 to 81. Q4: 70% (7 of 10), 95% interval 40 to 89. "
        "Grey: under 30 people. "
        "Lines: the practice says 70%; NHS England 67.5% (sources in the table)."
    )


def test_the_table_gives_no_percentage_under_ten() -> None:
    rows = headline_by_period(PERIODS, LINES).table.rows
    assert rows[0] == ("Q1", 35, 50, "70%", "56 to 81", "")
    assert rows[1] == ("Q2", 5, 9, "too few for a percentage", "", "")
    assert rows[5] == ("NHS England", "", "", "67.5%", "", "2024-25")


def test_nobody_to_count_is_said() -> None:
    assert headline_by_period(PERIODS[2:3]).summary == "Nobody to count yet."
    assert three_counts([]).summary == "Nobody to count yet."


def test_ways_of_counting_stand_under_each_other_with_their_counts() -> None:
    counts = (
        CountedShare("both scores", Proportion(84, 120)),
        CountedShare("everyone", Proportion(4, 9)),
    )
    chart = three_counts(counts)
    bars = checked(chart).data[0]
    assert (bars.x, bars.y) == ((0.7, None), ("both scores", "everyone"))
    assert notes(chart) == ["70% (84 of 120)", "4 of 9"]
    assert chart.summary == "Both scores 70% (84 of 120); everyone 4 of 9."
