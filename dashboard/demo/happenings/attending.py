"""Who came to the sessions behind us: marks, minutes, homework."""

from datetime import date
from random import Random
from typing import Any

from sqlalchemy import insert

from dashboard.clinical.words import ATTENDED_MARKS, Homework, Mark
from dashboard.demo.groups import MINUTES, ToldGroup
from dashboard.demo.stays import Stay
from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance, GroupSession

MARKS = list(Mark)
MARK_WEIGHTS = [72, 8, 4, 6, 4, 6]
# In the roster of the group under way: the one who missed the last two times.
MISSES_PLACE = 3


def attend(told: ToldGroup, stays: list[Stay], *, today: date, chance: Random) -> dict[Any, Mark]:
    """Write the marks of every session before today; return them by stay and session."""
    rows, marks = [], {}
    last = [meeting.id for meeting in told.cycles[-1] if meeting.on_date < today][-2:]
    for stay in stays:
        for meeting in stay.sessions:
            if meeting.on_date >= today:
                continue
            mark = _mark(stay, meeting, last, chance)
            marks[stay.enrollment.id, meeting.id] = mark
            rows.append(_attendance(told, stay, meeting, mark, chance))
    db.session.execute(insert(Attendance), rows)
    return marks


def _mark(stay: Stay, meeting: GroupSession, last: list[int], chance: Random) -> Mark:
    if stay.is_current and stay.place == MISSES_PLACE and meeting.id in last:
        return Mark.NO_SHOW
    if meeting.id == stay.sessions[0].id:
        return Mark.PRESENT
    if not stay.is_current and stay.course.last_week and meeting.week > stay.course.last_week:
        return Mark.NO_SHOW
    drawn: Mark = chance.choices(MARKS, weights=MARK_WEIGHTS)[0]
    return drawn


def _attendance(
    told: ToldGroup, stay: Stay, meeting: GroupSession, mark: Mark, chance: Random
) -> dict[str, Any]:
    there = mark in ATTENDED_MARKS
    short = chance.randint(11, 25) if mark in {Mark.LATE, Mark.LEFT_EARLY} else 0
    first = meeting.id == stay.sessions[0].id
    done = chance.choices(list(Homework)[1:], weights=[2, 3, 5])[0]
    return {
        "group_id": told.group.id,
        "enrollment_id": stay.enrollment.id,
        "group_session_id": meeting.id,
        "mark": mark,
        "minutes_attended": MINUTES - short if there else None,
        "homework": (Homework.NOT_ASSIGNED if first else done) if there else None,
        "practice_rating": chance.randint(1, 7) if there and not first else None,
        "recorded_by_id": told.lead.id,
        "recorded_at": meeting.ends_at,
    }
