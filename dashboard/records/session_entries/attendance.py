"""Marks, minutes, homework and practice of one person at one session."""

from typing import Any

from sqlalchemy import select

from dashboard.clinical.attendance import default_minutes
from dashboard.clinical.attendance.minutes import LONGEST_MINUTES
from dashboard.clinical.words import ATTENDED_MARKS, Homework, Mark
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.records.session_entries.kinds import Kind, Place, Writer, audit, stay_of

FIELDS = ("mark", "minutes_attended", "homework", "practice_rating")
HIGHEST_RATING = 7


def full_minutes(group_session: GroupSession) -> int:
    """The length of a session in minutes: as it happened where both times are known, or planned."""
    start, stop = group_session.started_at, group_session.ended_at
    if start is None or stop is None:
        start, stop = group_session.starts_at, group_session.ends_at
    return round((stop - start).total_seconds() / 60)


def _find(group_session: GroupSession, key: int | None, field: str) -> Any:
    stay_of(group_session, key)
    return db.session.scalar(
        select(Attendance).where(
            Attendance.enrollment_id == key, Attendance.group_session_id == group_session.id
        )
    )


def _read(place: Place) -> str:
    value = None if place.row is None else getattr(place.row, place.field)
    return "" if value is None else str(value)


def _write(place: Place, value: str, writer: Writer) -> list[tuple[str, str]]:
    row = place.row or Attendance(
        group_id=place.group_session.group_id,
        enrollment_id=place.key,
        group_session_id=place.group_session.id,
    )
    before = _read(Place(place.group_session, place.key, "minutes_attended", row))
    _set(row, place, value)
    row.recorded_by_id, row.recorded_at = writer.user_id, writer.at
    db.session.add(row)
    person = stay_of(place.group_session, place.key).participant_id
    audit(writer, "record attendance", row, person, field=place.field, to=value)
    after = _read(Place(place.group_session, place.key, "minutes_attended", row))
    is_brought = place.field == "mark" and after != before
    return [("minutes_attended", after)] if is_brought else []


def _set(row: Attendance, place: Place, value: str) -> None:
    if place.field == "mark":
        _set_mark(row, value, full_minutes(place.group_session))
    elif place.field == "minutes_attended":
        row.minutes_attended = _minutes(row, value)
    elif place.field == "homework":
        row.homework = _word(Homework, value)
    else:
        row.practice_rating = rating(value)


def _set_mark(row: Attendance, value: str, full: int) -> None:
    """Whoever was present has all the minutes until somebody says otherwise."""
    mark = _word(Mark, value)
    row.mark = mark
    if mark not in ATTENDED_MARKS or row.minutes_attended in (None, full):
        row.minutes_attended = default_minutes(mark, full)


def _word(words: Any, value: str) -> Any:
    if not value:
        return None
    try:
        return words(value)
    except ValueError:
        raise Refused("Choose one of the answers on the page.") from None


def _minutes(row: Attendance, value: str) -> int | None:
    if not value:
        return None
    if row.mark not in ATTENDED_MARKS:
        raise Refused("Choose a mark first: present, late or left early.")
    minutes = number(value)
    if minutes is None or minutes > LONGEST_MINUTES:
        raise Refused(f"Minutes are a whole number from 0 to {LONGEST_MINUTES}.")
    return minutes


def rating(value: str) -> int | None:
    """Read a rating from 0 to 7; None where there is none. Raises Refused."""
    if not value:
        return None
    found = number(value)
    if found is None or found > HIGHEST_RATING:
        raise Refused(f"Practice is a whole number from 0 to {HIGHEST_RATING}.")
    return found


def number(text: str) -> int | None:
    """Read a whole number of at most four ASCII digits, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None


ATTENDANCE = Kind(has_key=True, fields=FIELDS, find=_find, read_row=_read, write_row=_write)
