"""The participant's side of a check-in, from the link to the thanks."""

import pytest
from sqlalchemy import select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn, CheckInAnswer
from dashboard.models.flags import Flag
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Practice
from dashboard.models.measures import Assessment
from dashboard.records.checkins.invitations import check_in_code
from tests.cast import Browser
from tests.checkins.links import BIRTHDAY, check_in_ids, new_token, open_phone
from tests.factories import LONG_AGO


@pytest.fixture
def check_in_id(app, ana, asked):
    return check_in_ids(app, ana, asked.session_id)[0]


@pytest.fixture
def token(app, ana, check_in_id):
    return new_token(app, ana, check_in_id)


@pytest.fixture
def phone(app, token):
    return open_phone(app, token)


def rows(app, model):
    with app.app_context():
        return list(db.session.scalars(select(model)))


def test_nothing_is_said_before_the_birthday_is_confirmed(app, token):
    page = Browser(app).get(f"/check-in/{token}/")
    assert page.status_code == 200
    assert "Quiet evening" not in page.text
    assert "birthday" in page.text
    assert Browser(app).get(f"/check-in/{token}/where").status_code == 404


@pytest.mark.parametrize("typed", [{"day": "18", "month": "May"}, {"day": "17"}, {"code": "1"}, {}])
def test_a_wrong_birthday_is_refused(app, token, typed):
    page = Browser(app).post(f"/check-in/{token}/", typed)
    assert "That does not fit" in page.text


def test_after_ten_wrong_tries_the_link_leads_nowhere_until_there_is_a_new_one(
    app, token, ana, check_in_id
):
    guesser = Browser(app)
    for _ in range(10):
        guesser.post(f"/check-in/{token}/", {"day": "1", "month": "May"})
    assert guesser.get(f"/check-in/{token}/").status_code == 404
    open_phone(app, new_token(app, ana, check_in_id))


def test_the_code_stands_in_for_a_birthday(app, token, check_in_id):
    with app.app_context():
        code = check_in_code(db.session.get_one(CheckIn, check_in_id))
    spaced = f"{code[:3]} {code[3:]}"
    assert Browser(app).post(f"/check-in/{token}/", {"code": spaced}).status_code == 303


def test_where_the_person_is_comes_first_and_is_kept(app, phone, token, check_in_id):
    assert "Choose where you are" in phone.post(f"/check-in/{token}/where", {"place": ""}).text
    told = {"place": "NJ", "contact": "My sister, 555 0100"}
    answer = phone.post(f"/check-in/{token}/where", told)
    assert answer.location == f"/check-in/{token}/questions/next"
    assert phone.get(answer.location).location == f"/check-in/{token}/questions/1"
    with app.app_context():
        kept = db.session.get_one(CheckIn, check_in_id)
        assert (kept.located_in, kept.emergency_contact) == ("NJ", "My sister, 555 0100")


def test_each_answer_is_kept_and_the_next_question_follows(app, phone, token):
    page = phone.get(f"/check-in/{token}/questions/1")
    assert "Invented question 1?" in page.text
    assert "Question 1 of 15" in page.text
    answer = phone.post(f"/check-in/{token}/questions/1", {"phq9.1": "2"})
    assert answer.location == f"/check-in/{token}/questions/2"
    assert phone.get(f"/check-in/{token}/questions/next").location.endswith("/questions/2")
    assert phone.get(f"/check-in/{token}/questions/16").status_code == 404
    assert phone.post(f"/check-in/{token}/questions/15", {}).location == f"/check-in/{token}/finish"
    assert [(row.item, row.answer) for row in rows(app, CheckInAnswer)] == [("1", 2)]


def test_an_answer_can_be_changed(app, phone, token):
    for value in ("2", "1"):
        phone.post(f"/check-in/{token}/questions/1", {"phq9.1": value})
    assert [row.answer for row in rows(app, CheckInAnswer)] == [1]


