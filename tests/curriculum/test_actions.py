"""Who may record a make-up, and of what."""

from datetime import date

import pytest
from sqlalchemy import select

from dashboard.caseload.curriculum import participant_progress
from dashboard.clinical.words import FacilitatorRole, Mark
from dashboard.curriculum.actions import make_up
from dashboard.errors import NotOnCaseload, Refused
from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance
from dashboard.models.groups import Facilitator
from dashboard.records.attendance_rules import refresh_attendance_flags
from tests.cast import make_cast, viewer_of
from tests.factories.teaching import AFTER_FOUR_WEEKS, make_taught_group


@pytest.fixture
def made(database):
    people = make_cast()
    return people, make_taught_group(people.ana)


def try_make_up(user, group, key):
    viewer = viewer_of(user, AFTER_FOUR_WEEKS)
    _, (progress,) = participant_progress(viewer, group.rosa.participant_id)
    return make_up(viewer, progress, skill_key=key, on=date(2026, 10, 20), with_id=user.id)


@pytest.mark.parametrize("key", ["wise_mind", "accepts", "validation"])
def test_what_they_attended_or_nobody_was_taught_is_refused(made, key):
    people, group = made
    with pytest.raises(Refused) as refusal:
        try_make_up(people.ana, group, key)
    assert refusal.value.field == "skill"


def test_an_observer_records_nothing(made):
    people, group = made
    since = date(2026, 9, 1)
    role = FacilitatorRole.OBSERVER
    group_id = group.made.group.id
    db.session.add(Facilitator(group_id=group_id, user_id=people.ben.id, role=role, since=since))
    db.session.flush()
    with pytest.raises(NotOnCaseload):
        try_make_up(people.ben, group, "one_mindfully")


def test_what_is_made_up_takes_back_a_flag_about_misses(made):
    people, group = made
    third = group.made.sessions[2]
    row = db.session.scalars(
        select(Attendance).where(
            Attendance.enrollment_id == group.rosa.id, Attendance.group_session_id == third.id
        )
    ).one()
    row.mark = Mark.NO_SHOW
    (flag,) = refresh_attendance_flags(third, AFTER_FOUR_WEEKS)
    try_make_up(people.ana, group, "stop")
    assert flag.closed_at is None
    try_make_up(people.ana, group, "tip")
    assert flag.closed_at == AFTER_FOUR_WEEKS
