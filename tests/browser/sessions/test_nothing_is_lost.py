"""The session page loses no word: not with the network cut, nor with two windows open."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.people import come_as, password_of
from tests.browser.profiles import hurry

STATE = "[data-saving-state]"
KEPT = """async () => {
  const open = indexedDB.open("groupwork", 1);
  const database = await new Promise((done) => { open.onsuccess = () => done(open.result); });
  const store = database.transaction("kept").objectStore("kept");
  const all = store.getAll();
  const rows = await new Promise((done) => { all.onsuccess = () => done(all.result); });
  database.close();
  return rows.map(({ box }) => String.fromCharCode(...new Uint8Array(box))).join("");
}"""


def open_second_session(page, server):
    """Come to Ana's second session of today."""
    come_as(page, server, "ana")
    page.get_by_role("link", name=re.compile("^Open session")).last.click()
    page.wait_for_url("**/sessions/*")  # Today has no panel either, and no keys
    expect(page.locator("[data-note-panel]").first).to_be_hidden()
    return page


@pytest.fixture
def session(page, server):
    """Ana's second session of today, on a page that hurries."""
    hurry(page.context)
    return open_second_session(page, server)


def write(page, text, place=0):
    """Put words into somebody's response, as typing does."""
    row = page.locator("[data-roster-row]").nth(place)
    if row.locator("[data-note-panel]").is_hidden():
        row.locator("[data-note-toggle]").click()
    row.get_by_label("Response to the intervention").fill(text)


def see_nothing_of_others(page):
    """Hold back what the page asks for now and then; else it may see the others' words in time."""
    held = []
    page.route(
        "**/entries",
        lambda route: held.append(route) if route.request.method == "GET" else route.continue_(),
    )
    return held


def end_sign_in(page):
    """As if it had been for too long: the cookie is there, the sign-in is not.

    The page itself sees that only when it saves: else it may ask before anything is typed.
    """
    see_nothing_of_others(page)
    cookies = page.context.cookies()
    token = page.locator('input[name="csrf_token"]').first.input_value()
    page.request.post("/sign-out", form={"csrf_token": token})
    page.context.add_cookies(cookies)


def leave(page):
    """Close a page that is offline: the browser gives the network back before the page is gone."""
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('offline')); }")
    page.close()


def response(page, place=0):
    row = page.locator("[data-roster-row]").nth(place)
    return row.locator('[data-field="response"]').input_value()


def test_without_a_connection_words_are_kept_sealed_and_sent_when_it_is_back(session, watch):
    watch.expect("ERR_INTERNET_DISCONNECTED")
    write(session, "Before the cut.")
    expect(session.locator(STATE)).to_contain_text("Saved")
    session.context.set_offline(True)
    write(session, "Canary words while offline.")
    expect(session.locator(STATE)).to_have_text("Offline: kept on this device")
    kept = session.evaluate(KEPT)
    assert len(kept) > 40
    assert "Canary" not in kept
    session.context.set_offline(False)
    expect(session.locator(STATE)).to_contain_text("Saved")
    session.reload()
    assert response(session) == "Canary words while offline."
    assert session.evaluate(KEPT) == ""


def test_a_closed_page_reopens_with_what_was_not_sent(session, watch):
    watch.expect("ERR_INTERNET_DISCONNECTED")
    session.context.set_offline(True)
    write(session, "Typed on the train.", 1)
    expect(session.locator(STATE)).to_have_text("Offline: kept on this device")
    address = session.url
    leave(session)
    session.context.set_offline(False)
    again = session.context.new_page()
    again.goto(address)
    expect(again.locator(STATE)).to_contain_text("Saved")
    assert response(again, 1) == "Typed on the train."


def test_a_device_that_keeps_nothing_is_not_said_to(session, watch):
    watch.expect("ERR_INTERNET_DISCONNECTED")
    session.add_init_script("indexedDB.open = () => { throw new Error('full'); };")
    session.reload()
    session.context.set_offline(True)
    write(session, "On this page only.", 2)
    expect(session.locator(STATE)).to_have_text("Offline: on this page only, so leave it open")
    session.context.set_offline(False)
    expect(session.locator(STATE)).to_contain_text("Saved")


def test_signing_out_asks_while_words_wait_and_takes_what_is_kept_on_the_device(
    page, server, watch
):
    # In no hurry: between the end of a sign-in and the next page nothing is to be asked.
    open_second_session(page, server)
    watch.expect("ERR_INTERNET_DISCONNECTED")
    page.context.set_offline(True)
    write(page, "To be forgotten.", 2)
    expect(page.locator(STATE)).to_have_text("Offline: kept on this device")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.get_by_role("button", name="Sign out").first.click()
    page.context.set_offline(False)
    expect(page.locator(STATE)).to_contain_text("Saved")
    page.get_by_role("button", name="Sign out").first.click()
    page.wait_for_url("**/sign-in")
    assert len(asked) == 1
    names = page.evaluate("async () => (await indexedDB.databases()).map((one) => one.name)")
    assert names == []


def test_the_same_field_in_two_windows_shows_both_versions(session):
    see_nothing_of_others(session)
    other = session.context.new_page()
    other.goto(session.url)
    expect(other.locator("[data-note-panel]").first).to_be_hidden()
    write(other, "From the other window.", 3)
    expect(other.locator(STATE)).to_contain_text("Saved")
    write(session, "From this window.", 3)
    dialog = session.locator("[data-conflict]")
    name = session.locator("[data-roster-row]").nth(3).get_attribute("aria-label")
    said = f"{name}, Response to the intervention: Ana Ruiz wrote here while you did."
    expect(dialog.locator("[data-conflict-words]")).to_have_text(said)
    expect(dialog.locator("[data-conflict-mine]")).to_have_text("From this window.")
    expect(session.locator(STATE)).to_have_text("Two versions: choose one")
    session.reload()  # before anything was chosen: it is asked again
    expect(dialog.locator("[data-conflict-mine]")).to_have_text("From this window.")
    expect(dialog.locator("[data-conflict-theirs]")).to_have_text("From the other window.")
    dialog.get_by_role("button", name="Keep both").click()
    expect(session.locator(STATE)).to_contain_text("Saved")
    other.bring_to_front()
    other.keyboard.press("Escape")
    expect(other.locator('[data-field="response"]').nth(3)).to_have_value(
        "From the other window.\nFrom this window.", timeout=15_000
    )


def test_different_rows_in_two_windows_come_together(session):
    other = session.context.new_page()
    other.goto(session.url)
    expect(other.locator("[data-note-panel]").first).to_be_hidden()
    write(other, "Row five.", 4)
    write(session, "Row six.", 5)
    expect(session.locator(STATE)).to_contain_text("Saved")
    session.bring_to_front()
    expect(session.locator('[data-field="response"]').nth(4)).to_have_value(
        "Row five.", timeout=15_000
    )


def test_an_ended_sign_in_is_asked_for_in_place(session, server, watch):
    watch.expect("401 (UNAUTHORIZED)")
    end_sign_in(session)
    write(session, "Written after the end.", 6)
    dialog = session.locator("[data-sign-in-again]")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Password").fill(password_of(server.instance, "ana"))
    dialog.get_by_role("button", name="Sign in and go on").click()
    expect(dialog).to_be_hidden()
    expect(session.locator(STATE)).to_contain_text("Saved")
    session.reload()
    assert response(session, 6) == "Written after the end."
