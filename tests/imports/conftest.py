"""A practice that files are imported into: people 1 and 2 in a group, 9 in none."""

from datetime import UTC, datetime

import pytest

from dashboard.extensions import db
from dashboard.models.participants import Participant
from tests.cast import make_cast, viewer_of
from tests.factories import make_group, make_participant

LATE = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture
def practice(database):
    cast = make_cast()
    made = make_group(cast.ana, people=2)
    for number, stay in enumerate(made.enrollments, 1):
        db.session.get_one(Participant, stay.participant_id).code = str(number)
    make_participant("Nora Free").code = "9"
    db.session.commit()
    return viewer_of(cast.lena, LATE)
