"""Which misses raise a flag, with which dates, and what becomes of it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from dashboard.clinical.words import EnrollmentStatus
from dashboard.extensions import db
from dashboard.models.curricula import SkillMakeUp
from dashboard.models.flags import AttendanceRule, Flag
from dashboard.models.participants import EnrollmentChange
from dashboard.models.trail import AuditLine
from dashboard.records.attendance_rules import refresh_attendance_flags
from dashboard.records.flags import acknowledge_flag, close_flag
from tests.factories import LONG_AGO, make_enrollment
from tests.factories.teaching import skill_of, teach
from tests.records.attendance_rules.conftest import NOON, Group


@pytest.mark.parametrize(
    ("letters", "flagged"),
    [
        ("PPPPPPPP", []),
        ("PNPPPPPP", []),
        ("PNN", [("second_miss", [2, 3], False)]),
        ("PEC", [("second_miss", [2, 3], False)]),
        ("PN?N", [("second_miss", [2, 4], False)]),
        ("PNxN", [("second_miss", [2, 4], False)]),
        ("PNxP", []),
        ("PNPN", []),
        ("PLLLLLLL", []),
        ("????????", []),
        ("PNNN", [("second_miss", [2, 3, 4], False)]),
        (
            "PNNNN",
            [("dbt_four_misses", [2, 3, 4, 5], False), ("second_miss", [2, 3, 4, 5], False)],
        ),
    ],
)
def test_misses_in_a_row_raise_a_flag_with_their_dates(group, letters, flagged):
    group.record(letters)
    assert group.weeks_flagged() == flagged


def test_a_session_ahead_is_no_miss_whatever_is_written_there(group):
    before_the_third = NOON - timedelta(weeks=6)
    group.record("PNN", at=before_the_third)
    assert group.weeks_flagged() == []


def test_sessions_before_joining_never_count(group):
    third = group.made.sessions[2].on_date
    group.stay = make_enrollment(group.made.group, joined_on=third)
    group.record("NNPN")
    assert group.weeks_flagged() == []
    group.record("NNPNN")
    assert group.weeks_flagged() == [("second_miss", [4, 5], False)]


def test_sessions_on_hold_never_count(group):
    add_change(group, EnrollmentStatus.ON_HOLD, group.made.sessions[2].on_date)
    add_change(group, EnrollmentStatus.ACTIVE, group.made.sessions[4].on_date)
    group.record("PNNNP")
    assert group.weeks_flagged() == []
    group.record("PNNNN")
    assert group.weeks_flagged() == [("second_miss", [2, 5], False)]


def add_change(group, status, on):
    row = EnrollmentChange(enrollment_id=group.stay.id, status=status, on_date=on, at=LONG_AGO)
    db.session.add(row)
    db.session.flush()
    db.session.expire(group.stay)


def test_a_session_that_was_made_up_is_no_miss(people):
    group = Group(people, type_key="dbt_skills", name="DBT")
    teach(group.made.sessions[2], "stop", "tip")
    group.record("PN")
    make_up(group, "stop")
    group.record("PNN")
    assert group.weeks_flagged() == [("second_miss", [2, 3], False)]
    make_up(group, "tip")
    group.record("PNN", by=people.ana.id)
    assert group.weeks_flagged() == [("second_miss", [2, 3], True)]


def make_up(group, key):
    row = {"enrollment_id": group.stay.id, "skill_id": skill_of(key).id}
    db.session.add(SkillMakeUp(on_date=date(2026, 10, 20), **row))
    db.session.flush()


def test_saving_again_changes_nothing(group):
    assert len(group.record("PNN")) == 1
    before = db.session.scalars(select(AuditLine.id)).all()
    assert group.record("PNN") == []
    assert db.session.scalars(select(AuditLine.id)).all() == before


def test_the_flag_says_what_it_stands_on_and_whose_it_is(group):
    (flag,) = group.record("P?NN")
    assert flag.detail == {
        "rule": "Second miss in a row",
        "rule_key": "second_miss",
        "step": "outreach",
        "dates": ["2026-10-13", "2026-10-20"],
        "not_recorded": ["2026-10-27", "2026-11-03", "2026-11-10", "2026-11-17"],
        "stands": True,
    }
    assert (flag.owner_id, flag.participant_id) == (group.people.ana.id, group.stay.participant_id)


def test_whoever_comes_back_leaves_the_flag_to_a_person(group):
    (flag,) = group.record("PNN")
    group.record("PNNP", by=group.people.ana.id)
    assert (flag.closed_at, flag.detail["stands"]) == (None, False)


def test_a_corrected_mark_closes_what_nobody_has_seen(group):
    (flag,) = group.record("PNN")
    group.record("PNP", by=group.people.ben.id)
    assert (flag.closed_by_id, flag.closing_note) == (
        group.people.ben.id,
        "The record was corrected: the rule is not reached any more.",
    )
    group.record("PNN", by=group.people.ben.id)
    assert group.weeks_flagged() == [
        ("second_miss", [2, 3], True),
        ("second_miss", [2, 3], False),
    ]


@pytest.mark.parametrize("seen", [True, False])
def test_a_corrected_mark_leaves_what_was_seen_or_nobody_corrected(group, seen):
    (flag,) = group.record("PNN")
    if seen:
        acknowledge_flag(flag, by=group.people.ana.id, at=NOON)
    group.record("PNP", by=group.people.ben.id if seen else None)
    assert (flag.closed_at, flag.detail["stands"]) == (None, False)


def test_what_was_decided_is_not_asked_again(group):
    (flag,) = group.record("PNN")
    close_flag(flag, by=group.people.ana.id, at=NOON, note="Keep going")
    assert group.record("PNNN") == []
    assert len(group.record("PNNNPNN")) == 1


def test_a_rule_that_is_off_or_of_other_types_raises_nothing(group):
    rules = {row.key: row for row in db.session.scalars(select(AttendanceRule))}
    rules["second_miss"].turned_off_at = NOON
    db.session.flush()
    assert group.record("PNN") == []
    rules["one_in_six"].turned_off_at = None
    db.session.flush()
    (flag,) = group.record("PNN")
    assert flag.detail["rule_key"] == "one_in_six"


def test_flags_that_no_rule_raised_are_left_alone(group):
    other = {"participant_id": group.stay.participant_id, "enrollment_id": group.stay.id}
    db.session.add(Flag(kind="misses", cause="by hand", raised_at=NOON, detail={}, **other))
    db.session.flush()
    assert len(group.record("PNN")) == 1


def test_nobody_without_a_seat_is_looked_at(group):
    group.record("PN")
    group.stay.status, group.stay.seat_number = EnrollmentStatus.DISCHARGED, None
    group.stay.ended_on = date(2026, 11, 17)
    assert group.record("PNN") == []
    assert refresh_attendance_flags(group.made.sessions[0], NOON) == []
