"""When a check-in opens, is remembered once, and closes."""

from datetime import datetime, timedelta

OPENS_BEFORE = timedelta(hours=24)
# Late enough that most who answer by themselves have, early enough to reach the others.
REMINDER_BEFORE = timedelta(hours=2)
# Whoever was invited late is not written to twice in a row.
REMINDER_AFTER = timedelta(hours=2)
# Answers of the evening after still belong to the session; later ones would be of another week.
CLOSES_AFTER = timedelta(hours=24)


def opens_at(starts_at: datetime) -> datetime:
    """The instant from which the check-in of a session that starts then can be answered."""
    return starts_at - OPENS_BEFORE


def closes_at(ends_at: datetime) -> datetime:
    """The instant from which it can no longer be answered."""
    return ends_at + CLOSES_AFTER


def is_open(starts_at: datetime, ends_at: datetime, at: datetime) -> bool:
    """Say whether it can be answered at this instant; the closing one is outside."""
    return opens_at(starts_at) <= at < closes_at(ends_at)


def reminder_is_due(starts_at: datetime, at: datetime, invited_at: datetime | None = None) -> bool:
    """Say whether the one reminder may be sent: within two hours before the session starts.

    Not within two hours of the invitation, where that is known.
    """
    is_soon = starts_at - REMINDER_BEFORE <= at < starts_at
    return is_soon and (invited_at is None or at >= invited_at + REMINDER_AFTER)
