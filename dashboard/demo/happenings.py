"""What happened at the sessions behind us: marks, minutes, homework, scores."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import insert

from dashboard.clinical.measures import library_measure
from dashboard.clinical.words import ATTENDED_MARKS, FlagKind, Homework, Mark
from dashboard.demo.groups import MINUTES, WEEKS, ToldGroup
from dashboard.demo.scores import Measures
from dashboard.demo.stays import Stay
from dashboard.extensions import db
from dashboard.models.flags import Flag
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.measures import Assessment

MARKS = list(Mark)
MARK_WEIGHTS = [72, 8, 4, 6, 4, 6]
# In the roster of the group under way: the one who missed the last two times, the risk answer.
MISSES_PLACE, RISK_PLACE = 3, 2


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


def assess(
    told: ToldGroup,
    stays: list[Stay],
    marks: dict[Any, Mark],
    measures: Measures,
    *,
    today: date,
    chance: Random,
) -> None:
    """Write the answers of every week; those who were not there mostly did not answer."""
    rows = []
    for stay in stays:
        for meeting in stay.sessions:
            at_risk = is_risk_answer(told, stay, meeting, today)
            if meeting.on_date > today or (not at_risk and _silent(stay, meeting, marks, chance)):
                continue
            rows.extend(_answers(told, stay, meeting, measures, chance))
            if at_risk:
                _answer_item_nine(rows, measures)
    db.session.execute(insert(Assessment), rows)


def is_risk_answer(told: ToldGroup, stay: Stay, meeting: GroupSession, today: date) -> bool:
    """Tell whether this is the story's risk answer: one person, at the first group of today."""
    here = stay.is_current and stay.place == RISK_PLACE and told.told["type"] == "dbt_skills"
    return here and meeting.on_date == today


def _answer_item_nine(rows: list[dict[str, Any]], measures: Measures) -> None:
    measure_id = measures.by_key["phq9"][1]
    row = next(row for row in reversed(rows) if row["measure_id"] == measure_id)
    row["answers"] = {**row["answers"], "9": 1}
    row["score"] += 1


def _silent(stay: Stay, meeting: GroupSession, marks: dict[Any, Mark], chance: Random) -> bool:
    """Tell whether this person leaves this week's questions unanswered."""
    last = stay.course.last_week
    if stay.course.silent or (not stay.is_current and last is not None and meeting.week > last):
        return True
    mark = marks.get((stay.enrollment.id, meeting.id), Mark.PRESENT)
    if mark not in ATTENDED_MARKS:
        return chance.random() < 0.8
    return meeting.week not in {1, WEEKS} and chance.random() < 0.1


def _answers(
    told: ToldGroup, stay: Stay, meeting: GroupSession, measures: Measures, chance: Random
) -> list[dict[str, Any]]:
    severity = stay.course.severity(meeting.week, WEEKS, chance)
    at = meeting.starts_at - timedelta(hours=3)
    kind = measures.kinds[told.told["type"]]
    rows = []
    for key in dict.fromkeys(kind.measures_due(meeting.week)):
        # The global rating goes from 1, very much worse, to 7, very much improved.
        rating = 1 - (stay.course.rating - 1) / 6
        rows.append(
            measures.form(
                key,
                person_id=stay.person.id,
                severity=rating if key == "global_change" else severity,
                on=meeting.on_date,
                at=at,
                chance=chance,
            )
        )
    return rows


def raise_risk_flag(told: ToldGroup, stay: Stay, row: Assessment, *, at: datetime) -> None:
    """Raise the flag that one person's answer of today raises, two hours ago."""
    topic = library_measure("phq9").item("9").topic
    detail = {"measure": "phq9", "item": "9", "topic": topic, "answer": row.answers["9"]}
    db.session.add(
        Flag(
            kind=FlagKind.SAFETY,
            cause=f"assessment-{row.id}",
            participant_id=stay.person.id,
            enrollment_id=stay.enrollment.id,
            assessment_id=row.id,
            owner_id=told.lead.id,
            raised_at=at.astimezone(UTC) - timedelta(hours=2),
            detail=detail,
        )
    )
