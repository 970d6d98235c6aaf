"""The demo practice is whole on any day, and the same people each time."""

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from dashboard.clinical.words import EnrollmentStatus, FlagKind, Mark
from dashboard.demo.commands import made_on
from dashboard.demo.groups import ZONE
from dashboard.demo.people import read_sheet, sign_in_sheet
from dashboard.extensions import db
from dashboard.models.flags import Flag
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.groups import Group, GroupType, Practice
from dashboard.models.notes import ProgressNote, Signature
from dashboard.models.participants import Enrollment, Participant
from dashboard.records.trail import first_broken_line
from tests.conftest import lay_out
from tests.demo_practice import make


@pytest.fixture
def demo(app, made_demo):
    """A copy of the demo of TODAY, to read."""
    lay_out(made_demo.path, Path(app.config["INSTANCE_FOLDER"]))
    with app.app_context():
        yield


def count(query) -> int:
    return db.session.scalar(select(func.count()).select_from(query.subquery()))


@pytest.mark.parametrize("today", [date(2026, 11, 1), date(2027, 2, 28)])
def test_ten_groups_meet_around_today_whatever_the_day(database, today):
    make(today)
    assert count(select(Group)) == count(select(GroupType)) == 10
    meeting_today = select(GroupSession.id).where(GroupSession.on_date == today)
    assert count(meeting_today) == 2


def test_it_is_whole_and_its_trail_unbroken(demo):
    assert db.session.get_one(Practice, 1).is_demo == 1
    assert first_broken_line() is None


def test_every_storyline_is_there(demo):
    stays = {
        status: count(select(Enrollment).where(Enrollment.status == status))
        for status in EnrollmentStatus
    }
    assert stays[EnrollmentStatus.WAITLISTED] == 3
    assert stays[EnrollmentStatus.ON_HOLD] == 1
    assert stays[EnrollmentStatus.ACTIVE] == 75
    assert stays[EnrollmentStatus.COMPLETED] + stays[EnrollmentStatus.DISCHARGED] == 160
    flag = db.session.scalars(select(Flag).where(Flag.kind == FlagKind.SAFETY)).one()
    assert (flag.kind, flag.acknowledged_at) == (FlagKind.SAFETY, None)
    assert count(select(Attendance).where(Attendance.mark == Mark.NO_SHOW)) > 20


def test_one_session_waits_to_be_signed(demo):
    signed = select(Signature.progress_note_id).where(Signature.progress_note_id.is_not(None))
    unsigned = select(ProgressNote.group_session_id).where(ProgressNote.id.not_in(signed))
    assert count(unsigned.distinct()) == 1


def test_the_same_people_each_time(demo):
    first = db.session.scalars(select(Participant).order_by(Participant.code).limit(3)).all()
    assert [person.code for person in first] == ["HL-0001", "HL-0002", "HL-0003"]
    assert len({person.name for person in db.session.scalars(select(Participant))}) == 239


def test_a_sheet_gives_back_its_passwords():
    users = ("ana", "ben", "cleo", "nora", "sam", "theo", "lena", "max")
    passwords = {key: f"four-words-of-{key}-10" for key in users}
    assert read_sheet(sign_in_sheet(passwords)) == passwords


def test_the_command_makes_the_practice_once_and_leaves_others_alone(app):
    runner = app.test_cli_runner()
    first, again = runner.invoke(args=["demo"]), runner.invoke(args=["demo", "--if-empty"])
    assert (first.exit_code, again.exit_code, again.output) == (0, 0, "")
    assert first.output.startswith("The demo practice is made")


def test_the_command_refuses_a_real_practice(app, cast):
    runner = app.test_cli_runner()
    refused, left = runner.invoke(args=["demo"]), runner.invoke(args=["demo", "--if-empty"])
    assert (refused.exit_code, left.exit_code) == (1, 0)
    assert "left alone" in refused.output


def test_a_demo_of_an_earlier_day_is_brought_up_to_today(app):
    earlier = datetime.now(ZoneInfo(ZONE)).date() - timedelta(days=3)
    with app.app_context():
        make(earlier)
        assert made_on() == earlier
    again = app.test_cli_runner().invoke(args=["demo", "--if-empty"])
    assert again.exit_code == 0, again.output
    with app.app_context():
        assert made_on() == datetime.now(ZoneInfo(ZONE)).date()


def test_those_who_missed_twice_have_their_flag(demo):
    flags = db.session.scalars(select(Flag).where(Flag.kind == FlagKind.MISSES)).all()
    assert len(flags) >= 10
    assert {len(flag.detail["dates"]) >= 2 for flag in flags} == {True}
