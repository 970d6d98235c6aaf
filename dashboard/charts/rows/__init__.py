"""Rows that figures are drawn from: plain frozen values, no tables, no clock."""

from dashboard.charts.rows.attendance import (
    Meeting,
    PersonHomework,
    PersonMarks,
    PersonSkills,
    SkillState,
    WeekPresence,
)
from dashboard.charts.rows.group import (
    GroupChange,
    GroupCourse,
    PairedChange,
    PersonChange,
    PersonCourse,
    PersonModules,
    WeekMean,
)
from dashboard.charts.rows.items import AskedItem, UnitSeries, WeekAnswers
from dashboard.charts.rows.participant import (
    Course,
    RatingSeries,
    ScoreScale,
    SessionMark,
    SeverityBand,
    WeekGain,
    WeekScore,
    WeekSession,
    WeekSkill,
)
from dashboard.charts.rows.practice import CountedShare, PeriodShare, Reference

__all__ = [
    "AskedItem",
    "CountedShare",
    "Course",
    "GroupChange",
    "GroupCourse",
    "Meeting",
    "PairedChange",
    "PeriodShare",
    "PersonChange",
    "PersonCourse",
    "PersonHomework",
    "PersonMarks",
    "PersonModules",
    "PersonSkills",
    "RatingSeries",
    "Reference",
    "ScoreScale",
    "SessionMark",
    "SeverityBand",
    "SkillState",
    "UnitSeries",
    "WeekAnswers",
    "WeekGain",
    "WeekMean",
    "WeekPresence",
    "WeekScore",
    "WeekSession",
    "WeekSkill",
]
