"""Times on the wall as moments in UTC, also on the two odd nights of the year."""

from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo


class WallTimeKind(StrEnum):
    """How often a clock on the wall shows a time on one date."""

    USUAL = "usual"
    NONEXISTENT = "nonexistent"  # the clock jumps over it in spring
    AMBIGUOUS = "ambiguous"  # the clock shows it twice in autumn


def zone_named(name: str) -> ZoneInfo:
    """Find a time zone such as America/New_York; an unknown name raises ValueError."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # absent, not a plain name, a folder of zones
        raise ValueError(f"There is no time zone called {name!r}.") from None


def instant_of(on: date, wall_time: time, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, at which a clock on the wall of that zone shows this time.

    A time that the clock jumps over is as much later as the jump is long: 2:30 becomes 3:30, as
    if the clock had gone on. Of a time that is shown twice the first one is meant.
    """
    return datetime.combine(on, wall_time.replace(tzinfo=None, fold=0), zone).astimezone(UTC)


def kind_of_wall_time(on: date, wall_time: time, zone: ZoneInfo) -> WallTimeKind:
    """Say whether the time is usual, jumped over or shown twice, so that a page can tell."""
    wanted = datetime.combine(on, wall_time.replace(tzinfo=None, fold=0), zone)
    if wanted.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wanted.replace(tzinfo=None):
        return WallTimeKind.NONEXISTENT
    if wanted.utcoffset() != wanted.replace(fold=1).utcoffset():
        return WallTimeKind.AMBIGUOUS
    return WallTimeKind.USUAL
