"""Cutoffs a, b and c between the clinical and the functional (Jacobson and Truax, 1991)."""

from enum import StrEnum

from dashboard.clinical.change.thresholds import Comparison, Cutoff
from dashboard.clinical.words import Direction


class CutoffKind(StrEnum):
    """Which of Jacobson and Truax's three cutoffs."""

    A = "a"
    B = "b"
    C = "c"


def _toward_better(direction: Direction) -> int:
    return 1 if direction is Direction.BETTER else -1


def cutoff_a(clinical_mean: float, clinical_sd: float, direction: Direction) -> float:
    """Two clinical standard deviations beyond the clinical mean, toward better."""
    return clinical_mean + _toward_better(direction) * 2 * clinical_sd


def cutoff_b(functional_mean: float, functional_sd: float, direction: Direction) -> float:
    """Two *functional* standard deviations from the functional mean, toward worse."""
    return functional_mean - _toward_better(direction) * 2 * functional_sd


def cutoff_c(
    clinical_mean: float, clinical_sd: float, functional_mean: float, functional_sd: float
) -> float:
    """The point equally many standard deviations from both means; the same in both directions.

    Raises ValueError when neither population spreads (both standard deviations 0).
    """
    both = clinical_sd + functional_sd
    if both == 0:
        raise ValueError("cutoff c needs a standard deviation above zero")
    return (clinical_sd * functional_mean + functional_sd * clinical_mean) / both


def computed_cutoff(value: float, direction: Direction) -> Cutoff:
    """A computed value as a cutoff: whoever only touches it has not crossed it yet."""
    return Cutoff(value, Comparison.GE if direction is Direction.WORSE else Comparison.LE)
