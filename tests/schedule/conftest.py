"""A group whose first cycle ended, with two people, on a day in November."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.groups import PracticeClosure
from tests.factories import make_group

AT = datetime(2026, 11, 18, 17, tzinfo=UTC)  # a Wednesday, the day after week 8
CLOSED = (date(2026, 12, 17), date(2026, 12, 22))


@dataclass(frozen=True)
class Planned:
    """What the tests look at, by id."""

    group_id: int
    session_ids: list[int]
    stays: list[int]


@pytest.fixture
def group(app, cast):
    app.config["NOW"] = lambda: AT
    with app.app_context(), writing():
        made = make_group(cast.ana, people=2, starts_on=date(2026, 9, 29))
        for day in CLOSED:
            db.session.add(PracticeClosure(on_date=day, reason="Winter closure"))
        found = Planned(
            made.group.id,
            [session.id for session in made.sessions],
            [stay.id for stay in made.enrollments],
        )
        db.session.commit()
    return found


@pytest.fixture
def ana(as_user, cast, group):
    return as_user(cast.ana.email)
