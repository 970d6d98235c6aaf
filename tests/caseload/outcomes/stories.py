"""Short histories of invented people: who came, and what they scored."""

from datetime import date, timedelta

from dashboard.clinical.words import Mark
from dashboard.models.participants import Enrollment
from tests.factories import GroupInPractice, mark, score

STARTS = date(2026, 9, 29)


def attends(
    made: GroupInPractice, stay: Enrollment, weeks: range, value: Mark = Mark.PRESENT
) -> None:
    """Mark one person at the sessions of these weeks."""
    for week in weeks:
        mark(stay, made.sessions[week - 1], value)


def scores(stay: Enrollment, by_day: dict[int, float], measure: str = "phq9") -> None:
    """Add scores by day from the first session of the group."""
    for day, value in by_day.items():
        score(stay.participant_id, measure, STARTS + timedelta(days=day), value)


def comes_and_scores(made: GroupInPractice, stay: Enrollment, by_day: dict[int, float]) -> None:
    """Attend all of the cycle, with scores."""
    attends(made, stay, range(1, len(made.sessions) + 1))
    scores(stay, by_day)
