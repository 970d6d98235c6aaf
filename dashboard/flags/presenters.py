"""What raised a flag, in words."""

from datetime import date
from typing import Any

from dashboard.caseload.flags import FlagLine
from dashboard.clinical.measures import library
from dashboard.clinical.places import PLACES
from dashboard.clinical.words import FlagKind
from dashboard.models.check_ins import CheckIn

TITLES = {
    FlagKind.SAFETY: "Risk answer",
    FlagKind.DETERIORATION: "Worse",
    FlagKind.NOT_ON_TRACK: "Not on track",
    FlagKind.MISSES: "Missed sessions",
    FlagKind.UNSIGNED_NOTE: "Unsigned note",
    FlagKind.LICENSE: "License",
}


def what_raised_it(line: FlagLine) -> str:
    """Say what happened, as far as the flag knows."""
    detail = line.flag.detail
    if line.flag.kind is FlagKind.SAFETY and "item" in detail:
        measure = _short_name(str(detail.get("measure", "")))
        topic = f" ({detail['topic']})" if detail.get("topic") else ""
        return f"{measure} item {detail['item']}{topic}, answered {detail.get('answer')}."
    dates = detail.get("dates")
    if isinstance(dates, list):
        return _what_was_missed(detail, dates)
    return str(detail.get("reason", TITLES[line.flag.kind]))


def _short_name(key: str) -> str:
    """PHQ-9 for phq9; a practice's own measure is known by its key."""
    return {each.key: each.short_name for each in library()}.get(key, key.upper())


def _what_was_missed(detail: dict[str, Any], dates: list[str]) -> str:
    """The rule with the dates that it used, what is not known since, and whether it still holds."""
    told = f"{detail.get('rule', 'Missed')}: {days(dates)}."
    if unknown := detail.get("not_recorded"):
        told += f" Not recorded: {days(unknown)}."
    if detail.get("stands") is False:
        told += " Not reached any more: they have come since, or the record was corrected."
    return told


def how_to_reach(line: FlagLine, check_in: CheckIn | None) -> list[tuple[str, str]]:
    """Where the person said they were, and whom to call: of a risk answer, as far as known."""
    if line.flag.kind is not FlagKind.SAFETY or line.person is None:
        return []
    place = (check_in and check_in.located_in) or ""
    said = [
        ("Was in", PLACES.get(place, place)),
        ("To call, as told in the check-in", check_in and check_in.emergency_contact),
        ("To call, as on record", line.person.emergency_contact),
        ("Their phone", line.person.phone),
        ("Lives in", PLACES.get(line.person.home_state or "", line.person.home_state)),
    ]
    return [(label, words) for label, words in said if words]


def days(dates: list[str]) -> str:
    """Tue 13 Oct, Tue 20 Oct"""
    read = (date.fromisoformat(on) for on in dates)
    return ", ".join(f"{on:%a} {on.day} {on:%b}" for on in read)


def title(line: FlagLine) -> str:
    """The kind of flag, as a badge says it."""
    return TITLES[line.flag.kind]
