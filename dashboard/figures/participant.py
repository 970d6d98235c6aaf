"""The figures of one participant: each course, and pain beside mood where that is the matter."""

from collections.abc import Mapping, Sequence

from dashboard import charts
from dashboard.caseload.outcomes import AnswerSet, TreatmentCourse
from dashboard.charts import Chart
from dashboard.charts.rows import (
    Course,
    RatingSeries,
    SessionMark,
    UnitSeries,
    WeekGain,
    WeekSession,
    WeekSkill,
)
from dashboard.clinical.change.reliable_change import change_in_units
from dashboard.clinical.change.sudden_gains import sudden_gains
from dashboard.clinical.measures import MeasureDefinition, library_measure
from dashboard.clinical.outcomes.together import move_together
from dashboard.clinical.outcomes.windows import DatedScore, choose_scores
from dashboard.clinical.words import ATTENDED_MARKS, Mark, SessionState
from dashboard.figures.items import OVERLAPS_WITH_PAIN, item_charts
from dashboard.figures.pain import MOOD, is_about_pain
from dashboard.figures.scales import score_scale, shown_weeks, week_scores

Answers = Mapping[str, Sequence[AnswerSet]]


def figures(courses: list[TreatmentCourse], answers: Answers) -> list[Chart]:
    """Each course, the latest first: its trajectory, then what lies behind the total.

    `answers` are the person's, by key of the measure.
    """
    return [
        chart
        for course in courses
        for chart in (*_over_time(course), *_behind_the_total(course, answers))
    ]


def trajectories(courses: list[TreatmentCourse]) -> list[Chart]:
    """Only how each course went, the latest first."""
    return [chart for course in courses for chart in _over_time(course)]


def _over_time(course: TreatmentCourse) -> list[Chart]:
    key = f"trajectory-{course.enrollment.id}"
    drawn = [charts.participant_trajectory(_course(course), key=key)]
    return [*drawn, _pain_and_mood(course)] if is_about_pain(course) else drawn


def _behind_the_total(course: TreatmentCourse, answers: Answers) -> list[Chart]:
    own = item_charts(course, course.definition, answers)
    if not is_about_pain(course):
        return own
    mood = item_charts(course, library_measure(MOOD), answers, OVERLAPS_WITH_PAIN)
    return [*_in_units(course), *own, *mood]


def _course(course: TreatmentCourse) -> Course:
    baseline = course.window.baseline
    return Course(
        scale=score_scale(course.definition),
        scores=shown_weeks(course, course.scores, course.definition),
        sessions=_sessions(course),
        skills=_skills(course),
        gains=_gains(course),
        baseline=None if baseline is None else baseline.value,
        whose=course.participant.short_name,
    )


def _sessions(course: TreatmentCourse) -> tuple[WeekSession, ...]:
    return tuple(
        WeekSession(each.week, _mark(each.mark.mark, each.mark.state), _detail(each.mark.mark))
        for each in course.presence.sessions
    )


def _skills(course: TreatmentCourse) -> tuple[WeekSkill, ...]:
    """What was taught in the sessions that were held, and whether the person was there."""
    return tuple(
        WeekSkill(each.week, skill, _attended(each.mark.mark))
        for each in course.presence.sessions
        if each.mark.state is SessionState.HELD
        for skill in each.skills
    )


def _attended(mark: Mark | None) -> bool | None:
    return None if mark is None else mark in ATTENDED_MARKS


def _gains(course: TreatmentCourse) -> tuple[WeekGain, ...]:
    """Sudden gains between neighboring weeks; none where no threshold is fit for use."""
    change = course.definition.usable_reliable_change
    weeks = week_scores(course, course.scores, course.definition)
    if change is None:
        return ()
    found = sudden_gains(
        [row.score for row in weeks], change.threshold.points, course.definition.higher_is
    )
    # A gain lies between its session, counted from 1, and the next: the row after it.
    return tuple(WeekGain(weeks[gain.session].week, gain.points) for gain in found)


def _mark(mark: str | None, state: SessionState) -> SessionMark:
    if state is SessionState.CANCELLED:
        return SessionMark.CANCELLED
    if mark is None:
        return SessionMark.NOT_RECORDED
    return SessionMark.ATTENDED if mark in ATTENDED_MARKS else SessionMark.MISSED


def _detail(mark: str | None) -> str:
    return "" if mark is None else mark.replace("_", " ")


def _pain_and_mood(course: TreatmentCourse) -> Chart:
    pain, mood = course.definition, library_measure(MOOD)
    series = (
        RatingSeries(score_scale(pain), shown_weeks(course, course.scores, pain)),
        RatingSeries(score_scale(mood), shown_weeks(course, course.mood_scores, mood)),
    )
    pains, moods = ([(row.week, row.score) for row in one.scores] for one in series)
    found = move_together(pains, moods, (pain.higher_is, mood.higher_is))
    key = f"pain-and-mood-{course.enrollment.id}"
    return charts.pain_and_mood(*series, found, key=key)


def _in_units(course: TreatmentCourse) -> list[Chart]:
    """Pain and mood on one panel, where both have a threshold and a score to start from."""
    mood = library_measure(MOOD)
    found = [
        _units(course, course.scores, course.definition),
        _units(course, course.mood_scores, mood),
    ]
    series = [one for one in found if one is not None]
    if len(series) < len(found):
        return []
    key = f"units-{course.enrollment.id}"
    return [charts.change_in_units(series, title="Pain and mood in reliable changes", key=key)]


def _units(
    course: TreatmentCourse, scores: tuple[DatedScore, ...], definition: MeasureDefinition
) -> UnitSeries | None:
    change = definition.usable_reliable_change
    baseline = choose_scores(scores, course.first_attended).baseline
    if change is None or baseline is None:
        return None
    needed, way = change.threshold.points, definition.higher_is
    weeks = tuple(
        (row.week, None)
        if row.score is None
        else (row.week, change_in_units(baseline.value, row.score, needed, way))
        for row in shown_weeks(course, scores, definition)
    )
    return UnitSeries(definition.short_name, weeks)
