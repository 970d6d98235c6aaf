"""The figures that sort people: bands, cutoffs, reliable change, each with source and mark."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dashboard.clinical.change.thresholds import Comparison, Cutoff, Threshold, ThresholdRule
from dashboard.clinical.words import Evidence


class Status(StrEnum):
    """How well the thresholds of a measure are known, told by the weakest of them."""

    PUBLISHED = "published"
    COMPUTED = "computed"
    PROVISIONAL = "provisional"
    PRACTICE = "practice"
    NO_THRESHOLDS = "no_thresholds"


@dataclass(frozen=True, kw_only=True)
class CitedFigure:
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
class ClinicalCutoff(CitedFigure):
    """The clinical cutoff: a score that compares so with `value` is on the clinical side."""

    value: float
    comparison: Comparison
    also_requires: str = ""

    @property
    def line(self) -> Cutoff:
        """The cutoff that a score is held against."""
        return Cutoff(self.value, self.comparison)


@dataclass(frozen=True, kw_only=True)
class ReliableChange(CitedFigure):
    """The change, in points, that measurement error alone hardly explains."""

    points: float
    rule: ThresholdRule

    @property
    def threshold(self) -> Threshold:
        """The threshold that a change is held against."""
        return Threshold(self.points, self.rule)


@dataclass(frozen=True)
class Band:
    """One severity band, from where it starts up to the next one."""

    name: str
    starts: float


@dataclass(frozen=True, kw_only=True)
class Bands(CitedFigure):
    """The severity bands, lowest score first; each starts at, or just above, its figure."""

    levels: tuple[Band, ...]
    comparison: Comparison = Comparison.GE

    def reaches(self, score: float, band: Band) -> bool:
        """Say whether a score has come as far as a band."""
        return Cutoff(band.starts, self.comparison).is_clinical(score)


def status_of(thresholds: Iterable[CitedFigure]) -> Status:
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
