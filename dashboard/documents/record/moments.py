"""Moments and words as the data of a record has them."""

from datetime import date, datetime
from enum import StrEnum


def moment(at: datetime | None) -> str | None:
    """Return a moment in ISO 8601, to the second, UTC; None stays None."""
    return None if at is None else at.isoformat(timespec="seconds")


def day(on: date | None) -> str | None:
    """Return a date in ISO 8601; None stays None."""
    return None if on is None else on.isoformat()


def word(said: StrEnum | None) -> str | None:
    """Return one of the closed words; None, not known, stays None."""
    return None if said is None else said.value
