"""Letters that nobody needs are not sent, and a session that moves takes its check-ins along."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from dashboard.checkins.actions import invite, revoke
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Group
from dashboard.models.measures import Assessment
from dashboard.records.groups import move_session
from tests.cast import Browser, viewer_of
from tests.checkins.conftest import BEFORE, ENDS, STARTS
from tests.checkins.links import BIRTHDAY, check_in_ids, new_token, open_phone
from tests.checkins.test_sending import run
from tests.postbox import postbox

__all__ = ["postbox"]

RATINGS = ("pain", "mood", "worry", "sleep", "energy", "connection")
EVERYTHING = {f"phq9.{item}": "0" for item in range(1, 10)} | {
    f"weekly_ratings.{key}": "5" for key in RATINGS
}
SOON = STARTS - timedelta(hours=1)


@pytest.fixture
def first(app, ana, asked):
    return check_in_ids(app, ana, asked.session_id)[0]


def test_whoever_has_answered_everything_is_not_reminded_to_press_a_button(
    app, postbox, ana, first
):
    run(app)
    token = new_token(app, ana, first)
    open_phone(app, token).post(f"/check-in/{token}/answers", json=EVERYTHING)
    assert run(app, SOON).output.startswith("0 sent, 1 reminded")


def test_an_invitation_shortly_before_is_not_followed_by_a_reminder(app, postbox, asked):
    assert run(app, SOON).output.startswith("2 sent, 0 reminded")
    assert run(app, SOON + timedelta(minutes=10)).output.startswith("0 sent, 0 reminded")


def test_whoever_had_the_links_revoked_gets_no_new_one_by_letter(app, postbox, ana, first):
    run(app)
    with app.app_context(), writing():
        revoke(ana, first)
    assert run(app, SOON).output.startswith("0 sent, 1 reminded")


def test_the_link_of_a_letter_opens_again_after_too_many_wrong_tries(app, postbox, ana, first):
    run(app)
    token = new_token(app, ana, first)
    for _ in range(10):
        Browser(app).post(f"/check-in/{token}/", {"day": "1", "month": "May"})
    assert Browser(app).get(f"/check-in/{token}/").status_code == 404
    run(app, SOON)
    assert Browser(app).post(f"/check-in/{token}/", BIRTHDAY).status_code == 303


def test_a_session_that_moves_takes_its_check_ins_along(app, postbox, cast, ana, asked, first):
    run(app)
    with app.app_context(), writing():
        row = db.session.get_one(GroupSession, asked.session_id)
        group = db.session.get_one(Group, asked.group_id)
        move_session(row, group, date(2026, 10, 1), by=cast.ana.id, at=BEFORE)
        db.session.commit()
        moved = db.session.get_one(CheckIn, first)
        assert (moved.opens_at, moved.closes_at, moved.sent_at) == (
            STARTS + timedelta(days=1),
            ENDS + timedelta(days=3),
            None,
        )
    assert run(app, STARTS + timedelta(days=1)).output.startswith("2 sent")


@pytest.mark.parametrize("by_command", [True, False])
def test_without_letters_an_unfinished_form_is_taken_in_all_the_same(
    app, cast, ana, asked, first, by_command
):
    token = new_token(app, ana, first)
    some = {f"phq9.{item}": "2" for item in range(1, 9)}
    open_phone(app, token).post(f"/check-in/{token}/answers", json=some)
    later = ENDS + timedelta(hours=24)
    if by_command:
        assert run(app, later).exit_code == 1
    else:
        with app.app_context(), writing():
            invite(viewer_of(cast.ana, later), asked.session_id)
    with app.app_context():
        assert [row.score for row in db.session.scalars(select(Assessment))] == [18.0]
