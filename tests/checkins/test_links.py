"""A check-in's link: alike whatever is wrong with it, and good for as long as it is meant to be."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from dashboard.checkins.actions import revoke
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.accounts import SignInAttempt
from tests.cast import Browser
from tests.checkins.conftest import ENDS, STARTS
from tests.checkins.links import check_in_ids, new_token, open_phone


@pytest.fixture
def token(app, ana, asked):
    return new_token(app, ana, check_in_ids(app, ana, asked.session_id)[0])


@pytest.fixture
def phone(app, token):
    return open_phone(app, token)


HEADERS_OF_ITS_OWN = {"Date", "Set-Cookie"}


def told(answer):
    """All that somebody with a link learns: status, body and headers, but for nonces and clocks."""
    headers = {name: value for name, value in answer.headers if name not in HEADERS_OF_ITS_OWN}
    return answer.status_code, answer.data, headers


def test_nobody_learns_why_a_link_leads_nowhere(app, ana, asked, phone, token):
    nowhere = {"wrong": told(Browser(app).get("/check-in/" + "x" * 43 + "/"))}
    nowhere["short"] = told(Browser(app).get("/check-in/guess/"))
    _, second = check_in_ids(app, ana, asked.session_id)
    revoked = new_token(app, ana, second)
    with app.app_context(), writing():
        revoke(ana, second)
    guessed = new_token(app, ana, second)
    nowhere["revoked"] = told(Browser(app).get(f"/check-in/{revoked}/"))
    guesser = Browser(app)
    for _ in range(10):
        guesser.post(f"/check-in/{guessed}/", {"day": "1", "month": "May"})
    nowhere["guessed"] = told(guesser.get(f"/check-in/{guessed}/"))
    phone.post(f"/check-in/{token}/finish")
    nowhere["used"] = told(Browser(app).get(f"/check-in/{token}/"))
    app.config["NOW"] = lambda: ENDS + timedelta(hours=26)
    nowhere["expired"] = told(Browser(app).get(f"/check-in/{token}/"))
    assert nowhere["wrong"][0] == 404
    assert {name: same == nowhere["wrong"] for name, same in nowhere.items()} == dict.fromkeys(
        nowhere, True
    )


def test_a_used_link_a_wrong_one_and_a_revoked_one_look_alike(app, phone, token):
    phone.post(f"/check-in/{token}/finish")
    used = phone.get(f"/check-in/{token}/")
    wrong = Browser(app).get("/check-in/" + "x" * 43 + "/")
    assert (used.status_code, wrong.status_code) == (404, 404)
    assert used.text == wrong.text
    answer = Browser(app).post(f"/check-in/{token}/answers", json={"phq9.1": "1"})
    assert (answer.status_code, answer.json) == (404, {"error": "link_leads_nowhere"})


@pytest.mark.parametrize("hours", [-25, 26])
def test_before_it_opens_and_after_it_closes_it_leads_nowhere(app, token, hours):
    moment = (STARTS if hours < 0 else ENDS) + timedelta(hours=hours)
    app.config["NOW"] = lambda: moment
    assert Browser(app).get(f"/check-in/{token}/").status_code == 404


def test_a_good_link_opens_however_much_was_guessed_beside_it(app, phone, token):
    guesser = Browser(app)
    answers = [guesser.get(f"/check-in/guess-{number}/") for number in range(40)]
    assert len({answer.data for answer in answers}) == 1
    assert [answer.status_code for answer in answers] == [404] * 10 + [429] * 30
    by_script = guesser.post("/check-in/guess/answers", json={})
    assert (by_script.status_code, by_script.json) == (429, {"error": "link_leads_nowhere"})
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(SignInAttempt)) == 20
    answer = phone.post(f"/check-in/{token}/answers", json={"phq9.9": "3"})
    assert (answer.status_code, answer.json["risk"]) == (200, True)
