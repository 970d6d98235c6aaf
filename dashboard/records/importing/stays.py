"""Stays that a file brings along, with every change that it tells of."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Table, insert

from dashboard.clinical.calendar import zone_named
from dashboard.extensions import db
from dashboard.models.participants import Enrollment, EnrollmentChange
from dashboard.records.importing.frame import Values, add_rows
from dashboard.records.importing.rows import StayRow

CHANGES = cast(Table, EnrollmentChange.__table__)


def write_stays(stays: Sequence[StayRow], *, by: int | None, at: datetime) -> None:
    """Add the stays with their changes; each row learns its id. Seats are given."""
    add_rows(Enrollment, stays, [_stay(row, at) for row in stays])
    values = [
        {
            "enrollment_id": row.id,
            "status": status,
            "on_date": on,
            "reason": reason,
            "by_id": by,
            "at": at,
        }
        for row in stays
        for status, on, reason in row.changes(at.astimezone(zone_named(row.group.time_zone)).date())
    ]
    if values:
        db.session.execute(insert(CHANGES), values)


def _stay(row: StayRow, at: datetime) -> Values:
    return {
        "participant_id": row.person.id,
        "group_id": row.group.id,
        "status": row.status,
        "seat_number": row.seat,
        "joined_on": row.joined_on,
        "ended_on": row.ended_on,
        "created_at": at,
    }
