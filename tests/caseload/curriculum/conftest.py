"""The same group for every question about teaching and learning."""

import pytest

from dashboard.extensions import db
from tests.cast import make_cast, viewer_of
from tests.factories.teaching import AFTER_FOUR_WEEKS, make_taught_group


@pytest.fixture
def people(database):
    return make_cast()


@pytest.fixture
def taught(people):
    made = make_taught_group(people.ana)
    db.session.expire_all()
    return made


@pytest.fixture
def ana(people):
    return viewer_of(people.ana, AFTER_FOUR_WEEKS)


@pytest.fixture
def max_(people):
    return viewer_of(people.max, AFTER_FOUR_WEEKS)
