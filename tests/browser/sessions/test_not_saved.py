"""What cannot be saved is never called saved, and stays where it was typed."""

import pytest
from playwright.sync_api import expect

from dashboard.clinical.words import EnrollmentStatus
from dashboard.extensions import db
from dashboard.models.participants import Enrollment
from dashboard.records.enrollments import change_status
from tests.browser.profiles import fresh_profile, hurry
from tests.browser.sessions.behind_the_page import session_of
from tests.browser.sessions.test_nothing_is_lost import (
    STATE,
    leave,
    open_second_session,
    response,
    session,  # noqa: F401
    write,
)

HELD = "Not saved: see the field"
LIMIT = "A text here holds at most 20,000 characters"


@pytest.fixture
def quiet_evening(chromium, practice):
    """Ana on today's session of a practice of two people, of its own."""
    context = fresh_profile(chromium, base_url=practice.server.address)
    hurry(context)
    page = practice.sign_in(context)
    page.goto(f"/sessions/{practice.group_session_id}")
    expect(page.locator("[data-note-panel]").first).to_be_hidden()
    yield page
    context.close()


def test_a_text_that_is_too_long_stays_and_is_not_called_saved(session):  # noqa: F811
    write(session, "word " * 4001, 6)
    expect(session.get_by_text(LIMIT)).to_be_visible()
    expect(session.locator(STATE)).to_have_text(HELD)
    session.goto(session.url)
    expect(session.get_by_text(LIMIT)).to_be_visible()
    expect(session.locator(STATE)).to_have_text(HELD)
    assert response(session, 6) == "word " * 4001
    session.locator("[data-sign]").click()
    expect(session.locator('[data-field="response"]').nth(6)).to_be_focused()
    write(session, "word " * 4000, 6)
    expect(session.locator(STATE)).to_contain_text("Saved")
    expect(session.get_by_text(LIMIT)).to_have_count(0)


def test_a_change_is_on_its_way_within_two_seconds(page, server):
    open_second_session(page, server)
    page.clock.install()
    with page.expect_request(
        lambda request: request.url.endswith("/entries") and request.method == "POST"
    ):
        write(page, "Soon.", 5)
        page.clock.run_for(2000)
    expect(page.locator(STATE)).to_contain_text("Saved")


def test_words_for_a_note_that_another_signed_meanwhile_are_not_lost(quiet_evening):
    write(quiet_evening, "As signed.")
    expect(quiet_evening.locator(STATE)).to_contain_text("Saved")
    other = quiet_evening.context.new_page()
    other.goto(f"{quiet_evening.url}/sign")
    other.get_by_label("Sign all the same").fill("The others write tomorrow.")
    other.get_by_role("button", name="Sign all notes").click()
    expect(other.get_by_text("1 note is signed.")).to_be_visible()
    write(quiet_evening, "As signed. And a thought after.")
    expect(quiet_evening.get_by_text("This note is signed. Add an addendum")).to_be_visible()
    quiet_evening.goto(quiet_evening.url)
    expect(quiet_evening.locator(STATE)).to_have_text(HELD)
    assert response(quiet_evening) == "As signed. And a thought after."
    quiet_evening.get_by_role("button", name="Go back to what is saved").click()
    assert response(quiet_evening) == "As signed."
    expect(quiet_evening.locator(STATE)).to_have_text("")


def put_on_hold(practice, stay_id):
    with session_of(practice) as held:
        stay = db.session.get_one(Enrollment, stay_id)
        told = {"on": held.on_date, "by": None, "at": held.starts_at, "remark": ""}
        change_status(stay, EnrollmentStatus.ON_HOLD, **told)


def test_a_word_kept_of_somebody_who_left_the_roster_since_is_sent(quiet_evening, practice):
    row = quiet_evening.locator("[data-roster-row]").nth(1)
    stay_id = int(row.get_attribute("data-enrollment-id"))
    quiet_evening.context.set_offline(True)
    write(quiet_evening, "Said goodbye to the group.", 1)
    expect(quiet_evening.locator(STATE)).to_have_text("Offline: kept on this device")
    address, context = quiet_evening.url, quiet_evening.context
    leave(quiet_evening)
    put_on_hold(practice, stay_id)
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    expect(again.locator("[data-roster-row]")).to_have_count(1)
    expect(again.locator(STATE)).to_contain_text("Saved")
    again.reload()
    assert response(again, 1) == "Said goodbye to the group."
