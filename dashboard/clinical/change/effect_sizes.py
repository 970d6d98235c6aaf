"""Effect sizes of change from before to after, each by its name: they differ by a factor of two."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from dashboard.clinical.change.thresholds import points_improved
from dashboard.clinical.words import Direction

_NEEDED = 2


def d_pre(difference: float, sd_before: float) -> float | None:
    """Mean difference over the standard deviation before; None without spread."""
    return difference / sd_before if sd_before else None


def d_av(difference: float, sd_before: float, sd_after: float) -> float | None:
    """Mean difference over the average of both standard deviations; None without spread."""
    average = (sd_before + sd_after) / 2
    return difference / average if average else None


def small_sample_correction(n: int) -> float:
    """Hedges's J = 1 - 3 / (4(n - 1) - 1) for n pairs; ValueError under 2."""
    if n < _NEEDED:
        raise ValueError(f"no correction for {n} pairs")
    return 1 - 3 / (4 * (n - 1) - 1)


def g_av(difference: float, sd_before: float, sd_after: float, n: int) -> float | None:
    """d_av times Hedges's correction for n pairs; None without spread."""
    uncorrected = d_av(difference, sd_before, sd_after)
    return None if uncorrected is None else uncorrected * small_sample_correction(n)


@dataclass(frozen=True)
class EffectSizes:
    """All three for n people with both scores; positive is toward better."""

    n: int
    d_pre: float | None
    d_av: float | None
    g_av: float | None


def effect_sizes(pairs: Sequence[tuple[float, float]], direction: Direction) -> EffectSizes | None:
    """Effect sizes of (before, after) pairs; None for fewer than two people."""
    n = len(pairs)
    if n < _NEEDED:
        return None
    before, after = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    difference = points_improved(fmean(before), fmean(after), direction)
    sd_before, sd_after = stdev(before), stdev(after)
    return EffectSizes(
        n,
        d_pre(difference, sd_before),
        d_av(difference, sd_before, sd_after),
        g_av(difference, sd_before, sd_after, n),
    )
