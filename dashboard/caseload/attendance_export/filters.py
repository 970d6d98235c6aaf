"""Which attendance an export asks for; what cannot be read becomes no filter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.clinical.attendance import Unmarked
from dashboard.clinical.words import Mark

LARGEST_NUMBER = 2**53 - 1
# Everything that a cell may say of a session that has begun.
SAYINGS: dict[str, Mark | Unmarked] = {
    **{mark.value: mark for mark in Mark},
    **{word.value: word for word in Unmarked if word is not Unmarked.PLANNED},
}


@dataclass(frozen=True)
class AttendanceFilters:
    """None is no filter, and no marks are all of them. Dates are of sessions, ends included."""

    group_type: str | None = None
    group_id: int | None = None
    facilitator_id: int | None = None
    participant_id: int | None = None
    cycle: int | None = None
    first_on: date | None = None
    last_on: date | None = None
    marks: frozenset[Mark | Unmarked] = frozenset()

    @classmethod
    def from_query(cls, query: Mapping[str, str], marks: Iterable[str]) -> "AttendanceFilters":
        """Read `type`, `group`, `facilitator`, `participant`, `cycle`, `from`, `to` and marks."""
        return cls(
            group_type=query.get("type") or None,
            group_id=_number(query.get("group", "")),
            facilitator_id=_number(query.get("facilitator", "")),
            participant_id=_number(query.get("participant", "")),
            cycle=_number(query.get("cycle", "")),
            first_on=_day(query.get("from", "")),
            last_on=_day(query.get("to", "")),
            marks=frozenset(SAYINGS[mark] for mark in marks if mark in SAYINGS),
        )

    def as_query(self) -> dict[str, Any]:
        """The same filters as plain values for an address or an audit line; none is left out."""
        asked = {
            "type": self.group_type,
            "group": self.group_id,
            "facilitator": self.facilitator_id,
            "participant": self.participant_id,
            "cycle": self.cycle,
            "from": None if self.first_on is None else self.first_on.isoformat(),
            "to": None if self.last_on is None else self.last_on.isoformat(),
            "marks": sorted(mark.value for mark in self.marks) or None,
        }
        return {name: value for name, value in asked.items() if value is not None}

    @property
    def is_about_people(self) -> bool:
        """Whether it asks for some of the rows of a session, so that others may have none."""
        return self.participant_id is not None or bool(self.marks)


def _number(text: str) -> int | None:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_NUMBER))):
        return None
    return int(text) if 0 < int(text) <= LARGEST_NUMBER else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
