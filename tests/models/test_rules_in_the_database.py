"""Rules that the database holds, whatever the code above it does, on SQLite and PostgreSQL."""

import sqlite3

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, IntegrityError

from dashboard import create_app
from dashboard.clinical.words import EnrollmentStatus, Mark
from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance
from dashboard.models.notes import Addendum, ProgressNote, Signature
from dashboard.models.participants import Participant
from dashboard.records.trail import write_audit_line
from tests.cast import make_cast
from tests.factories import LONG_AGO, make_enrollment, make_group, mark, score
from tests.parallel.conftest import DATABASES, practice_on


@pytest.fixture(scope="module", params=DATABASES)
def app(request, tmp_path_factory):
    """One app for all: nothing is committed here, so that each test finds empty tables."""
    with practice_on(request.param, request, tmp_path_factory.mktemp("rules")) as settings:
        made = create_app(settings)
        yield made
        with made.app_context():
            db.engine.dispose()


@pytest.fixture
def people(database):
    return make_cast()


@pytest.fixture
def made(people):
    return make_group(people.ana, people=2)


def signed_note(people, made) -> ProgressNote:
    note = ProgressNote(
        group_id=made.group.id,
        enrollment_id=made.enrollments[0].id,
        group_session_id=made.sessions[0].id,
        written_at=LONG_AGO,
    )
    note.response = "Took part."
    db.session.add(note)
    db.session.flush()
    signature = Signature(
        progress_note_id=note.id,
        role="author",
        signer_id=people.ana.id,
        signed_at=LONG_AGO,
        sha256="0" * 64,
    )
    signature.content = "Took part."
    added = Addendum(progress_note_id=note.id, written_by_id=people.ana.id, written_at=LONG_AGO)
    added.text = "She called."
    db.session.add_all([signature, added])
    db.session.flush()
    return note


def test_a_signed_note_is_never_changed(people, made):
    note = signed_note(people, made)
    note.response = "Something else."
    with pytest.raises(DatabaseError, match="a signed note is never changed"):
        db.session.flush()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM progress_notes",
        "DELETE FROM signatures",
        "UPDATE signatures SET sha256 = ''",
        "DELETE FROM enrollment_changes",
        "UPDATE enrollment_changes SET on_date = '2020-01-01'",
        "DELETE FROM attendance",
        "DELETE FROM assessments",
        "UPDATE assessments SET score = 0",
        "UPDATE measure_versions SET definition = '{}'",
        "DELETE FROM measure_versions",
        "UPDATE addenda SET written_by_id = null",
        "DELETE FROM addenda",
        "UPDATE audit_lines SET action = ''",
        "DELETE FROM audit_lines",
    ],
)
def test_what_is_written_stays(people, made, statement):
    signed_note(people, made)
    write_audit_line(by=people.ana.id, at=LONG_AGO, action="look", subject="users", subject_id=1)
    mark(made.enrollments[0], made.sessions[0], Mark.PRESENT)
    score(made.enrollments[0].participant_id, "phq9", made.sessions[0].on_date, 12)
    with pytest.raises(DatabaseError, match=r"never|corrected"):
        db.session.execute(text(statement))


def test_two_people_cannot_have_one_seat(made):
    with pytest.raises(IntegrityError, match="seat_number"):
        make_enrollment(made.group, seat_number=1)


def test_one_open_stay_a_group_and_person(made):
    with pytest.raises(IntegrityError, match=r"group_id.*participant_id|uq_enrollments_open_stay"):
        make_enrollment(
            made.group, db.session.get_one(Participant, made.enrollments[0].participant_id)
        )


def test_who_is_active_has_joined(made):
    with pytest.raises(IntegrityError, match="active_has_joined"):
        make_enrollment(made.group, status=EnrollmentStatus.ACTIVE, joined_on=None)


def test_attendance_joins_a_stay_and_a_session_of_one_group(people, made):
    other = make_group(people.cleo, name="Anxiety, Monday", type_key="anxiety", people=1)
    db.session.add(
        Attendance(
            group_id=made.group.id,
            enrollment_id=other.enrollments[0].id,
            group_session_id=made.sessions[0].id,
            mark=Mark.PRESENT,
            recorded_at=LONG_AGO,
        )
    )
    with pytest.raises(IntegrityError, match=r"FOREIGN KEY|fk_attendance_enrollment_id"):
        db.session.flush()


@pytest.mark.parametrize(("value", "minutes"), [(Mark.NO_SHOW, 10), (None, 10), (Mark.LATE, 721)])
def test_minutes_belong_to_people_who_were_there(made, value, minutes):
    mark(made.enrollments[0], made.sessions[0], value, minutes_attended=minutes)
    with pytest.raises(IntegrityError, match="minutes"):
        db.session.flush()


def test_every_table_is_strict(empty_database):
    with sqlite3.connect(empty_database) as connection:
        tables = connection.execute("PRAGMA table_list").fetchall()
    connection.close()
    ours = [row for row in tables if row[2] == "table" and not row[1].startswith("sqlite_")]
    assert [row[1] for row in ours if not row[5]] == ["alembic_version"]
