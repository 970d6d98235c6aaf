"""The provisional diagnosis of the PCL-5: 1, 1, 2, 2 items at 2 or more."""

import pytest

from dashboard.clinical.measures import library_measure, shows_symptom_pattern

JUST_ENOUGH = ("1", "6", "8", "9", "15", "16")


def form(high, low_value=1, high_value=2):
    items = library_measure("pcl5").items
    return {item.key: high_value if item.key in high else low_value for item in items}


def test_just_enough_symptoms():
    assert shows_symptom_pattern(library_measure("pcl5"), form(JUST_ENOUGH)) is True


@pytest.mark.parametrize("lacking", JUST_ENOUGH)
def test_one_symptom_too_few(lacking):
    high = set(JUST_ENOUGH) - {lacking}
    assert shows_symptom_pattern(library_measure("pcl5"), form(high)) is False


@pytest.mark.parametrize("lacking", JUST_ENOUGH)
def test_a_missing_answer_leaves_it_open(lacking):
    answers = {**form(JUST_ENOUGH), lacking: None}
    assert shows_symptom_pattern(library_measure("pcl5"), answers) is None


def test_a_missing_answer_that_decides_nothing():
    answers = {**form(JUST_ENOUGH), "20": None}
    assert shows_symptom_pattern(library_measure("pcl5"), answers) is True


def test_other_measures_have_no_pattern():
    assert shows_symptom_pattern(library_measure("phq9"), {"1": 3}) is None