@pytest.mark.parametrize("typed", [{"phq9.1": "4"}, {"phq9.10": "1"}, {"gad7.1": "1"}])
def test_an_answer_that_there_is_not_is_refused_and_nothing_kept(app, phone, token, typed):
    page = phone.post(f"/check-in/{token}/questions/1", typed)
    assert page.status_code == 200
    assert phone.post(f"/check-in/{token}/answers", json=typed).status_code == 400
    assert rows(app, CheckInAnswer) == []


@pytest.mark.parametrize("sent", [[], {"phq9.1": 2}, "x"])
def test_what_is_no_answer_at_all_is_not_understood(phone, token, sent):
    assert phone.post(f"/check-in/{token}/answers", json=sent).status_code == 400


def test_a_measure_answered_in_full_is_scored_at_once(app, phone, token, asked):
    everything = {f"phq9.{item}": "1" for item in range(1, 9)} | {"phq9.9": "0"}
    answer = phone.post(f"/check-in/{token}/answers", json=everything)
    assert answer.json == {"saved": True, "risk": False, "answered": 9, "asked": 15}
    (row,) = rows(app, Assessment)
    assert (row.score, str(row.source), row.group_session_id) == (8.0, "check_in", asked.session_id)
    assert row.assessed_on.isoformat() == "2026-09-29"


def test_a_risk_answer_raises_its_flag_with_the_answer_on_a_form_left_open(
    app, phone, token, asked
):
    answer = phone.post(f"/check-in/{token}/answers", json={"phq9.9": "1"})
    assert answer.json["risk"] is True
    (flag,) = rows(app, Flag)
    assert (flag.participant_id, flag.group_session_id) == (asked.person_ids[0], asked.session_id)
    assert "Please get help now" in phone.get(f"/check-in/{token}/questions").text
    assert "988" in phone.get(f"/check-in/{token}/questions").text
    assert rows(app, Assessment) == []


def test_the_same_risk_answer_raises_one_flag_also_when_the_form_is_finished(app, phone, token):
    phone.post(f"/check-in/{token}/answers", json={"phq9.9": "1"})
    phone.post(f"/check-in/{token}/questions", {f"phq9.{item}": "1" for item in range(1, 10)})
    phone.post(f"/check-in/{token}/finish")
    assert len(rows(app, Flag)) == 1
    assert [row.score for row in rows(app, Assessment)] == [9.0]


def test_finishing_takes_in_what_was_answered_in_part(app, phone, token):
    phone.post(f"/check-in/{token}/answers", json={f"phq9.{item}": "2" for item in range(1, 9)})
    assert "7 of 15 questions have no answer" in phone.get(f"/check-in/{token}/finish").text
    assert "Thank you" in phone.post(f"/check-in/{token}/finish").text
    (row,) = rows(app, Assessment)
    assert (row.score, row.prorated, row.answers["9"]) == (18.0, 1, None)


def test_a_cancelled_session_asks_nothing(app, token, asked):
    with app.app_context(), writing():
        db.session.get_one(GroupSession, asked.session_id).cancelled_at = LONG_AGO
        db.session.commit()
    assert Browser(app).get(f"/check-in/{token}/").status_code == 404


def test_a_confirmed_phone_goes_straight_on(phone, token):
    answer = phone.post(f"/check-in/{token}/", BIRTHDAY)
    assert answer.location == f"/check-in/{token}/where"
    assert "Hello" in phone.get(answer.location).text


def test_whatever_the_practice_writes_it_is_said_that_nobody_watches(app, phone, token):
    with app.app_context(), writing():
        db.session.get_one(Practice, 1).crisis_text = "Call our line, 555 0100, or 988."
        db.session.commit()
    words = "Call our line, 555 0100, or 988. Your answers here are not watched live."
    phone.post(f"/check-in/{token}/answers", json={"phq9.9": "1"})
    assert words in phone.get(f"/check-in/{token}/questions/2").text
    assert words in Browser(app).get("/check-in/guess/").text


def test_too_long_a_contact_is_refused(phone, token):
    page = phone.post(f"/check-in/{token}/where", {"place": "NY", "contact": "x" * 201})
    assert "200" in page.text
