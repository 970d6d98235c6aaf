"""A practice with one small group whose attendance is known to the last cell."""

import pytest

from dashboard.database import writing
from dashboard.extensions import db
from tests.exports.small_practice import AS_OF, SmallPractice, make_small_practice


@pytest.fixture
def small(database) -> SmallPractice:
    made = make_small_practice()
    db.session.commit()
    return made


@pytest.fixture
def served(app) -> SmallPractice:
    """The same practice for tests with browsers, its rows detached; the clock stands still."""
    app.config["NOW"] = lambda: AS_OF
    with app.app_context(), writing():
        made = make_small_practice()
        db.session.commit()
        for row in [*vars(made.cast).values(), made.group, *made.sessions, made.dana, made.elias]:
            db.session.refresh(row)
        db.session.expunge_all()
    return made
