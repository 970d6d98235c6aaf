"""The staff's side: who has answered, links to hand out, a group's rhythm."""

import pytest

from dashboard.caseload.checkins import find_check_in
from dashboard.errors import NotOnCaseload
from tests.cast import Browser, viewer_of
from tests.checkins.links import check_in_ids, new_token, open_phone

RISK = "thoughts of death or self-harm"


@pytest.fixture
def page(asked):
    return f"/checkins/sessions/{asked.session_id}"


@pytest.fixture
def browser_of_ana(as_user, cast, asked):
    return as_user(cast.ana.email)


def test_before_check_ins_are_made_nobody_is_asked(browser_of_ana, page):
    found = browser_of_ana.get(page).text
    assert "0 of 2 have answered: 2 not asked" in found
    assert "Asked this week: PHQ-9, Weekly ratings" in found


def test_the_list_follows_what_people_do(app, browser_of_ana, page, ana, asked):
    assert browser_of_ana.post(f"{page}/invite").status_code == 303
    first, _second = check_in_ids(app, ana, asked.session_id)
    assert "2 not opened" in browser_of_ana.get(page).text
    token = new_token(app, ana, first)
    phone = open_phone(app, token)
    assert browser_of_ana.get(f"{page}/state.json").json["words"].endswith("1 opened, 1 not opened")
    phone.post(f"/check-in/{token}/answers", json={"phq9.1": "1"})
    told = browser_of_ana.get(f"{page}/state.json").json
    assert told["words"] == "0 of 2 have answered: 1 under way, 1 not opened"
    assert {"enrollment": asked.stay_ids[0], "state": "under way", "answered": 1, "asked": 15} in (
        told["people"]
    )
    assert "Ask about: thoughts of death or self-harm (not answered)" in (
        browser_of_ana.get(page).text
    )
    phone.post(f"/check-in/{token}/finish")
    assert "1 of 2 have answered: 1 not opened" in browser_of_ana.get(page).text


def test_a_link_is_shown_once_and_revoked(app, browser_of_ana, page, ana, asked):
    first, _second = check_in_ids(app, ana, asked.session_id)
    found = browser_of_ana.post(f"/checkins/{first}/link").text
    path = found.split("/check-in/")[1].split("/")[0]
    open_phone(app, path)
    assert path not in browser_of_ana.get(page).text
    assert browser_of_ana.post(f"/checkins/{first}/revoke").status_code == 303
    assert Browser(app).get(f"/check-in/{path}/").status_code == 404


@pytest.mark.parametrize("who", ["cleo", "max"])
def test_to_others_none_of_it_is_there(app, as_user, cast, ana, asked, page, who):
    first, _second = check_in_ids(app, ana, asked.session_id)
    other = as_user(getattr(cast, who).email)
    answers = [
        other.get(page),
        other.get(f"{page}/state.json"),
        other.post(f"{page}/invite"),
        other.post(f"/checkins/{first}/link"),
        other.post(f"/checkins/{first}/revoke"),
        other.get(f"/checkins/groups/{asked.group_id}/rhythm"),
        other.post(f"/checkins/groups/{asked.group_id}/rhythm", {"asked.phq9": "on"}),
    ]
    assert {answer.status_code for answer in answers} == {404}


def test_the_clinical_lead_reads_the_list_and_hands_out_no_links(
    app, as_user, cast, ana, asked, page
):
    first, _second = check_in_ids(app, ana, asked.session_id)
    lena = as_user(cast.lena.email)
    assert "Make check-ins" not in lena.get(page).text
    assert lena.post(f"/checkins/{first}/link").status_code == 404


def test_a_check_in_that_is_not_there_is_nobodys(app, database, cast, asked):
    with pytest.raises(NotOnCaseload):
        find_check_in(viewer_of(cast.ana), 7)


def test_a_rhythm_of_its_own_decides_what_is_asked(browser_of_ana, page, asked):
    address = f"/checkins/groups/{asked.group_id}/rhythm"
    assert 'value="4, 8"' in browser_of_ana.get(address).text
    typed = {"version": "0", "asked.phq9": "on", "weeks.phq9": "2", "asked.global_change": "on"}
    assert browser_of_ana.post(address, {**typed, "weeks.global_change": "8 1"}).status_code == 303
    assert "Asked this week: Global rating" in browser_of_ana.get(page).text
    assert 'value="1, 8"' in browser_of_ana.get(address).text


def test_two_people_cannot_set_one_rhythm_unseen(browser_of_ana, asked):
    address = f"/checkins/groups/{asked.group_id}/rhythm"
    browser_of_ana.post(address, {"version": "0", "asked.phq9": "on", "weeks.phq9": "2"})
    late = {"version": "0", "asked.phq9": "on", "weeks.phq9": "3"}
    found = browser_of_ana.post(address, late).text
    assert "Somebody has changed this rhythm" in found
    assert 'name="weeks.phq9" value="3"' in found
    assert browser_of_ana.post(address, {**late, "version": "1"}).status_code == 303


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Choose at least one measure"),
        ({"asked.phq9": "on", "weeks.phq9": "9"}, "Weeks are numbers from 1 to 8"),
        ({"asked.phq9": "on", "weeks.phq9": "one"}, "Weeks are numbers from 1 to 8"),
        ({"asked.phq9": "on", "weeks.phq9": "0"}, "Weeks are numbers from 1 to 8"),
    ],
)
def test_a_rhythm_that_cannot_be_is_refused_beside_its_field(browser_of_ana, asked, typed, words):
    address = f"/checkins/groups/{asked.group_id}/rhythm"
    assert words in browser_of_ana.post(address, {"version": "0", **typed}).text


def test_where_nothing_has_its_wording_it_says_so(browser_of_ana, page, asked):
    address = f"/checkins/groups/{asked.group_id}/rhythm"
    browser_of_ana.post(address, {"version": "0", "asked.gad7": "on"})
    browser_of_ana.post(f"{page}/invite")
    found = browser_of_ana.get(page).text
    assert "load the official wording" in found
    assert "not sent: GAD-7." in found


def test_the_session_page_names_the_question_to_ask_and_the_score_that_came_in(
    app, browser_of_ana, ana, asked
):
    first, _second = check_in_ids(app, ana, asked.session_id)
    token = new_token(app, ana, first)
    phone = open_phone(app, token)
    session = f"/sessions/{asked.session_id}"
    phone.post(f"/check-in/{token}/answers", json={f"phq9.{n}": "1" for n in range(1, 9)})
    assert f"Ask about: {RISK} (not answered)" in browser_of_ana.get(session).text
    told = browser_of_ana.get(f"{session}/entries").json
    assert told["scores"][str(asked.stay_ids[0])] == ["–", "not answered"]
    phone.post(f"/check-in/{token}/answers", json={"phq9.9": "0"})
    phone.post(f"/check-in/{token}/finish")
    assert "Ask about" not in browser_of_ana.get(session).text
    told = browser_of_ana.get(f"{session}/entries").json
    assert told["scores"][str(asked.stay_ids[0])] == ["8", "first"]
