"""A note is begun with a template by a few keys; blanks and people follow one after the other."""

import re

from playwright.sync_api import expect

from tests.browser.accessibility import check_accessibility
from tests.browser.people import come_as
from tests.browser.profiles import hurry


def open_next_session(page, server):
    """Her next group, where no other test writes notes."""
    hurry(page.context)
    ana = come_as(page, server, "ana")
    ahead = ana.locator("section", has=ana.get_by_role("heading", name="The days ahead"))
    ahead.get_by_role("link", name=re.compile("^Anxiety, ")).click()
    ana.wait_for_url("**/sessions/*")  # with the whole roster
    return ana


def field(page, place, name):
    return page.locator("[data-roster-row]").nth(place).locator(f'textarea[data-field="{name}"]')


def test_a_template_fills_the_note_and_leads_from_blank_to_blank(page, server):
    ana = open_next_session(page, server)
    ana.locator("[data-note-toggle]").first.click()
    ana.keyboard.type("/dap ")
    ana.keyboard.type("came early")
    ana.keyboard.press("Control+Enter")
    ana.keyboard.type("steady")
    ana.keyboard.press("Control+Enter")
    ana.keyboard.type("one call")
    expect(field(ana, 0, "response")).to_have_value("Data: came early\nAssessment: steady")
    expect(field(ana, 0, "plan")).to_have_value("Plan: one call")
    ana.keyboard.press("Control+Enter")
    expect(field(ana, 1, "response")).to_be_focused()
    expect(field(ana, 0, "response")).to_be_hidden()
    expect(ana.locator("[data-saving-state]")).to_contain_text("Saved")
    check_accessibility(ana)
    ana.reload()
    assert field(ana, 0, "response").input_value() == "Data: came early\nAssessment: steady"


def test_ones_own_phrase_is_kept_on_its_page_and_chosen_from_the_menu(page, server):
    ana = come_as(page, server, "ana", "/phrases/")
    check_accessibility(ana)
    ana.get_by_label("Short name").fill("river")
    ana.get_by_label("What it is for").fill("Walks")
    ana.get_by_label("Text", exact=True).fill("Walked by the river.")
    ana.get_by_role("button", name="Keep it").click()
    expect(ana.get_by_text("Kept: type /river and a space in a note.")).to_be_visible()
    ana = open_next_session(page, server)
    ana.locator("[data-note-toggle]").nth(2).click()
    ana.get_by_label("Insert a text into the note of").nth(2).select_option("river")
    expect(field(ana, 2, "response")).to_have_value("Walked by the river.")
