"""What a process of its own does in these tests, beside another one that does the same."""

from datetime import UTC, date, datetime

from dashboard.caseload.reach import find_group, find_participant
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import EnrollmentStatus, Role
from dashboard.database import writing
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.groups.actions import Keeping, add_person
from dashboard.models.accounts import User
from dashboard.practice.people.actions import end
from dashboard.records.session_entries import Entry, EntrySaved
from dashboard.records.trail import write_audit_line
from dashboard.sessions.actions import save_entries

AT = datetime(2026, 10, 21, 16, tzinfo=UTC)


def take_seat(group_id: int, person_id: int) -> str:
    """Enroll somebody; say "taken", or why not."""
    viewer = Viewer(1, "Max", Role.ADMINISTRATOR, AT)
    with writing():
        group, person = find_group(viewer, group_id), find_participant(viewer, person_id)
        how = {"on": date(2026, 10, 20), "until": None, "note": ""}
        try:
            add_person(Keeping(viewer, 48), group, person, EnrollmentStatus.ACTIVE, **how)
        except Refused as refusal:
            return str(refusal)
    return "taken"


def end_account(own_id: int, other_id: int) -> str:
    """End another administrator's account; say "ended", or why not."""
    with writing():
        try:
            end(Viewer(own_id, "Max", Role.ADMINISTRATOR, AT), other_id)
        except Refused as refusal:
            return str(refusal)
    return "ended"


def save(user_id: int, session_id: int, changes: list[tuple[str, str, str]]) -> list[str]:
    """Save fields of a group note, one at a time, as (field, what was seen, what is written).

    Returns for each what is kept then: one's own words, or the other's.
    """
    viewer = Viewer(user_id, "A facilitator", Role.THERAPIST, AT)
    kept = []
    for field, seen, value in changes:
        with writing():
            entry = Entry("group-note", field, value, seen)
            (result,) = save_entries(viewer, session_id, [entry])
            kept.append(result.value if isinstance(result, EntrySaved) else result.theirs)
    return kept


def add_ones(user_id: int, times: int) -> None:
    """Read a number, add one, write it; so many times."""
    for _ in range(times):
        with writing():
            user = db.session.get_one(User, user_id)
            user.credentials = str(int(user.credentials) + 1)
            db.session.commit()


def append_lines(user_id: int, times: int) -> None:
    """Write so many audit lines, each in a transaction of its own."""
    for _ in range(times):
        with writing():
            write_audit_line(by=user_id, at=AT, action="try", subject="users", subject_id=user_id)
            db.session.commit()
