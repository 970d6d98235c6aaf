"""Letters go out once, through a real mail server, and say nothing about anybody."""

from datetime import timedelta

from sqlalchemy import select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn
from dashboard.models.measures import Assessment
from dashboard.models.participants import Participant
from tests.checkins.conftest import BEFORE, ENDS, STARTS
from tests.checkins.links import check_in_ids, new_token, open_phone
from tests.postbox import postbox

__all__ = ["postbox"]


def run(app, at=BEFORE):
    app.config["NOW"] = lambda: at
    return app.test_cli_runner().invoke(args=["checkins", "send"])


def test_each_person_gets_one_letter_however_often_it_runs(app, postbox, asked):
    assert run(app).output.startswith("2 sent, 0 reminded")
    assert run(app).output.startswith("0 sent, 0 reminded")
    addresses = sorted(address for to, _letter in postbox.letters for address in to)
    assert addresses == sorted(f"p{number}@mail.example" for number in asked.person_ids)


def test_a_letter_leads_to_the_check_in_and_says_nothing_else(app, postbox, asked):
    run(app)
    _to, letter = postbox.letters[0]
    text = letter.get_content()
    assert "Quiet evening" not in text + letter["Subject"]
    assert letter["From"] == "groups@practice.example"
    token = text.split("https://groups.practice.example/check-in/")[1].split("/")[0]
    open_phone(app, token)


def test_who_has_not_answered_is_reminded_once(app, postbox, ana, asked):
    run(app)
    done = check_in_ids(app, ana, asked.session_id)[0]
    token = new_token(app, ana, done)
    open_phone(app, token).post(f"/check-in/{token}/finish")
    soon = STARTS - timedelta(hours=1)
    assert run(app, soon).output.startswith("0 sent, 1 reminded")
    assert run(app, soon).output.startswith("0 sent, 0 reminded")
    assert postbox.letters[-1][1]["Subject"] == "Your check-in, once more"


def test_before_it_opens_and_once_it_began_nothing_is_sent(app, postbox, asked):
    assert run(app, STARTS - timedelta(hours=25)).output.startswith("0 sent")
    assert run(app, STARTS).output.startswith("0 sent")


def test_a_letter_that_is_not_taken_is_tried_again(app, postbox, asked):
    postbox.is_full = True
    failed = run(app)
    assert failed.exit_code == 1
    assert "2 failed" in failed.output
    postbox.is_full = False
    assert run(app).output.startswith("2 sent")


def test_without_an_address_nothing_is_sent_and_it_is_counted(app, postbox, asked):
    with app.app_context(), writing():
        db.session.get_one(Participant, asked.person_ids[0]).email = None
        db.session.commit()
    assert run(app).output.startswith("1 sent, 0 reminded, 1 without")


def test_what_was_answered_counts_although_nobody_finished(app, postbox, ana, asked):
    check_in_id = check_in_ids(app, ana, asked.session_id)[0]
    token = new_token(app, ana, check_in_id)
    some = {f"phq9.{item}": "2" for item in range(1, 9)}
    open_phone(app, token).post(f"/check-in/{token}/answers", json=some)
    assert "1 closed" in run(app, ENDS + timedelta(hours=24)).output
    assert "0 closed" in run(app, ENDS + timedelta(hours=25)).output
    with app.app_context():
        assert [row.score for row in db.session.scalars(select(Assessment))] == [18.0]
        assert db.session.get_one(CheckIn, check_in_id).finished_at == ENDS + timedelta(hours=24)


def test_without_a_mail_server_the_command_says_what_to_set(app, asked):
    result = run(app)
    assert result.exit_code == 1
    assert "GROUPWORK_SMTP_HOST" in result.output


def test_an_address_that_is_none_keeps_no_letter_of_others(app, postbox, asked):
    with app.app_context(), writing():
        first, second = (db.session.get_one(Participant, each) for each in asked.person_ids)
        first.email, kept = "a@mail.example\nBcc: spy@mail.example", second.email
        db.session.commit()
    assert run(app).output.startswith("1 sent, 0 reminded")
    assert [to for to, _letter in postbox.letters] == [[kept]]
