"""What the practice says of itself, and the days on which it is closed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from dashboard.clinical.calendar import zone_named
from dashboard.errors import Conflict, Refused
from dashboard.extensions import db
from dashboard.models.groups import Practice, PracticeClosure
from dashboard.records.trail import write_audit_line


def change_settings(
    practice: Practice, fields: Mapping[str, Any], *, version: int, by: int, at: datetime
) -> None:
    """Write the settings. `version` is that of the row read. Does not commit. Raises Conflict."""
    if practice.version != version:
        raise Conflict("Somebody has changed the settings since you opened the page.")
    for name, value in fields.items():
        setattr(practice, name, value)
    _write_line("change settings", "practice", 1, by, at)


def add_closure(on: date, reason: str, *, by: int, at: datetime) -> PracticeClosure:
    """Close the practice for a day that is not over there. No commit. Raises Refused, by field."""
    zone = zone_named(db.session.get_one(Practice, 1).time_zone)
    if on < at.astimezone(zone).date():
        raise Refused("This day is over.", field="on_date")
    if db.session.scalar(select(PracticeClosure).where(PracticeClosure.on_date == on)):
        raise Refused("The practice is closed on this day already.", field="on_date")
    row = PracticeClosure(on_date=on, reason=reason.strip())
    db.session.add(row)
    db.session.flush()
    _write_line("add closure", "practice_closures", row.id, by, at)
    return row


def remove_closure(row: PracticeClosure, *, by: int, at: datetime) -> None:
    """Open on a day after all. Does not commit."""
    closure_id = row.id
    db.session.delete(row)
    _write_line("remove closure", "practice_closures", closure_id, by, at)


def _write_line(action: str, subject: str, subject_id: int, by: int, at: datetime) -> None:
    db.session.flush()
    write_audit_line(by=by, at=at, action=action, subject=subject, subject_id=subject_id)
