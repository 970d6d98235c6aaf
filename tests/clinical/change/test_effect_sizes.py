import pytest

from dashboard.clinical.change.effect_sizes import (
    EffectSizes,
    d_av,
    d_pre,
    effect_sizes,
    g_av,
    small_sample_correction,
)
from dashboard.clinical.words import Direction


def test_each_by_its_name():
    assert d_pre(12, 8) == 1.5
    assert d_av(12, 8, 16) == 1
    assert small_sample_correction(11) == 1 - 3 / 39
    assert g_av(12, 8, 16, 11) == 1 - 3 / 39


def test_they_differ_by_a_factor_of_two_on_the_same_data():
    assert d_pre(12, 4) == 2 * d_av(12, 4, 12)


def test_from_pairs_positive_is_toward_better():
    pairs = [(20, 12), (16, 10), (12, 8)]
    found = effect_sizes(pairs, Direction.WORSE)
    assert (found.n, found.d_pre, found.d_av) == (3, 6 / 4, 6 / 3)
    assert round(found.g_av, 6) == round(2 * (1 - 3 / 7), 6)
    assert effect_sizes(pairs, Direction.BETTER).d_pre == -6 / 4


def test_without_spread_there_is_no_effect_size():
    expected = EffectSizes(2, None, None, None)
    assert effect_sizes([(10, 5), (10, 5)], Direction.WORSE) == expected


def test_one_person_has_no_spread():
    assert effect_sizes([(10, 5)], Direction.WORSE) is None
    with pytest.raises(ValueError, match="1 pairs"):
        small_sample_correction(1)
