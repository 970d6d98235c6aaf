"""One field of the session page, compared with what its writer saw, then set.

Every value is text, and empty text is: not recorded. A target names a row, such as
`attendance:12` (an enrollment) or `group-note`; a field names a column of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.errors import Refused
from dashboard.models.group_sessions import GroupSession
from dashboard.records.session_entries import attendance, meeting, notes, skills
from dashboard.records.session_entries.kinds import Kind, Place, Writer

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "attendance": attendance.ATTENDANCE,
        "progress-note": notes.PROGRESS_NOTE,
        "group-note": notes.GROUP_NOTE,
        "group-session": meeting.GROUP_SESSION,
        "skills": skills.TAUGHT,
        "practice": skills.PRACTICE,
    }
)


@dataclass(frozen=True)
class Entry:
    """What somebody wants to write, and what stood there as far as they knew."""

    target: str
    field: str
    value: str
    base: str


@dataclass(frozen=True)
class EntrySaved:
    """It stands now; `value` is how it is kept."""

    target: str
    field: str
    value: str


@dataclass(frozen=True)
class EntryConflict:
    """Somebody else wrote something else first: nothing was written."""

    target: str
    field: str
    theirs: str
    by_id: int | None


@dataclass(frozen=True)
class EntryRefused:
    """A rule says no: nothing was written."""

    target: str
    field: str
    message: str


EntryResult = EntrySaved | EntryConflict | EntryRefused


def write_entry(group_session: GroupSession, entry: Entry, writer: Writer) -> list[EntryResult]:
    """Set one field if what is kept is what its writer saw. Does not commit.

    The same value again is saved and changes nothing, so that sending twice is harmless. What a
    value brings with it (the minutes of a mark) comes back beside it. Refusals are results.
    """
    try:
        kind, place = _found(group_session, entry.target, entry.field)
        present = kind.read(place)
        if present == entry.value:
            return [EntrySaved(entry.target, entry.field, present)]
        if present != entry.base:
            by_id = kind.written_by(place)
            return [EntryConflict(entry.target, entry.field, present, by_id)]
        brought = kind.write(place, entry.value, writer)
        pairs = [(entry.field, kind.read(place)), *brought]
        return [EntrySaved(entry.target, field, value) for field, value in pairs]
    except Refused as refusal:
        return [EntryRefused(entry.target, entry.field, str(refusal))]


def read_entry(group_session: GroupSession, target: str, field: str) -> str:
    """Return what is kept in one field. Raises Refused where there is no such field."""
    kind, place = _found(group_session, target, field)
    return kind.read(place)


def _found(group_session: GroupSession, target: str, field: str) -> tuple[Kind, Place]:
    name, _, key = target.partition(":")
    kind = KINDS.get(name)
    number = int(key) if key.isascii() and key.isdigit() and len(key) <= 16 else None
    if kind is None or (number is None) == kind.has_key:
        raise Refused("There is no such place on this page.")
    return kind, kind.place(group_session, number, field)
