"""The first page in words."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from dashboard.caseload.flags import FlagLine
from dashboard.caseload.today import Reason, TodaysMeeting
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Role

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
KINDS = {
    Reason.RISK: "red",
    Reason.WORSE: "amber",
    Reason.NOT_ON_TRACK: "amber",
    Reason.MISSED_LAST: "amber",
    Reason.FIRST: "accent",
    Reason.HOMEWORK: "neutral",
    Reason.NO_CHECK_IN: "neutral",
}
HOME_ZONE = ZoneInfo("America/New_York")


def greeting(viewer: Viewer) -> str:
    """Good evening, Ana"""
    hour = viewer.as_of.astimezone(HOME_ZONE).hour
    part = "morning" if hour < 12 else "afternoon" if hour < 17 else "evening"
    return f"Good {part}, {viewer.name.split()[0]}"


def in_words(count: int, one: str, many: str) -> str:
    """two sessions"""
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{number} {one if count == 1 else many}"


def state_line(
    viewer: Viewer, meetings: Sequence[TodaysMeeting], safety: Sequence[FlagLine]
) -> str:
    """Tue 24 Nov · two sessions today · one thing cannot wait"""
    on = viewer.as_of.astimezone(HOME_ZONE).date()
    parts = [f"{on:%a} {on.day} {on:%b}", f"{in_words(len(meetings), 'session', 'sessions')} today"]
    if viewer.role is not Role.ADMINISTRATOR:
        waiting = [line for line in safety if line.flag.acknowledged_at is None]
        if waiting:
            parts.append(f"{in_words(len(waiting), 'thing', 'things')} cannot wait")
    return " · ".join(parts)


def reason_kind(reason: Reason) -> str:
    """The drawing that goes with a reason."""
    return KINDS[reason]
