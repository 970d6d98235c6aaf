"""Nothing of the library goes untested: every subscale, every threshold, every edge has its row."""

import pytest

from dashboard.clinical.measures import (
    library,
    library_measure,
    on_clinical_side,
    score_answers,
)
from tests.clinical.measures.test_bands import BAND_EDGES, CUTOFFS
from tests.clinical.measures.test_scoring import FULL

KEYS = sorted(measure.key for measure in library())
SKILLS_USE = [1, 2, 4, 6, 9, 10, 11, 13, 16, 18, 19, 21, 22, 23, 26, 27, 29, 31, 33, 34, 35, 36]
SKILLS_USE += [38, 39, 40, 42, 43, 44, 47, 49, 50, 51, 53, 54, 56, 57, 58, 59]
DYSFUNCTIONAL_1 = [3, 5, 8, 12, 14, 17, 20, 25, 32, 37, 41, 45, 46, 52, 55]
DYSFUNCTIONAL_2 = [7, 15, 24, 28, 30, 48]
# Measure, subscale, its items, and what it is when all of them get the highest answer.
SUBSCALES = [
    ("phq9", "mood", [1, 2, 6, 9], 12),
    ("phq9", "body", [3, 4, 5, 7, 8], 15),
    ("pcl5", "intrusion", range(1, 6), 20),
    ("pcl5", "avoidance", range(6, 8), 8),
    ("pcl5", "mood", range(8, 15), 28),
    ("pcl5", "arousal", range(15, 21), 24),
    ("ocir", "hoarding", [1, 7, 13], 12),
    ("ocir", "checking", [2, 8, 14], 12),
    ("ocir", "ordering", [3, 9, 15], 12),
    ("ocir", "neutralizing", [4, 10, 16], 12),
    ("ocir", "washing", [5, 11, 17], 12),
    ("ocir", "obsessing", [6, 12, 18], 12),
    ("dbt_wccl", "skills_use", SKILLS_USE, 3),
    ("dbt_wccl", "dysfunctional_1", DYSFUNCTIONAL_1, 3),
    ("dbt_wccl", "dysfunctional_2", DYSFUNCTIONAL_2, 3),
    *(
        ("weekly_ratings", key, [place], 10)
        for place, key in enumerate(("pain", "mood", "worry", "sleep", "energy", "connection"), 1)
    ),
]
# Points of change that are reliable by themselves; None where the figure may sort nobody.
RELIABLE = {
    "phq9": 6, "gad7": 4, "pcl5": 15, "ocir": 13, "bsl23": 0.5, "peg": 2,
    # Computed and shown as provisional.
    "ders16": 15.6, "dar5": 5, "pg13r": 8, "csi4": 3.2,
    "core10": None, "who5": None,
    "dbt_wccl": None, "global_change": None, "weekly_ratings": None,
}  # fmt: skip
REVERSED = {"core10": [2, 3]}


@pytest.mark.parametrize(("key", "subscale", "items", "highest"), SUBSCALES)
def test_a_subscale_is_its_own_items_and_no_others(key, subscale, items, highest):
    measure = library_measure(key)
    inside = {item.key for item in measure.items if item.number in set(items)}
    only = {i.key: i.maximum if i.key in inside else i.minimum for i in measure.items}
    others = {i.key: i.minimum if i.key in inside else i.maximum for i in measure.items}
    assert score_answers(measure, only).subscales[subscale] == highest
    assert score_answers(measure, others).subscales[subscale] == 0


def test_every_subscale_has_its_row():
    shipped = {(key, scale.key) for key in KEYS for scale in library_measure(key).subscales}
    assert {(key, subscale) for key, subscale, *_ in SUBSCALES} == shipped


def test_every_band_and_every_cutoff_that_places_people_has_its_edge_in_a_table():
    edges, cutoffs = set(), set()
    for key in KEYS:
        measure = library_measure(key)
        if measure.bands is not None and measure.bands.usable:
            edges |= {(key, level.starts) for level in measure.bands.levels[1:]}
        if measure.usable_cutoff is not None:
            cutoffs.add((key, measure.usable_cutoff.value))
    assert {(key, edge) for key, edge, *_ in BAND_EDGES} == edges
    assert {(key, edge) for key, edge, *_ in CUTOFFS} == cutoffs


def test_every_measure_has_a_full_form_in_a_table():
    read_by_subscale = {"dbt_wccl", "weekly_ratings"}
    assert {key for key, *_ in FULL} | read_by_subscale == set(KEYS)


@pytest.mark.parametrize(("key", "points"), RELIABLE.items())
def test_a_reliable_change_at_its_edge(key, points):
    change = library_measure(key).usable_reliable_change
    if points is None:
        assert change is None
        return
    step = 0.01 if key == "bsl23" else 1
    around = (points - step, points, points + step)
    assert [change.threshold.is_reached_by(each) for each in around] == [False, True, True]


def test_every_measure_has_its_word_on_reliable_change():
    assert set(RELIABLE) == set(KEYS)


def test_only_these_items_are_read_the_other_way_round():
    found = {
        key: [item.number for item in library_measure(key).items if item.is_reversed]
        for key in KEYS
    }
    assert {key: numbers for key, numbers in found.items() if numbers} == REVERSED


@pytest.mark.parametrize(
    ("second", "third", "total"), [(4, 4, 8), (0, 4, 12), (4, 0, 12), (0, 0, 16)]
)
def test_each_reversed_item_counts_the_other_way(second, third, total):
    form = dict.fromkeys(map(str, range(1, 11)), 1) | {"2": second, "3": third}
    assert score_answers(library_measure("core10"), form).total == total
    assert on_clinical_side(library_measure("core10"), total) is None
