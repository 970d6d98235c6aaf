"""Outcome beside attendance: the share that improved, by how many sessions people came to."""

from collections import defaultdict
from collections.abc import Sequence

from dashboard.caseload.outcomes.treatment import TreatmentCourse
from dashboard.clinical.outcomes.counting import count_outcomes
from dashboard.clinical.outcomes.intervals import Proportion

# Two neighboring numbers of sessions together, since few people share one.
_TOGETHER = 2


def improved_by_sessions(closed: Sequence[TreatmentCourse]) -> list[tuple[str, Proportion]]:
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
