"""The honest headline of a set of courses, with everything that belongs beside it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from dashboard.caseload.outcomes.courses import courses
from dashboard.caseload.outcomes.filters import OutcomeFilters
from dashboard.caseload.outcomes.reporting.breakdown import Breakdown, CountLine
from dashboard.caseload.outcomes.reporting.staying import Staying
from dashboard.caseload.outcomes.treatment import TreatmentCourse
from dashboard.caseload.practice import practice_today
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.outcomes.claim import ClaimCheck, check_claim
from dashboard.clinical.outcomes.counting import (
    NhsCounts,
    OutcomeCounts,
    count_by_nhs_rules,
    count_outcomes,
)
from dashboard.clinical.outcomes.headline import (
    Headline,
    Period,
    participant_reported_headline,
    reliable_headline,
)
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.extensions import db
from dashboard.models.groups import Practice

# Two neighboring numbers of attended sessions together, since few people share one.
_TOGETHER = 2


@dataclass(frozen=True)
class OutcomeReport:
    """`closed` are the courses counted; `started` also those whose window is still open.

    `quarters` are shares with both scores by the quarter in which windows ended, `by_sessions` by
    how often people came. `nhs` counts the closed courses by the national service's rules. The
    claim, from 0 to 1, is held against those with data and against everyone, in each form; it is
    None where the practice makes none.
    """

    started: list[TreatmentCourse]
    closed: list[TreatmentCourse]
    counts: OutcomeCounts
    nhs: NhsCounts
    reliable: Headline
    reported: Headline
    quarters: list[tuple[str, Proportion]]
    by_sessions: list[tuple[str, Proportion]]
    staying: Staying
    claim: float | None
    claim_text: str

    def lines(self, kind: Breakdown) -> list[CountLine]:
        """Count the same courses part by part."""
        return kind.lines(self.closed)

    def check(self, proportion: Proportion) -> ClaimCheck:
        """Hold one of the report's shares against the practice's claim."""
        return ClaimCheck.UNKNOWN if self.claim is None else check_claim(proportion, self.claim)


def headline(viewer: Viewer, filters: OutcomeFilters) -> OutcomeReport:
    """Return the report over the viewer's courses whose windows closed as the filter asks."""
    started = courses(viewer, filters)
    asked_for = [each for each in started if filters.admits(each.last_day)]
    closed = [each for each in asked_for if each.is_closed]
    outcomes = [course.outcome for course in closed]
    period = _period(viewer, filters, closed)
    practice = db.session.scalars(select(Practice)).one()
    return OutcomeReport(
        started=started,
        closed=closed,
        counts=count_outcomes(outcomes),
        nhs=count_by_nhs_rules(outcomes),
        reliable=reliable_headline(outcomes, period),
        reported=participant_reported_headline([each.global_rating for each in closed], period),
        quarters=_by_quarter(closed),
        by_sessions=_by_sessions(closed),
        staying=Staying.of(asked_for, closed),
        claim=practice.claim,
        claim_text=practice.claim_text,
    )


def _period(viewer: Viewer, filters: OutcomeFilters, closed: Sequence[TreatmentCourse]) -> Period:
    today = practice_today(viewer)
    days = [course.last_day for course in closed]
    return Period(
        filters.closed_from or min(days, default=today),
        filters.closed_to or max(days, default=today),
    )


def _by_quarter(closed: Sequence[TreatmentCourse]) -> list[tuple[str, Proportion]]:
    quarters: dict[tuple[int, int], list[TreatmentCourse]] = defaultdict(list)
    for course in closed:
        quarters[course.last_day.year, (course.last_day.month + 2) // 3].append(course)
    return [
        (f"Q{quarter} {year}", count_outcomes([each.outcome for each in found]).both_scores)
        for (year, quarter), found in sorted(quarters.items())
    ]


def _by_sessions(closed: Sequence[TreatmentCourse]) -> list[tuple[str, Proportion]]:
    """Return '1 or 2 sessions' with those who improved of those with both scores, fewest first."""
    found: dict[int, list[TreatmentCourse]] = defaultdict(list)
    for course in closed:
        found[(course.attendance.attended + 1) // _TOGETHER].append(course)
    return [
        (
            f"{step * _TOGETHER - 1} or {step * _TOGETHER} sessions",
            count_outcomes([each.outcome for each in rows]).both_scores,
        )
        for step, rows in sorted(found.items())
    ]
