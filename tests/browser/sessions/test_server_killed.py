"""The server is killed in mid-work and started again: every word and mark is there."""

import pytest
from playwright.sync_api import expect

from tests.browser.sessions.test_not_saved import quiet_evening  # noqa: F401

STATE = "[data-saving-state]"
OFFLINE = "Offline: kept on this device"


@pytest.fixture
def session(quiet_evening):  # noqa: F811
    """Ana on today's session of a practice whose server the test may kill."""
    return quiet_evening


def note(page):
    row = page.locator("[data-roster-row]").first
    if row.locator("[data-note-panel]").is_hidden():
        row.locator("[data-note-toggle]").click()
    return row.get_by_label("Response to the intervention")


def test_what_is_written_while_the_server_is_dead_is_sent_when_it_lives(session, practice):
    note(session).fill("Before the end.")
    expect(session.locator(STATE)).to_contain_text("Saved")
    practice.server.kill()
    note(session).fill("Written into nothing.")
    session.locator("[data-roster-row]").nth(1).focus()
    session.keyboard.press("p")
    expect(session.locator(STATE)).to_have_text(OFFLINE)
    practice.server.start()
    expect(session.locator(STATE)).to_contain_text("Saved")
    session.reload()
    expect(note(session)).to_have_value("Written into nothing.")
    expect(session.locator("[data-present-count]")).to_have_text("1 of 2 present")


def test_a_page_closed_while_the_server_is_dead_loses_nothing(session, practice):
    practice.server.kill()
    note(session).fill("Typed as it died.")
    expect(session.locator(STATE)).to_have_text(OFFLINE)
    address, context = session.url, session.context
    session.close()
    practice.server.start()
    again = context.new_page()
    again.goto(address)
    expect(again.locator(STATE)).to_contain_text("Saved")
    again.reload()
    expect(note(again)).to_have_value("Typed as it died.")
