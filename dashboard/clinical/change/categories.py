"""What became of one person between two scores: the five categories."""

from enum import StrEnum

from dashboard.clinical.change.thresholds import Cutoff, Threshold, points_improved
from dashboard.clinical.words import Category, Direction

# Every share of people who "improved" or "got worse" counts these.
IMPROVED_CATEGORIES = frozenset({Category.RECOVERED, Category.IMPROVED})
WORSE_CATEGORIES = frozenset({Category.DETERIORATED, Category.HARMED})


class Movement(StrEnum):
    """Whether a change is beyond error, and which way; before any cutoff is looked at."""

    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    DETERIORATED = "deteriorated"


def movement(before: float, after: float, threshold: Threshold, direction: Direction) -> Movement:
    """Which way a person moved by at least (or more than) the threshold."""
    points = points_improved(before, after, direction)
    if threshold.is_reached_by(points):
        return Movement.IMPROVED
    if threshold.is_reached_by(-points):
        return Movement.DETERIORATED
    return Movement.UNCHANGED


def category_of(
    moved: Movement, before: float, after: float, cutoff: Cutoff | None, direction: Direction
) -> Category:
    """The category of a movement, given where it began and ended.

    Without a cutoff nobody is recovered or harmed. Someone who starts functional can improve,
    never recover. Raises ValueError when the cutoff's clinical side is the better side.
    """
    if cutoff is not None and not cutoff.fits(direction):
        raise ValueError(f"the clinical side of {cutoff} is not the worse side")
    if moved is Movement.UNCHANGED:
        return Category.UNCHANGED
    started_clinical = cutoff is not None and cutoff.is_clinical(before)
    ended_clinical = cutoff is not None and cutoff.is_clinical(after)
    if moved is Movement.IMPROVED:
        crossed = started_clinical and not ended_clinical
        return Category.RECOVERED if crossed else Category.IMPROVED
    crossed = ended_clinical and not started_clinical
    return Category.HARMED if crossed else Category.DETERIORATED


def classify(
    before: float,
    after: float,
    threshold: Threshold,
    cutoff: Cutoff | None,
    direction: Direction,
) -> Category:
    """The category of one person from two scores (Jacobson and Truax, 1991).

    Scores and threshold are in the measure's own points. Raises ValueError as `category_of`.
    """
    moved = movement(before, after, threshold, direction)
    return category_of(moved, before, after, cutoff, direction)
