"""How a score is held against a figure, and how well the figures are known."""

import pytest

from dashboard.clinical.measures import Comparison, Cutoff, Status
from dashboard.clinical.measures.definition.thresholds import status_of
from dashboard.clinical.words import Evidence


def cutoff(evidence, provisional=False):
    return Cutoff(
        value=10,
        comparison=Comparison.AT_LEAST,
        evidence=evidence,
        source="A source",
        provisional=provisional,
    )


@pytest.mark.parametrize(
    ("comparison", "holds"),
    [
        (Comparison.AT_LEAST, (False, True, True)),
        (Comparison.ABOVE, (False, False, True)),
        (Comparison.AT_MOST, (True, True, False)),
        (Comparison.BELOW, (True, False, False)),
    ],
)
def test_a_comparison_around_its_figure(comparison, holds):
    assert tuple(comparison.holds(score, 10) for score in (9, 10, 11)) == holds


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
