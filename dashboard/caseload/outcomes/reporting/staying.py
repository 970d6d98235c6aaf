"""How long people stay and how soon they improve, with those still on the way not forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.caseload.outcomes.treatment import TreatmentCourse
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.outcomes.retention import (
    Followed,
    Step,
    drop_out_by_session,
    followed_to_improvement,
    median_sessions_attended,
    median_weeks,
    steps,
)


@dataclass(frozen=True)
class Staying:
    """`drop_out` is by attended session, `improving` by week up to the first reliable improvement.

    `median_sessions` is over closed windows. `median_weeks` is None when fewer than half of those
    with a later score have improved reliably. `improved` counts those who have, at any time within
    their window, of `followed` with a first and a later score.
    """

    median_sessions: float | None
    drop_out: tuple[Step, ...]
    improving: tuple[Step, ...]
    median_weeks: int | None
    improved: int
    followed: int
    dropped_out: Proportion

    @classmethod
    def of(cls, started: Sequence[TreatmentCourse], closed: Sequence[TreatmentCourse]) -> "Staying":
        """Follow those who started; the median is over those whose window has closed."""
        left = [Followed(row.attendance.attended, row.presence.has_dropped_out) for row in started]
        found = [one for course in started if (one := cls.first_improvement(course)) is not None]
        return cls(
            median_sessions=median_sessions_attended([row.attendance.attended for row in closed]),
            drop_out=drop_out_by_session(left),
            improving=steps(found),
            median_weeks=median_weeks(found),
            improved=sum(one.happened for one in found),
            followed=len(found),
            dropped_out=Proportion(sum(one.happened for one in left), len(left)),
        )

    @staticmethod
    def first_improvement(course: TreatmentCourse) -> Followed | None:
        """Follow one person to the first reliable improvement within the window.

        None without a first and a later score, or without a usable threshold.
        """
        change, baseline = course.definition.usable_reliable_change, course.window.baseline
        if change is None or baseline is None:
            return None
        within = [score for score in course.scores if score.on <= course.last_day]
        way = course.definition.higher_is
        return followed_to_improvement(
            baseline, within, course.first_attended, change.threshold, way
        )
