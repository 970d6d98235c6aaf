"""The texts of a session: the group note and each person's progress note."""

from typing import Any

from sqlalchemy import select

from dashboard.clinical.words import Participation, Risk
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.notes import GroupNote, ProgressNote
from dashboard.records.notes.signing import check_unsigned
from dashboard.records.session_entries.kinds import (
    Kind,
    Place,
    Writer,
    audit,
    check_text,
    stay_of,
)

WORDS = {"participation": Participation, "risk": Risk}


def _read(place: Place) -> str:
    value = None if place.row is None else getattr(place.row, place.field)
    return "" if value is None else str(value)


def _set(row: Any, field: str, value: str) -> None:
    words = WORDS.get(field)
    if words is None:
        setattr(row, field, check_text(value) or None)
        return
    try:
        setattr(row, field, words(value) if value else None)
    except ValueError:
        raise Refused("Choose one of the answers on the page.") from None


def _find_progress(group_session: GroupSession, key: int | None, field: str) -> Any:
    stay_of(group_session, key)
    return db.session.scalar(
        select(ProgressNote).where(
            ProgressNote.enrollment_id == key, ProgressNote.group_session_id == group_session.id
        )
    )


def _write_progress(place: Place, value: str, writer: Writer) -> list[tuple[str, str]]:
    row = place.row or ProgressNote(
        group_id=place.group_session.group_id,
        enrollment_id=place.key,
        group_session_id=place.group_session.id,
    )
    check_unsigned(row)
    _set(row, place.field, value)
    row.written_by_id, row.written_at = writer.user_id, writer.at
    db.session.add(row)
    person = stay_of(place.group_session, place.key).participant_id
    audit(writer, "write progress note", row, person, field=place.field)
    return []


def _find_group(group_session: GroupSession, key: int | None, field: str) -> Any:
    return db.session.scalar(
        select(GroupNote).where(GroupNote.group_session_id == group_session.id)
    )


def _write_group(place: Place, value: str, writer: Writer) -> list[tuple[str, str]]:
    row = place.row or GroupNote(group_session_id=place.group_session.id)
    check_unsigned(row)
    _set(row, place.field, value)
    row.written_by_id, row.written_at = writer.user_id, writer.at
    db.session.add(row)
    audit(writer, "write group note", row, None, field=place.field)
    return []


PROGRESS_NOTE = Kind(
    has_key=True,
    fields=("participation", "risk", "response", "plan"),
    find=_find_progress,
    read_row=_read,
    write_row=_write_progress,
)
GROUP_NOTE = Kind(
    has_key=False,
    fields=("topic", "interventions", "themes", "plan"),
    find=_find_group,
    read_row=_read,
    write_row=_write_group,
)
