"""What others do while a session is open is said in words, and takes nobody's own words away."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import check_accessibility
from tests.browser.sessions.behind_the_page import add_somebody, cancel, take_off_the_group
from tests.browser.sessions.test_not_saved import HELD, quiet_evening  # noqa: F401
from tests.browser.sessions.test_nothing_is_lost import KEPT, STATE, leave, response, write

KEPT_WORDS = "[data-kept-words]"


@pytest.fixture
def evening(quiet_evening):  # noqa: F811
    return quiet_evening


def test_who_was_taken_off_the_group_is_told_and_can_copy_what_they_wrote(evening, practice):
    evening.context.grant_permissions(["clipboard-read", "clipboard-write"])
    take_off_the_group(practice, is_off=True)
    write(evening, "Wept, and stayed.")
    panel = evening.locator(KEPT_WORDS)
    expect(panel).to_contain_text("You no longer write the record of this session")
    expect(evening.locator(STATE)).to_have_text("Not saved: see the top of the page")
    write(evening, "Wept, and stayed to the end.")
    said = f"{row_name(evening)}, Response to the intervention: Wept, and stayed to the end."
    expect(panel.get_by_label("What you wrote")).to_have_value(said)
    panel.get_by_role("button", name="Copy the words").click()
    expect(panel.get_by_role("button", name="Copied")).to_be_visible()
    assert evening.evaluate("navigator.clipboard.readText()") == said
    assert len(evening.evaluate(KEPT)) > 40
    check_accessibility(evening)
    take_off_the_group(practice, is_off=False)
    panel.get_by_role("button", name="Try to save again").click()
    expect(evening.locator(STATE)).to_contain_text("Saved")
    expect(panel).to_be_hidden()
    evening.reload()
    assert response(evening) == "Wept, and stayed to the end."


def row_name(page):
    return page.locator("[data-roster-row]").first.get_attribute("aria-label")


def write_offline_then_cancel(evening, practice, text):
    """The page is closed with words on the device, then the session cancelled; opens it again."""
    context, address = evening.context, evening.url
    context.set_offline(True)
    write(evening, text)
    expect(evening.locator(STATE)).to_have_text("Offline: kept on this device")
    leave(evening)
    cancel(practice)
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    expect(again.get_by_label("What you wrote")).to_have_value(
        f"{row_name(again)}, Response to the intervention: {text}"
    )
    return again


def test_words_for_a_session_that_was_cancelled_meanwhile_can_be_saved(evening, practice):
    again = write_offline_then_cancel(evening, practice, "Typed on the train.")
    check_accessibility(again)
    again.reload()  # they are still there
    again.get_by_role("button", name="Save them all the same").click()
    expect(again.locator(KEPT_WORDS)).to_be_hidden()
    expect(again.locator('[data-field="response"]').first).to_have_value("Typed on the train.")
    again.reload()
    assert response(again) == "Typed on the train."
    assert again.evaluate(KEPT) == ""


def test_words_for_a_cancelled_session_go_only_when_a_person_lets_them(evening, practice):
    again = write_offline_then_cancel(evening, practice, "Typed for nothing.")
    again.on("dialog", lambda dialog: dialog.accept())
    again.get_by_role("button", name="Let them go").click()
    expect(again.locator(KEPT_WORDS)).to_be_hidden()
    again.reload()
    expect(again.locator(KEPT_WORDS)).to_be_hidden()
    assert (response(again), again.evaluate(KEPT)) == ("", "")


@pytest.mark.parametrize("limit", [None, 900])
def test_a_paste_that_the_server_does_not_take_stops_nothing_else(evening, limit):
    def at_the_door(route):
        is_too_large = limit and len(route.request.post_data or "") > limit
        route.fulfill(status=413) if is_too_large else route.continue_()

    evening.route("**/entries", at_the_door)
    huge = "word " * (12_000 if limit is None else 300)
    evening.locator("[data-roster-row]").nth(1).focus()
    write(evening, huge)
    evening.locator("[data-roster-row]").nth(1).focus()
    evening.keyboard.press("p")
    words = evening.locator("[data-roster-row]").first.locator(".field-error")
    expect(words).to_contain_text("shorten it" if limit else "holds at most 20,000 characters")
    expect(evening.locator(STATE)).to_have_text(HELD)
    expect(evening.locator("[data-present-count]")).to_have_text("1 of 2 present")
    evening.reload()
    expect(evening.locator(STATE)).to_have_text(HELD)
    assert response(evening) == huge
    expect(evening.locator("[data-roster-row] input:checked").first).to_have_value("present")


def test_who_joins_while_the_page_is_open_is_named_and_the_page_opens_again(evening, practice):
    add_somebody(practice, "Zora Zimmer")  # last in the roster: the rows before stay where they are
    write(evening, "Said before the page was opened again.")
    notice = evening.locator("[data-joined]")
    expect(notice).to_contain_text("Zora Z. is in the group now, and not on this page yet.")
    check_accessibility(evening)
    evening.context.set_offline(True)
    write(evening, "Said before and after.")
    evening.context.set_offline(False)
    notice.get_by_role("button", name="Open the page again").click()
    expect(evening.locator("[data-roster-row]")).to_have_count(3)
    expect(notice).to_be_hidden()
    expect(evening.locator('[data-field="response"]').first).to_have_value("Said before and after.")
