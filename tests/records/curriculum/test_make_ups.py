"""A make-up is kept once, with its date, and leaves a line."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from dashboard.clinical.words import EnrollmentStatus
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.curricula import SkillMakeUp
from dashboard.models.trail import AuditLine
from dashboard.records.curriculum import record_make_up
from tests.cast import make_cast
from tests.factories import make_enrollment
from tests.factories.teaching import make_taught_group, skill_of

# Still Wednesday where the group meets.
WEDNESDAY_EVENING = datetime(2026, 10, 22, 2, 0, tzinfo=UTC)


@pytest.fixture
def people(database):
    return make_cast()


def test_recording_again_moves_the_date(people):
    stay = make_taught_group(people.ana).rosa
    for on in (date(2026, 10, 20), date(2026, 10, 21)):
        record(stay, people, on)
    (row,) = db.session.scalars(select(SkillMakeUp))
    assert (row.enrollment_id, row.on_date, row.by_id) == (
        stay.id,
        date(2026, 10, 21),
        people.ben.id,
    )
    lines = db.session.scalars(select(AuditLine).where(AuditLine.action == "record make-up")).all()
    assert [line.detail for line in lines] == [
        {"skill": "tip", "on": "2026-10-20"},
        {"skill": "tip", "on": "2026-10-21"},
    ]


@pytest.mark.parametrize("on", [date(2026, 9, 28), date(2026, 10, 22)])
def test_a_date_outside_the_stay_is_refused(people, on):
    stay = make_taught_group(people.ana).rosa
    with pytest.raises(Refused) as refusal:
        record(stay, people, on)
    assert refusal.value.field == "on"
    assert record(stay, people, date(2026, 9, 29)).on_date == date(2026, 9, 29)


def test_somebody_who_has_not_joined_made_nothing_up(people):
    stay = make_enrollment(
        make_taught_group(people.ana).made.group,
        status=EnrollmentStatus.RESERVED,
        joined_on=None,
    )
    with pytest.raises(Refused):
        record(stay, people, date(2026, 10, 20))


def record(stay, people, on):
    return record_make_up(
        stay,
        skill_of("tip"),
        on=on,
        with_id=people.ben.id,
        by=people.ana.id,
        at=WEDNESDAY_EVENING,
    )
