"""What was not understood in a file, where, in plain words; and the session it is read for."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Problem:
    """One thing not understood; `line` counts from 1, and is None for the file as a whole."""

    message: str
    line: int | None = None


class Unreadable(ValueError):
    """A value, or a whole file, that cannot be read; the message says why in plain words."""


class OtherDay(Unreadable):
    """A time whose date is a day that is not the session's, nor one beside it."""


@dataclass(frozen=True)
class SessionFrame:
    """The session a file is of: start and end in UTC (as they happened, if known), its zone."""

    starts_at: datetime
    ends_at: datetime
    zone: ZoneInfo

    @property
    def seconds(self) -> float:
        """How long the session was."""
        return (self.ends_at - self.starts_at).total_seconds()

    @property
    def middle(self) -> datetime:
        """The moment half way."""
        return self.starts_at + (self.ends_at - self.starts_at) / 2
