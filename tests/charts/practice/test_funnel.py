"""The funnel names who lies outside and says what chance would do; it ranks nobody."""

from dashboard.charts import funnel
from dashboard.clinical.outcomes import funnel as limits
from dashboard.clinical.outcomes.intervals import Proportion
from tests.charts.figures import checked, notes, trace

GROUPS = {
    "Grief": Proportion(10, 50),
    "Anger": Proportion(32, 50),
    "Pain": Proportion(31, 50),
    "DBT": Proportion(33, 50),
    "OCD": Proportion(0, 0),
}
FOUND = limits.funnel(GROUPS)


def test_groups_stand_at_their_size_and_share() -> None:
    chart = funnel(FOUND)
    checked(chart)
    inside = trace(chart, "within the limits (3)")
    assert (inside["x"], inside["y"]) == ([50, 50, 50], [0.64, 0.66, 0.62])
    assert trace(chart, "outside 99.8% (1)")["y"] == [0.2]
    assert trace(chart, "outside 99.8% (1)")["marker"]["symbol"] == "triangle-up"


def test_the_limits_are_those_that_were_computed() -> None:
    low, high, lowest, highest = funnel(FOUND).plot["data"][:4]
    assert low["x"] == [limit.n for limit in FOUND.limits]
    assert low["y"] == [limit.low_95 for limit in FOUND.limits]
    assert high["y"] == [limit.high_95 for limit in FOUND.limits]
    assert lowest["y"] == [limit.low_998 for limit in FOUND.limits]
    assert highest["y"] == [limit.high_998 for limit in FOUND.limits]


def test_only_those_outside_are_named_and_chance_is_said() -> None:
    chart = funnel(FOUND)
    assert notes(chart) == ["Grief", "all 53%", "95%", "95%", "99.8%"]
    assert chart.summary == (
        "1 of 4 groups outside the 95% limits: Grief; by chance alone fewer than one would be. "
        "The level line is all groups together, 53%; dashed 95%, solid 99.8%. Without data: OCD."
    )


def test_groups_on_one_point_are_counted_where_one_mark_hides_the_others() -> None:
    same = {name: Proportion(11, 14) for name in ("Anger", "DBT", "Grief")}
    chart = funnel(limits.funnel({**same, "Pain": Proportion(6, 12)}))
    counted = [note for note in chart.plot["layout"]["annotations"] if note["text"] == "×3"]
    assert [(note["x"], note["y"]) for note in counted] == [(14, 11 / 14)]


def test_the_table_is_in_order_of_names() -> None:
    rows = funnel(FOUND).table.rows
    assert [row[0] for row in rows] == ["Anger", "DBT", "Grief", "Pain", "OCD"]
    assert rows[2] == ("Grief", 10, 50, "20%", "11 to 33", "outside 99.8%")


def test_no_group_with_data_is_said() -> None:
    chart = funnel(limits.funnel({"OCD": Proportion(0, 0)}))
    checked(chart)
    assert chart.summary == "No group has anybody with two scores yet. Without data: OCD."
