"""A group of one person, its marks written as letters, a week each."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from dashboard.clinical.words import Mark
from dashboard.extensions import db
from dashboard.models.flags import Flag
from dashboard.models.group_sessions import Attendance
from dashboard.records.attendance_rules import refresh_attendance_flags
from tests.cast import make_cast
from tests.factories import make_group, mark

LETTERS = {
    "P": Mark.PRESENT,
    "L": Mark.LATE,
    "E": Mark.EXCUSED,
    "C": Mark.LATE_CANCELLATION,
    "N": Mark.NO_SHOW,
    "?": None,
}
NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)  # after the eighth and last session


class Group:
    """A group whose one person's marks are written over and over."""

    def __init__(self, people, **how):
        self.people = people
        self.made = make_group(people.ana, people=1, **how)
        self.stay = self.made.enrollments[0]

    def record(self, letters, at=NOON, by=None):
        """Write the marks, x for a cancelled session, and bring the flags up to date."""
        rows = {row.group_session_id: row for row in db.session.scalars(select(Attendance))}
        for session, letter in zip(self.made.sessions, letters, strict=False):
            session.cancelled_at = NOON if letter == "x" else None
            if session.id not in rows:
                rows[session.id] = mark(self.stay, session, None)
            rows[session.id].mark = LETTERS.get(letter)
        db.session.flush()
        return refresh_attendance_flags(self.made.sessions[0], at, by)

    def weeks_flagged(self):
        """The key and the weeks of every flag, with whether it is closed."""
        first = self.made.sessions[0].on_date
        rows = db.session.scalars(select(Flag).order_by(Flag.raised_at, Flag.cause))
        return [
            (
                flag.detail["rule_key"],
                [(day(on) - first) // timedelta(weeks=1) + 1 for on in flag.detail["dates"]],
                flag.closed_at is not None,
            )
            for flag in rows
        ]


def day(text):
    return datetime.fromisoformat(text).date()


@pytest.fixture
def people(database):
    return make_cast()


@pytest.fixture
def group(people):
    return Group(people)
