"""Setting groups up is whole or undone, and is for administrators and clinical leads."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from dashboard.clinical.words import EnrollmentStatus, FacilitatorRole
from dashboard.errors import NotOnCaseload, Refused
from dashboard.extensions import db
from dashboard.groups.setting_up import actions
from dashboard.models.groups import Facilitator, Group
from dashboard.records.groups import GroupSettings
from tests.cast import make_cast, viewer_of
from tests.factories import make_enrollment, make_group

AT = datetime(2026, 10, 21, 16, tzinfo=UTC)
TODAY = date(2026, 10, 21)


@pytest.fixture
def people(database):
    return make_cast()


def test_a_new_group_is_kept(people):
    settings = replace(GroupSettings.of(make_group(people.ana).group), name="Second")
    made = actions.set_up(viewer_of(people.max, AT), settings)
    assert db.session.get(Group, made).name == "Second"


def test_a_therapist_sets_up_nothing(people):
    settings = GroupSettings.of(make_group(people.ana).group)
    with pytest.raises(NotOnCaseload):
        actions.set_up(viewer_of(people.ana, AT), settings)


def test_more_seats_are_offered_to_those_who_wait(people):
    group = make_group(people.ana, people=1, capacity=1).group
    stay = make_enrollment(group, status=EnrollmentStatus.WAITLISTED, joined_on=None)
    settings = replace(GroupSettings.of(group), capacity=2)
    lena, how = viewer_of(people.lena, AT), {"version": group.version, "offer_hours": 48}
    assert actions.change(lena, group.id, settings, **how) == (0, 1)
    assert (stay.status, stay.seat_number) == ("reserved", 2)


def test_a_refused_change_leaves_the_group_as_it_was(people):
    group = make_group(people.ana, people=2).group
    db.session.commit()
    settings = replace(GroupSettings.of(group), name="Other", capacity=1, minimum_size=1)
    lena, how = viewer_of(people.lena, AT), {"version": group.version, "offer_hours": 48}
    with pytest.raises(Refused):
        actions.change(lena, group.id, settings, **how)
    assert (group.name, group.capacity) == ("Depression, Tuesday", 10)


def test_roles_are_given_and_ended(people):
    group, lena = make_group(people.ana).group, viewer_of(people.lena, AT)
    actions.add_role(lena, group, people.ben.id, FacilitatorRole.CO_LEAD, since=TODAY)
    row = db.session.scalars(select(Facilitator).where(Facilitator.user_id == people.ben.id)).one()
    actions.end_role(lena, group, row.id, until=TODAY)
    assert row.until == TODAY
