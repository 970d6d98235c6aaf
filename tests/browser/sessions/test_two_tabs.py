"""Two pages of one session on one device each keep their own words, whichever is closed first."""

import re

from playwright.sync_api import expect

from tests.browser.sessions.test_not_saved import quiet_evening  # noqa: F401
from tests.browser.sessions.test_nothing_is_lost import KEPT, STATE, leave, response, write

OFFLINE = "Offline: kept on this device"


def open_another(page):
    """The same session in one more tab, from which nothing gets through either."""
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("[data-note-panel]").first).to_be_hidden()
    return other


def cut(page):
    page.route("**/entries", lambda route: route.abort())


def write_offline(page, text, place):
    cut(page)
    write(page, text, place)
    expect(page.locator(STATE)).to_have_text(OFFLINE)


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
    expect(page.locator(STATE)).to_have_text(re.compile("^Saved"))
    page.reload()
    assert [response(page, 0), response(page, 1)] == ["From the first tab.", "From the second tab."]


def test_two_versions_of_one_field_are_both_shown(quiet_evening):  # noqa: F811
    other = open_another(quiet_evening)
    write_offline(quiet_evening, "From the first tab.", 0)
    write_offline(other, "From the second tab.", 0)
    page = come_back(quiet_evening)
    page.get_by_role("button", name="Keep both").click()
    expect(page.locator(STATE)).to_have_text(re.compile("^Saved"))
    page.reload()
    both = ["From the first tab.", "From the second tab."]
    assert sorted(response(page).splitlines()) == both


def test_a_tab_that_is_come_back_to_takes_over_what_a_closed_one_left(quiet_evening):  # noqa: F811
    other = open_another(quiet_evening)
    write_offline(other, "Left behind.", 0)
    other.close()
    quiet_evening.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(quiet_evening.locator('[data-field="response"]').first).to_have_value("Left behind.")
    expect(quiet_evening.locator(STATE)).to_have_text(re.compile("^Saved"))


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
    expect(other.locator(STATE)).to_have_text(re.compile("^Saved"))
    assert response(other) == ""
    assert quiet_evening.evaluate(KEPT) != ""
