"""Thresholds worked out from a measure's published spread and reliability."""

from dataclasses import replace

from dashboard.clinical.change.cutoffs import computed_cutoff, cutoff_c
from dashboard.clinical.change.reliable_change import computed_threshold
from dashboard.clinical.measures.definition import (
    ClinicalCutoff,
    MeasureDefinition,
    Psychometrics,
    ReliableChange,
)
from dashboard.clinical.measures.definition.checks import check_definition
from dashboard.clinical.words import Direction, Evidence


def with_computed_thresholds(definition: MeasureDefinition, source: str) -> MeasureDefinition:
    """Fill in the reliable change and cutoff c that a definition lacks, where its figures allow.

    `source` says where the figures come from. A threshold that is there stays. Formulas of
    Jacobson and Truax (1991), in points. Raises DefinitionError where a result is out of range.
    """
    figures = definition.psychometrics
    if figures is None:
        return definition
    computed = replace(
        definition,
        reliable_change=definition.reliable_change or reliable_change_from(figures, source),
        cutoff=definition.cutoff or cutoff_from(figures, definition.higher_is, source),
    )
    check_definition(computed)
    return computed


def reliable_change_from(figures: Psychometrics, source: str) -> ReliableChange | None:
    """Work out the reliable change, which needs the spread and the reliability."""
    if figures.sd is None or figures.reliability is None:
        return None
    threshold = computed_threshold(figures.sd, figures.reliability)
    return ReliableChange(
        points=threshold.points, rule=threshold.rule, evidence=Evidence.COMPUTED, source=source
    )


def cutoff_from(figures: Psychometrics, higher_is: Direction, source: str) -> ClinicalCutoff | None:
    """Work out cutoff c, which needs the mean and the spread of both populations."""
    mean, sd = figures.clinical_mean, figures.sd
    functional_mean, functional_sd = figures.functional_mean, figures.functional_sd
    if mean is None or sd is None or functional_mean is None or functional_sd is None:
        return None
    line = computed_cutoff(cutoff_c(mean, sd, functional_mean, functional_sd), higher_is)
    return ClinicalCutoff(
        value=line.value, comparison=line.comparison, evidence=Evidence.COMPUTED, source=source
    )
