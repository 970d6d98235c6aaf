"""A calendar file of sessions: when and which group, and nobody's name."""

from collections.abc import Iterable
from datetime import datetime

from icalendar import Calendar, Event

from dashboard.clinical.calendar import zone_named
from dashboard.models.group_sessions import GroupSession


def calendar_of(sessions: Iterable[GroupSession], *, at: datetime) -> bytes:
    """Return an iCalendar file (RFC 5545), each session in its group's own zone.

    A session keeps its UID through moves and cancellations; SEQUENCE grows with each change.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Groupwork//Sessions//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Groups")
    for session in sessions:
        calendar.add_component(_event(session, at))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(session: GroupSession, at: datetime) -> Event:
    zone = zone_named(session.group.time_zone)
    event = Event()
    event.add("uid", f"session-{session.id}@groupwork")
    event.add("dtstamp", at)
    event.add("sequence", session.version - 1)
    event.add("dtstart", session.starts_at.astimezone(zone))
    event.add("dtend", session.ends_at.astimezone(zone))
    event.add("summary", f"{session.group.name}, week {session.week} of {session.cycle.length}")
    event.add("status", "CANCELLED" if session.cancelled_at else "CONFIRMED")
    event.add("class", "PRIVATE")
    return event
