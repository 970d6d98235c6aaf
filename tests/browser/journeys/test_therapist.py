"""Ana runs today's session: marks, skills, notes, signatures, and the chart changes as she does."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import check_accessibility
from tests.browser.drawing import draw_every_chart
from tests.browser.people import come_as, sign_in
from tests.browser.watching import watched


@pytest.fixture
def ana(page, server):
    return come_as(page, server, "ana")


@pytest.fixture(scope="module")
def reading(chromium, server):
    """Ana, signed in once for the tests that change nothing."""
    with watched(chromium, server.address) as profile:
        yield come_as(profile.new_page(), server, "ana")


def open_todays_session(page):
    page.goto("/")
    page.get_by_role("link", name=re.compile("^Open session")).first.click()
    page.wait_for_url("**/sessions/*")  # the whole roster is there, to be counted


def saved(page):
    expect(page.locator("[data-saving-state]")).to_contain_text("Saved", timeout=20_000)


NEEDS = {
    "Risk answer · open",
    "Worse",
    "Not on track",
    "Missed last time",
    "First session",
    "Owes homework",
    "No check-in yet",
}


def test_today_says_who_needs_her_and_leads_to_the_session(page, server):
    ana = sign_in(page, server.instance, "ana")
    expect(ana.get_by_role("heading", level=1)).to_contain_text("Ana")
    assert set(ana.locator(".need-marks > *").all_inner_texts()) == NEEDS
    expect(ana.get_by_text(re.compile("^Sign: Anxiety, "))).to_be_visible()
    room = ana.get_by_role("link", name="Video room").first
    assert (room.get_attribute("href")[:8], room.get_attribute("target")) == ("https://", "_blank")
    check_accessibility(ana)
    open_todays_session(ana)
    check_accessibility(ana)


def mark_everybody(page, rows):
    """By keyboard alone, from row to row."""
    rows.first.focus()
    for _ in range(rows.count()):
        page.keyboard.press("p")
        page.keyboard.press("ArrowDown")
    # Whoever was marked present before stays so, and nothing is saved again.
    count = rows.count()
    expect(page.locator("[data-present-count]")).to_have_text(
        f"{count} of {count} present", timeout=20_000
    )


def write_everybody(page, rows):
    for place in range(rows.count()):
        rows.nth(place).focus()
        page.keyboard.press("Enter")
        page.keyboard.type(f"Came with {place + 3} examples of the week and tried number {place}.")
        page.keyboard.press("Escape")
    page.get_by_label("Started").fill("18:00")
    page.get_by_label("Stopped").fill("19:30")
    interventions = page.get_by_role("textbox", name="Interventions")
    interventions.fill("Taught one skill and practiced it in pairs.")
    saved(page)


def present_this_week(page):
    """What the chart draws for the newest week."""
    plot = "document.querySelector('#figure-attendance-weeks [data-chart-plot]')"
    return page.evaluate(f"{plot}.data[0].y.at(-1)")


def test_the_chart_changes_with_the_marks_without_leaving_the_page(ana):
    open_todays_session(ana)
    rows, summary = (
        ana.locator("[data-roster-row]"),
        ana.locator("#figure-attendance-weeks-summary"),
    )
    count, before = rows.count(), summary.inner_text()
    draw_every_chart(ana)
    mark_everybody(ana, rows)
    expect(summary).not_to_have_text(before)
    assert present_this_week(ana) == count
    ana.locator('[data-target="skills"]').first.locator("xpath=..").click()
    saved(ana)


def test_all_notes_are_written_signed_and_added_to(ana):
    open_todays_session(ana)
    rows = ana.locator("[data-roster-row]")
    mark_everybody(ana, rows)
    write_everybody(ana, rows)
    ana.get_by_role("link", name="Check and sign").click()
    ana.wait_for_url("**/sign")
    check_accessibility(ana)
    ana.get_by_label("Sign all the same").fill("The texts are alike on purpose.")
    ana.get_by_role("button", name="Sign all notes").click()
    expect(ana.get_by_text("notes are signed.")).to_be_visible()
    first = rows.first
    first.locator("[data-note-toggle]").click()
    expect(first.get_by_label("Response to the intervention")).not_to_be_editable()
    first.get_by_role("link", name="As signed").click()
    expect(ana.get_by_text("Came with 3 examples")).to_be_visible()
    ana.get_by_label("Addendum").fill("She called the day after.")
    ana.get_by_role("button", name="Add it").click()
    expect(ana.get_by_text("She called the day after.")).to_be_visible()
    check_accessibility(ana)


@pytest.mark.parametrize("place", ["Groups", "Participants", "Outcomes"])
def test_the_pages_that_the_navigation_leads_to(reading, place):
    navigation = reading.get_by_role("navigation", name="Main", exact=True)
    navigation.get_by_role("link", name=place).click()
    expect(reading.get_by_role("heading", level=1)).to_be_visible()
    check_accessibility(reading)
    reading.locator("main table a, main li a, main h2 a").first.click()
    expect(reading.get_by_role("heading", level=1)).to_be_visible()
    check_accessibility(reading)


def test_notes_and_flags(reading):
    for path in ("/notes/", "/flags/", "/account", "/measures"):
        reading.goto(path)
        expect(reading.get_by_role("heading", level=1)).to_be_visible()
        check_accessibility(reading)
