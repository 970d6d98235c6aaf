"""The sessions of a cycle: every week the same time on the wall, as moments in UTC."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from types import MappingProxyType

from dashboard.clinical.calendar.dates import EARLIEST_YEAR, LATEST_YEAR
from dashboard.clinical.calendar.instants import instant_of, zone_named

WEEK = timedelta(days=7)
SUNDAY = 6
LONGEST_CYCLE = 52
LONGEST_SESSION_MINUTES = 720
NOTHING_MOVED: Mapping[date, date] = MappingProxyType({})


class ScheduleRefused(ValueError):
    """A schedule that cannot be; the message is for the person who asked for it."""


@dataclass(frozen=True)
class PlannedSession:
    """One session of a cycle: its week from 1, its local date, start and end in UTC."""

    week: int
    on_date: date
    starts_at: datetime
    ends_at: datetime


def session_instants(
    first_date: date,
    weekday: int,
    wall_time: time,
    zone: str,
    duration_minutes: int,
    count: int,
    closures: Iterable[date] = (),
    skipped: Iterable[date] = (),
    moved: Mapping[date, date] = NOTHING_MOVED,
) -> tuple[PlannedSession, ...]:
    """Plan `count` weekly sessions from the first `weekday` (Monday is 0) on or after `first_date`.

    `closures` are local dates on which nobody meets, `skipped` the usual dates of weeks left out:
    such a week gives no session and the cycle goes on a week longer, so that it keeps its
    `count`. `moved` gives another date, less than a week away, for a usual date. `wall_time` is
    local to `zone`, through daylight saving; `instant_of` says what odd times mean. The length
    is in minutes that pass. Raises `ScheduleRefused`, or ValueError for an unknown zone.
    """
    check_numbers(weekday, duration_minutes, count)
    place, length = zone_named(zone), timedelta(minutes=duration_minutes)
    left_out = frozenset(closures), frozenset(skipped)
    planned: list[PlannedSession] = []
    dates = session_dates(first_usual_date(first_date, weekday), left_out, moved)
    for on in islice(dates, count):
        if planned and on <= planned[-1].on_date:
            raise ScheduleRefused(f"The session moved to {on} would not come after the one before.")
        starts_at = instant_of(on, wall_time, place)
        planned.append(PlannedSession(len(planned) + 1, on, starts_at, starts_at + length))
    return tuple(planned)


def check_numbers(weekday: int, duration_minutes: int, count: int) -> None:
    """Refuse what no schedule can have."""
    if not 0 <= weekday <= SUNDAY:
        raise ScheduleRefused("The weekday must be 0 (Monday) to 6 (Sunday).")
    if not 1 <= duration_minutes <= LONGEST_SESSION_MINUTES:
        raise ScheduleRefused(f"A session lasts 1 to {LONGEST_SESSION_MINUTES} minutes.")
    if not 1 <= count <= LONGEST_CYCLE:
        raise ScheduleRefused(f"A cycle has 1 to {LONGEST_CYCLE} sessions.")


def first_usual_date(first_date: date, weekday: int) -> date:
    """The first such weekday on or after a date."""
    check_year(first_date)
    return first_date + timedelta(days=(weekday - first_date.weekday()) % 7)


def session_dates(
    usual: date,
    left_out: tuple[Collection[date], Collection[date]],
    moved: Mapping[date, date],
) -> Iterator[date]:
    """The local dates of sessions, week by week from a usual date, without those left out."""
    closures, skipped = left_out
    while True:
        on = moved.get(usual, usual)
        if abs(on - usual) >= WEEK:
            raise ScheduleRefused(f"The session of {usual} can move by at most six days.")
        check_year(on)
        if usual not in skipped and on not in closures:
            yield on
        usual += WEEK


def check_year(on: date) -> None:
    """Refuse a date far outside any schedule."""
    if not EARLIEST_YEAR <= on.year <= LATEST_YEAR:
        raise ScheduleRefused(f"The year must be between {EARLIEST_YEAR} and {LATEST_YEAR}.")
