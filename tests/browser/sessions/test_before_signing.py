"""The guard before signing, the private note, and misses that a person decides about."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser.accessibility import check_accessibility
from tests.browser.people import come_as
from tests.browser.profiles import fresh_profile, hurry
from tests.browser.sessions.test_phrases import open_next_session


def session_to_sign(page, server):
    """Yesterday's session of Ana's, which waits to be signed and which no other test signs."""
    hurry(page.context)
    ana = come_as(page, server, "ana")
    ana.get_by_role("link", name=re.compile(r"^Anxiety, \w+day, \w{3} ")).first.click()
    ana.wait_for_url("**/sessions/*")  # with the whole roster
    return ana


def test_anothers_name_in_a_note_is_marked_and_signing_asks_why(page, server):
    ana = session_to_sign(page, server)
    rows = ana.locator("[data-roster-row]")
    other = rows.nth(1).get_attribute("aria-label").split()[0]
    rows.nth(0).locator("[data-note-toggle]").click()
    note = rows.nth(0).get_by_label("Response to the intervention")
    note.fill(f"Spoke at length with {other} about work and left calmer than before.")
    expect(ana.locator("[data-saving-state]")).to_contain_text("Saved")
    ana.locator("[data-sign]").click()
    expect(ana.locator("mark", has_text=other).first).to_be_visible()
    check_accessibility(ana)
    ana.get_by_role("button", name="Sign all notes").click()
    expect(ana.get_by_text("Say why you sign although something was found.")).to_be_visible()
    ana.get_by_label("Sign all the same").fill("The two are siblings and both agreed.")
    ana.get_by_role("button", name="Sign all notes").click()
    expect(ana.get_by_text(re.compile("notes are signed"))).to_be_visible()
    rows.nth(0).locator("[data-note-toggle]").click()
    ana.get_by_role("link", name="As signed, and addenda").last.click()
    expect(ana.get_by_text("The two are siblings and both agreed.")).to_be_visible()
    check_accessibility(ana)


def test_a_psychotherapy_note_is_the_authors_alone_and_hints_at_what_belongs_elsewhere(
    page, server, chromium
):
    ana = open_next_session(page, server)
    ana.locator("[data-note-toggle]").nth(2).click()
    ana.get_by_role("link", name="My psychotherapy note").click()
    ana.get_by_role("textbox").fill("Started 6:00 pm, stopped 7:15 pm. Plan: see again next week.")
    ana.get_by_role("button", name=re.compile("^Keep|^Save")).click()
    expect(ana.get_by_text(re.compile("progress note")).first).to_be_visible()
    check_accessibility(ana)
    other = fresh_profile(chromium, base_url=server.address)
    lena = come_as(other.new_page(), server, "lena", urlsplit(ana.url).path)
    assert "see again next week" not in lena.content()
    other.close()


def test_misses_are_shown_with_their_dates_and_decided_by_a_person(page, server):
    ana = come_as(page, server, "ana")
    misses = ana.locator("li", has_text=re.compile(r"Second miss in a row: "))
    misses.first.get_by_role("link").click()
    ana.get_by_label("Outreach made").check()
    assert len(re.findall(r"\d+ (?:Oct|Nov|Sep|Dec)", ana.locator("main").inner_text())) >= 2
    check_accessibility(ana)
    ana.get_by_role("button", name="Decide").click()
    expect(ana.get_by_text("Decided; the flag is closed with it.")).to_be_visible()


def test_the_check_leads_back_to_the_place_of_a_warning(page, server):
    ana = open_next_session(page, server)
    ana.goto(f"{ana.url}/sign")
    ana.get_by_role("listitem").filter(has_text="interventions are missing").get_by_role(
        "link", name="Go to it"
    ).click()
    expect(ana.get_by_label("Interventions", exact=True)).to_be_focused()
    first = ana.locator("[data-lacking-chips] a").first
    expect(first).to_have_text("Start time")
    first.click()
    expect(ana.get_by_label("Started")).to_be_focused()
