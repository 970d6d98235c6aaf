"""A measure as one frozen value: its items, how it is scored, and its thresholds."""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.clinical.measures.definition.thresholds import (
    Bands,
    CitedFigure,
    ClinicalCutoff,
    ReliableChange,
    Status,
    status_of,
)
from dashboard.clinical.words import Direction, Evidence


class ScoreKind(StrEnum):
    """How answers become a score; NONE is a measure that is read by its subscales only."""

    SUM = "sum"
    MEAN = "mean"
    NONE = "none"


class SafetyAction(StrEnum):
    """What a risk answer does: raise a safety flag, or be shown to the therapist."""

    FLAG = "flag"
    SHOW = "show"


@dataclass(frozen=True)
class Item:
    """One question: our topic label, its answer range, and the official wording once loaded."""

    key: str
    number: int
    topic: str
    minimum: int
    maximum: int
    is_reversed: bool = False
    loinc_code: str | None = None
    question: str | None = None
    answer_labels: tuple[tuple[int, str], ...] = ()

    def value(self, answer: int) -> int:
        """Turn an answer into points, the other way round for a reversed item."""
        return self.minimum + self.maximum - answer if self.is_reversed else answer


@dataclass(frozen=True)
class ScoreRule:
    """How the total is made; `step` is the distance between possible totals, None for a mean."""

    kind: ScoreKind
    multiplier: int = 1
    step: float | None = None


@dataclass(frozen=True)
class MissingRule:
    """How many answers may be missing; beyond that there is no total. A sum may be rounded."""

    allowed: int
    rounded: bool
    evidence: Evidence
    source: str


@dataclass(frozen=True)
class Subscale:
    """A score of some of the items, with its own direction."""

    key: str
    name: str
    kind: ScoreKind
    items: tuple[str, ...]
    higher_is: Direction
    missing_allowed: int


@dataclass(frozen=True)
class SafetyItem:
    """An item whose answer, at this value or above, wants a human."""

    item: str
    at_least: int
    action: SafetyAction
    reason: str


@dataclass(frozen=True, kw_only=True)
class SymptomPattern(CitedFigure):
    """How many items of each subscale must reach `at_least` points, as for a diagnosis."""

    name: str
    at_least: int
    needed: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Psychometrics:
    """The published figures that thresholds are computed from, in points; None where unknown."""

    sd: float | None = None
    reliability: float | None = None
    clinical_mean: float | None = None
    functional_mean: float | None = None
    functional_sd: float | None = None


@dataclass(frozen=True, kw_only=True)
class MeasureDefinition:
    """A questionnaire with its scoring and thresholds; without items only its total is entered.

    For a measure without a total `minimum` and `maximum` span its subscales, and each
    subscale's own direction counts.
    """

    key: str
    name: str
    short_name: str
    version: str
    citation: str
    license_note: str
    recall: str
    higher_is: Direction
    score: ScoreRule
    missing: MissingRule
    minimum: float
    maximum: float
    loinc_code: str | None = None
    total_loinc_code: str | None = None
    caution: str = ""
    items: tuple[Item, ...] = ()
    subscales: tuple[Subscale, ...] = ()
    bands: Bands | None = None
    cutoff: ClinicalCutoff | None = None
    reliable_change: ReliableChange | None = None
    psychometrics: Psychometrics | None = None
    safety_items: tuple[SafetyItem, ...] = ()
    symptom_pattern: SymptomPattern | None = None
    improved_from: float | None = None
    # How well the scoring is known, where no threshold tells it.
    scoring_evidence: Evidence | None = None

    @property
    def thresholds(self) -> tuple[CitedFigure, ...]:
        """All the thresholds that the definition holds, usable or not."""
        held = (self.bands, self.cutoff, self.reliable_change, self.symptom_pattern)
        return tuple(threshold for threshold in held if threshold is not None)

    @property
    def status(self) -> Status:
        """How well the thresholds are known, told by the weakest of them."""
        return status_of(self.thresholds)

    @property
    def classifies(self) -> bool:
        """Say whether any threshold is known well enough to sort people by."""
        return any(threshold.usable for threshold in self.thresholds)

    @property
    def usable_cutoff(self) -> ClinicalCutoff | None:
        """The cutoff, unless there is none or it is unverified."""
        return self.cutoff if self.cutoff and self.cutoff.usable else None

    @property
    def usable_reliable_change(self) -> ReliableChange | None:
        """The reliable-change threshold, unless there is none or it is unverified."""
        change = self.reliable_change
        return change if change and change.usable else None

    @property
    def has_total(self) -> bool:
        """Say whether there is one total, and not only subscales."""
        return self.score.kind is not ScoreKind.NONE

    @property
    def total_only(self) -> bool:
        """Say whether only the total can be entered, because no items are defined."""
        return not self.items

    @property
    def has_wording(self) -> bool:
        """Say whether every item has its wording, so that participants can be asked."""
        return bool(self.items) and all(item.question for item in self.items)

    def item(self, key: str) -> Item:
        """Find one item by key; KeyError where the measure has none of that key."""
        for item in self.items:
            if item.key == key:
                return item
        raise KeyError(key)

    def subscale(self, key: str) -> Subscale:
        """Find one subscale by key; KeyError where the measure has none of that key."""
        return {subscale.key: subscale for subscale in self.subscales}[key]
