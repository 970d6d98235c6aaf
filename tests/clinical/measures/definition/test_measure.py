"""A measure finds its items and scales by key, and says which key it does not have."""

import pytest

from dashboard.clinical.measures import library_measure


def test_an_item_is_found_by_its_key():
    assert library_measure("phq9").item("9").number == 9
    with pytest.raises(KeyError, match="10"):
        library_measure("phq9").item("10")


def test_a_scale_is_found_by_its_key():
    assert library_measure("dbt_wccl").subscale("skills_use").name == "Skills use"
    with pytest.raises(KeyError, match="calm"):
        library_measure("dbt_wccl").subscale("calm")
