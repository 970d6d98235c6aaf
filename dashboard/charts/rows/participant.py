"""Rows about one participant's course, by week of the participant's own clock."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.clinical.change.thresholds import Cutoff, Threshold
from dashboard.clinical.words import Direction


@dataclass(frozen=True)
class SeverityBand:
    """A severity band from `low` to `high`; `step` 1 (none) to 6 (extreme) chooses its tint."""

    name: str
    low: float
    high: float
    step: int


@dataclass(frozen=True)
class ScoreScale:
    """What a score is drawn against; None where the measure has no such figure fit for use.

    `spoken` is the name within a sentence, for one that is no proper name.
    """

    name: str
    low: float
    high: float
    higher_is: Direction
    bands: tuple[SeverityBand, ...] = ()
    cutoff: Cutoff | None = None
    reliable_change: Threshold | None = None
    spoken: str = ""

    @property
    def in_a_sentence(self) -> str:
        """The name as it stands after the first word of a sentence."""
        return self.spoken or self.name


@dataclass(frozen=True)
class WeekScore:
    """One week's score; None is a week without one, a gap. `band` names the score's severity."""

    week: int
    score: float | None
    on: date | None = None
    band: str = ""


class SessionMark(StrEnum):
    """What a session was to one participant."""

    ATTENDED = "attended"
    MISSED = "missed"
    CANCELLED = "cancelled"
    NOT_RECORDED = "not recorded"


@dataclass(frozen=True)
class WeekSession:
    """One session under the axis; `detail` says more ("late, 12 minutes")."""

    week: int
    mark: SessionMark
    detail: str = ""


@dataclass(frozen=True)
class WeekSkill:
    """One skill taught to the group in a week; whether the participant was there, if recorded."""

    week: int
    skill: str
    attended: bool | None


@dataclass(frozen=True)
class WeekGain:
    """A sudden gain of `points` (toward better) into `week` from the week before."""

    week: int
    points: float


@dataclass(frozen=True)
class Course:
    """Everything that the trajectory of one participant shows."""

    scale: ScoreScale
    scores: tuple[WeekScore, ...]
    sessions: tuple[WeekSession, ...] = ()
    skills: tuple[WeekSkill, ...] = ()
    gains: tuple[WeekGain, ...] = ()
    baseline: float | None = None
    whose: str = "This participant"


@dataclass(frozen=True)
class RatingSeries:
    """One weekly rating or measure over weeks, with its own scale."""

    scale: ScoreScale
    scores: tuple[WeekScore, ...]
