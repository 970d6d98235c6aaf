"""A person's record in plain words, for the page and for paper."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.caseload.outcomes import TreatmentCourse
from dashboard.caseload.participants import StayLine
from dashboard.clinical.attendance import expected_sessions
from dashboard.clinical.measures import band_of
from dashboard.clinical.words import Category, Mark

MARK_WORDS = {
    Mark.PRESENT: "present",
    Mark.LATE: "present, late",
    Mark.LEFT_EARLY: "present, left early",
    Mark.EXCUSED: "absent, excused",
    Mark.LATE_CANCELLATION: "absent, cancelled late",
    Mark.NO_SHOW: "absent",
    None: "not recorded",
}
CATEGORY_WORDS = {
    Category.RECOVERED: "Clearly better, and now in the range of people without this problem.",
    Category.IMPROVED: "Clearly better: more than the questionnaire's own error.",
    Category.UNCHANGED: "About the same: within the questionnaire's own error.",
    Category.DETERIORATED: "Harder than at the start: more than the questionnaire's own error.",
    Category.HARMED: "Harder than at the start: more than the questionnaire's own error.",
}


@dataclass(frozen=True)
class SessionLine:
    """One session on paper."""

    on: date
    words: str


@dataclass(frozen=True)
class Totals:
    """Over all stays: sessions that counted, attended, missed and not recorded; and each mark."""

    expected: int
    attended: int
    missed: int
    not_recorded: int
    of_marks: list[tuple[str, int]]


def session_lines(line: StayLine) -> list[SessionLine]:
    """Every session that counted for a person in one stay, by date."""
    if line.history is None:
        return []
    return [SessionLine(each.on, MARK_WORDS[each.mark]) for each in expected_sessions(line.history)]


def attendance_totals(stays: Sequence[StayLine]) -> Totals:
    """Add up the stays."""
    counts = Counter(each.words for line in stays for each in session_lines(line))
    rates = [line.attendance for line in stays if line.attendance is not None]
    return Totals(
        expected=sum(rate.expected for rate in rates),
        attended=sum(rate.attended for rate in rates),
        missed=sum(rate.missed for rate in rates),
        not_recorded=sum(rate.not_recorded for rate in rates),
        of_marks=[(words, counts[words]) for words in MARK_WORDS.values() if counts[words]],
    )


def course_words(course: TreatmentCourse) -> list[str]:
    """One course as its participant may read it: where it began, where it is, what that means."""
    window, definition = course.window, course.definition
    said = []
    for label, score in (("At the start", window.baseline), ("Now", window.last_later)):
        if score is not None:
            band = band_of(definition, score.value)
            level = f", {band.name}" if band else ""
            on = f"{score.on:%B} {score.on.day}, {score.on.year}"
            said.append(f"{label}: {round(score.value, 2):g}{level} ({on}).")
    category = course.outcome.category or course.outcome.carried
    if category is not None:
        said.append(CATEGORY_WORDS[category])
    rate = course.attendance
    return [*said, f"You came to {rate.attended} of {rate.expected} sessions."]
