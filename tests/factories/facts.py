"""Marks and scores, as they are recorded."""

from datetime import date

from sqlalchemy import select

from dashboard.clinical.words import (
    AssessmentSource,
    Mark,
)
from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.measures import Assessment, Measure, MeasureVersion
from dashboard.models.participants import Enrollment
from tests.factories.people import LONG_AGO


def mark(
    stay: Enrollment, meeting: GroupSession, value: Mark | None, **fields: object
) -> Attendance:
    """Add one attendance row; many of them go to the database together, with the next question."""
    row = Attendance(
        group_id=stay.group_id,
        enrollment_id=stay.id,
        group_session_id=meeting.id,
        mark=value,
        recorded_at=LONG_AGO,
        **fields,
    )
    db.session.add(row)
    return row


def score(person_id: int, key: str, on: date, value: float | None, **fields: object) -> Assessment:
    """Add an assessment of which only the total is known."""
    version = db.session.scalars(
        select(MeasureVersion)
        .join(Measure)
        .where(Measure.key == key)
        .order_by(MeasureVersion.number.desc())
        .limit(1)
    ).one()
    told: dict[str, object] = {
        "participant_id": person_id,
        "measure_id": version.measure_id,
        "measure_version_id": version.id,
        "assessed_on": on,
        "answers": {},
        "score": value,
        "subscales": {},
        "total_only": 1,
        "source": AssessmentSource.STAFF,
        "recorded_at": LONG_AGO,
    }
    row = Assessment(**(told | fields))
    db.session.add(row)
    db.session.flush()
    return row
