"""What each kind of file may hold: the fields, what they mean, and how columns are often called."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of file whose columns are chosen."""

    ROSTER = "roster"
    ENROLLMENTS = "enrollments"
    ATTENDANCE = "attendance"


@dataclass(frozen=True)
class Field:
    """One thing that a row may say. `for_all` may also be said once for the whole file.

    What has `choices` is never in a column: it is chosen for the file, empty for the first.
    """

    name: str
    label: str
    called: tuple[str, ...] = ()
    meaning: str = ""
    required: bool = False
    for_all: bool = False
    is_date: bool = False
    choices: tuple[tuple[str, str], ...] = ()


DATE_ORDER = Field(
    "date_order",
    "Dates are written",
    for_all=True,
    choices=(
        ("", "year-month-day: 2026-11-24"),
        ("mdy", "month/day/year: 11/24/2026"),
        ("dmy", "day/month/year: 24/11/2026"),
    ),
)
CODE = Field(
    "code",
    "Participant's code",
    ("participant id", "participant code", "client id", "mrn", "id", "pid", "participant"),
    "The practice's own number for the person: who it is goes by it.",
    required=True,
)
GIVEN = Field("given_name", "Given name", ("first name", "first", "fname"))
FAMILY = Field("family_name", "Family name", ("last name", "last", "surname", "lname"))
GROUP = Field("group", "Group", ("group name",), "Its name as here.", True, True)
STAY = (
    Field("ended_on", "Last day", ("end date", "ended", "discharged on"), is_date=True),
    Field(
        "status",
        "Status",
        ("enrollment status",),
        "waitlisted, active, on_hold, completed or discharged; active where nothing is said.",
        for_all=True,
    ),
    Field(
        "end_reason",
        "Reason of the end",
        ("discharge reason", "reason"),
        "completed, moved, dropped_out, referred, transferred, seat_expired or other.",
    ),
    Field(
        "on_hold",
        "Times on hold",
        ("holds",),
        "First day/day of return, parted by semicolons; nothing behind the slash while it lasts.",
    ),
)

ROSTER = (
    CODE,
    Field("given_name", GIVEN.label, GIVEN.called, required=True),
    Field("family_name", FAMILY.label, FAMILY.called, required=True),
    Field("nickname", "Called", ("preferred name",)),
    Field("home_state", "Home state", ("state",), "Two letters, such as NY.", for_all=True),
    Field("birth_date", "Date of birth", ("dob", "birthday"), is_date=True),
    DATE_ORDER,
    Field("email", "E-mail", ("e mail", "email address")),
    Field("phone", "Phone", ("phone number", "mobile", "cell")),
    Field("emergency_contact", "Emergency contact"),
)
ENROLLMENTS = (
    CODE,
    GROUP,
    Field("enrolled_on", "First day", ("start date", "joined on", "joined"), is_date=True),
    *STAY,
    GIVEN,
    FAMILY,
    DATE_ORDER,
)
ATTENDANCE = (
    Field("session_date", "Date of the session", ("date",), required=True, is_date=True),
    GROUP,
    CODE,
    Field(
        "mark",
        "Mark",
        ("attendance", "attendance mark"),
        "present, late, left_early, excused, late_cancellation, no_show; empty or not_recorded "
        "where nothing is known.",
        required=True,
    ),
    Field("minutes_attended", "Minutes there", ("minutes",)),
    Field("cycle", "Number of the cycle", ("cycle number",)),
    Field("week", "Week of the cycle", ("session number", "week number")),
    GIVEN,
    FAMILY,
    Field("enrolled_on", "First day of the stay", ("joined on",), is_date=True),
    *STAY,
    Field("session_state", "Held or cancelled"),
    Field("starts_at", "Planned start, UTC"),
    Field("ends_at", "Planned end, UTC"),
    Field("started_at", "Start as it happened, UTC"),
    Field("ended_at", "End as it happened, UTC"),
    Field("start_time", "Time of day it begins", ("time",), "Such as 18:00.", for_all=True),
    Field("duration_minutes", "Length in minutes", ("duration",), for_all=True),
    Field("group_type", "Kind of group", meaning="Its key, such as dbt_skills.", for_all=True),
    Field("time_zone", "Time zone", meaning="Such as America/New_York.", for_all=True),
    Field("cycle_starts_on", "First day of the cycle", is_date=True),
    Field("cycle_length", "Sessions in a cycle", for_all=True),
    DATE_ORDER,
)
FIELDS: dict[Kind, tuple[Field, ...]] = {
    Kind.ROSTER: ROSTER,
    Kind.ENROLLMENTS: ENROLLMENTS,
    Kind.ATTENDANCE: ATTENDANCE,
}
