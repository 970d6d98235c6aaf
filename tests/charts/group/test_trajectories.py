"""All lines and their mean: gaps stay gaps, few people are said to be few."""

from dataclasses import replace

from dashboard.charts import group_trajectories
from dashboard.charts.rows import GroupCourse, PersonCourse, WeekMean
from dashboard.clinical.outcomes.intervals import mean_interval
from tests.charts.figures import WORSE_UP, checked, notes, trace, weeks

PEOPLE = (PersonCourse("Dana", weeks([18, None, 6])), PersonCourse("Eli", weeks([14, 12, None])))
MEANS = (
    WeekMean(0, mean_interval([18, 14])),
    WeekMean(1, mean_interval([12])),
    WeekMean(2, mean_interval([6])),
    WeekMean(3, mean_interval([])),
)
GROUP = GroupCourse(WORSE_UP, PEOPLE, MEANS)


def test_one_line_a_person_and_the_mean_on_top() -> None:
    figure = checked(group_trajectories(GROUP))
    assert [entry.name for entry in figure.data] == ["Dana", "Eli", "mean"]
    assert figure.data[0].y == (18, None, 6)
    assert figure.data[2].y == (16, 12, 6, None)


def test_the_whisker_is_the_interval_and_one_person_has_none() -> None:
    drawn = trace(group_trajectories(GROUP), "mean")["error_y"]
    interval = mean_interval([18, 14]).interval
    assert drawn["array"] == [interval.high - 16, None, None, None]
    assert drawn["arrayminus"] == [16 - interval.low, None, None, None]


def test_how_many_scores_stand_under_each_week() -> None:
    assert notes(group_trajectories(GROUP))[-5:] == ["2", "1", "1", "0", "n"]


def test_each_mean_says_of_how_many() -> None:
    assert trace(group_trajectories(GROUP), "mean")["hovertext"] == [
        "Week 0: mean 16 of 2, 95% interval −9.4 to 41.4",
        "Week 1: mean 12 of 1, one person only",
        "Week 2: mean 6 of 1, one person only",
        "Week 3: nobody has a score",
    ]


def test_the_sentence_counts_and_warns() -> None:
    assert group_trajectories(GROUP).summary == (
        "2 people. The mean PHQ-9 went from 16 in week 0 (n 2) to 6 in week 2 (n 1); "
        "one score has no interval."
    )


def test_a_name_that_is_no_proper_name_is_small_within_a_sentence() -> None:
    scale = replace(WORSE_UP, name="Skill practice", spoken="skill practice")
    chart = group_trajectories(GroupCourse(scale, PEOPLE, MEANS))
    assert chart.title == "Skill practice of everyone by week"
    assert chart.summary.startswith("2 people. The mean skill practice went from 16 in week 0 ")
    nobody = group_trajectories(GroupCourse(scale, PEOPLE, ()))
    assert nobody.summary == "Nobody of 2 has a skill practice score yet."


def test_a_group_without_scores_says_so() -> None:
    chart = group_trajectories(GroupCourse(WORSE_UP, PEOPLE, ()))
    checked(chart)
    assert chart.summary == "Nobody of 2 has a PHQ-9 score yet."


def test_the_table_has_a_row_a_person_and_the_mean() -> None:
    rows = group_trajectories(GROUP).table.rows
    assert rows[0] == ("Dana", 18, None, 6, None)
    assert rows[2] == ("Mean", 16, 12, 6, None)
    assert rows[5] == ("Scores", 2, 1, 1, 0)
