"""How well the figures are known, and what they are held against as."""

import pytest

from dashboard.clinical.change.thresholds import Comparison, Cutoff, Threshold, ThresholdRule
from dashboard.clinical.measures import ClinicalCutoff, ReliableChange, Status
from dashboard.clinical.measures.definition.thresholds import status_of
from dashboard.clinical.words import Evidence


def cutoff(evidence, provisional=False):
    return ClinicalCutoff(
        value=10,
        comparison=Comparison.GE,
        evidence=evidence,
        source="A source",
        provisional=provisional,
    )


@pytest.mark.parametrize(
    ("marks", "status"),
    [
        ("", Status.NO_THRESHOLDS),
        ("P", Status.PUBLISHED),
        ("PA", Status.PUBLISHED),
        ("PC", Status.COMPUTED),
        ("PCU", Status.PROVISIONAL),
    ],
)
def test_the_weakest_figure_tells_the_status(marks, status):
    assert status_of(cutoff(Evidence(mark)) for mark in marks) is status


def test_a_figure_of_the_practice():
    found = [cutoff(Evidence.PRACTICE), cutoff(Evidence.PUBLISHED)]
    assert status_of(found) is Status.PRACTICE


def test_a_provisional_figure_is_used_and_said_to_be_so():
    figure = cutoff(Evidence.COMPUTED, provisional=True)
    assert (figure.usable, figure.shown_as_provisional) == (True, True)
    assert status_of([figure]) is Status.PROVISIONAL


def test_an_unverified_figure_is_not_used():
    figure = cutoff(Evidence.UNVERIFIED)
    assert (figure.usable, figure.shown_as_provisional) == (False, True)


def test_a_figure_becomes_what_scores_are_held_against():
    change = ReliableChange(
        points=6, rule=ThresholdRule.AT_LEAST, evidence=Evidence.PUBLISHED, source="A source"
    )
    assert change.threshold == Threshold(6, ThresholdRule.AT_LEAST)
    assert cutoff(Evidence.PUBLISHED).line == Cutoff(10, Comparison.GE)
