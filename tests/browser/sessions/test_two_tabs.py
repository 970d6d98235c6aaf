"""Two pages of one session on one device each keep their own words, whichever is closed first."""

import re

from playwright.sync_api import expect

from tests.browser.sessions.behind_the_page import cancel
from tests.browser.sessions.test_not_saved import quiet_evening  # noqa: F401
from tests.browser.sessions.test_nothing_is_lost import (
    KEPT,
    STATE,
    end_sign_in,
    leave,
    response,
    write,
)
from tests.factories import PASSWORD

SAVED = re.compile("^Saved")
TYPE = """(words) => {
  const control = document.querySelector('[data-field="response"]');
  control.value = words;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}"""
COME_BACK = "() => document.dispatchEvent(new Event('visibilitychange'))"
OFFLINE = "Offline: kept on this device"


def open_another(page):
    """The same session in one more tab."""
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("[data-note-panel]").first).to_be_hidden()
    return other


def write_offline(page, text, place):
    page.route("**/entries", lambda route: route.abort())
    write(page, text, place)
    expect(page.locator(STATE)).to_have_text(OFFLINE)


def sign_in_again(page):
    dialog = page.locator("[data-sign-in-again]")
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in and go on").click()
    expect(page.locator(STATE)).to_have_text(SAVED)


def come_back(page):
    """Close every tab of the session, then open it again with the network there."""
    context, address = page.context, page.url
    for each in context.pages:
        leave(each)
    page = context.new_page()
    page.goto(address)
    return page


def test_what_both_kept_is_there_when_both_were_closed(quiet_evening):  # noqa: F811
    other = open_another(quiet_evening)
    write_offline(quiet_evening, "From the first tab.", 0)
    write_offline(other, "From the second tab.", 1)
    page = come_back(quiet_evening)
    expect(page.locator(STATE)).to_have_text(SAVED)
    page.reload()
    assert [response(page, 0), response(page, 1)] == ["From the first tab.", "From the second tab."]


def test_two_versions_of_one_field_are_both_shown(quiet_evening):  # noqa: F811
    other = open_another(quiet_evening)
    write_offline(quiet_evening, "From the first tab.", 0)
    write_offline(other, "From the second tab.", 0)
    page = come_back(quiet_evening)
    page.get_by_role("button", name="Keep both").click()
    expect(page.locator(STATE)).to_have_text(SAVED)
    page.reload()
    both = ["From the first tab.", "From the second tab."]
    assert sorted(response(page).splitlines()) == both


def test_a_tab_that_is_come_back_to_takes_over_what_a_closed_one_left(quiet_evening):  # noqa: F811
    other = open_another(quiet_evening)
    write_offline(other, "Left behind.", 0)
    other.close()
    quiet_evening.evaluate(COME_BACK)
    expect(quiet_evening.locator('[data-field="response"]').first).to_have_value("Left behind.")
    expect(quiet_evening.locator(STATE)).to_have_text(SAVED)


def test_what_is_reloaded_stays_in_its_tab(quiet_evening):  # noqa: F811
    other = open_another(quiet_evening)
    write_offline(quiet_evening, "Before the reload.", 0)
    quiet_evening.reload()
    expect(quiet_evening.locator(STATE)).to_have_text(OFFLINE)
    assert [response(quiet_evening), response(other)] == ["Before the reload.", ""]


def test_what_an_open_tab_holds_is_left_to_it(quiet_evening):  # noqa: F811
    write_offline(quiet_evening, "Still being written.", 0)
    other = open_another(quiet_evening)
    write(other, "Another row.", 1)
    expect(other.locator(STATE)).to_have_text(SAVED)
    assert response(other) == ""
    assert quiet_evening.evaluate(KEPT) != ""


def test_a_sign_in_that_is_renewed_in_one_tab_is_asked_for_in_no_other(quiet_evening):  # noqa: F811
    other = open_another(quiet_evening)
    end_sign_in(quiet_evening)
    write(quiet_evening, "After the end.", 0)
    expect(other.locator("[data-sign-in-again]")).to_be_visible()  # it has asked, and been told
    other.evaluate(TYPE, "Meanwhile.")
    expect(other.locator(STATE)).to_have_text("Signed out: kept on this page")
    sign_in_again(quiet_evening)
    other.evaluate(COME_BACK)
    other.get_by_role("button", name="Keep both").click()
    expect(other.locator(STATE)).to_have_text(SAVED)
    both = ["After the end.", "Meanwhile."]
    assert sorted(response(other).splitlines()) == both
    expect(other.locator("[data-sign-in-again]")).to_be_hidden()


def test_what_was_kept_before_a_sign_in_was_renewed_is_taken_over_after_it(quiet_evening):  # noqa: F811
    other = open_another(quiet_evening)
    write_offline(other, "Kept before the end.", 1)
    end_sign_in(quiet_evening)
    write(quiet_evening, "After the end.", 0)
    sign_in_again(quiet_evening)
    other.close()
    quiet_evening.evaluate(COME_BACK)
    expect(quiet_evening.locator('[data-field="response"]').nth(1)).to_have_value(
        "Kept before the end."
    )
    expect(quiet_evening.locator(STATE)).to_have_text(SAVED)


def test_of_two_versions_for_a_cancelled_session_the_unsaved_one_stays(quiet_evening, practice):  # noqa: F811
    other = open_another(quiet_evening)
    write_offline(quiet_evening, "From the first tab.", 0)
    write_offline(other, "From the second tab.", 0)
    cancel(practice)
    page = come_back(quiet_evening)
    said = page.get_by_label("What you wrote")
    expect(said).to_have_value(re.compile("first tab[^$]*second tab|second tab[^$]*first tab"))
    page.get_by_role("button", name="Save them all the same").click()
    panel = page.locator("[data-kept-words]")
    expect(panel).to_contain_text("Some words are still not saved")
    expect(panel).to_contain_text(re.compile("wrote there: From the (first|second) tab"))
    page.reload()
    saved = response(page)
    left = {"From the first tab.", "From the second tab."} - {saved}
    assert len(left) == 1
    expect(said).to_have_value(re.compile(left.pop()))
