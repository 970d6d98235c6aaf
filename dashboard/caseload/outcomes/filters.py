"""Which courses a page asks for; what cannot be read becomes no filter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

LARGEST_NUMBER = 2**53


@dataclass(frozen=True)
class OutcomeFilters:
    """None is no filter. The dates are the last days of outcome windows, ends included."""

    group_type: str | None = None
    group_id: int | None = None
    cycle: int | None = None
    closed_from: date | None = None
    closed_to: date | None = None

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "OutcomeFilters":
        """Read `type`, `group`, `cycle`, `from` and `to`; a bad value is none."""
        return cls(
            group_type=query.get("type") or None,
            group_id=_number(query.get("group", "")),
            cycle=_number(query.get("cycle", "")),
            closed_from=_day(query.get("from", "")),
            closed_to=_day(query.get("to", "")),
        )

    def as_query(self) -> dict[str, str | int]:
        """Return what is asked for under the names of the query string, without what is not."""
        asked = {
            "type": self.group_type,
            "group": self.group_id,
            "cycle": self.cycle,
            "from": None if self.closed_from is None else self.closed_from.isoformat(),
            "to": None if self.closed_to is None else self.closed_to.isoformat(),
        }
        return {name: value for name, value in asked.items() if value is not None}

    def admits(self, last_day: date) -> bool:
        """Say whether a window that ended on `last_day` is asked for."""
        if self.closed_from is not None and last_day < self.closed_from:
            return False
        return self.closed_to is None or last_day <= self.closed_to


def _number(text: str) -> int | None:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_NUMBER))):
        return None
    return int(text) if 0 < int(text) <= LARGEST_NUMBER else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
