"""Rows about the people of one group; the numbers and categories come in, none is made here."""

from dataclasses import dataclass

from dashboard.charts.rows.participant import ScoreScale, WeekScore
from dashboard.clinical.change.categories import Movement
from dashboard.clinical.outcomes.intervals import MeanInterval
from dashboard.clinical.words import Category


@dataclass(frozen=True)
class PersonCourse:
    """One person's weekly scores."""

    name: str
    scores: tuple[WeekScore, ...]


@dataclass(frozen=True)
class WeekMean:
    """The mean of those with a score in a week, with its t interval; None when nobody has one."""

    week: int
    mean: MeanInterval | None


@dataclass(frozen=True)
class GroupCourse:
    """All lines of a group and their mean."""

    scale: ScoreScale
    people: tuple[PersonCourse, ...]
    means: tuple[WeekMean, ...]


@dataclass(frozen=True)
class PersonChange:
    """One person's two scores and what became of them; None is what is not known."""

    name: str
    before: float | None
    after: float | None
    category: Category | None
    attended: int | None = None
    held: int | None = None


@dataclass(frozen=True)
class PairedChange:
    """One person's change on two measures: in reliable changes toward better, and what it was."""

    name: str
    units: tuple[float, float]
    moved: tuple[Movement, Movement]


@dataclass(frozen=True)
class PersonModules:
    """One person's change, and for each module how many skills they had of those taught to them."""

    change: PersonChange
    modules: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class GroupChange:
    """The changes of the people of a group on one measure."""

    scale: ScoreScale
    people: tuple[PersonChange, ...]
