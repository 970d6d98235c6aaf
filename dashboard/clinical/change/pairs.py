"""Many people's two scores at once, by one named method: what an expert checks us with."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import mean, stdev

from dashboard.clinical.change.categories import Movement, category_of
from dashboard.clinical.change.cutoffs import (
    CutoffKind,
    computed_cutoff,
    cutoff_a,
    cutoff_b,
    cutoff_c,
)
from dashboard.clinical.change.methods import (
    SAMPLE_METHODS,
    Method,
    Sample,
    minimal_important_difference,
    percentage_change,
)
from dashboard.clinical.change.reliable_change import reliable_change_points
from dashboard.clinical.change.thresholds import Cutoff
from dashboard.clinical.words import Category, Direction

Pair = tuple[float, float]
Judge = Callable[[float, float], Movement]


@dataclass(frozen=True)
class PairRules:
    """How pairs are judged, in the measure's own points; None is what was not given.

    `sd` stands in for the spread of the first scores. `points` belong to the minimal important
    difference, `fraction` (0 to 1) to the percentage rule, `reliability` to all others.
    """

    direction: Direction = Direction.WORSE
    method: Method = Method.JACOBSON_TRUAX
    reliability: float | None = None
    sd: float | None = None
    functional_mean: float | None = None
    functional_sd: float | None = None
    cutoff: CutoffKind | None = None
    points: float | None = None
    fraction: float | None = None


@dataclass(frozen=True)
class PairReport:
    """What became of the people with both scores, and what it was decided by.

    `reliable_change` is in points, None where the method has no one threshold for everybody;
    `sd_before` is None for one person, whose score has no spread.
    """

    categories: dict[Category, int]
    each: tuple[Category, ...]
    mean_before: float
    sd_before: float | None
    reliable_change: float | None
    cutoff: float | None


def judge_pairs(pairs: Sequence[Pair], rules: PairRules) -> PairReport:
    """Sort each pair into one of the five categories.

    Raises ValueError when the rules lack a figure that the method or the cutoff needs, or when
    one that needs the spread of the first scores gets it from fewer than two pairs or from scores
    that are all the same.
    """
    if not pairs:
        raise ValueError("nobody has both scores")
    sample = _sample(pairs, rules)
    judge, points = _judge(sample, rules)
    cutoff = _cutoff(sample, rules)
    each = tuple(
        category_of(judge(before, after), before, after, cutoff, rules.direction)
        for before, after in pairs
    )
    return PairReport(
        categories=tally(each),
        each=each,
        mean_before=sample.mean_before,
        sd_before=sample.sd_before if _has_spread(pairs, rules) else None,
        reliable_change=points,
        cutoff=None if cutoff is None else cutoff.value,
    )


def tally(categories: Sequence[Category]) -> dict[Category, int]:
    """How many of each category, those with nobody included."""
    counts = Counter(categories)
    return {category: counts[category] for category in Category}


def _sample(pairs: Sequence[Pair], rules: PairRules) -> Sample:
    before = [first for first, _ in pairs]
    if _needs_spread(rules):
        if not _has_spread(pairs, rules):
            raise ValueError("a standard deviation needs at least two people with both scores")
        if rules.sd is None and len(set(before)) == 1:
            raise ValueError(
                "every first score is the same, so they have no spread: give it (--sd)"
            )
    return Sample(
        mean_before=mean(before),
        mean_after=mean(second for _, second in pairs),
        sd_before=(stdev(before) if len(before) > 1 else 0.0) if rules.sd is None else rules.sd,
        reliability=1.0 if rules.reliability is None else rules.reliability,
    )


def _has_spread(pairs: Sequence[Pair], rules: PairRules) -> bool:
    """Whether the spread of the first scores is given, or can be worked out from them."""
    return rules.sd is not None or len(pairs) > 1


def _needs_spread(rules: PairRules) -> bool:
    """Whether the method or the cutoff is made of the spread of the first scores."""
    return rules.method in SAMPLE_METHODS or _cutoff_kind(rules) in {CutoffKind.A, CutoffKind.C}


def _cutoff_kind(rules: PairRules) -> CutoffKind | None:
    """The cutoff asked for; unasked c where the functional figures are given, or none."""
    normal = (rules.functional_mean, rules.functional_sd)
    if any(figure is not None and not math.isfinite(figure) for figure in normal):
        raise ValueError(f"the functional figures are no numbers: {normal}")
    if rules.cutoff is not None:
        return rules.cutoff
    if normal == (None, None):
        return None
    if None in normal:
        raise ValueError("a functional mean and its standard deviation are given together or not")
    return CutoffKind.C


def _judge(sample: Sample, rules: PairRules) -> tuple[Judge, float | None]:
    direction = rules.direction
    if rules.method is Method.MINIMAL_IMPORTANT_DIFFERENCE:
        points = _given(rules.points, "the points that make a difference (--points)")
        return partial(minimal_important_difference, points=points, direction=direction), points
    if rules.method is Method.PERCENTAGE_CHANGE:
        fraction = _given(rules.fraction, "the percentage of the first score (--percent)")
        return partial(percentage_change, fraction=fraction, direction=direction), None
    reliability = _given(rules.reliability, "the measure's reliability (--reliability)")
    judge = partial(SAMPLE_METHODS[rules.method], sample=sample, direction=direction)
    if rules.method is not Method.JACOBSON_TRUAX:
        return judge, None
    return judge, reliable_change_points(sample.sd_before, reliability)


def _cutoff(sample: Sample, rules: PairRules) -> Cutoff | None:
    kind = _cutoff_kind(rules)
    if kind is None:
        return None
    if kind is CutoffKind.A:
        value = cutoff_a(sample.mean_before, sample.sd_before, rules.direction)
        return computed_cutoff(value, rules.direction)
    center = _given(rules.functional_mean, f"the functional mean for cutoff {kind}")
    spread = _given(rules.functional_sd, f"the functional standard deviation for cutoff {kind}")
    if kind is CutoffKind.B:
        return computed_cutoff(cutoff_b(center, spread, rules.direction), rules.direction)
    value = cutoff_c(sample.mean_before, sample.sd_before, center, spread)
    return computed_cutoff(value, rules.direction)


def _given(figure: float | None, what: str) -> float:
    if figure is None:
        raise ValueError(f"this needs {what}")
    return figure
