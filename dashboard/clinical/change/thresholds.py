"""Thresholds and cutoffs as plain values, and the only place where a score is held against one."""

import math
from dataclasses import dataclass
from enum import StrEnum

from dashboard.clinical.words import Direction

# Scores that are means carry floating-point dust: 11/3 - 5/3 is a hair under 2. Nine decimals are
# far finer than any questionnaire and far coarser than the dust.
_DECIMALS = 9


class ThresholdRule(StrEnum):
    """Published whole-number thresholds are met by equality; computed ones must be exceeded."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"


class Comparison(StrEnum):
    """How a score compares with a cutoff when it lies on the clinical side."""

    GE = "ge"
    GT = "gt"
    LE = "le"
    LT = "lt"


# The sides that belong to each direction: where higher is worse, the clinical side is above.
_COMPARISONS = {
    Direction.WORSE: frozenset({Comparison.GE, Comparison.GT}),
    Direction.BETTER: frozenset({Comparison.LE, Comparison.LT}),
}


@dataclass(frozen=True)
class Threshold:
    """How many points make a change reliable; raises ValueError where every change would be."""

    points: float
    rule: ThresholdRule

    def __post_init__(self) -> None:
        at_least_nothing = self.points == 0 and self.rule is ThresholdRule.AT_LEAST
        if not math.isfinite(self.points) or self.points < 0 or at_least_nothing:
            raise ValueError(f"not a threshold: {self.rule} {self.points}")

    def is_reached_by(self, points: float) -> bool:
        """True when `points` (of change in the direction asked about) are enough."""
        beyond = round(points - self.points, _DECIMALS)
        return beyond >= 0 if self.rule is ThresholdRule.AT_LEAST else beyond > 0


@dataclass(frozen=True)
class Cutoff:
    """Where the clinical side begins: a score is clinical when `score <comparison> value`."""

    value: float
    comparison: Comparison

    def is_clinical(self, score: float) -> bool:
        """True when `score` lies on the clinical side."""
        beyond = round(score - self.value, _DECIMALS)
        return {
            Comparison.GE: beyond >= 0,
            Comparison.GT: beyond > 0,
            Comparison.LE: beyond <= 0,
            Comparison.LT: beyond < 0,
        }[self.comparison]

    def fits(self, direction: Direction) -> bool:
        """True when the clinical side is the side that `direction` calls worse."""
        return self.comparison in _COMPARISONS[direction]


def points_improved(before: float, after: float, direction: Direction) -> float:
    """Points of change toward better (negative: toward worse), in the measure's own units."""
    return before - after if direction is Direction.WORSE else after - before
