"""The demo practice is whole on any day, and the same people each time."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from dashboard.caseload.note_queue import notes_to_cosign
from dashboard.clinical.measures import library_measure
from dashboard.clinical.words import EnrollmentStatus, FlagKind, Mark
from dashboard.demo.commands import SHEET, made_on
from dashboard.demo.groups import ZONE
from dashboard.demo.people import complete_passwords, read_sheet, sign_in_sheet
from dashboard.extensions import db
from dashboard.models.accounts import License, User
from dashboard.models.check_ins import CheckIn, CheckInAnswer
from dashboard.models.flags import Flag
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.groups import Facilitator, Group, GroupType, Practice
from dashboard.models.measures import Assessment, Measure
from dashboard.models.notes import ProgressNote, Signature
from dashboard.models.participants import Enrollment, Participant
from dashboard.records.assessments import raise_safety_flags
from dashboard.records.trail import first_broken_line
from tests.cast import Browser, viewer_of
from tests.databases import lay_out
from tests.demo_practice import TODAY, make


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


def test_today_most_have_checked_in_some_have_not_and_nothing_is_of_the_future(demo):
    made_at = datetime(TODAY.year, TODAY.month, TODAY.day, 20, 0, tzinfo=UTC)
    of_today = select(CheckIn.finished_at).join(CheckIn.group_session)
    finished = db.session.scalars(of_today.where(GroupSession.on_date == TODAY)).all()
    answered = [each for each in finished if each is not None]
    assert (len(finished), 8 <= len(answered) < 15) == (15, True)
    assert max(answered) <= made_at
    assert db.session.scalar(select(func.max(Assessment.recorded_at))) <= made_at


def test_what_was_checked_in_is_what_was_scored(demo):
    given = {}
    for answer in db.session.scalars(select(CheckInAnswer)):
        given.setdefault((answer.check_in_id, answer.measure), {})[answer.item] = answer.answer
    query = (
        select(CheckIn.id, Measure.key, Assessment.answers)
        .join(Enrollment, Enrollment.id == CheckIn.enrollment_id)
        .join(Assessment, Assessment.participant_id == Enrollment.participant_id)
        .where(Assessment.assessed_on == CheckIn.answered_on)
        .join(Measure, Measure.id == Assessment.measure_id)
    )
    scored = {(check_in, key): answers for check_in, key, answers in db.session.execute(query)}
    assert given == scored


def test_the_risk_answer_raised_its_flag_when_it_came_and_raises_no_second_one(demo):
    made_at = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
    flag = db.session.scalars(select(Flag).where(Flag.kind == FlagKind.SAFETY)).one()
    answer = db.session.get_one(Assessment, flag.assessment_id)
    assert (flag.raised_at, flag.detail["item"], answer.answers["9"]) == (
        answer.recorded_at,
        "9",
        1,
    )
    raise_safety_flags(
        library_measure("phq9"),
        answer.answers,
        participant_id=answer.participant_id,
        on=answer.assessed_on,
        at=made_at,
    )
    assert count(select(Flag).where(Flag.kind == FlagKind.SAFETY)) == 1


def test_the_notes_of_an_associate_wait_for_the_lead_who_supervises(demo):
    lena = db.session.scalars(select(User).where(User.email == "lena@example.org")).one()
    waiting = notes_to_cosign(viewer_of(lena, datetime(2026, 11, 24, tzinfo=UTC)))
    assert len({each.group_session.id for each in waiting}) == 1
    assert len(waiting) > 4


def test_who_leads_is_licensed_where_most_people_live(demo):
    homes = db.session.scalars(select(Participant.home_state)).all()
    licensed = select(License.user_id).where(License.jurisdiction == "NY")
    leads = select(Facilitator.user_id).where(Facilitator.user_id.not_in(licensed))
    assert count(leads) == 0
    assert homes.count("NY") > 3 * homes.count("CT") > 0


def test_the_same_people_each_time(demo):
    first = db.session.scalars(select(Participant).order_by(Participant.code).limit(3)).all()
    assert [person.code for person in first] == ["HL-0001", "HL-0002", "HL-0003"]
    assert len({person.name for person in db.session.scalars(select(Participant))}) == 239


def test_a_sheet_gives_back_its_passwords():
    users = ("ana", "ben", "cleo", "nora", "sam", "theo", "lena", "max")
    passwords = {key: f"four-words-of-{key}-10" for key in users}
    assert read_sheet(sign_in_sheet(passwords)) == passwords


def test_a_line_without_a_password_is_not_read_and_gets_a_new_one():
    kept = read_sheet("ana@example.org\nben@example.org  four-words-of-ben-10  Ben Okafor\n")
    assert kept == {"ben": "four-words-of-ben-10"}
    whole = complete_passwords(kept)
    assert (whole["ben"], len(whole), all(whole.values())) == ("four-words-of-ben-10", 8, True)


def test_the_command_makes_the_practice_once_and_leaves_others_alone(app):
    runner = app.test_cli_runner()
    first, again = runner.invoke(args=["demo"]), runner.invoke(args=["demo", "--if-empty"])
    assert (first.exit_code, again.exit_code, again.output) == (0, 0, "")
    assert first.output.startswith("The demo practice is made")
    asked = runner.invoke(args=["demo"])
    assert (asked.exit_code, asked.output[:33]) == (0, "The demo practice is here already")
    # Without its sheet nobody could sign in: it is made again, with a way in.
    sheet = Path(app.config["INSTANCE_FOLDER"]) / SHEET
    sheet.unlink()
    assert runner.invoke(args=["demo", "--if-empty"]).exit_code == 0
    password = read_sheet(sheet.read_text(encoding="utf-8"))["ana"]
    Browser(app).sign_in("ana@example.org", password)


def test_the_command_refuses_a_real_practice(app, cast):
    runner = app.test_cli_runner()
    refused, left = runner.invoke(args=["demo"]), runner.invoke(args=["demo", "--if-empty"])
    assert (refused.exit_code, left.exit_code) == (1, 0)
    assert "left alone" in refused.output


def test_a_demo_of_an_earlier_day_is_brought_up_to_today(demo, app):
    assert made_on() == TODAY
    again = app.test_cli_runner().invoke(args=["demo", "--if-empty"])
    assert again.exit_code == 0, again.output
    gone = f"The demo practice of {TODAY} goes, with all that was written in it."
    assert again.output.splitlines()[0] == gone
    db.session.expire_all()
    assert made_on() == datetime.now(ZoneInfo(ZONE)).date()


def test_those_who_missed_twice_have_their_flag(demo):
    flags = db.session.scalars(select(Flag).where(Flag.kind == FlagKind.MISSES)).all()
    assert len(flags) >= 10
    assert {len(flag.detail["dates"]) >= 2 for flag in flags} == {True}
