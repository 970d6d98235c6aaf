"""The roster of a session: who is expected, what is recorded of them, what they answered."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from dashboard.caseload.expected import group_stays, is_active_on_day
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.change.thresholds import points_improved
from dashboard.clinical.measures import MeasureDefinition, parse_definition
from dashboard.clinical.words import ATTENDED_MARKS, MISSED_MARKS, FlagKind, Homework, Mark
from dashboard.extensions import db
from dashboard.models.flags import Flag
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.measures import Assessment, MeasureVersion
from dashboard.models.notes import ProgressNote
from dashboard.models.participants import Enrollment

# A score counts as this session's when it is of the week before it, or of the day after.
WEEK = timedelta(days=7)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class LatestScore:
    """The scores of the primary measure up to a session; `today` is None where not answered.

    `better` is the points toward better since the score before, None without one.
    """

    values: tuple[float, ...]
    today: float | None
    better: float | None


@dataclass(frozen=True)
class RosterRow:
    """One person of the session. `is_expected` is False for somebody with only old records."""

    stay: Enrollment
    attendance: Attendance | None
    score: LatestScore
    is_expected: bool
    is_first: bool
    missed_last: bool
    homework_last: Homework | None
    has_safety_flag: bool


@dataclass(frozen=True)
class SessionRoster:
    """All rows by name, and the measure whose scores stand beside the names.

    `stays` are all that ever began in the group: those on hold, gone, or yet to come too.
    """

    rows: list[RosterRow]
    measure: MeasureDefinition
    stays: list[Enrollment]


def session_roster(viewer: Viewer, group_session: GroupSession) -> SessionRoster:
    """Return everyone expected at a session, and everyone of whom something is recorded there."""
    stays = group_stays(viewer, group_session)
    expected = {stay.id for stay in stays if is_active_on_day(viewer, stay, group_session)}
    here = _attendance(group_session)
    recorded = expected | set(here) | _with_note(group_session)
    shown = [stay for stay in stays if stay.id in recorded]
    before = _recorded_before(group_session)
    people = [stay.participant_id for stay in shown]
    scores, flagged = _scores(group_session, people), _flagged(people)
    measure = _measure(group_session)
    rows = [
        RosterRow(
            stay=stay,
            attendance=here.get(stay.id),
            score=_latest(scores.get(stay.participant_id, []), group_session.on_date, measure),
            is_expected=stay.id in expected,
            is_first=not any(was.mark in ATTENDED_MARKS for was in before.get(stay.id, [])),
            missed_last=_last(before, stay.id).mark in MISSED_MARKS,
            homework_last=_last(before, stay.id).homework,
            has_safety_flag=stay.participant_id in flagged,
        )
        for stay in shown
    ]
    return SessionRoster(rows, measure, stays)


def _attendance(group_session: GroupSession) -> dict[int, Attendance]:
    rows = db.session.scalars(
        select(Attendance).where(Attendance.group_session_id == group_session.id)
    )
    return {row.enrollment_id: row for row in rows}


def _with_note(group_session: GroupSession) -> set[int]:
    query = select(ProgressNote.enrollment_id).where(
        ProgressNote.group_session_id == group_session.id
    )
    return set(db.session.scalars(query))


@dataclass(frozen=True)
class Before:
    """What was recorded of somebody at one earlier session."""

    mark: Mark | None = None
    homework: Homework | None = None


def _last(before: dict[int, list[Before]], stay_id: int) -> Before:
    return before.get(stay_id, [Before()])[-1]


def _recorded_before(group_session: GroupSession) -> dict[int, list[Before]]:
    """What was recorded at the sessions of the group before this one, in order, by stay."""
    query = (
        select(Attendance.enrollment_id, Attendance.mark, Attendance.homework)
        .join(GroupSession, GroupSession.id == Attendance.group_session_id)
        .where(
            GroupSession.group_id == group_session.group_id,
            GroupSession.starts_at < group_session.starts_at,
            GroupSession.cancelled_at.is_(None),
        )
        .order_by(GroupSession.starts_at)
    )
    found: dict[int, list[Before]] = {}
    for stay_id, mark, homework in db.session.execute(query):
        found.setdefault(stay_id, []).append(Before(mark, homework))
    return found


def _scores(group_session: GroupSession, people: list[int]) -> dict[int, list[tuple[date, float]]]:
    query = (
        select(Assessment.participant_id, Assessment.assessed_on, Assessment.score)
        .where(
            Assessment.participant_id.in_(people),
            Assessment.measure_id == group_session.group.group_type.primary_measure_id,
            Assessment.superseded_at.is_(None),
            Assessment.score.is_not(None),
            Assessment.assessed_on <= group_session.on_date + DAY,
        )
        .order_by(Assessment.assessed_on, Assessment.id)
    )
    found: dict[int, list[tuple[date, float]]] = {}
    for person, on, score in db.session.execute(query):
        found.setdefault(person, []).append((on, score or 0.0))
    return found


def _latest(scores: list[tuple[date, float]], on: date, measure: MeasureDefinition) -> LatestScore:
    values = tuple(value for _, value in scores)
    if not scores or scores[-1][0] <= on - WEEK:
        return LatestScore(values, None, None)
    better = None
    if len(values) > 1:
        better = points_improved(values[-2], values[-1], measure.higher_is)
    return LatestScore(values, values[-1], better)


def _flagged(people: list[int]) -> set[int]:
    query = select(Flag.participant_id).where(
        Flag.participant_id.in_(people), Flag.kind == FlagKind.SAFETY, Flag.closed_at.is_(None)
    )
    return {person for person in db.session.scalars(query) if person is not None}


def _measure(group_session: GroupSession) -> MeasureDefinition:
    newest = db.session.scalars(
        select(MeasureVersion)
        .where(MeasureVersion.measure_id == group_session.group.group_type.primary_measure_id)
        .order_by(MeasureVersion.number.desc())
        .limit(1)
    ).one()
    return parse_definition(newest.definition)
