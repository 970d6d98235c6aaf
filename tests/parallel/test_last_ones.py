"""Two people do at the same instant what only one may: exactly one of them does it."""

from sqlalchemy import select

from dashboard.caseload.groups import seats_of
from dashboard.clinical.words import Role
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.groups import Group
from tests.cast import viewer_of
from tests.factories import make_group, make_participant, make_user
from tests.parallel.acts import end_account, take_seat

FULL = (
    "All 2 seats of Depression, Tuesday are taken. Nothing was changed: "
    "the waitlist keeps the next place."
)


def test_of_two_people_exactly_one_takes_the_last_seat(app, cast, settings, two_processes):
    with app.app_context(), writing():
        made = make_group(db.session.merge(cast.ana), people=1, capacity=2)
        first, second = ((made.group.id, make_participant().id) for _ in range(2))
        db.session.commit()
    told = two_processes.at_once(settings, take_seat, first, second)
    assert sorted(told) == [FULL, "taken"]
    with app.app_context():
        group = db.session.get_one(Group, first[0])
        assert seats_of(viewer_of(cast.max), group).free == 0


def test_of_two_administrators_who_end_each_other_one_stays(app, cast, settings, two_processes):
    with app.app_context(), writing():
        other = make_user("Nora Weiss", Role.ADMINISTRATOR).id
        db.session.commit()
    told = two_processes.at_once(settings, end_account, (cast.max.id, other), (other, cast.max.id))
    assert sorted(told) == ["This is the last administrator: add another one first.", "ended"]
    with app.app_context():
        staying = select(User.id).where(
            User.role == Role.ADMINISTRATOR, User.deactivated_at.is_(None)
        )
        assert db.session.scalars(staying).all() == [(cast.max.id, other)[told.index("ended")]]
