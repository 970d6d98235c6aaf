"""Whom to call is asked where the practice wants to know, and only there."""

import pytest

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn
from dashboard.models.groups import Practice
from tests.checkins.links import check_in_ids, new_token, open_phone


@pytest.fixture
def check_in_id(app, ana, asked):
    return check_in_ids(app, ana, asked.session_id)[0]


@pytest.fixture
def token(app, ana, check_in_id):
    return new_token(app, ana, check_in_id)


@pytest.fixture
def phone(app, token):
    return open_phone(app, token)


def test_whom_to_call_is_asked_only_where_the_practice_wants_it(app, phone, token, check_in_id):
    with app.app_context(), writing():
        db.session.get_one(Practice, 1).asks_emergency_contact = 0
        db.session.commit()
    assert "in an emergency, with" not in phone.get(f"/check-in/{token}/where").text
    phone.post(f"/check-in/{token}/where", {"place": "NJ", "contact": "My sister"})
    with app.app_context():
        kept = db.session.get_one(CheckIn, check_in_id)
        assert (kept.located_in, kept.emergency_contact) == ("NJ", None)
