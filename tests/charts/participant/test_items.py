"""Answers to single items by week, and measures on one axis of reliable changes."""

import pytest

from dashboard.charts import change_in_units, item_answers
from dashboard.charts.colors import SEVERITY
from dashboard.charts.rows import AskedItem, UnitSeries, WeekAnswers
from tests.charts.figures import checked

SLEEP, CALM = AskedItem("sleep", 0, 3), AskedItem("calm", 3, 0, "read the other way")
WEEKS = [
    WeekAnswers(1, (3, 0)),
    WeekAnswers(2, (None, 1)),
    WeekAnswers(3, (None, None), total_only=True),
    WeekAnswers(4, (1, 0)),
]


def test_every_answer_is_a_field_and_the_worst_is_the_darkest() -> None:
    chart = item_answers("PHQ-9", [SLEEP, CALM], WEEKS)
    figure = checked(chart)
    assert [row.text for row in figure.data] == [("3", "?", "", "1"), ("0", "1", "", "0")]
    grounds = [shape["fillcolor"] for shape in chart.plot["layout"]["shapes"]]
    assert grounds[:2] == [SEVERITY[-1], SEVERITY[-1]]
    assert grounds[7] == SEVERITY[-1]
    assert figure.data[0].hovertext[1:3] == (
        "Week 2, sleep: no answer",
        "Week 3, sleep: only the total is known",
    )


def test_the_sentence_names_what_moved_most() -> None:
    chart = item_answers("PHQ-9", [SLEEP, CALM], WEEKS)
    assert chart.summary == (
        "From week 1 to week 4, sleep (by 2 points) got better. In 1 week only the total is known. "
        "The darker, the worse; ? is a question left without an answer; * read the other way."
    )
    assert chart.table.rows[0] == ("sleep", 3, None, "only the total is known", 1)
    assert chart.table.rows[1][0] == "calm (read the other way)"


def test_a_week_without_answers_stays_in_its_place_and_is_named() -> None:
    rows = [WEEKS[0], WeekAnswers(2, (None, None), is_gap=True), WeekAnswers(3, (1, 0))]
    chart = item_answers("PHQ-9", [SLEEP, CALM], rows)
    assert chart.plot["data"][0]["text"] == ["3", "–", "1"]
    assert chart.plot["data"][0]["hovertext"][1] == "Week 2: not answered"
    assert chart.plot["layout"]["xaxis"]["ticktext"] == ["1", "2", "3"]
    assert chart.table.rows[0] == ("sleep", 3, "not answered", 1)
    assert "The darker, the worse; – is a week without answers; *" in chart.summary


def test_a_long_name_goes_on_in_a_second_line_so_that_the_weeks_have_room() -> None:
    long = AskedItem("moving slowly or restlessly", 0, 3, "pain may cause it")
    layout = item_answers("PHQ-9", [SLEEP, long], [WeekAnswers(1, (1, 1))]).plot["layout"]
    assert layout["yaxis"]["ticktext"] == ["sleep", "moving slowly or<br>restlessly*"]
    assert layout["height"] == 128


def test_an_item_that_is_read_the_other_way_got_worse_when_its_points_fell() -> None:
    rows = [WeekAnswers(1, (1, 3)), WeekAnswers(2, (1, 2))]
    told = item_answers("WHO-5", [SLEEP, CALM], rows).summary
    assert told.startswith("From week 1 to week 2, calm (by 1 point) got worse.")


def test_one_set_none_and_no_movement_are_said() -> None:
    still = [WeekAnswers(1, (1, 1)), WeekAnswers(2, (1, 1))]
    one = item_answers("X", [SLEEP, CALM], WEEKS[:1]).summary
    assert one.startswith("Answered once, in week 1.")
    assert item_answers("X", [SLEEP], WEEKS[2:3]).summary == "No answers to single items yet."
    told = item_answers("X", [SLEEP, CALM], still).summary
    assert told.startswith("From week 1 to week 2, no item got better or worse.")


TOPICS = ("sleep", "energy", "appetite", "worry", "pace", "mood")


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ((1, 2, 3, 2, 2, 2), "sleep (by 1 point) got better; appetite (by 1 point) got worse."),
        ((0, 1, 2, 2, 2, 2), "sleep (by 2 points) and energy (by 1) got better."),
        ((1, 0, 0, 2, 2, 2), "energy (by 2 points) and appetite (by 2) got better most."),
        (
            (0, 1, 1, 3, 3, 3),
            "sleep (by 2 points) and energy (by 1) got better most; "
            "worry (by 1 point) and pace (by 1) got worse most.",
        ),
        ((None,) * 6, "no item was answered both times."),
    ],
)
def test_a_few_that_moved_are_all_named_and_of_many_the_two_that_moved_most(last, told) -> None:
    items = [AskedItem(topic, 0, 3) for topic in TOPICS]
    weeks = [WeekAnswers(1, (2,) * 6), WeekAnswers(8, last)]
    summary = item_answers("X", items, weeks).summary
    assert summary.startswith(f"From week 1 to week 8, {told} The darker, the worse")


def test_several_weeks_of_totals_are_counted() -> None:
    rows = [WEEKS[0], WEEKS[2], WeekAnswers(4, (None, None), total_only=True)]
    told = item_answers("X", [SLEEP, CALM], rows).summary
    assert told.startswith("Answered once, in week 1. In 2 weeks only the total is known.")


def test_measures_share_one_axis_of_reliable_changes() -> None:
    pain = UnitSeries("PEG", ((1, 0.0), (2, None), (3, 1.5)))
    mood = UnitSeries("PHQ-9", ((1, 0.0), (2, -0.25)))
    chart = change_in_units([pain, mood], title="Pain and mood")
    figure = checked(chart)
    assert [entry.y for entry in figure.data] == [(0.0, None, 1.5), (0.0, -0.25)]
    assert [shape.y0 for shape in figure.layout.shapes] == [0, 1, -1]
    assert chart.summary == (
        "PEG in week 3: 1.5 reliable changes better. PHQ-9 in week 2: 0.2 reliable changes worse."
    )
    assert chart.table.rows == ((1, 0.0, 0.0), (2, None, -0.25), (3, 1.5, None))


def test_nothing_to_compare_and_no_change_are_said() -> None:
    empty, still = UnitSeries("PEG", ((1, None),)), UnitSeries("PHQ-9", ((1, 0.0),))
    assert change_in_units([empty, still], title="Both").summary == (
        "PEG: no score to compare. PHQ-9 in week 1: as at the start."
    )
