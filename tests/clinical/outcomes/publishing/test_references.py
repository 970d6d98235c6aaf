import csv

import pytest

from dashboard.clinical.outcomes.intervals import Interval
from dashboard.clinical.outcomes.publishing.references import (
    ReferenceKind,
    lines_for,
    problem_of,
    read_lines,
    reference_lines,
)
from dashboard.clinical.words import Evidence
from tests.shared_data import shared_data_files

NATIONAL_FILES = shared_data_files("nhs_talking_therapies_2024_25.csv")
PROBLEMS = {
    None: ("Total", "NULL"),
    "depression": ("Depression", "NULL"),
    "gad": ("Anxiety and stress related disorders", "Generalised anxiety disorder"),
    "ocd": ("Anxiety and stress related disorders", "Obsessive-compulsive disorder"),
    "ptsd": ("Anxiety and stress related disorders", "Post-traumatic stress disorder"),
    "social_phobia": ("Anxiety and stress related disorders", "Social phobias"),
    "panic": (
        "Anxiety and stress related disorders",
        "Panic disorder [episodic paroxysmal anxiety]",
    ),
    "long_term_condition": ("Long term condition", "NULL"),
}


def test_the_national_figures():
    shares = {
        kind: lines_for(kind)[0].share
        for kind in ReferenceKind
        if kind not in (ReferenceKind.CLAIM, ReferenceKind.EVERYONE)
    }
    assert shares == {
        ReferenceKind.IMPROVEMENT: 0.675,
        ReferenceKind.RECOVERY: 0.505,
        ReferenceKind.RELIABLE_RECOVERY: 0.475,
        ReferenceKind.DETERIORATION: 0.058,
        ReferenceKind.NO_DATA: 0.254,
        ReferenceKind.UNTREATED: 0.125,
    }


def test_the_group_study_in_both_ways_of_counting():
    assert [line.share for line in lines_for(ReferenceKind.IMPROVEMENT)] == [0.675, 0.529]
    assert [line.share for line in lines_for(ReferenceKind.EVERYONE)] == [0.437]


def test_each_line_carries_its_source_and_mark():
    untreated = lines_for(ReferenceKind.UNTREATED)[0]
    assert (untreated.mark, untreated.interval) == (Evidence.ABSTRACT, Interval(0.078, 0.18))
    assert {line.mark for line in reference_lines()} == {
        Evidence.PRACTICE,
        Evidence.PUBLISHED,
        Evidence.ABSTRACT,
    }
    assert [line.key for line in reference_lines() if not line.source or not line.license] == []


def test_keys_are_unique():
    keys = [line.key for line in reference_lines()]
    assert len(keys) == len(set(keys)) == 23


def test_by_problem():
    improved = {
        problem: lines_for(ReferenceKind.IMPROVEMENT, problem)[0].share for problem in PROBLEMS
    }
    assert list(improved.values()) == [0.675, 0.668, 0.717, 0.592, 0.667, 0.685, 0.676, 0.659]


def test_each_group_type_has_a_published_problem_or_all_of_them():
    types = ["anxiety", "chronic_pain", "depression", "ocd", "trauma", "grief"]
    problems = ["gad", "long_term_condition", "depression", "ocd", "ptsd", None]
    assert [problem_of(group_type) for group_type in types] == problems
    assert [len(lines_for(ReferenceKind.DETERIORATION, problem)) for problem in problems] == [1] * 6


def test_a_line_without_its_source_is_refused():
    line = {"key": "x", "label": "X", "source": "nowhere", "kind": "claim", "share": 0.5}
    with pytest.raises(KeyError, match="nowhere"):
        read_lines({"sources": {}, "lines": [line]})


def read_table(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


# The total row of the published table, so that something is compared where the file is absent.
TOTAL_ROW = {
    "variable_type": "Total",
    "variable_a": "NULL",
    "variable_b": "NULL",
    "deterioration_percentage": "5.8",
    "finished_course_treatment_count": "670419",
    "improvement_percentage": "67.5",
}


@pytest.mark.parametrize(
    ("table", "problems"),
    [
        pytest.param([TOTAL_ROW], [None], id="total row"),
        *(pytest.param(read_table(path), list(PROBLEMS), id=path.name) for path in NATIONAL_FILES),
    ],
)
def test_the_national_lines_are_those_of_the_published_table(table, problems):
    for problem in problems:
        variable, detail = PROBLEMS[problem]
        row = next(
            row
            for row in table
            if detail == row["variable_b"] and variable in (row["variable_a"], row["variable_type"])
        )
        for kind in (ReferenceKind.IMPROVEMENT, ReferenceKind.DETERIORATION):
            line = lines_for(kind, problem)[0]
            assert round(line.share * 100, 1) == float(row[f"{kind}_percentage"])
            assert line.people == int(row["finished_course_treatment_count"])
