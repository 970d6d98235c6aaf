"""Who runs a group: one lead, one role each, ended on a day and never forgotten."""

from datetime import UTC, date, datetime

import pytest

from dashboard.clinical.words import FacilitatorRole
from dashboard.errors import NotOnCaseload, Refused
from dashboard.records.groups import add_facilitator, end_facilitator
from tests.cast import make_cast
from tests.factories import make_group

AT = datetime(2026, 10, 21, 16, tzinfo=UTC)
TODAY = date(2026, 10, 21)
LEAD, CO_LEAD = FacilitatorRole.LEAD, FacilitatorRole.CO_LEAD


@pytest.fixture
def people(database):
    return make_cast()


def add(group, user, role=CO_LEAD, since=TODAY):
    return add_facilitator(group, user.id, role, since=since, by=1, at=AT)


def end(group, row, until=TODAY):
    return end_facilitator(group, row.id, until=until, by=1, at=AT)


def test_a_lead_is_followed_by_another(people):
    group = make_group(people.ana).group
    ben = add(group, people.ben)
    with pytest.raises(Refused, match="has a lead") as refusal:
        add(group, people.cleo, LEAD)
    assert refusal.value.field == "role"
    end(group, ben)
    assert add(group, people.ben).until is None


@pytest.mark.parametrize(
    ("name", "message"), [("max", "Choose somebody"), ("ana", "Ana Ruiz has a role")]
)
def test_administrators_and_those_who_have_a_role_are_not_added(people, name, message):
    group = make_group(people.ana).group
    with pytest.raises(Refused, match=message) as refusal:
        add(group, getattr(people, name))
    assert refusal.value.field == "user_id"


def test_who_has_left_or_never_was_is_not_added(people):
    group = make_group(people.ana).group
    people.ben.deactivated_at = AT
    with pytest.raises(Refused, match="Choose somebody"):
        add(group, people.ben)
    with pytest.raises(Refused, match="Choose somebody"):
        add_facilitator(group, 98, CO_LEAD, since=TODAY, by=1, at=AT)


@pytest.mark.parametrize(("day", "ends"), [(19, False), (20, True), (21, True), (22, False)])
def test_a_role_ends_between_its_first_day_and_today(people, day, ends):
    group = make_group(people.ana).group
    row, until = add(group, people.ben, since=date(2026, 10, 20)), date(2026, 10, day)
    if ends:
        assert end(group, row, until).until == until
        return
    with pytest.raises(Refused) as refusal:
        end(group, row, until)
    assert refusal.value.field == "until"


def test_a_role_that_has_not_begun_ends_on_its_first_day(people):
    group = make_group(people.ana).group
    later = date(2026, 12, 1)
    assert end(group, add(group, people.ben, since=later), later).until == later


def test_another_groups_role_is_not_found(people):
    here, there = make_group(people.ana).group, make_group(people.cleo, name="Elsewhere").group
    row = add(there, people.ben)
    with pytest.raises(NotOnCaseload):
        end(here, row)
