"""What comes late, from the device or the server, takes nothing of what was written meanwhile."""

import re

from playwright.sync_api import expect

from tests.browser.sessions.behind_the_page import write_elsewhere
from tests.browser.sessions.test_not_saved import quiet_evening  # noqa: F401
from tests.browser.sessions.test_nothing_is_lost import (
    KEPT,
    STATE,
    response,
    see_nothing_of_others,
    write,
)

# The key of this sign-in is there only when the test says so: until then nothing kept can be read.
SLOW_DEVICE = """
const take = crypto.subtle.importKey.bind(crypto.subtle);
crypto.subtle.importKey = async (...key) => {
  await new Promise((done) => { window.letRead = done; });
  return take(...key);
};
"""
WHEN_KEPT = """
window.whenKept = new Promise((done, failed) => {
  document.addEventListener("session:kept", done, { once: true });
  setTimeout(failed, 100_000, new Error("nothing was kept"));
});
"""
COUNT_WRITTEN = """() => {
  window.writtenOver = 0;
  document.addEventListener("session:written", () => { window.writtenOver += 1; });
}"""
TYPE_WHILE_READ = """() => {
  const control = document.querySelector('[data-field="response"]');
  const read = Response.prototype.json;
  Response.prototype.json = async function () {
    const told = await read.call(this);
    Response.prototype.json = read;
    control.value = "In between.";
    control.dispatchEvent(new Event("input", { bubbles: true }));
    return told;
  };
}"""


def hold_what_is_asked(page):
    """What the page asks the server for first, held back until the test lets it go."""
    held = see_nothing_of_others(page)
    with page.expect_request("**/entries"):
        pass
    page.evaluate(COUNT_WRITTEN)
    return held[0]


def let_ask_again(page):
    """Wait for a whole answer, so that those before it have been read."""
    page.unroute("**/entries")
    with page.expect_response("**/entries"):
        pass


def test_two_versions_from_the_device_survive_a_reload_before_the_choice(quiet_evening):  # noqa: F811
    page = quiet_evening
    page.route("**/entries", lambda route: route.abort())
    write(page, "On the train.")
    expect(page.locator(STATE)).to_have_text("Offline: kept on this device")
    page.add_init_script(SLOW_DEVICE)
    page.reload()
    write(page, "At the desk.")
    page.evaluate("() => window.letRead()")
    dialog = page.locator("[data-conflict]")
    expect(dialog).to_contain_text("Response to the intervention: this device still holds words")
    expect(dialog.get_by_role("button", name="Keep the device's")).to_be_visible()
    expect(page.locator(STATE)).to_have_text("Offline: kept on this device")
    page.reload()
    page.evaluate("() => window.letRead()")
    expect(dialog).to_contain_text("On the train.")
    expect(dialog).to_contain_text("At the desk.")
    page.unroute("**/entries")
    dialog.get_by_role("button", name="Keep both").click()
    expect(page.locator(STATE)).to_contain_text("Saved")
    assert sorted(response(page).splitlines()) == ["At the desk.", "On the train."]


def test_what_was_saved_though_its_answer_was_lost_leaves_the_device(quiet_evening):  # noqa: F811
    page = quiet_evening
    page.route("**/entries", lambda route: (route.fetch(), route.abort()))
    write(page, "Saved, but nobody said so.")
    expect(page.locator(STATE)).to_have_text("Offline: kept on this device")
    page.unroute("**/entries")
    page.add_init_script(WHEN_KEPT)
    page.reload()
    page.evaluate("async () => { await window.whenKept; }")
    assert page.evaluate(KEPT) == ""
    assert response(page) == "Saved, but nobody said so."


def test_an_answer_that_is_older_than_what_was_saved_since_is_not_shown(quiet_evening):  # noqa: F811
    page = quiet_evening
    asked = hold_what_is_asked(page)
    old = asked.fetch()
    write(page, "Saved while it was on its way.")
    page.evaluate("() => document.activeElement.blur()")  # where somebody writes, nothing is put
    expect(page.locator(STATE)).to_contain_text("Saved")
    asked.fulfill(response=old)
    let_ask_again(page)
    assert page.evaluate("() => window.writtenOver") == 0
    assert response(page) == "Saved while it was on its way."


def test_words_that_come_while_an_answer_is_read_are_not_written_over(quiet_evening):  # noqa: F811
    page = quiet_evening
    asked = hold_what_is_asked(page)
    target = page.locator('[data-field="response"]').first.get_attribute("data-target")
    entry = {"target": target, "field": "response", "base": "", "value": "By another."}
    assert write_elsewhere(page, entry)
    page.evaluate(TYPE_WHILE_READ)
    asked.continue_()
    dialog = page.locator("[data-conflict]")
    expect(dialog).to_contain_text("In between.")
    expect(dialog).to_contain_text("By another.")


def test_what_was_taken_back_after_its_answer_was_lost_does_not_return(quiet_evening):  # noqa: F811
    page = quiet_evening
    page.route("**/entries", lambda route: (route.fetch(), route.abort()))
    write(page, "Said too soon.")
    expect(page.locator(STATE)).to_have_text("Offline: kept on this device")
    write(page, "")
    page.unroute("**/entries")
    dialog = page.locator("[data-conflict]")
    expect(dialog).to_contain_text("Said too soon.")
    dialog.get_by_role("button", name="Keep mine").click()
    expect(page.locator(STATE)).to_have_text(re.compile("^Saved"))
    page.reload()
    assert response(page) == ""
