"""The long table: one row for each person at each session."""

from dashboard.caseload.attendance_export import AttendanceRow
from dashboard.clinical.attendance import Stay
from dashboard.exports.tables.column import Column


def on_hold(stay: Stay) -> str:
    """The times on hold as first day/day of return, with nothing behind the last slash if open."""
    return "; ".join(
        f"{hold.since.isoformat()}/{'' if hold.until is None else hold.until.isoformat()}"
        for hold in stay.holds
    )


LONG_COLUMNS: tuple[Column[AttendanceRow], ...] = (
    Column("session_date", "Date of the session where the group meets", lambda row: row.session.on),
    Column("group", "Name of the group", lambda row: row.session.group),
    Column("cycle", "Number of the group's cycle, from 1", lambda row: row.session.cycle),
    Column("week", "Number of the session in its cycle, from 1", lambda row: row.session.week),
    Column(
        "participant",
        "Given and family name, or a pseudonym",
        lambda row: f"{row.stay.given_name} {row.stay.family_name}",
    ),
    Column("mark", "What is recorded, in the words below", lambda row: row.cell.says.value),
    Column(
        "minutes_attended",
        "Minutes the person was there; empty when not known or not there",
        lambda row: row.cell.minutes,
    ),
    Column(
        "expected",
        "yes when the session was held while the person was enrolled and not on hold; "
        "only these rows count",
        lambda row: "yes" if row.expected else "no",
    ),
    Column(
        "participant_id",
        "The practice's code for the person, or the pseudonym",
        lambda row: row.stay.code,
    ),
    Column("given_name", "Given name, or Person", lambda row: row.stay.given_name),
    Column("family_name", "Family name, or the pseudonym", lambda row: row.stay.family_name),
    Column("enrolled_on", "First day of the stay", lambda row: row.stay.stay.joined_on),
    Column(
        "ended_on",
        "Last day of the stay; empty while it goes on",
        lambda row: row.stay.stay.left_on,
    ),
    Column(
        "status",
        "Where the stay stands now: active, on_hold, completed or discharged",
        lambda row: row.stay.status.value,
    ),
    Column(
        "end_reason",
        "Why the stay ended, where that is known",
        lambda row: None if row.stay.reason is None else row.stay.reason.value,
    ),
    Column(
        "on_hold",
        "Times on hold as first day/day of return, parted by semicolons",
        lambda row: on_hold(row.stay.stay),
    ),
    Column("session_state", "held or cancelled", lambda row: row.session.state.value),
    Column("starts_at", "Planned start, UTC", lambda row: row.session.starts_at),
    Column("ends_at", "Planned end, UTC", lambda row: row.session.ends_at),
    Column("started_at", "Start as it happened, UTC", lambda row: row.session.started_at),
    Column("ended_at", "End as it happened, UTC", lambda row: row.session.ended_at),
    Column("group_type", "Key of the kind of group", lambda row: row.session.group_type),
    Column("time_zone", "Zone in which the group meets", lambda row: row.session.time_zone),
    Column("cycle_starts_on", "First day of the cycle", lambda row: row.session.cycle_starts_on),
    Column("cycle_length", "Sessions in the cycle", lambda row: row.session.cycle_length),
)
