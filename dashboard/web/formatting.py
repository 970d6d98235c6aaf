"""Dates, times and numbers as a therapist says them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from flask import Flask

from dashboard.access import practice_zone

# Americans say the zone without the season.
SPOKEN_ZONES = {
    "EST": "ET", "EDT": "ET", "CST": "CT", "CDT": "CT",
    "MST": "MT", "MDT": "MT", "PST": "PT", "PDT": "PT",
}  # fmt: skip


def init_app(app: Flask) -> None:
    for filter_ in (day, long_day, percent, people, days_ago, how_long):
        app.add_template_filter(filter_)
    for words in (clock, moment, long_moment):
        app.add_template_filter(_where_the_practice_is(words), words.__name__)


def _where_the_practice_is(words: Callable[[datetime, str], str]) -> Callable[..., str]:
    """A filter that says an instant on the clock that it is given, or else on the practice's."""
    return lambda value, zone="": words(value, zone or practice_zone())


def day(value: date) -> str:
    """Tue 24 Nov"""
    return f"{value:%a} {value.day} {value:%b}"


def long_day(value: date) -> str:
    """Tue 24 Nov 2026"""
    return f"{day(value)} {value.year}"


def clock(value: datetime, zone: str) -> str:
    """6:00 pm ET"""
    local = value.astimezone(ZoneInfo(zone))
    name = local.tzname() or ""
    hour = local.hour % 12 or 12
    half = "am" if local.hour < 12 else "pm"
    return f"{hour}:{local:%M} {half} {SPOKEN_ZONES.get(name, name)}"


def moment(value: datetime, zone: str) -> str:
    """Tue 24 Nov, 6:00 pm ET"""
    return f"{day(value.astimezone(ZoneInfo(zone)).date())}, {clock(value, zone)}"


def long_moment(value: datetime, zone: str) -> str:
    """Tue 24 Nov 2026, 6:00 pm ET"""
    return f"{long_day(value.astimezone(ZoneInfo(zone)).date())}, {clock(value, zone)}"


def percent(share: float | None) -> str:
    """70%, or an en dash where nothing is known"""
    return "–" if share is None else f"{round(share * 100)}%"


def people(count: int) -> str:
    """1 person, 3 people"""
    return f"{count} person" if count == 1 else f"{count} people"


def days_ago(days: int) -> str:
    """today, 1 day ago, 3 days ago"""
    return "today" if not days else f"{days} {'day' if days == 1 else 'days'} ago"


def how_long(age: timedelta) -> str:
    """a minute, 25 minutes, 3 hours, 2 days: in whole units, rounded down"""
    minutes = max(int(age.total_seconds() // 60), 0)
    for size, unit in ((24 * 60, "day"), (60, "hour"), (1, "minute")):
        count = minutes // size
        if count > 1:
            return f"{count} {unit}s"
        if count == 1:
            return f"{'an' if unit == 'hour' else 'a'} {unit}"
    return "under a minute"
