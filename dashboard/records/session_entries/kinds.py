"""What every kind of entry can do: find its place, read it, write it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.participants import Enrollment
from dashboard.records.trail import write_audit_line

LONGEST_TEXT = 20_000


@dataclass(frozen=True)
class Writer:
    """Who writes, and when (UTC)."""

    user_id: int
    at: datetime


@dataclass(frozen=True)
class Place:
    """Where one value stands: the session, the key of its row, the field, and its row if any."""

    group_session: GroupSession
    key: int | None
    field: str
    row: Any


@dataclass(frozen=True)
class Kind:
    """One kind of entry. `fields` are its columns, or None where a field is a number.

    `find` returns the row of a key, or None; `read_row` is the text of a field of it; `write_row`
    sets it and returns what else changed with it. `has_key` says that a target names a key.
    """

    has_key: bool
    fields: Collection[str] | None
    find: Callable[[GroupSession, int | None, str], Any]
    read_row: Callable[[Place], str]
    write_row: Callable[[Place, str, Writer], list[tuple[str, str]]]

    def place(self, group_session: GroupSession, key: int | None, field: str) -> Place:
        """Return the place of a field. Raises Refused where there is none."""
        is_number = field.isascii() and field.isdigit() and len(field) <= 16
        if not (is_number if self.fields is None else field in self.fields):
            raise Refused("There is no such field on this page.")
        return Place(group_session, key, field, self.find(group_session, key, field))

    def read(self, place: Place) -> str:
        """Return what is kept there; empty where nothing is."""
        fresh = self.find(place.group_session, place.key, place.field)
        return self.read_row(Place(place.group_session, place.key, place.field, fresh))

    def write(self, place: Place, value: str, writer: Writer) -> list[tuple[str, str]]:
        """Set the value; return what came with it, by field. Raises Refused."""
        return self.write_row(place, value, writer)

    def written_by(self, place: Place) -> int | None:
        """Return the id of who wrote there last, where that is kept."""
        row = place.row
        return getattr(row, "written_by_id", None) or getattr(row, "recorded_by_id", None)


def stay_of(group_session: GroupSession, enrollment_id: int | None) -> Enrollment:
    """Return a stay in the session's own group. Raises Refused."""
    stay = db.session.scalar(
        select(Enrollment).where(
            Enrollment.id == enrollment_id, Enrollment.group_id == group_session.group_id
        )
    )
    if stay is None:
        raise Refused("This person is not in this group.")
    return stay


def check_text(value: str) -> str:
    """Return a text as it is kept. Raises Refused when it is too long."""
    if len(value) > LONGEST_TEXT:
        raise Refused(
            f"A text here holds at most {LONGEST_TEXT:,} characters; this one has {len(value):,}."
        )
    return value


def audit(writer: Writer, action: str, row: Any, participant_id: int | None, **detail: str) -> None:
    """Write who changed which field; clinical text stays out of it."""
    db.session.flush()
    write_audit_line(
        by=writer.user_id,
        at=writer.at,
        action=action,
        subject=row.__tablename__,
        subject_id=row.id,
        participant_id=participant_id,
        detail=detail,
    )
