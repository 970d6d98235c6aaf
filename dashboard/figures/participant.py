"""The figures of one participant: each course, and pain beside mood where that is the matter."""

from dashboard import charts
from dashboard.caseload.outcomes import TreatmentCourse
from dashboard.charts import Chart
from dashboard.charts.rows import Course, RatingSeries, SessionMark, WeekSession
from dashboard.clinical.measures import library_measure
from dashboard.clinical.words import ATTENDED_MARKS, SessionState
from dashboard.figures.scales import score_scale, week_scores

PAIN = "chronic_pain"
MOOD = "phq9"


def figures(courses: list[TreatmentCourse]) -> list[Chart]:
    """One trajectory a course, the latest first."""
    return [chart for course in courses for chart in _of_course(course)]


def _of_course(course: TreatmentCourse) -> list[Chart]:
    key = f"trajectory-{course.enrollment.id}"
    drawn = [charts.participant_trajectory(_course(course), key=key)]
    if course.group.group_type.key == PAIN:
        drawn.append(_pain_and_mood(course))
    return drawn


def _course(course: TreatmentCourse) -> Course:
    baseline = course.window.baseline
    return Course(
        scale=score_scale(course.definition),
        scores=week_scores(course, course.scores, course.definition),
        sessions=_sessions(course),
        baseline=None if baseline is None else baseline.value,
        whose=course.participant.short_name,
    )


def _sessions(course: TreatmentCourse) -> tuple[WeekSession, ...]:
    return tuple(
        WeekSession(each.week, _mark(each.mark.mark, each.mark.state), _detail(each.mark.mark))
        for each in course.presence.sessions
    )


def _mark(mark: str | None, state: SessionState) -> SessionMark:
    if state is SessionState.CANCELLED:
        return SessionMark.CANCELLED
    if mark is None:
        return SessionMark.NOT_RECORDED
    return SessionMark.ATTENDED if mark in ATTENDED_MARKS else SessionMark.MISSED


def _detail(mark: str | None) -> str:
    return "" if mark is None else mark.replace("_", " ")


def _pain_and_mood(course: TreatmentCourse) -> Chart:
    mood = library_measure(MOOD)
    return charts.pain_and_mood(
        RatingSeries(
            score_scale(course.definition), week_scores(course, course.scores, course.definition)
        ),
        RatingSeries(score_scale(mood), week_scores(course, course.mood_scores, mood)),
        key=f"pain-and-mood-{course.enrollment.id}",
    )
