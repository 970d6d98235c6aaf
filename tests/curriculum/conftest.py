"""A DBT group of Ana's with four weeks behind it, for pages."""

from dataclasses import dataclass

import pytest

from dashboard.database import writing
from dashboard.extensions import db
from tests.factories.teaching import AFTER_FOUR_WEEKS, make_taught_group


@dataclass(frozen=True)
class Taught:
    """What the tests ask about, by id."""

    group_id: int
    rosa_id: int
    rosa_stay_id: int
    wim_id: int
    session_ids: list[int]


@pytest.fixture
def taught(app, cast) -> Taught:
    with app.app_context(), writing():
        made = make_taught_group(db.session.merge(cast.ana))
        found = Taught(
            made.made.group.id,
            made.rosa.participant_id,
            made.rosa.id,
            made.wim.participant_id,
            [session.id for session in made.made.sessions],
        )
        db.session.commit()
    app.config["NOW"] = lambda: AFTER_FOUR_WEEKS
    return found
