"""Rows about many groups: shares come as proportions, with the intervals they carry."""

from dataclasses import dataclass

from dashboard.clinical.outcomes.intervals import Proportion


@dataclass(frozen=True)
class PeriodShare:
    """The share of one period ("Q1 2026", "Cycle 3"), in order of time."""

    period: str
    proportion: Proportion


@dataclass(frozen=True)
class Reference:
    """A line to hold a share against, from 0 to 1, with its source.

    `short` is what there is room for beside the line; without it the label stands there.
    """

    label: str
    share: float
    source: str
    short: str = ""


@dataclass(frozen=True)
class CountedShare:
    """One way of counting the same people."""

    label: str
    proportion: Proportion
