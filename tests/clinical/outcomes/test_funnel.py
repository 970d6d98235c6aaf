import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.outcomes.funnel import (
    FunnelPoint,
    FunnelZone,
    funnel,
    funnel_limits,
)
from dashboard.clinical.outcomes.intervals import Proportion


def chance_of_at_most(count, n, share):
    return sum(math.comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(count + 1))


def test_ten_people_around_a_half():
    limits = funnel_limits(10, 0.5)
    # P(R <= 1) = 11/1024 and P(R <= 2) = 56/1024, so 2 - (56 - 25.6)/45 of ten.
    assert round(limits.low_95, 6) == round((2 - (56 - 25.6) / 45) / 10, 6)
    # P(R <= 0) = 1/1024 and P(R <= 1) = 11/1024, so 1 - (11 - 1.024)/10 of ten.
    assert round(limits.low_998, 6) == round((1 - (11 - 1.024) / 10) / 10, 6)


def test_many_people_come_near_the_normal_limits():
    limits = funnel_limits(2000, 0.7)
    spread = math.sqrt(0.7 * 0.3 / 2000)
    assert abs(limits.high_95 - (0.7 + 1.96 * spread)) < 0.001
    assert abs(limits.low_998 - (0.7 - 3.09 * spread)) < 0.001


@pytest.mark.parametrize("share", [0, 1])
def test_where_nobody_or_everybody_improves_that_is_inside(share):
    limits = funnel_limits(5, share)
    assert limits.zone_of(share) is FunnelZone.INSIDE


@pytest.mark.parametrize(("n", "share"), [(0, 0.5), (5, -0.1), (5, 1.1)])
def test_outside_its_range_it_is_refused(n, share):
    with pytest.raises(ValueError, match="no funnel"):
        funnel_limits(n, share)


def test_the_zones_around_the_pooled_share():
    groups = {
        "Anger": Proportion(60, 100),
        "Grief": Proportion(40, 100),
        "Trauma": Proportion(20, 30),
        "Panic": Proportion(5, 30),
        "New": Proportion(0, 0),
    }
    found = funnel(groups)
    assert found.pooled == Proportion(125, 260)
    assert found.without_data == ("New",)
    assert len(found.limits) == 100
    assert found.points == (
        FunnelPoint("Anger", Proportion(60, 100), FunnelZone.OUTSIDE_95),
        FunnelPoint("Grief", Proportion(40, 100), FunnelZone.INSIDE),
        FunnelPoint("Panic", Proportion(5, 30), FunnelZone.OUTSIDE_998),
        FunnelPoint("Trauma", Proportion(20, 30), FunnelZone.INSIDE),
    )


def test_large_groups_need_no_limit_for_every_number_of_people():
    found = funnel({"Everyone": Proportion(500, 1000)})
    assert [limits.n for limits in found.limits] == list(range(1, 1005, 5))


def test_without_groups_there_is_an_empty_funnel():
    found = funnel({})
    assert (found.pooled, found.limits, found.points) == (Proportion(0, 0), (), ())


@settings(max_examples=100)
@given(st.integers(1, 80), st.floats(0.05, 0.95))
def test_the_limits_lie_in_order(n, share):
    limits = funnel_limits(n, share)
    assert 0 <= limits.low_998 <= limits.low_95 <= limits.high_95 <= limits.high_998 <= 1


@settings(max_examples=100)
@given(
    st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.floats(0.05, 0.95),
)
def test_outside_is_what_chance_rarely_does(count, share):
    numerator, n = count
    as_low = chance_of_at_most(numerator, n, share)
    as_high = chance_of_at_most(n - numerator, n, 1 - share)
    zone = funnel_limits(n, share).zone_of(numerator / n)
    if min(as_low, as_high) < 0.001 - 1e-6:
        assert zone is FunnelZone.OUTSIDE_998
    elif 0.001 + 1e-6 < min(as_low, as_high) < 0.025 - 1e-6:
        assert zone is FunnelZone.OUTSIDE_95
    elif min(as_low, as_high) > 0.025 + 1e-6:
        assert zone is FunnelZone.INSIDE


@settings(max_examples=50)
@given(st.dictionaries(st.text(max_size=3), st.integers(0, 20), max_size=6))
def test_groups_that_are_alike_lie_inside(sizes):
    groups = {name: Proportion(size, 2 * size) for name, size in sizes.items()}
    assert {point.zone for point in funnel(groups).points} <= {FunnelZone.INSIDE}
