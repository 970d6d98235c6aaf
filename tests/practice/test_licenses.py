"""Licenses on a person's account page: issued, verified by whom, changed, renewed, and traced."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.accounts import License
from dashboard.models.trail import AuditLine
from dashboard.records.practice.credentials import Credential, add_license
from tests.practice.conftest import NOON

TYPED = {
    "profession": "LCSW",
    "number": "77",
    "jurisdiction": "NY",
    "issued_on": "2024-12-08",
    "expires_on": "2026-12-07",
    "compact": "",
}
RENEWED = {**TYPED, "expires_on": "2028-12-07", "is_verified": "y", "version": "1"}


@pytest.fixture
def license_id(app, cast, practice):
    """Ana's license, which Lena looked up a day ago."""
    with app.app_context(), writing():
        told = Credential("LCSW", "77", "NY", date(2026, 12, 7), date(2024, 12, 8))
        row = add_license(cast.ana, told, by=cast.lena.id, at=NOON - timedelta(days=1))
        db.session.commit()
        return row.id


def kept(app, license_id):
    with app.app_context():
        row = db.session.get_one(License, license_id)
        return row.issued_on, row.expires_on, row.verified_by_id, row.verified_at


def lines(app, license_id):
    """What the trail says of a license, without whose it is."""
    query = select(AuditLine).where(
        AuditLine.subject == "licenses", AuditLine.subject_id == license_id
    )
    with app.app_context():
        found = db.session.scalars(query.order_by(AuditLine.id)).all()
        return [
            (line.action, {k: v for k, v in line.detail.items() if k != "user"}) for line in found
        ]


def test_the_account_page_shows_when_it_was_issued_and_who_looked_it_up(max_, cast, license_id):
    page = max_.get(f"/practice/accounts/{cast.ana.id}").text
    assert f'href="/practice/licenses/{license_id}"' in page
    assert "Sun 8 Dec 2024" in page
    assert "Sun 22 Nov 2026, 12:00 pm ET by Lena Hart" in page
    other = max_.get(f"/practice/accounts/{cast.ben.id}").text
    assert "None is on record." in other
    assert f'href="/practice/licenses?user={cast.ben.id}"' in other
    adding = max_.get(f"/practice/licenses?user={cast.ben.id}").text
    assert f'<option selected value="{cast.ben.id}">' in adding


def test_a_license_is_renewed_and_verified_by_who_renews_it(app, max_, cast, license_id):
    answer = max_.post(f"/practice/licenses/{license_id}", RENEWED)
    assert answer.location == f"/practice/accounts/{cast.ana.id}"
    assert kept(app, license_id) == (date(2024, 12, 8), date(2028, 12, 7), cast.max.id, NOON)
    assert lines(app, license_id)[1:] == [
        ("renew license", {"expires_on": ["2026-12-07", "2028-12-07"], "verified": True})
    ]


def test_what_is_changed_without_a_look_counts_as_not_verified(app, max_, cast, license_id):
    typed = {**TYPED, "issued_on": "", "version": "1"}
    assert max_.post(f"/practice/licenses/{license_id}", typed).status_code == 303
    assert kept(app, license_id) == (None, date(2026, 12, 7), None, None)
    assert lines(app, license_id)[1:] == [
        ("change license", {"issued_on": ["2024-12-08", None], "verified": False})
    ]
    assert "Not verified" in max_.get(f"/practice/accounts/{cast.ana.id}").text
    assert "not verified: it does not count" in max_.get(f"/practice/licenses/{license_id}").text


def test_looking_up_alone_is_kept_too_and_nothing_is_nothing(app, max_, license_id):
    path = f"/practice/licenses/{license_id}"
    assert max_.post(path, {**TYPED, "version": "1"}).status_code == 303
    assert len(lines(app, license_id)) == 1
    assert max_.post(path, {**TYPED, "version": "1", "is_verified": "y"}).status_code == 303
    assert lines(app, license_id)[1:] == [("verify license", {"verified": True})]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"expires_on": "2024-12-07"}, "It expires before it was issued"),
        ({"number": "78"}, "This license is on record already."),
        ({"number": ""}, "The number is needed."),
        ({"compact": "9"}, "Choose one of the compacts."),
        ({"version": "0"}, "Somebody has changed this license since"),
    ],
)
def test_what_cannot_be_is_refused_and_keeps_what_was_typed(
    app, max_, cast, license_id, typed, words
):
    with app.app_context(), writing():
        told = Credential("LCSW", "78", "NY", date(2027, 1, 1))
        add_license(cast.ben, told, by=cast.max.id, at=NOON)
        db.session.commit()
    before = kept(app, license_id)
    path = f"/practice/licenses/{license_id}"
    page = max_.post(path, {**RENEWED, **typed}).text
    assert words in page
    assert f'value="{typed.get("expires_on", RENEWED["expires_on"])}"' in page
    assert kept(app, license_id) == before


def test_licenses_are_changed_by_the_administrator_alone(as_user, cast, lena, max_, license_id):
    path = f"/practice/licenses/{license_id}"
    for browser in (lena, as_user(cast.ana.email)):
        assert browser.get(path).status_code == 404
        assert browser.post(path, RENEWED).status_code == 404
    assert max_.get("/practice/licenses/999").status_code == 404
    assert path not in lena.get("/practice/licenses").text
