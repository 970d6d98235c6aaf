"""What stands in one cell, read as what it is meant to be. Raises Refused in plain words."""

from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from dashboard.clinical.attendance import Hold
from dashboard.clinical.calendar import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    DateRefused,
    parse_bounded_date,
)
from dashboard.clinical.person_names import steers
from dashboard.errors import Refused

Word = TypeVar("Word", bound=StrEnum)
SHORT, LONG = 100, 200


def day(text: str) -> date | None:
    """Return the date in a cell, None for an empty one."""
    return _day(text) if text else None


@lru_cache(10_000)
def _day(text: str) -> date:
    try:
        return parse_bounded_date(text)
    except DateRefused as refusal:
        raise Refused(f"{shown(text)} is not a date: {refusal}") from None


def moment(text: str) -> datetime | None:
    """Return the moment in a cell, UTC where no zone is said; None for an empty one."""
    if not text:
        return None
    try:
        read = datetime.fromisoformat(text)
        found = read.replace(tzinfo=read.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Refused(f"{shown(text)} is not a moment like 2026-11-24T23:00:00Z.") from None
    if not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
        raise Refused(f"The year must be between {EARLIEST_YEAR} and {LATEST_YEAR}.")
    return found


def time_of_day(text: str) -> time | None:
    """Return the time on the wall in a cell, None for an empty one."""
    if not text:
        return None
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise Refused(f"{shown(text)} is not a time of day like 18:00.") from None


def number(text: str, name: str, low: int, high: int) -> int | None:
    """Return the whole number in a cell, None for an empty one."""
    if not text:
        return None
    plain = text[:-2] if text.endswith(".0") else text
    if not (plain.isascii() and plain.isdigit() and len(plain) < 6 and low <= int(plain) <= high):
        raise Refused(f"{name} is a whole number from {low} to {high}, not {shown(text)}.")
    return int(plain)


def word(text: str, words: type[Word], name: str) -> Word | None:
    """Return the member of a closed set in a cell, however it is spelled; None for nothing."""
    plain = text.casefold().replace(" ", "_").replace("-", "_")
    if not plain:
        return None
    try:
        return words(plain)
    except ValueError:
        listed = ", ".join(words)
        raise Refused(f"{shown(text)} is no {name}: it is one of {listed}.") from None


def short(text: str, name: str, longest: int = SHORT) -> str:
    """Return a text that fits, and stands in one line."""
    if len(text) > longest:
        raise Refused(f"{name} has {len(text):,} letters; it can have {longest}.")
    if any(steers(letter) for letter in text):
        raise Refused(f"{name} holds a line end, or a sign that cannot be seen.")
    return text


def holds(text: str) -> tuple[Hold, ...]:
    """Return the times on hold: first day/day of return, parted by semicolons."""
    return tuple(_hold(part.strip()) for part in text.split(";") if part.strip())


def _hold(text: str) -> Hold:
    first, slash, last = text.partition("/")
    since, until = day(first.strip()), day(last.strip())
    if since is None or not slash or (until is not None and until <= since):
        raise Refused(f"{shown(text)} is no time on hold like 2026-10-06/2026-10-20.")
    return Hold(since, until)


def shown(text: str) -> str:
    """Return a text as a message may hold it."""
    return text if len(text) <= 40 else f"{text[:40]}…"
