"""The two-way pictures: corridor, cutoffs and the caution that belongs to them."""

from dashboard.charts import attendance_against_outcome, start_against_end
from dashboard.charts.group.scatters import CAUTION
from dashboard.charts.rows import GroupChange, PersonChange
from dashboard.clinical.words import Category
from tests.charts.figures import BETTER_UP, WORSE_UP, checked, trace

PEOPLE = (
    PersonChange("Dana", 18, 6, Category.RECOVERED, 8, 8),
    PersonChange("Eli", 20, 21, Category.UNCHANGED, None, None),
    PersonChange("Fay", 12, None, None, 3, 8),
)
CHANGE = GroupChange(WORSE_UP, PEOPLE)


def test_people_stand_at_their_first_and_last_score() -> None:
    chart = start_against_end(CHANGE)
    checked(chart)
    recovered = trace(chart, "recovered (1)")
    assert (recovered["x"], recovered["y"]) == ([18], [6])
    assert recovered["hovertext"] == ["Dana: first 18, last 6, recovered"]
    assert chart.table.rows[2] == ("Fay", 12, None, "no two scores")


def test_the_corridor_is_as_wide_as_the_reliable_change() -> None:
    below, above, diagonal = start_against_end(CHANGE).plot["data"][:3]
    assert (below["y"], above["y"], diagonal["y"]) == ([-6, 21], [6, 33], [0, 27])


def test_the_cutoff_is_drawn_both_ways() -> None:
    level, upright = start_against_end(CHANGE).plot["layout"]["shapes"]
    assert (level["y0"], level["y1"], upright["x0"], upright["x1"]) == (10, 10, 10, 10)


def test_a_measure_without_thresholds_has_only_the_diagonal() -> None:
    chart = start_against_end(GroupChange(BETTER_UP, PEOPLE[:1]))
    assert [entry["mode"] for entry in chart.plot["data"]] == ["lines", "markers"]
    assert chart.plot["layout"]["shapes"] == []
    assert chart.summary == "1 of 1 have two scores: 1 recovered."


def test_attendance_is_counted_in_sessions_and_cautions() -> None:
    chart = attendance_against_outcome(CHANGE)
    checked(chart)
    assert (chart.plot["data"][0]["x"], chart.plot["data"][0]["y"]) == ([8], [-12])
    assert chart.summary == (
        "1 of 3 have two scores and an attendance record. Dashed: 6 points, the reliable change. "
        f"{CAUTION}"
    )
    assert chart.table.rows[1] == ("Eli", None, None, 1, "unchanged")


def test_nobody_with_two_scores_is_said() -> None:
    chart = start_against_end(GroupChange(WORSE_UP, PEOPLE[2:]))
    checked(chart)
    assert chart.summary == "Nobody of 1 has two PHQ-9 scores yet."
