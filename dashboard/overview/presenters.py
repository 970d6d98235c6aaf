"""The first page in words."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from dashboard.caseload.flags import FlagLine
from dashboard.caseload.today import PersonNeeding, Reason, TodaysMeeting
from dashboard.caseload.viewer import Viewer
from dashboard.charts.chart import number_text
from dashboard.clinical.change.thresholds import Cutoff
from dashboard.clinical.measures import MeasureDefinition
from dashboard.clinical.words import Direction, Role

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


def greeting(viewer: Viewer, zone: ZoneInfo) -> str:
    """Good evening, Ana"""
    hour = viewer.as_of.astimezone(zone).hour
    part = "morning" if hour < 12 else "afternoon" if hour < 17 else "evening"
    return f"Good {part}, {viewer.name.split()[0]}"


def in_words(count: int, one: str, many: str) -> str:
    """two sessions"""
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{number} {one if count == 1 else many}"


def state_line(
    viewer: Viewer, on: date, meetings: Sequence[TodaysMeeting], safety: Sequence[FlagLine]
) -> str:
    """Tue 24 Nov · two sessions today · one thing cannot wait"""
    parts = [f"{on:%a} {on.day} {on:%b}", f"{in_words(len(meetings), 'session', 'sessions')} today"]
    if viewer.role is not Role.ADMINISTRATOR:
        waiting = [line for line in safety if line.flag.acknowledged_at is None]
        if waiting:
            parts.append(f"{in_words(len(waiting), 'thing', 'things')} cannot wait")
    return " · ".join(parts)


def reason_kind(reason: Reason) -> str:
    """The drawing that goes with a reason."""
    return KINDS[reason]


def evidence(person: PersonNeeding, measure: MeasureDefinition) -> str:
    """PHQ-9 11 at the start, 16 now. Week 5, still at or above the cutoff of 10"""
    cutoff = measure.usable_cutoff
    if Reason.NOT_ON_TRACK not in person.reasons or cutoff is None:
        return _scores(person, measure)
    side = _clinical_side(cutoff.line, measure.higher_is)
    return f"{_scores(person, measure)}. Week {person.standing.week}, still {side}"


def _scores(person: PersonNeeding, measure: MeasureDefinition) -> str:
    score, baseline = person.row.score, person.standing.baseline
    if not score.values:
        return f"No {measure.short_name} yet"
    last = number_text(score.values[-1])
    if score.today is None:
        return f"{measure.short_name} {last} last, none this week"
    if baseline is None or len(score.values) == 1:
        return f"{measure.short_name} {last}" + (", the first" if len(score.values) == 1 else "")
    return f"{measure.short_name} {number_text(baseline.value)} at the start, {last} now"


def _clinical_side(cutoff: Cutoff, higher_is: Direction) -> str:
    """At the cutoff itself or only beyond it, as the measure has it."""
    at = "at or " if cutoff.is_clinical(cutoff.value) else ""
    way = "above" if higher_is is Direction.WORSE else "below"
    return f"{at}{way} the cutoff of {number_text(cutoff.value)}"
