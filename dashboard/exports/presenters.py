"""The filters of the export page, and its list of what was taken, in plain values."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.caseload.attendance_export import AttendanceFilters, ExportChoices
from dashboard.caseload.attendance_export.filters import SAYINGS


@dataclass(frozen=True)
class Choice:
    """One value of a filter, as the address and the page say it."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Filter:
    """One filter with what it offers."""

    name: str
    label: str
    choices: list[Choice]


def filters_of(choices: ExportChoices, filters: AttendanceFilters) -> list[Filter]:
    """Return the filters that choose from a list."""
    asked = filters.as_query()

    def one(name: str, label: str, offered: Iterable[tuple[object, str]]) -> Filter:
        chosen = str(asked.get(name, ""))
        pairs = [("", "All"), *((str(value), words) for value, words in offered)]
        return Filter(name, label, [Choice(*pair, chosen=pair[0] == chosen) for pair in pairs])

    return [
        one("type", "Type", ((kind.key, kind.name) for kind in choices.types)),
        one("group", "Group", ((group.id, group.name) for group in choices.groups)),
        one("facilitator", "Facilitator", ((user.id, user.name) for user in choices.facilitators)),
        one("participant", "Participant", ((one.id, one.name) for one in choices.participants)),
        one("cycle", "Cycle", ((number, f"Cycle {number}") for number in choices.cycles)),
    ]


def marks_of(filters: AttendanceFilters) -> list[Choice]:
    """Return the marks that may be asked for; none chosen is all of them."""
    return [
        Choice(word, word.replace("_", " ").capitalize(), mark in filters.marks)
        for word, mark in SAYINGS.items()
    ]


def filters_in_words(filters: dict[str, object]) -> str:
    """Say what an earlier export asked for."""
    asked = (
        f"{name} {', '.join(map(str, value)) if isinstance(value, list) else value}"
        for name, value in filters.items()
    )
    return "; ".join(asked) or "everything"
