"""`flask measures list`: what another program reads of every measure, and how well it is known."""

import json

import pytest

# Key: how many items, lowest, highest, higher is, cutoff, reliable change, risk items, status.
FACTS = {
    "bsl23": (23, 0, 4, "worse", (1.5, "ge"), (0.5, "at_least"), [], "computed"),
    "core10": (10, 0, 40, "worse", (11, "ge"), (6, "at_least"), ["6"], "provisional"),
    "csi4": (4, 0, 21, "better", (13.5, "lt"), (3.2, "at_least"), [], "provisional"),
    "dar5": (5, 5, 25, "worse", (12, "ge"), (5, "at_least"), ["4"], "provisional"),
    "dbt_wccl": (59, 0, 3, "better", None, None, [], "published"),
    "ders16": (16, 16, 80, "worse", None, (15.6, "at_least"), [], "provisional"),
    "gad7": (7, 0, 21, "worse", (8, "ge"), (4, "at_least"), [], "published"),
    "global_change": (1, 1, 7, "better", None, None, [], "published"),
    "ocir": (18, 0, 72, "worse", (17, "ge"), (13, "at_least"), [], "published"),
    "pcl5": (20, 0, 80, "worse", (33, "ge"), (15, "at_least"), ["16"], "published"),
    "peg": (3, 0, 10, "worse", None, (2, "at_least"), [], "provisional"),
    "pg13r": (10, 10, 50, "worse", (30, "ge"), (8, "at_least"), [], "provisional"),
    "phq9": (9, 0, 27, "worse", (10, "ge"), (6, "at_least"), ["9"], "published"),
    "weekly_ratings": (6, 0, 10, "better", None, None, [], "provisional"),
    "who5": (5, 0, 100, "better", (50, "le"), (10, "at_least"), [], "provisional"),
}
BANDS = {
    "bsl23": [0, 0.28, 1.07, 1.87, 2.67, 3.47],
    "gad7": [0, 5, 10, 15],
    "peg": [0, 4, 7],
    "phq9": [0, 5, 10, 15, 20],
    "who5": [0, 28, 50],
}
FIELDS = (
    *("key", "items", "minimum", "maximum", "higher_is", "cutoff", "reliable_change", "bands"),
    *("safety_items", "status"),
)


@pytest.fixture
def listed(app, cast):
    result = app.test_cli_runner().invoke(args=["measures", "list", "--format", "json"])
    return {row["key"]: row for row in json.loads(result.output)}


def facts(row):
    cutoff, change = row["cutoff"], row["reliable_change"]
    return (
        len(row["items"]),
        row["minimum"],
        row["maximum"],
        row["higher_is"],
        cutoff and (cutoff["value"], cutoff["comparison"]),
        change and (change["points"], change["rule"]),
        [safety["item"] for safety in row["safety_items"]],
        row["status"],
    )


def test_every_measure_is_listed_with_these_fields_and_values(listed):
    assert {key: tuple(row) for key, row in listed.items()} == dict.fromkeys(FACTS, FIELDS)
    assert {key: facts(row) for key, row in listed.items()} == FACTS


def test_bands_are_listed_where_there_are_any(listed):
    bands = {key: row["bands"] for key, row in listed.items() if row["bands"]}
    starts = {key: [each["starts"] for each in row["levels"]] for key, row in bands.items()}
    assert starts == BANDS


def test_what_is_from_memory_or_marked_so_is_listed_as_provisional(listed):
    thresholds = ("cutoff", "reliable_change", "bands")
    found = {
        (key, name)
        for key, row in listed.items()
        for name in thresholds
        if row[name] and row[name]["provisional"]
    }
    assert found == {
        ("core10", "cutoff"),
        ("core10", "reliable_change"),
        ("csi4", "cutoff"),
        ("csi4", "reliable_change"),
        ("dar5", "reliable_change"),
        ("ders16", "reliable_change"),
        ("peg", "bands"),
        ("pg13r", "cutoff"),
        ("pg13r", "reliable_change"),
        ("who5", "reliable_change"),
    }
