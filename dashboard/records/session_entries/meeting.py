"""When a session started and stopped as it happened, and the homework that it set."""

from datetime import datetime, time, timedelta
from typing import Any

from dashboard.clinical.calendar import instant_of, zone_named
from dashboard.errors import Refused
from dashboard.models.group_sessions import GroupSession
from dashboard.records.notes.signing import check_unsigned_session
from dashboard.records.session_entries.kinds import Kind, Place, Writer, audit, check_text

TIMES = ("started_at", "ended_at")


def _find(group_session: GroupSession, key: int | None, field: str) -> Any:
    return group_session


def _read(place: Place) -> str:
    value = getattr(place.row, place.field)
    if place.field not in TIMES:
        return str(value)
    return "" if value is None else wall_clock(place.row, value)


def wall_clock(group_session: GroupSession, at: datetime) -> str:
    """An instant as HH:MM on the clock where the group meets."""
    return f"{at.astimezone(zone_named(group_session.group.time_zone)):%H:%M}"


def _write(place: Place, value: str, writer: Writer) -> list[tuple[str, str]]:
    row: GroupSession = place.row
    if place.field in TIMES:
        check_unsigned_session(row)
        found = _instant(row, value)
        _check_order({**{name: getattr(row, name) for name in TIMES}, place.field: found})
        setattr(row, place.field, found)
    else:
        row.homework_set = check_text(value)
    audit(writer, "record session", row, None, field=place.field)
    return []


def _instant(row: GroupSession, value: str) -> datetime | None:
    """Read HH:MM on the session's day; a time far before the planned start is after midnight."""
    if not value:
        return None
    try:
        wall_time = time.fromisoformat(value)
    except ValueError:
        raise Refused("Type a time such as 18:05.") from None
    zone = zone_named(row.group.time_zone)
    found = instant_of(row.on_date, wall_time, zone)
    if found < row.starts_at - timedelta(hours=12):
        return instant_of(row.on_date + timedelta(days=1), wall_time, zone)
    return found


def _check_order(times: dict[str, datetime | None]) -> None:
    start, stop = (times[name] for name in TIMES)
    if start is not None and stop is not None and stop <= start:
        raise Refused("A session stops after it starts: look at both times.")


GROUP_SESSION = Kind(
    has_key=False, fields=(*TIMES, "homework_set"), find=_find, read_row=_read, write_row=_write
)
