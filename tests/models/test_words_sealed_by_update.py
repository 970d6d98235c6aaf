"""A database with plain words about people comes out of the update sealed, with the same words."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from flask_migrate import upgrade
from sqlalchemy import event, select, text
from sqlalchemy.exc import DatabaseError

from dashboard.clinical.words import DischargeReason
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Cycle, Group
from dashboard.models.participants import Enrollment, EnrollmentChange
from dashboard.records.enrollments import leave
from dashboard.records.library import install_library
from tests.databases import app_in
from tests.factories import LONG_AGO, make_participant

SAID = ("Evenings only, 4711. ", "Moved to Ohio, 4711. ", "Snow, 4711. ")
WORDS = tuple(said * 500 for said in SAID)  # longer than a page of the file
ROWS = (
    "INSERT INTO enrollments (id, participant_id, group_id, status, waitlist_note, created_at,"
    " version) VALUES (50, :person, :group, 'waitlisted', :fit, '2026-01-05', 1)",
    "INSERT INTO enrollment_changes (id, enrollment_id, status, on_date, remark, at)"
    " VALUES (50, 50, 'waitlisted', '2026-01-05', :remark, '2026-01-05')",
    "INSERT INTO group_sessions (id, group_id, cycle_id, week, on_date, starts_at, ends_at,"
    " cancellation_reason, homework_set, version)"
    " VALUES (50, :group, :cycle, 1, '2026-01-05', '2026-01-05T18', '2026-01-05T19', :why, '', 1)",
)


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
)
def updated(request, tmp_path_factory):
    """A database with the tables of before, and words in plain columns, that was updated."""
    uri = ""
    if request.param == "postgresql":
        uri = request.getfixturevalue("cluster").new_database()
    app = app_in(tmp_path_factory.mktemp("updated"), GROUPWORK_DATABASE_URI=uri)
    with app.app_context():
        if not uri:
            event.listen(db.engine, "connect", leave_what_is_taken_away_lying)
        upgrade(revision="0012")
        with writing():
            put_plain_words()
        upgrade()
        db.session.remove()
        db.engine.dispose()
    yield app
    with app.app_context():
        db.engine.dispose()


def leave_what_is_taken_away_lying(connection, _record):
    """As SQLite does by itself; some machines have one that was built to wipe."""
    connection.execute("PRAGMA secure_delete=OFF")


def put_plain_words() -> None:
    install_library(at=LONG_AGO)
    group = Group(
        group_type_id=1,
        name="Grief",
        weekday=0,
        starts_at_wall=time(18),
        time_zone="America/New_York",
        created_at=LONG_AGO,
    )
    db.session.add(group)
    db.session.flush()
    cycle = Cycle(group_id=group.id, number=1, starts_on=LONG_AGO.date(), length=8)
    db.session.add(cycle)
    person = make_participant()
    values = {"person": person.id, "group": group.id, "cycle": cycle.id}
    values |= dict(zip(("fit", "remark", "why"), WORDS, strict=True))
    for row in ROWS:
        db.session.execute(text(row), values)
    db.session.commit()


def test_the_words_are_the_same(updated):
    with updated.app_context():
        stay, change = db.session.get_one(Enrollment, 50), db.session.get_one(EnrollmentChange, 50)
        why = db.session.get_one(GroupSession, 50).cancellation_reason
        assert (stay.waitlist_note, change.remark, why) == WORDS


def test_a_remark_that_comes_later_is_sealed_too(updated):
    with updated.app_context(), writing():
        stay = db.session.get_one(Enrollment, 50)
        told = {"on": date(2026, 10, 5), "by": None, "at": datetime(2026, 10, 6, tzinfo=UTC)}
        leave(stay, DischargeReason.MOVED, remark="To Ohio", **told)
        db.session.expire_all()
        newest = select(EnrollmentChange).where(EnrollmentChange.reason == "moved")
        assert db.session.scalars(newest).one().remark == "To Ohio"


def test_changes_of_stays_cannot_be_changed_afterwards(updated):
    with updated.app_context(), writing(), pytest.raises(DatabaseError, match="never changed"):
        db.session.execute(text("UPDATE enrollment_changes SET on_date = '2026-01-06'"))


@pytest.mark.parametrize("updated", ["sqlite"], indirect=True)
def test_the_file_holds_none_of_the_words(updated):
    folder = Path(updated.config["INSTANCE_FOLDER"])
    files = [path.read_bytes() for path in folder.glob("groupwork.db*")]
    assert files != []
    assert [said for said in SAID for file in files if said.encode() in file] == []
