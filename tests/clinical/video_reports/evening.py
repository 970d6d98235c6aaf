"""An invented evening group: Tuesday 24 November 2026, 6:00 to 7:30 pm in New York."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dashboard.clinical.video_reports import RosterPerson, SessionFrame, Visit

NEW_YORK = ZoneInfo("America/New_York")


def local(*parts, zone=NEW_YORK, fold=0):
    return datetime(*parts, tzinfo=zone, fold=fold).astimezone(UTC)


def frame(*start, minutes=90, zone=NEW_YORK):
    starts_at = local(*start, zone=zone)
    return SessionFrame(starts_at, starts_at + timedelta(minutes=minutes), zone)


EVENING = frame(2026, 11, 24, 18, 0)

ROSA = RosterPerson(1, "Rosa", "Lind", email="rosa@example.org")
IDRIS = RosterPerson(2, "Idris", "Vané", "Izzy")
MAYA = RosterPerson(3, "Maya", "Lind")
TWIN = RosterPerson(4, "Sam", "Oduya")
OTHER_TWIN = RosterPerson(5, "Sam", "Oduya")
ENROLLED = [ROSA, IDRIS, MAYA, TWIN, OTHER_TWIN]
ANA = RosterPerson(1, "Ana", "Reyes", email="ana@practice.example")
BEN = RosterPerson(2, "Ben", "Holt")


def after(minutes):
    """The moment so many minutes after the start."""
    return EVENING.starts_at + timedelta(minutes=minutes)


def visit(name="Rosa Lind", start=None, end=None, seconds=None, email="", line=2):
    """A visit from one minute of the session to another."""
    times = (None if one is None else after(one) for one in (start, end))
    return Visit(line, name, email, *times, seconds)
