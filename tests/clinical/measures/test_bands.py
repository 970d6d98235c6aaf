"""Bands and cutoffs, at each edge: one below, equal, one above."""

import pytest

from dashboard.clinical.measures import band_of, is_improved, library_measure, on_clinical_side

BAND_EDGES = [
    ("phq9", 5, 1, ("minimal", "mild", "mild")),
    ("phq9", 10, 1, ("mild", "moderate", "moderate")),
    ("phq9", 15, 1, ("moderate", "moderately severe", "moderately severe")),
    ("phq9", 20, 1, ("moderately severe", "severe", "severe")),
    ("gad7", 5, 1, ("minimal", "mild", "mild")),
    ("gad7", 10, 1, ("mild", "moderate", "moderate")),
    ("gad7", 15, 1, ("moderate", "severe", "severe")),
    ("bsl23", 0.28, 0.01, ("none or low", "mild", "mild")),
    ("bsl23", 1.07, 0.01, ("mild", "moderate", "moderate")),
    ("bsl23", 1.87, 0.01, ("moderate", "high", "high")),
    ("bsl23", 2.67, 0.01, ("high", "very high", "very high")),
    ("bsl23", 3.47, 0.01, ("very high", "extreme", "extreme")),
    ("who5", 28, 4, ("very low well-being", "very low well-being", "low well-being")),
    ("who5", 50, 4, ("low well-being", "low well-being", "ordinary well-being")),
]
CUTOFFS = [
    ("phq9", 10, 1, (False, True, True)),
    ("gad7", 8, 1, (False, True, True)),
    ("pcl5", 33, 1, (False, True, True)),
    ("ocir", 17, 1, (False, True, True)),
    ("bsl23", 1.5, 0.01, (False, True, True)),
    ("dar5", 12, 1, (False, True, True)),
    ("who5", 50, 1, (True, True, False)),
]


def around(edge, step):
    return (edge - step, edge, edge + step)


@pytest.mark.parametrize(("key", "edge", "step", "names"), BAND_EDGES)
def test_band_at_its_edge(key, edge, step, names):
    measure = library_measure(key)
    assert tuple(band_of(measure, score).name for score in around(edge, step)) == names


@pytest.mark.parametrize(("key", "edge", "step", "sides"), CUTOFFS)
def test_side_of_the_cutoff_at_its_edge(key, edge, step, sides):
    measure = library_measure(key)
    assert tuple(on_clinical_side(measure, score) for score in around(edge, step)) == sides


@pytest.mark.parametrize("key", ["core10", "csi4", "peg", "pg13r", "ders16", "weekly_ratings"])
def test_unverified_or_absent_figures_place_nobody(key):
    measure = library_measure(key)
    assert band_of(measure, measure.maximum) is None
    assert on_clinical_side(measure, measure.maximum) is None


def test_no_score_has_no_place():
    phq9 = library_measure("phq9")
    assert band_of(phq9, None) is None
    assert on_clinical_side(phq9, None) is None


def test_global_rating_improved_from_much_improved():
    rating = library_measure("global_change")
    assert [is_improved(rating, score) for score in (1, 5, 6, 7)] == [False, False, True, True]


def test_improved_is_unknown_without_a_rating():
    assert is_improved(library_measure("global_change"), None) is None
    assert is_improved(library_measure("phq9"), 6) is None
