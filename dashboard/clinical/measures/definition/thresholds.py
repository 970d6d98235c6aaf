"""The figures that sort people: bands, cutoffs, reliable change, each with source and mark."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dashboard.clinical.words import Evidence


class Comparison(StrEnum):
    """How a score is held against a figure: the one place where a cutoff is compared."""

    AT_LEAST = ">="
    ABOVE = ">"
    AT_MOST = "<="
    BELOW = "<"

    def holds(self, score: float, figure: float) -> bool:
        """Say whether `score` compares so with `figure` (both in points of the measure)."""
        if self is Comparison.AT_LEAST:
            return score >= figure
        if self is Comparison.ABOVE:
            return score > figure
        if self is Comparison.AT_MOST:
            return score <= figure
        return score < figure


class ChangeRule(StrEnum):
    """Whether a change of exactly the threshold is reliable (Jacobson & Truax 1991)."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"


class Status(StrEnum):
    """How well the thresholds of a measure are known, told by the weakest of them."""

    PUBLISHED = "published"
    COMPUTED = "computed"
    PROVISIONAL = "provisional"
    PRACTICE = "practice"
    NO_THRESHOLDS = "no_thresholds"


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """What every threshold carries: its mark, its source, a note, and whether it is provisional."""

    evidence: Evidence
    source: str
    note: str = ""
    provisional: bool = False

    @property
    def usable(self) -> bool:
        """A figure from memory classifies nobody until a source is entered."""
        return self.evidence is not Evidence.UNVERIFIED

    @property
    def shown_as_provisional(self) -> bool:
        """Say whether a page must call the figure provisional, whether or not it is used."""
        return self.provisional or not self.usable


@dataclass(frozen=True, kw_only=True)
class Cutoff(Threshold):
    """The clinical cutoff: a score that compares so with `value` is on the clinical side."""

    value: float
    comparison: Comparison
    also_requires: str = ""


@dataclass(frozen=True, kw_only=True)
class ReliableChange(Threshold):
    """The change, in points, that measurement error alone hardly explains."""

    points: float
    rule: ChangeRule


@dataclass(frozen=True)
class Band:
    """One severity band, from where it starts up to the next one."""

    name: str
    starts: float


@dataclass(frozen=True, kw_only=True)
class Bands(Threshold):
    """The severity bands, lowest score first; each starts at, or just above, its figure."""

    levels: tuple[Band, ...]
    comparison: Comparison = Comparison.AT_LEAST


def status_of(thresholds: Iterable[Threshold]) -> Status:
    """Name the weakest of the thresholds: provisional, computed, the practice's own, published."""
    found = tuple(thresholds)
    if not found:
        return Status.NO_THRESHOLDS
    if any(threshold.shown_as_provisional for threshold in found):
        return Status.PROVISIONAL
    marks = {threshold.evidence for threshold in found}
    if Evidence.COMPUTED in marks:
        return Status.COMPUTED
    return Status.PRACTICE if Evidence.PRACTICE in marks else Status.PUBLISHED
