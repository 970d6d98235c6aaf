"""Staff are written to about a waiting safety flag: once each, and without a word about anybody."""

from datetime import UTC, datetime, timedelta

import pytest

from dashboard.clinical.words import FlagKind, Role
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.flags import Flag
from dashboard.models.groups import Practice
from dashboard.records.flags import acknowledge_flag, raise_flag
from dashboard.records.library import install_library
from tests.factories import make_group, make_participant, make_user
from tests.postbox import postbox

RAISED = datetime(2026, 10, 6, 21, tzinfo=UTC)
__all__ = ["postbox"]


@pytest.fixture
def flag_id(app, cast):
    with app.app_context(), writing():
        made = make_group(cast.ana, people=1, name="Quiet evening")
        person = made.enrollments[0].participant_id
        flag = raise_flag(FlagKind.SAFETY, "x", at=RAISED, participant_id=person)
        raise_flag(FlagKind.MISSES, "y", at=RAISED, participant_id=person)
        db.session.commit()
        return flag.id


def run(app, hours=0.0):
    app.config["NOW"] = lambda: RAISED + timedelta(hours=hours)
    return app.test_cli_runner().invoke(args=["flags", "notify"])


def told(postbox):
    return [to for to, _letter in postbox.letters]


def test_the_owner_is_told_once_and_nothing_is_in_the_letter(app, cast, postbox, flag_id):
    assert run(app).output == "1 sent, 0 failed\n"
    assert run(app).output == "0 sent, 0 failed\n"
    [(to, letter)] = postbox.letters
    assert to == [cast.ana.email]
    assert (letter["Subject"], letter.get_content().splitlines()) == (
        "Groupwork: something needs you",
        [
            "Something in Groupwork should be looked at soon.",
            "",
            "https://groups.practice.example/flags/",
            "",
            "Sign in to see what it is. This letter says no more on purpose.",
        ],
    )


@pytest.mark.parametrize(("hours", "letters"), [(2.99, 1), (3, 2)])
def test_the_leads_are_told_once_it_has_waited_as_long_as_the_practice_says(
    app, cast, postbox, flag_id, hours, letters
):
    with app.app_context(), writing():
        db.session.get_one(Practice, 1).escalation_hours = 3
        db.session.commit()
    run(app, hours)
    run(app, hours + 1 if letters == 2 else hours)
    assert told(postbox) == [[cast.ana.email], [cast.lena.email]][:letters]


def test_a_flag_that_somebody_has_seen_tells_nobody(app, cast, postbox, flag_id):
    with app.app_context(), writing():
        acknowledge_flag(db.session.get_one(Flag, flag_id), by=cast.ana.id, at=RAISED)
        db.session.commit()
    assert run(app, 5).output == "0 sent, 0 failed\n"


def test_a_flag_without_an_owner_reaches_the_leads(app, cast, postbox, flag_id):
    with app.app_context(), writing():
        db.session.get_one(Flag, flag_id).owner_id = None
        db.session.commit()
    assert run(app).output == "1 sent, 0 failed\n"
    run(app, 2)
    assert told(postbox) == [[cast.lena.email]]


def test_an_owner_who_has_left_is_not_written_to_and_no_lead_is_missed(app, cast, postbox, flag_id):
    with app.app_context(), writing():
        for user in (cast.ana, cast.lena):
            db.session.get_one(User, user.id).deactivated_at = RAISED
        db.session.commit()
    assert run(app, 3).output == "0 sent, 0 failed\n"
    with app.app_context(), writing():
        db.session.get_one(User, cast.lena.id).deactivated_at = None
        db.session.commit()
    run(app, 4)
    assert told(postbox) == [[cast.lena.email]]


def test_a_flag_about_somebody_without_a_stay_reaches_the_leads(app, cast, postbox):
    with app.app_context(), writing():
        install_library(at=RAISED)
        person = make_participant()
        raise_flag(FlagKind.SAFETY, "z", at=RAISED, participant_id=person.id)
        db.session.commit()
    run(app)
    assert told(postbox) == [[cast.lena.email]]


def test_what_the_server_does_not_take_is_tried_again(app, postbox, flag_id):
    postbox.is_full = True
    result = run(app)
    assert (result.exit_code, result.output.splitlines()[0]) == (1, "0 sent, 1 failed")
    postbox.is_full = False
    assert run(app).output == "1 sent, 0 failed\n"


def test_one_lead_without_a_mailbox_has_the_others_told_once(app, cast, postbox, flag_id):
    with app.app_context(), writing():
        gone = make_user("Ada Gone", role=Role.CLINICAL_LEAD).email
        db.session.commit()
    postbox.unknown = {gone}
    assert run(app, 2).output.startswith("2 sent, 1 failed")
    assert run(app, 2).output == "0 sent, 0 failed\n"
    assert told(postbox) == [[cast.ana.email], [cast.lena.email]]


def test_without_a_mail_server_it_says_what_to_set(app, flag_id):
    result = run(app)
    assert result.exit_code == 1
    assert "Set GROUPWORK_SMTP_HOST" in result.output
