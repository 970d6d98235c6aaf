"""People who may sign in are added once, with a password that is long enough."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from dashboard.clinical.words import Role
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.trail import AuditLine
from dashboard.records.passwords import password_fits
from dashboard.records.practice.users import add_user

AT = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
TWELVE = "twelve chars"
ANA = {"email": " Ana@Example.org ", "name": " Ana Ruiz ", "password": TWELVE}


def add(**changes):
    return add_user(by=None, at=AT, role=Role.THERAPIST, **{**ANA, **changes})


def test_a_user_is_written_plainly_with_a_line(database):
    user = add()
    lines = db.session.scalars(select(AuditLine)).all()
    assert (user.email, user.name, user.role) == ("ana@example.org", "Ana Ruiz", Role.THERAPIST)
    assert password_fits(TWELVE, user.password_hash)
    assert [(line.action, line.subject_id) for line in lines] == [("add user", user.id)]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"email": "ana"}, "email"),
        ({"email": "@example.org"}, "email"),
        ({"email": "a@" + "e" * 200}, "email"),
        ({"name": " "}, "name"),
        ({"password": "eleven char"}, "password"),
    ],
)
def test_what_cannot_be_is_refused(database, changes, field):
    with pytest.raises(Refused) as refusal:
        add(**changes)
    assert refusal.value.field == field


def test_an_address_belongs_to_one_person(database):
    add()
    with pytest.raises(Refused, match="Somebody has this e-mail address already"):
        add(email="ANA@example.org")
