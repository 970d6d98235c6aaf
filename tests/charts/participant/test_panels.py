"""Pain and mood stand above each other on one axis of weeks, each on its own scale."""

from dashboard.charts import pain_and_mood, weekly_ratings
from dashboard.charts.rows import RatingSeries, ScoreScale
from dashboard.clinical.outcomes.together import Together
from dashboard.clinical.words import Direction
from tests.charts.figures import WORSE_UP, checked, weeks

PAIN = RatingSeries(ScoreScale("Pain", 0, 10, Direction.WORSE), weeks([7, None, 5]))
MOOD = RatingSeries(WORSE_UP, weeks([18, 12, 12]))
FOUND = Together(steps=4, same_way=2, opposite_ways=1)
SLEEP = RatingSeries(ScoreScale("Sleep", 0, 10, Direction.BETTER), weeks([3, 3, 2]))


def test_each_has_its_panel_and_both_share_the_weeks() -> None:
    figure = checked(pain_and_mood(PAIN, MOOD, FOUND))
    assert [(entry.y, entry.yaxis) for entry in figure.data] == [
        ((7, None, 5), "y"),
        ((18, 12, 12), "y2"),
    ]
    assert figure.layout.xaxis.anchor == "y2"
    assert figure.layout.yaxis.overlaying is None
    assert figure.layout.yaxis.domain[0] > figure.layout.yaxis2.domain[1]


def test_bands_and_cutoff_stay_in_their_panel() -> None:
    shapes = pain_and_mood(PAIN, MOOD, FOUND).plot["layout"]["shapes"]
    assert [shape["yref"] for shape in shapes] == ["y2"] * 4


def test_the_sentence_says_each_and_what_was_found_of_both() -> None:
    chart = pain_and_mood(PAIN, MOOD, FOUND)
    assert chart.summary == (
        "Pain: 7 in week 0, 5 in week 2 (better). No score in week 1. "
        "PHQ-9: 18 in week 0, 12 in week 2 (better). Of 4 steps from week to week with both, they "
        "moved the same way in 2 and opposite ways in 1; in 1 at least one stayed. The one may go "
        "with the other; this does not say which brings which."
    )
    assert chart.table.rows == ((0, 7, 18), (1, None, 12), (2, 5, 12))


def test_without_two_weeks_in_a_row_nothing_is_said_of_both() -> None:
    told = pain_and_mood(PAIN, MOOD, Together(0, 0, 0)).summary
    assert told.endswith("so whether they move together is not known.")
    told = pain_and_mood(PAIN, MOOD, Together(1, 1, 0)).summary
    assert "Of one step from week to week with both, they moved the same way in 1 and" in told
    assert "stayed" not in told


def test_ratings_are_small_panels_of_one_height() -> None:
    chart = weekly_ratings([PAIN, SLEEP])
    layout = checked(chart).layout
    heights = [axis.domain[1] - axis.domain[0] for axis in (layout.yaxis, layout.yaxis2)]
    assert [round(height, 6) for height in heights] == [round(84 / 236, 6)] * 2
    assert chart.summary.endswith("Sleep: 3 in week 0, 2 in week 2 (worse).")


def test_what_is_not_rated_is_said() -> None:
    empty = RatingSeries(SLEEP.scale, weeks([None]))
    single = RatingSeries(SLEEP.scale, weeks([None, 4]))
    assert weekly_ratings([]).summary == "No weekly ratings yet."
    assert weekly_ratings([empty]).summary == "Sleep: not rated yet."
    assert weekly_ratings([single]).summary == "Sleep: 4 in week 1, one rating only."
    checked(weekly_ratings([]))


def test_bands_are_named_in_their_panel() -> None:
    annotations = pain_and_mood(PAIN, MOOD, FOUND).plot["layout"]["annotations"]
    assert [(entry["text"], entry["yref"]) for entry in annotations] == [
        ("Pain, lower is better", "paper"),
        ("PHQ-9, lower is better", "paper"),
        ("low", "y2"),
        ("moderate", "y2"),
        ("severe", "y2"),
    ]
