"""A practice with one small group whose attendance is known to the last cell."""

import pytest

from dashboard.extensions import db
from tests.exports.small_practice import SmallPractice, make_small_practice


@pytest.fixture
def small(database) -> SmallPractice:
    made = make_small_practice()
    db.session.commit()
    return made
