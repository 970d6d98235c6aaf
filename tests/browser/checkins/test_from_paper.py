"""Answers are typed from paper: each digit, or Enter, goes on to the next question."""

import re

from playwright.sync_api import expect

from tests.browser.accessibility import check_accessibility


def test_nine_digits_answer_nine_questions(therapist, practice):
    ana = practice.sign_in(therapist)
    ana.goto(f"{practice.server.address}/participants/")
    ana.locator("main table a").first.click()
    ana.get_by_role("link", name="Take an assessment").click()
    ana.get_by_role("link", name=re.compile("^PHQ-9")).click()
    check_accessibility(ana)
    ana.get_by_label("Date").fill("2026-10-06")
    ana.keyboard.press("Enter")
    expect(ana.locator("[data-digits] input").first).to_be_focused()
    ana.keyboard.type("212012100")
    ana.keyboard.press("Enter")
    expect(ana.get_by_label("Total score")).to_be_focused()
    ana.keyboard.press("Enter")
    expect(ana.get_by_text("PHQ-9 saved: 9, mild.")).to_be_visible()
