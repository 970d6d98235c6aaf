"""Shares and means with the interval that belongs to them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from dashboard.clinical.change.reliable_change import Z_95
from dashboard.clinical.change.student_t import critical_t


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`, in the unit of what it surrounds."""

    low: float
    high: float


@dataclass(frozen=True)
class Proportion:
    """`numerator` of `denominator` people; share and interval are None when there is nobody."""

    numerator: int
    denominator: int

    def __post_init__(self) -> None:
        if not 0 <= self.numerator <= self.denominator:
            raise ValueError(f"not a proportion: {self.numerator} of {self.denominator}")

    @property
    def share(self) -> float | None:
        """From 0 to 1."""
        return self.numerator / self.denominator if self.denominator else None

    @property
    def interval(self) -> Interval | None:
        """The 95% Wilson interval, from 0 to 1."""
        return wilson(self.numerator, self.denominator)


@dataclass(frozen=True)
class MeanInterval:
    """A mean of `n` values; the interval is None for one value, which says nothing of spread."""

    mean: float
    interval: Interval | None
    n: int


def wilson(numerator: int, denominator: int, z: float = Z_95) -> Interval | None:
    """Wilson's (1927) interval of a share, from 0 to 1; None when the denominator is 0."""
    if denominator == 0:
        return None
    share = numerator / denominator
    scale = 1 + z * z / denominator
    center = (share + z * z / (2 * denominator)) / scale
    spread = share * (1 - share) / denominator + (z / (2 * denominator)) ** 2
    half = z * math.sqrt(spread) / scale
    # The bounds of 0 of n and n of n are exact; floating point would miss them by a hair.
    return Interval(min(max(0.0, center - half), share), max(min(1.0, center + half), share))


def mean_interval(values: Sequence[float], confidence: float = 0.95) -> MeanInterval | None:
    """Mean with its t interval, in the values' unit; None when there are no values."""
    if not values:
        return None
    mean = fmean(values)
    n = len(values)
    if n == 1:
        return MeanInterval(mean, None, n)
    half = critical_t(n - 1, confidence) * stdev(values) / math.sqrt(n)
    return MeanInterval(mean, Interval(mean - half, mean + half), n)
