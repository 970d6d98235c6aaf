"""The shipped measures: all of them there, whole, and true to their sources."""

import json

import pytest

from dashboard.clinical.measures import (
    Status,
    UnknownMeasure,
    definition_data,
    library,
    library_measure,
    parse_definition,
    subscale_range,
)
from dashboard.clinical.words import Direction, Evidence

# key: items, minimum, maximum, status, cutoff used, points of reliable change used
SHIPPED = {
    "bsl23": (23, 0, 4, Status.COMPUTED, 1.5, 0.5),
    "core10": (10, 0, 40, Status.PROVISIONAL, None, None),
    "csi4": (4, 0, 21, Status.PROVISIONAL, None, 3.2),
    "dar5": (5, 5, 25, Status.PROVISIONAL, 12, 5),
    "dbt_wccl": (59, 0, 3, Status.NO_THRESHOLDS, None, None),
    "ders16": (16, 16, 80, Status.PROVISIONAL, None, 15.6),
    "gad7": (7, 0, 21, Status.PUBLISHED, 8, 4),
    "global_change": (1, 1, 7, Status.NO_THRESHOLDS, None, None),
    "ocir": (18, 0, 72, Status.PUBLISHED, 17, 13),
    "pcl5": (20, 0, 80, Status.PUBLISHED, 33, 15),
    "peg": (3, 0, 10, Status.PROVISIONAL, None, 2),
    "pg13r": (10, 10, 50, Status.PROVISIONAL, None, 8),
    "phq9": (9, 0, 27, Status.PUBLISHED, 10, 6),
    "weekly_ratings": (6, 0, 10, Status.NO_THRESHOLDS, None, None),
    "who5": (5, 0, 100, Status.PROVISIONAL, 50, None),
}


def facts(key):
    measure = library_measure(key)
    cutoff, change = measure.usable_cutoff, measure.usable_reliable_change
    return (
        len(measure.items),
        measure.minimum,
        measure.maximum,
        measure.status,
        cutoff.value if cutoff else None,
        change.points if change else None,
    )


def test_every_measure_of_the_list_ships():
    assert [measure.key for measure in library()] == list(SHIPPED)


@pytest.mark.parametrize("key", SHIPPED)
def test_structure_and_thresholds(key):
    assert facts(key) == SHIPPED[key]


@pytest.mark.parametrize("measure", library(), ids=lambda measure: measure.key)
def test_a_definition_survives_the_way_through_json(measure):
    data = json.loads(json.dumps(definition_data(measure)))
    assert parse_definition(data) == measure


def test_higher_is_better_only_where_it_is():
    better = {measure.key for measure in library() if measure.higher_is is Direction.BETTER}
    assert better == {"csi4", "dbt_wccl", "global_change", "weekly_ratings", "who5"}


def test_only_our_own_wordings_ship():
    assert {m.key for m in library() if m.has_wording} == {"global_change", "weekly_ratings"}


def test_unverified_figures_are_the_known_ones():
    unverified = {
        measure.key
        for measure in library()
        for threshold in measure.thresholds
        if threshold.evidence is Evidence.UNVERIFIED
    }
    assert unverified == {"core10", "csi4", "peg", "pg13r", "who5"}


def test_a_measure_with_unverified_figures_alone_classifies_nobody():
    silent = {measure.key for measure in library() if not measure.classifies}
    assert silent == {"core10", "dbt_wccl", "global_change", "weekly_ratings"}


def test_loinc_codes_of_the_phq9():
    phq9 = library_measure("phq9")
    assert (phq9.loinc_code, phq9.total_loinc_code) == ("44249-1", "44261-6")
    assert [item.loinc_code for item in phq9.items] == [
        "44250-9", "44255-8", "44259-0", "44254-1", "44251-7",
        "44258-2", "44252-5", "44253-3", "44260-8",
    ]  # fmt: skip


def test_the_coping_key_parts_all_fifty_nine_items():
    parts = [set(subscale.items) for subscale in library_measure("dbt_wccl").subscales]
    assert [len(part) for part in parts] == [38, 15, 6]
    assert set.union(*parts) == {str(number) for number in range(1, 60)}


def test_obsessive_subscales_take_every_sixth_item():
    subscales = library_measure("ocir").subscales
    assert [subscale.items for subscale in subscales] == [
        (str(first), str(first + 6), str(first + 12)) for first in range(1, 7)
    ]


def test_an_unknown_measure_is_named():
    with pytest.raises(UnknownMeasure, match="bdi2"):
        library_measure("bdi2")


@pytest.mark.parametrize(
    ("key", "subscale", "span"),
    [("ocir", "hoarding", (0, 12)), ("dbt_wccl", "skills_use", (0, 3)), ("pcl5", "mood", (0, 28))],
)
def test_the_range_of_a_subscale(key, subscale, span):
    measure = library_measure(key)
    assert subscale_range(measure, measure.subscale(subscale)) == span
