"""What a therapist must see: what was left out, what to look at, where, and whom to call."""

import pytest
from sqlalchemy import select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.flags import Flag
from dashboard.models.participants import Participant
from tests.checkins.conftest import give_wording
from tests.checkins.links import check_in_ids, new_token, open_phone

RISK = "thoughts of death or self-harm"


@pytest.fixture
def browser_of_ana(as_user, cast, asked):
    return as_user(cast.ana.email)


@pytest.fixture
def page(asked):
    return f"/checkins/sessions/{asked.session_id}"


def a_phone(app, ana, asked):
    token = new_token(app, ana, check_in_ids(app, ana, asked.session_id)[0])
    return open_phone(app, token), f"/check-in/{token}"


def test_a_check_in_finished_empty_is_no_answer_and_asks_the_risk_question(
    app, browser_of_ana, page, ana, asked
):
    phone, home = a_phone(app, ana, asked)
    assert "Ask about" not in browser_of_ana.get(page).text
    phone.post(f"{home}/finish")
    found = browser_of_ana.get(page).text
    assert "0 of 2 have answered: 1 left empty, 1 not opened" in found
    assert f"Ask about: {RISK} (not answered)" in found
    assert f"Ask about: {RISK} (not answered)" in (
        browser_of_ana.get(f"/sessions/{asked.session_id}").text
    )


@pytest.mark.parametrize(("answer", "is_shown"), [("1", False), ("2", True)])
def test_an_answer_that_raises_no_flag_is_shown_all_the_same(
    app, browser_of_ana, page, ana, asked, answer, is_shown
):
    with app.app_context(), writing():
        give_wording("dar5")
        db.session.commit()
    rhythm = {"version": "0", "asked.dar5": "on"}
    browser_of_ana.post(f"/checkins/groups/{asked.group_id}/rhythm", rhythm)
    phone, home = a_phone(app, ana, asked)
    answers = {f"dar5.{item}": "1" for item in range(1, 6)} | {"dar5.4": answer}
    phone.post(f"{home}/answers", json=answers)
    words = f"Look at: urge to hit, answered {answer} (1 to 5)"
    paths = [page, f"/sessions/{asked.session_id}", f"/participants/{asked.person_ids[0]}"]
    assert [words in browser_of_ana.get(path).text for path in paths] == [is_shown] * 3
    with app.app_context():
        assert list(db.session.scalars(select(Flag))) == []


def test_where_somebody_is_and_whom_to_call_stands_beside_the_flag(
    app, browser_of_ana, page, ana, asked
):
    with app.app_context(), writing():
        person = db.session.get_one(Participant, asked.person_ids[0])
        person.phone, person.home_state = "555 0199", "OH"
        db.session.commit()
    phone, home = a_phone(app, ana, asked)
    phone.post(f"{home}/where", {"place": "NJ", "contact": "My sister, 555 0100"})
    phone.post(f"{home}/answers", json={"phq9.9": "2"})
    found = browser_of_ana.get(page).text
    assert "That day: New Jersey" in found
    assert "In an emergency: My sister, 555 0100" in found
    with app.app_context():
        (flag,) = db.session.scalars(select(Flag))
    found = browser_of_ana.get(f"/flags/{flag.id}").text
    for words in ("New Jersey", "My sister, 555 0100", "555 0199", "Ohio"):
        assert words in found
