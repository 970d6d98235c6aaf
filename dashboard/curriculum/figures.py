"""The figures of teaching and learning, from what people were taught, did and used."""

from collections.abc import Sequence

from dashboard import charts
from dashboard.caseload.curriculum import CurriculumProgress, PersonProgress, PersonSession
from dashboard.charts import Chart
from dashboard.charts.rows import (
    GroupCourse,
    Meeting,
    PersonCourse,
    PersonHomework,
    PersonMarks,
    PersonSkills,
    RatingSeries,
    ScoreScale,
    SkillState,
    WeekMean,
    WeekScore,
)
from dashboard.clinical.curriculum import Module, SkillStatus
from dashboard.clinical.outcomes.intervals import mean_interval
from dashboard.clinical.words import MISSED_MARKS, Direction, Homework, Mark, SessionState

PRACTICE = ScoreScale("Skill practice", 0, 7, Direction.BETTER, spoken="skill practice")
STATES = {
    SkillStatus.ATTENDED: SkillState.ATTENDED,
    SkillStatus.MADE_UP: SkillState.MADE_UP,
    SkillStatus.MISSED: SkillState.MISSED,
    SkillStatus.NOT_RECORDED: SkillState.NOT_RECORDED,
    SkillStatus.NOT_ENROLLED: SkillState.NOT_ENROLLED,
    SkillStatus.NOT_YET_TAUGHT: SkillState.NOT_YET,
}


def group_figures(people: Sequence[PersonProgress], modules: Sequence[Module]) -> list[Chart]:
    """Skills, attendance, homework and practice of a cycle; only weeks that are behind us."""
    if not people:
        return []
    behind = [row for row in people[0].sessions if row.state is not SessionState.PLANNED]
    weeks = [row.group_session.week for row in behind]
    names = [person.participant.short_name for person in people]
    rows = [person.sessions[: len(weeks)] for person in people]
    drawn = [_skills(people, modules)] if modules else []
    if weeks:
        marks = [PersonMarks(*pair) for pair in zip(names, map(_marks, rows), strict=True)]
        homework = [PersonHomework(*pair) for pair in zip(names, map(_homework, rows), strict=True)]
        drawn += [
            charts.attendance_heat_map(marks, weeks),
            charts.homework_map(homework, weeks),
            _practice(names, rows),
        ]
    return drawn


def person_figures(progress: CurriculumProgress) -> list[Chart]:
    """How much the person used the skills, session by session of the latest stay."""
    latest = progress.stays[0]
    scores = _scores([row for row in progress.sessions if _of_stay(row, latest.group_id)])
    if not any(score.score is not None for score in scores):
        return []
    return [
        charts.weekly_ratings(
            [RatingSeries(PRACTICE, scores)], key=f"practice-{progress.curriculum.id}"
        )
    ]


def _of_stay(row: PersonSession, group_id: int) -> bool:
    return row.group_session.group_id == group_id


def _skills(people: Sequence[PersonProgress], modules: Sequence[Module]) -> Chart:
    rows = [
        PersonSkills(
            person.participant.short_name,
            tuple(STATES[s.status] for module in person.coverage.modules for s in module.skills),
        )
        for person in people
    ]
    return charts.skills_heat_map(rows, [s.name for module in modules for s in module.skills])


def _marks(rows: Sequence[PersonSession]) -> tuple[Mark | Meeting | None, ...]:
    return tuple(_without_meeting(row) or row.mark for row in rows)


def _homework(rows: Sequence[PersonSession]) -> tuple[Homework | Meeting | None, ...]:
    return tuple(_without_meeting(row) or _reviewed(row) for row in rows)


def _reviewed(row: PersonSession) -> Homework | Meeting | None:
    known = None if row.attendance is None else row.attendance.homework
    return Meeting.NOT_THERE if known is None and row.mark in MISSED_MARKS else known


def _without_meeting(row: PersonSession) -> Meeting | None:
    if row.state is SessionState.CANCELLED:
        return Meeting.CANCELLED
    return None if row.expected else Meeting.NOT_ENROLLED


def _practice(names: Sequence[str], rows: Sequence[Sequence[PersonSession]]) -> Chart:
    people = tuple(
        PersonCourse(name, _scores(of_person)) for name, of_person in zip(names, rows, strict=True)
    )
    by_week = zip(*(person.scores for person in people), strict=True)
    means = [
        WeekMean(
            column[0].week,
            mean_interval([score.score for score in column if score.score is not None]),
        )
        for column in by_week
    ]
    return charts.group_trajectories(GroupCourse(PRACTICE, people, tuple(means)), key="practice")


def _scores(rows: Sequence[PersonSession]) -> tuple[WeekScore, ...]:
    return tuple(
        WeekScore(row.group_session.week, _rating(row), row.group_session.on_date) for row in rows
    )


def _rating(row: PersonSession) -> float | None:
    if not row.expected or row.attendance is None:
        return None
    rating = row.attendance.practice_rating
    return None if rating is None else float(rating)
