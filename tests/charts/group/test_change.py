"""Change by participant: ordered, shaped and colored by category, nobody left out in silence."""

import pytest

from dashboard.charts import change_by_participant
from dashboard.charts.rows import GroupChange, PersonChange
from dashboard.clinical.words import Category
from tests.charts.figures import BETTER_UP, WORSE_UP, checked, trace

PEOPLE = (
    PersonChange("Dana", 18, 6, Category.RECOVERED),
    PersonChange("Eli", 20, 21, Category.UNCHANGED),
    PersonChange("Fay S.", 12, None, None),
    PersonChange("Gus", 8, 15, Category.HARMED),
    PersonChange("Hana", 22, 10, Category.IMPROVED),
)
CHANGE = GroupChange(WORSE_UP, PEOPLE)


def test_the_most_improved_stand_first_and_equals_by_name() -> None:
    figure = checked(change_by_participant(CHANGE))
    assert figure.layout.yaxis.ticktext == ("Dana", "Hana", "Eli", "Gus")


def test_where_higher_is_better_the_order_turns() -> None:
    layout = change_by_participant(GroupChange(BETTER_UP, PEOPLE)).plot["layout"]
    assert layout["yaxis"]["ticktext"] == ["Gus", "Eli", "Dana", "Hana"]
    assert layout["xaxis"]["title"]["text"] == "change in points (right is better)"


def test_each_category_has_its_own_shape_and_its_count() -> None:
    chart = change_by_participant(CHANGE)
    recovered, harmed = trace(chart, "recovered (1)"), trace(chart, "harmed (1)")
    assert (recovered["x"], recovered["y"]) == ([-12], [0])
    assert (harmed["x"], harmed["y"]) == ([7], [3])
    assert (recovered["marker"]["symbol"], harmed["marker"]["symbol"]) == ("star", "x")
    assert harmed["hovertext"] == ["Gus: 8 to 15 (7), harmed"]


def test_stems_run_from_no_change() -> None:
    stems = change_by_participant(CHANGE).plot["data"][0]
    assert stems["x"] == [0, -12, None, 0, -12, None, 0, 1, None, 0, 7, None]


def test_the_reliable_change_is_drawn_on_both_sides() -> None:
    shapes = change_by_participant(CHANGE).plot["layout"]["shapes"]
    assert [shape["x0"] for shape in shapes] == [0, -6, 6]


def test_who_has_no_two_scores_is_named() -> None:
    chart = change_by_participant(CHANGE)
    assert chart.summary == (
        "4 of 5 have two scores: 1 recovered, 1 improved, 1 unchanged, 1 harmed. "
        "Without two scores: Fay S. Dashed: 6 points, the reliable change."
    )
    assert chart.table.rows[-1] == ("Fay S.", 12, None, None, "no two scores")


def test_nobody_with_two_scores_is_said() -> None:
    chart = change_by_participant(GroupChange(WORSE_UP, PEOPLE[2:3]))
    checked(chart)
    assert chart.summary == "Nobody of 1 has two PHQ-9 scores yet."


def test_a_category_without_scores_is_refused() -> None:
    with pytest.raises(ValueError, match="two scores"):
        change_by_participant(GroupChange(WORSE_UP, (PersonChange("X", 1, None, Category.HARMED),)))
