"""A check-in on a phone by keyboard alone: cut off and resumed, and a risk answer seen at once."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import check_accessibility
from tests.browser.checkins.conftest import BIRTHDAY

STATE = "[data-check-in-state]"


@pytest.fixture
def desk(therapist, practice):
    """Ana's page of who has answered, left open."""
    page = practice.sign_in(therapist)
    page.goto(f"{practice.server.address}/checkins/sessions/{practice.group_session_id}")
    page.get_by_role("button", name="Make check-ins for everyone expected").click()
    return page


@pytest.fixture
def link(desk, practice):
    desk.get_by_role("button", name=f"New link for {practice.names[0]}").click()
    return re.sub("^https?://[^/]+", practice.server.address, desk.locator("#link").input_value())


def keys(page, *pressed):
    for key in pressed:
        page.keyboard.press(key)


def come_in(page, link, look=lambda page: None):
    """From the link to the first question, by keyboard; `look` at each page on the way."""
    page.goto(link)
    look(page)
    page.get_by_label("Day of your birthday").focus()
    page.keyboard.type(BIRTHDAY[0])
    keys(page, "Tab")
    page.keyboard.type(BIRTHDAY[1])
    keys(page, "Tab", "Tab", "Enter")
    expect(page.get_by_label("Where are you right now?")).to_be_visible()
    look(page)
    page.get_by_label("Where are you right now?").focus()
    page.keyboard.type("New J")
    keys(page, "Tab", "Tab", "Enter")
    expect(page.get_by_text(re.compile("^Question 1 of"))).to_be_visible()
    page.wait_for_load_state("domcontentloaded")  # the page's scripts are there


def answer(page, digit):
    keys(page, digit)
    expect(page.locator(STATE)).to_have_text("Saved")
    keys(page, "Enter")


def number(page):
    return int(re.search(r"Question (\d+) of", page.locator("main").inner_text())[1])


def answer_until(page, wanted, digit):
    for place in range(number(page), wanted):
        answer(page, digit)
        expect(page.get_by_text(re.compile(f"^Question {place + 1} of"))).to_be_visible()
        page.wait_for_load_state("domcontentloaded")


def answer_on_one_page(page, link, count):
    """The first questions, none of them more than "not at all", then back to one at a time."""
    page.get_by_role("link", name="All questions on one page").click()
    for place in range(count):
        page.get_by_role("group").nth(place).get_by_role("radio").first.check()
    expect(page.locator("[data-check-in-count]")).to_contain_text(f"{count} of ")
    page.goto(f"{link.rstrip('/')}/questions/{count + 1}")


def test_what_is_answered_survives_the_cut_and_goes_on_where_it_was(phone, link):
    page = phone.new_page()
    come_in(page, link, check_accessibility)
    check_accessibility(page)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    answer_until(page, 4, "2")
    phone.set_offline(True)
    keys(page, "1")
    expect(page.locator(STATE)).to_contain_text("no connection")
    phone.set_offline(False)
    expect(page.locator(STATE)).to_have_text("Saved")
    page.close()
    again = phone.new_page()
    again.goto(link)
    keys(again, "Tab")
    again.goto(f"{link.rstrip('/')}/questions/next")
    assert number(again) == 5
    again.goto(f"{link.rstrip('/')}/questions/4")
    expect(again.locator("input:checked")).to_have_value("1")


def test_a_risk_answer_is_met_at_once_on_both_sides(phone, link, desk, practice):
    desks = [desk, desk.context.new_page()]
    for open_page, path in zip(desks, [f"/sessions/{practice.group_session_id}", "/"], strict=True):
        # The first time that it asks, nobody answers: it must not forget to look back.
        open_page.route("**/flags/open.json", lambda route: route.fulfill(status=503), times=1)
        open_page.goto(practice.server.address + path)
    page = phone.new_page()
    come_in(page, link)
    answer_on_one_page(page, link, 8)
    for open_page in desks:
        expect(open_page.locator("[data-safety-words]")).to_be_hidden()
    keys(page, "1")
    expect(page.get_by_role("alert")).to_contain_text("988")
    for open_page in desks:
        words = open_page.get_by_text("A risk answer has just come in.")
        expect(words).to_be_visible(timeout=5_000)
    check_accessibility(page)


def test_the_last_button_brings_thanks_and_the_open_list_knows(phone, link, desk):
    page = phone.new_page()
    come_in(page, link)
    answer_on_one_page(page, link, 7)  # the rest one at a time, into the second measure
    while page.get_by_text(re.compile("^Question ")).count():
        before = page.url
        answer(page, "0")
        page.wait_for_url(lambda url, left=before: url != left)
    check_accessibility(page)
    page.get_by_role("button").last.focus()
    keys(page, "Enter")
    expect(page.get_by_role("heading", name=re.compile("Thank"))).to_be_visible()
    check_accessibility(page)
    expect(desk.locator("[data-completion-words]")).to_contain_text("1 of 2", timeout=6_000)


def test_an_answer_given_while_the_server_is_dead_is_sent_when_it_lives(phone, link, practice):
    page = phone.new_page()
    come_in(page, link)
    answer_until(page, 2, "2")
    practice.server.kill()
    keys(page, "1")
    expect(page.locator(STATE)).to_contain_text("no connection")
    practice.server.start()
    expect(page.locator(STATE)).to_have_text("Saved")
    page.reload()
    expect(page.locator("input:checked")).to_have_value("1")


def test_going_on_while_the_server_is_dead_waits_for_it(phone, link, practice):
    page = phone.new_page()
    come_in(page, link)
    page.wait_for_load_state("domcontentloaded")
    practice.server.kill()
    keys(page, "3", "Enter")
    expect(page.locator(STATE)).to_contain_text("no connection")
    assert number(page) == 1
    practice.server.start()
    expect(page.get_by_text(re.compile("^Question 2 of"))).to_be_visible()
    page.goto(f"{link.rstrip('/')}/questions/1")
    expect(page.locator("input:checked")).to_have_value("3")
