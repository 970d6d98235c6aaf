"""Groups against the limits of chance around their pooled share: never a ranking."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dashboard.clinical.outcomes.intervals import Proportion

# Half of what lies outside, on each side, for the 95% and the 99.8% limits.
_TAIL_95 = 0.025
_TAIL_998 = 0.001
_DECIMALS = 9
# A drawn line needs no more points than this.
_MOST_LIMITS = 200


class FunnelZone(StrEnum):
    """Where a group lies: outside says 'look', not 'bad' or 'good'."""

    INSIDE = "inside"
    OUTSIDE_95 = "outside_95"
    OUTSIDE_998 = "outside_998"


@dataclass(frozen=True)
class FunnelLimits:
    """Limits for a group of n people, as shares from 0 to 1."""

    n: int
    low_998: float
    low_95: float
    high_95: float
    high_998: float

    def zone_of(self, share: float) -> FunnelZone:
        """Where a share lies; on a limit is within it."""
        settled = round(share, _DECIMALS)
        if not round(self.low_998, _DECIMALS) <= settled <= round(self.high_998, _DECIMALS):
            return FunnelZone.OUTSIDE_998
        if not round(self.low_95, _DECIMALS) <= settled <= round(self.high_95, _DECIMALS):
            return FunnelZone.OUTSIDE_95
        return FunnelZone.INSIDE


@dataclass(frozen=True)
class FunnelPoint:
    """One group in the funnel."""

    name: str
    proportion: Proportion
    zone: FunnelZone


@dataclass(frozen=True)
class Funnel:
    """`limits` runs from 1 to the largest group or beyond; groups without data stand apart."""

    pooled: Proportion
    limits: tuple[FunnelLimits, ...]
    points: tuple[FunnelPoint, ...]
    without_data: tuple[str, ...]


def _chance(count: int, n: int, share: float) -> float:
    """The binomial chance of `count` of n."""
    if share in (0, 1):
        return float(count == n * share)
    ways = math.lgamma(n + 1) - math.lgamma(count + 1) - math.lgamma(n - count + 1)
    return math.exp(ways + count * math.log(share) + (n - count) * math.log1p(-share))


def _low_limit(n: int, share: float, tail: float) -> float:
    """The share below which lies less than `tail`, interpolated between whole people."""
    count, chance = 0, _chance(0, n, share)
    reached = chance
    while reached < tail:
        count += 1
        chance = _chance(count, n, share)
        reached += chance
    return max(0.0, (count - (reached - tail) / chance) / n)


def funnel_limits(n: int, share: float) -> FunnelLimits:
    """95% and 99.8% limits for n people (1 or more) around a share from 0 to 1.

    Exact binomial limits, interpolated between whole people: Spiegelhalter, Statistics in Medicine
    2005, appendix A. The upper limits are the lower ones of those who did not improve, so that a
    group lies outside exactly when a result as far from the pooled share has less chance than the
    tail. Raises ValueError outside those ranges.
    """
    if n < 1 or not 0 <= share <= 1:
        raise ValueError(f"no funnel for {n} people around {share}")
    return FunnelLimits(
        n,
        low_998=_low_limit(n, share, _TAIL_998),
        low_95=_low_limit(n, share, _TAIL_95),
        high_95=1 - _low_limit(n, 1 - share, _TAIL_95),
        high_998=1 - _low_limit(n, 1 - share, _TAIL_998),
    )


def funnel(groups: Mapping[str, Proportion]) -> Funnel:
    """Every group with data against the limits around all of them together, ordered by name."""
    counted = {name: group for name, group in sorted(groups.items()) if group.denominator}
    pooled = Proportion(
        sum(group.numerator for group in counted.values()),
        sum(group.denominator for group in counted.values()),
    )
    largest = max((group.denominator for group in counted.values()), default=0)
    share = pooled.share or 0.0
    step = max(1, largest // _MOST_LIMITS)
    limits = tuple(funnel_limits(n, share) for n in range(1, largest + step, step))
    points = tuple(
        FunnelPoint(
            name,
            group,
            funnel_limits(group.denominator, share).zone_of(group.numerator / group.denominator),
        )
        for name, group in counted.items()
    )
    without = tuple(sorted(name for name, group in groups.items() if not group.denominator))
    return Funnel(pooled, limits, points, without)
