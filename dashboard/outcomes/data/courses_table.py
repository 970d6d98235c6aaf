"""Courses of treatment as a table: one row for each whose outcome window has closed.

The columns keep their names and meanings from version to version; docs/exports.md lists them.
"""

from collections.abc import Callable, Iterable
from datetime import date

from dashboard.caseload.outcomes import TreatmentCourse
from dashboard.clinical.outcomes.windows import DatedScore
from dashboard.sheet_text import Value

COLUMNS: tuple[tuple[str, Callable[[TreatmentCourse], Value]], ...] = (
    ("group", lambda course: course.group.name),
    ("group_type", lambda course: course.group.group_type.key),
    ("cycle", lambda course: course.cycle.number),
    ("participant_id", lambda course: course.participant.code),
    ("measure", lambda course: course.definition.key),
    ("measure_version", lambda course: course.definition.version),
    ("higher_is", lambda course: course.definition.higher_is.value),
    ("first_attended_on", lambda course: course.first_attended),
    ("window_ended_on", lambda course: course.last_day),
    ("first", lambda course: _points(course.window.baseline)),
    ("first_on", lambda course: _on(course.window.baseline)),
    ("last", lambda course: _points(course.window.outcome)),
    ("last_on", lambda course: _on(course.window.outcome)),
    ("category", lambda course: course.outcome.category),
    ("carried_forward", lambda course: course.outcome.carried),
    ("global_rating", lambda course: course.global_rating),
    ("sessions_attended", lambda course: course.attendance.attended),
    ("sessions_expected", lambda course: course.attendance.expected),
    ("sessions_not_recorded", lambda course: course.attendance.not_recorded),
)
NAMES = [name for name, _ in COLUMNS]


def courses_rows(courses: Iterable[TreatmentCourse]) -> list[list[Value]]:
    """Return a row for each course; a score that is missing is an empty cell, and never a zero."""
    return [[value(course) for _, value in COLUMNS] for course in courses]


def _points(score: DatedScore | None) -> float | int | None:
    """Whole scores as whole numbers, as people write them."""
    if score is None:
        return None
    return int(score.value) if score.value.is_integer() else score.value


def _on(score: DatedScore | None) -> date | None:
    return None if score is None else score.on
