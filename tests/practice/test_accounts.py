"""Accounts: added with a password said once, described, ended at once; the last one stays."""

import re

import pytest

from dashboard.database import writing
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.records.practice.accounts import end_account
from tests.cast import Browser
from tests.practice.conftest import NOON

NEW = {"name": "Ida Voss", "email": "ida@mail.example", "role": "therapist"}


def said_password(page):
    return re.search(r'<code id="password">([^<]+)', page)[1]


def test_a_new_account_signs_in_with_the_password_that_was_said_once(app, max_):
    page = max_.post("/practice/accounts", NEW).text
    Browser(app).sign_in("ida@mail.example", said_password(page))
    assert said_password(page) not in max_.get("/practice/accounts").text
    assert "Ida Voss" in max_.get("/practice/accounts").text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"email": "ida"}, "no e-mail address"),
        ({"email": "ana"}, "no e-mail address"),
        ({"name": ""}, "A name is needed."),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(max_, typed, words):
    assert words in max_.post("/practice/accounts", {**NEW, **typed}).text


def test_an_address_belongs_to_one_person(max_, cast):
    assert "has this e-mail address" in (
        max_.post("/practice/accounts", {**NEW, "email": cast.ana.email}).text
    )


def test_an_ended_account_is_out_at_once_and_what_it_wrote_stays(app, as_user, cast, max_):
    ana = as_user(cast.ana.email)
    assert ana.get("/").status_code == 200
    assert max_.post(f"/practice/accounts/{cast.ana.id}/end").status_code == 303
    assert ana.get("/").status_code == 303
    assert "ended" in max_.get("/practice/accounts").text


def test_the_last_administrator_stays(app, cast, max_):
    max_.post(f"/practice/accounts/{cast.max.id}/end")
    assert "last administrator" in max_.get("/practice/accounts").text
    with app.app_context(), writing():
        user = db.session.get_one(User, cast.max.id)
        with pytest.raises(Refused):
            end_account(user, by=cast.max.id, at=NOON)


def test_a_new_password_ends_the_old_one_and_the_sign_ins(app, as_user, cast, max_):
    ana = as_user(cast.ana.email)
    page = max_.post(f"/practice/accounts/{cast.ana.id}/password").text
    assert ana.get("/").status_code == 303
    Browser(app).sign_in(cast.ana.email, said_password(page))


def test_an_associate_has_a_supervisor_who_is_somebody_else(app, cast, max_):
    path = f"/practice/accounts/{cast.ana.id}"
    assert max_.get(path).status_code == 200
    own = max_.post(path, {"credentials": "AMFT", "supervisor": str(cast.ana.id)}).text
    assert "Nobody supervises themselves." in own
    assert 'value="AMFT"' in own
    told = {"credentials": "AMFT", "supervisor": str(cast.lena.id)}
    assert max_.post(path, told).status_code == 303
    page = max_.get("/practice/accounts").text
    assert "Ana Ruiz</a>, AMFT" in page
    assert max_.post(path, {"credentials": "", "supervisor": ""}).status_code == 303
    with app.app_context():
        assert db.session.get_one(User, cast.ana.id).supervisor_id is None


@pytest.mark.parametrize("path", ["accounts/{id}", "accounts/{id}/end", "accounts/{id}/password"])
def test_accounts_are_the_administrators_alone(as_user, cast, lena, path):
    address = f"/practice/{path.format(id=cast.ana.id)}"
    assert lena.post(address).status_code == 404
    assert as_user(cast.ana.email).post(address).status_code == 404
    assert lena.post("/practice/accounts", NEW).status_code == 404


def test_an_account_that_is_not_there(max_):
    assert max_.get("/practice/accounts/999").status_code == 404
