"""Which courses a page asks for; what cannot be read becomes no filter."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

LARGEST_NUMBER = 2**53
WITHOUT_CURRICULUM = "none"
_FROM_TO = re.compile(r"([0-9]{1,4})-([0-9]{1,4})")


@dataclass(frozen=True)
class OutcomeFilters:
    """None is no filter. The dates are the last days of outcome windows, ends included.

    The measure is the primary one of the course; the curriculum is that of its group type.
    `sessions` are the fewest and the most attended, ends included. `improved_in` is the week of
    the first reliable improvement: it narrows lists of people, and never a report.
    """

    group_type: str | None = None
    group_id: int | None = None
    cycle: int | None = None
    measure: str | None = None
    curriculum: str | None = None
    closed_from: date | None = None
    closed_to: date | None = None
    sessions: tuple[int, int] | None = None
    improved_in: int | None = None

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "OutcomeFilters":
        """Read what `as_query` writes; a bad value is no filter.

        A measure is named by its key, a curriculum by its number or WITHOUT_CURRICULUM.
        """
        return cls(
            group_type=query.get("type") or None,
            group_id=_number(query.get("group", "")),
            cycle=_number(query.get("cycle", "")),
            measure=query.get("measure") or None,
            curriculum=_curriculum(query.get("curriculum", "")),
            closed_from=_day(query.get("from", "")),
            closed_to=_day(query.get("to", "")),
            sessions=_ends(query.get("sessions", "")),
            improved_in=_number(query.get("improved_in", "")),
        )

    def as_query(self) -> dict[str, str | int]:
        """Return what is asked for under the names of the query string, without what is not."""
        asked = {
            "type": self.group_type,
            "group": self.group_id,
            "cycle": self.cycle,
            "measure": self.measure,
            "curriculum": self.curriculum,
            "from": None if self.closed_from is None else self.closed_from.isoformat(),
            "to": None if self.closed_to is None else self.closed_to.isoformat(),
            "sessions": None if self.sessions is None else "-".join(map(str, self.sessions)),
            "improved_in": self.improved_in,
        }
        return {name: value for name, value in asked.items() if value is not None}

    def of_a_report(self) -> "OutcomeFilters":
        """Return what a report may be narrowed by: of people chosen by outcome it says nothing."""
        return replace(self, improved_in=None)

    def admits(self, last_day: date) -> bool:
        """Say whether a window that ended on `last_day` is asked for."""
        if self.closed_from is not None and last_day < self.closed_from:
            return False
        return self.closed_to is None or last_day <= self.closed_to


def _ends(text: str) -> tuple[int, int] | None:
    found = _FROM_TO.fullmatch(text)
    if found is None or int(found[1]) > int(found[2]):
        return None
    return int(found[1]), int(found[2])


def _curriculum(text: str) -> str | None:
    if text == WITHOUT_CURRICULUM:
        return text
    number = _number(text)
    return None if number is None else str(number)


def _number(text: str) -> int | None:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_NUMBER))):
        return None
    return int(text) if 0 < int(text) <= LARGEST_NUMBER else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
