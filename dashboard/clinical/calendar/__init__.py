"""When sessions are: weekly wall-clock times as instants, dates within bounds, weeks and ages."""

from dashboard.clinical.calendar.dates import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    DateRefused,
    age_in_days,
    day_in_words,
    parse_bounded_date,
    week_of,
)
from dashboard.clinical.calendar.instants import (
    WallTimeKind,
    instant_of,
    kind_of_wall_time,
    zone_named,
)
from dashboard.clinical.calendar.sessions import PlannedSession, ScheduleRefused, session_instants

__all__ = [
    "EARLIEST_YEAR",
    "LATEST_YEAR",
    "DateRefused",
    "PlannedSession",
    "ScheduleRefused",
    "WallTimeKind",
    "age_in_days",
    "day_in_words",
    "instant_of",
    "kind_of_wall_time",
    "parse_bounded_date",
    "session_instants",
    "week_of",
    "zone_named",
]
