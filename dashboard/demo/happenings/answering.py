"""What people answered each week, and the risk answer of today with the flag that it raises."""

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import insert

from dashboard.clinical.measures import library_measure
from dashboard.clinical.words import ATTENDED_MARKS, AssessmentSource, Mark
from dashboard.demo.groups import WEEKS, ToldGroup
from dashboard.demo.happenings.checking_in import Asked, CheckInRows
from dashboard.demo.scores import Measures
from dashboard.demo.stays import Stay
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.measures import Assessment
from dashboard.records.assessments import raise_safety_flags

# In the roster of the first group of today: the one who gives the risk answer.
RISK_GROUP, RISK_PLACE = "dbt_skills", 2
RISK_MEASURE, RISK_ITEM = "phq9", "9"
BEFORE_THE_SESSION = timedelta(hours=3)


def assess(
    told: ToldGroup,
    stays: list[Stay],
    marks: dict[Any, Mark],
    measures: Measures,
    *,
    today: date,
    at: datetime,
    chance: Random,
) -> None:
    """Write what came in up to `at`; those who were not there mostly did not answer."""
    rows: list[dict[str, Any]] = []
    check_ins = CheckInRows()
    for stay in stays:
        for meeting in (each for each in stay.sessions if each.on_date <= today):
            due = dict.fromkeys(measures.kinds[told.told["type"]].measures_due(meeting.week))
            asked = Asked(stay, meeting, list(due), _answered_at(stay, meeting, at))
            at_risk = is_risk_answer(told, stay, meeting, today)
            forms = _forms(asked, marks, measures, chance, at_risk=at_risk)
            if stay.is_current:
                check_ins.add(asked, forms, measures)
            rows.extend(forms)
    db.session.execute(insert(Assessment), rows)
    check_ins.write()


def is_risk_answer(told: ToldGroup, stay: Stay, meeting: GroupSession, today: date) -> bool:
    """Tell whether this is the story's risk answer: one person, at the first group of today."""
    here = stay.is_current and stay.place == RISK_PLACE and told.told["type"] == RISK_GROUP
    return here and meeting.on_date == today


def _forms(
    asked: Asked, marks: dict[Any, Mark], measures: Measures, chance: Random, *, at_risk: bool
) -> list[dict[str, Any]]:
    """Return what one person answers before one session: a form for each measure, or nothing."""
    if not at_risk and _silent(asked.stay, asked.meeting, marks, chance):
        return []
    forms = _answers(asked, measures, chance)
    if at_risk:
        _answer_item_nine(forms, measures)
    return forms


def _answer_item_nine(forms: list[dict[str, Any]], measures: Measures) -> None:
    measure_id = measures.by_key[RISK_MEASURE][1]
    row = next(row for row in forms if row["measure_id"] == measure_id)
    row["answers"] = {**row["answers"], RISK_ITEM: 1}
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


def _answered_at(stay: Stay, meeting: GroupSession, at: datetime) -> datetime:
    """Return when the answers came in: hours before the session, and never in the future."""
    lately = at - timedelta(hours=2) + timedelta(minutes=9 * (stay.place - RISK_PLACE))
    return min(meeting.starts_at - BEFORE_THE_SESSION, lately)


def _answers(asked: Asked, measures: Measures, chance: Random) -> list[dict[str, Any]]:
    stay = asked.stay
    severity = stay.course.severity(asked.meeting.week, WEEKS, chance)
    # The global rating goes from 1, very much worse, to 7, very much improved.
    rating = 1 - (stay.course.rating - 1) / 6
    source = AssessmentSource.CHECK_IN if stay.is_current else AssessmentSource.STAFF
    return [
        {
            **measures.form(
                key,
                person=stay.person,
                severity=rating if key == "global_change" else severity,
                on=asked.meeting.on_date,
                at=asked.answered_at,
            ),
            "source": source,
        }
        for key in asked.keys
    ]


def raise_risk_flag(stay: Stay, row: Assessment) -> None:
    """Raise the flag that the risk answer of today raises, at the moment at which it came."""
    raise_safety_flags(
        library_measure(RISK_MEASURE),
        row.answers,
        participant_id=stay.person.id,
        on=row.assessed_on,
        at=row.recorded_at,
        enrollment_id=stay.enrollment.id,
        assessment_id=row.id,
    )
