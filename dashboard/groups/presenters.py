"""Groups in words: when they meet, how full they are, who runs them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from dashboard.caseload.groups import Meeting, Seats
from dashboard.clinical.attendance import AttendanceRate
from dashboard.clinical.words import (
    DischargeReason,
    EnrollmentStatus,
    EntryPolicy,
    FacilitatorRole,
    SessionState,
)
from dashboard.models.groups import Facilitator, Group
from dashboard.models.participants import Enrollment

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def wall_clock(value: time) -> str:
    """6:00 pm"""
    return f"{value.hour % 12 or 12}:{value:%M} {'am' if value.hour < 12 else 'pm'}"


def meets_in_words(group: Group) -> str:
    """Tuesdays, 6:00 pm, 90 minutes"""
    when = f"{WEEKDAYS[group.weekday]}s, {wall_clock(group.starts_at_wall)}"
    return f"{when} {zone_in_words(group.time_zone)}, {group.duration_minutes} minutes"


def zone_in_words(name: str) -> str:
    """ET for New York; the city where Americans have no short word for the zone."""
    winter = datetime(2026, 1, 1, tzinfo=UTC).astimezone(ZoneInfo(name)).tzname() or ""
    spoken = {"EST": "ET", "CST": "CT", "MST": "MT", "PST": "PT"}
    return spoken.get(winter, name.rpartition("/")[2].replace("_", " ") + " time")


def today_in(group: Group, at: datetime) -> date:
    """Return the date on the group's wall at a moment."""
    return at.astimezone(ZoneInfo(group.time_zone)).date()


def seats_in_words(seats: Seats) -> str:
    """7 of 8 taken, 2 waiting"""
    waiting = f", {seats.waiting} waiting" if seats.waiting else ""
    return f"{seats.taken} of {seats.capacity} taken{waiting}"


def who_in_words(facilitators: Iterable[Facilitator]) -> str:
    """Ana Ruiz with Ben Okafor: who runs the group now, the lead first, without observers."""
    now = [row for row in facilitators if row.until is None]
    runs = [row for row in now if row.role is not FacilitatorRole.OBSERVER]
    in_order = sorted(runs, key=lambda row: (list(FacilitatorRole).index(row.role), row.user.name))
    return " with ".join(row.user.name for row in in_order)


def entry_in_words(policy: EntryPolicy) -> str:
    """When somebody new may join, as it is said on the page of a group."""
    return {
        EntryPolicy.CLOSED_CYCLE: "closed: new people join with the first week of a cycle",
        EntryPolicy.ANY_WEEK: "any week",
        EntryPolicy.MODULE_START: "when a module starts",
    }[policy]


def status_word(status: EnrollmentStatus) -> str:
    """On hold, for on_hold."""
    return status.replace("_", " ")


def ended_in_words(stay: Enrollment) -> str:
    """Completed, or Discharged: dropped out. Its changes have to be there."""
    reason = stay.changes[-1].reason
    if reason is None or reason is DischargeReason.COMPLETED:
        return stay.status.capitalize()
    return f"{stay.status.capitalize()}: {reason.replace('_', ' ')}"


def attended_in_words(rate: AttendanceRate) -> str:
    """5 of 6, 83%: sessions attended of those with a mark."""
    if rate.rate is None:
        return "none recorded"
    return f"{rate.attended} of {rate.recorded}, {round(rate.rate * 100)}%"


def state_in_words(meeting: Meeting) -> str:
    """What became of a session, and whether its group note is signed, for those who may know."""
    if meeting.state is SessionState.PLANNED:
        return "upcoming"
    if meeting.state is SessionState.CANCELLED:
        return "cancelled"
    return {None: "held", True: "held, note signed", False: "held, note not signed"}[
        meeting.is_signed
    ]


WORDS = (
    attended_in_words,
    ended_in_words,
    entry_in_words,
    meets_in_words,
    seats_in_words,
    state_in_words,
    status_word,
    wall_clock,
    who_in_words,
)
