"""Rows about who was there and what they were taught; None is a mark nobody recorded."""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.words import Homework, Mark


class Meeting(StrEnum):
    """Where a week has no mark because there was nothing to attend."""

    CANCELLED = "cancelled"
    NOT_ENROLLED = "not_enrolled"
    NOT_THERE = "not_there"


class SkillState(StrEnum):
    """What one participant had of one skill."""

    ATTENDED = "attended"
    MADE_UP = "made_up"
    MISSED = "missed"
    NOT_RECORDED = "not_recorded"
    NOT_ENROLLED = "not_enrolled"
    NOT_YET = "not_yet"


@dataclass(frozen=True)
class PersonMarks:
    """One person's marks, a value for each week of the map."""

    name: str
    marks: tuple[Mark | Meeting | None, ...]


@dataclass(frozen=True)
class PersonHomework:
    """What became of one person's homework, a value for each week; None is not recorded."""

    name: str
    homework: tuple[Homework | Meeting | None, ...]


@dataclass(frozen=True)
class PersonSkills:
    """One person's skills, a value for each skill of the map."""

    name: str
    states: tuple[SkillState, ...]


@dataclass(frozen=True)
class WeekPresence:
    """Those present of those enrolled in a week; None when the session was not held."""

    week: int
    present: Proportion | None
