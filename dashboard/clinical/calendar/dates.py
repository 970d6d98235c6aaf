"""Dates as people give them, within bounds, and the distances between them."""

import re
from collections.abc import Iterable
from datetime import date

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200

ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


class DateRefused(ValueError):
    """A text is no date that can be used; the message is for the person who typed it."""


def parse_bounded_date(text: str) -> date:
    """Read a date written year-month-day, such as 2026-11-24, in the years 1900 to 2200.

    Spaces around it are allowed. Anything else raises `DateRefused`: other orders of day and
    month are not guessed, and only the digits 0 to 9 count as digits.
    """
    found = ISO_DATE.fullmatch(text.strip())
    if found is None:
        raise DateRefused("Write the date as year-month-day, for example 2026-11-24.")
    year, month, day = (int(part) for part in found.groups())
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise DateRefused(f"The year must be between {EARLIEST_YEAR} and {LATEST_YEAR}.")
    try:
        return date(year, month, day)
    except ValueError:
        raise DateRefused("There is no such day in the calendar.") from None


def age_in_days(since: date, as_of: date) -> int:
    """Count the days from one date to another: 0 on the day itself, negative before it."""
    return (as_of - since).days


def day_in_words(on: date) -> str:
    """A date as a therapist says it: Tue 24 Nov 2026."""
    return f"{on:%a} {on.day} {on:%b} {on.year}"


def week_of(session_dates: Iterable[date], on: date) -> int | None:
    """The week of a cycle that a date belongs to, from the local dates of its sessions in order.

    That is the number (from 1) of the latest session on or before the date; None before
    the first. A week without a session belongs to the session before it.
    """
    return sum(session_date <= on for session_date in session_dates) or None
