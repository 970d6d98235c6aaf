"""Thresholds computed from a measure's figures, against published worked examples."""

import pytest

from dashboard.clinical.change.thresholds import Comparison, ThresholdRule
from dashboard.clinical.measures import (
    DefinitionError,
    Status,
    definition_data,
    library_measure,
    parse_definition,
    with_computed_thresholds,
)
from dashboard.clinical.words import Evidence

FIGURES = {
    "sd": 7.5,
    "reliability": 0.8,
    "clinical_mean": 40,
    "functional_mean": 60,
    "functional_sd": 7.5,
}


@pytest.fixture
def define(total_only):
    """Define a measure of 0 to 100, higher is better, with these figures and no thresholds."""

    def defined(**figures):
        scale = {"higher_is": "better", "maximum": 100, "cutoff": None}
        return parse_definition({**total_only, **scale, "psychometrics": figures})

    return defined


def test_the_worked_example(define):
    measure = with_computed_thresholds(define(**FIGURES), "A manual")
    change, cutoff = measure.reliable_change, measure.cutoff
    assert change.points == pytest.approx(9.296925, abs=1e-6)
    assert (change.rule, change.evidence) == (ThresholdRule.MORE_THAN, Evidence.COMPUTED)
    assert (cutoff.value, cutoff.comparison, cutoff.source) == (50, Comparison.LE, "A manual")
    assert measure.status is Status.COMPUTED
    assert parse_definition(definition_data(measure)) == measure


@pytest.mark.parametrize("lacking", ["sd", "reliability"])
def test_no_reliable_change_without_its_figures(define, lacking):
    measure = define(**{**FIGURES, lacking: None})
    assert with_computed_thresholds(measure, "A manual").reliable_change is None


@pytest.mark.parametrize("lacking", ["sd", "clinical_mean", "functional_mean", "functional_sd"])
def test_no_cutoff_without_its_figures(define, lacking):
    measure = define(**{**FIGURES, lacking: None})
    assert with_computed_thresholds(measure, "A manual").cutoff is None


def test_thresholds_that_are_there_stay():
    phq9 = library_measure("phq9")
    assert with_computed_thresholds(phq9, "A manual") == phq9


def test_a_measure_without_figures_stays_as_it_is():
    gad7 = library_measure("gad7")
    assert with_computed_thresholds(gad7, "A manual") == gad7


def test_a_computed_figure_out_of_range_is_refused(define):
    with pytest.raises(DefinitionError, match=r"reliable_change\.points: must be at most 100"):
        with_computed_thresholds(define(sd=90, reliability=0.1), "A manual")
