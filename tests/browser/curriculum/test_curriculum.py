"""The plan, everyone's coverage, and one person's, in a real browser in both color schemes."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.drawing import draw_every_chart
from tests.browser.people import come_as
from tests.browser.profiles import leave_undrawn


@pytest.fixture
def group_page(page, server) -> Page:
    """Ana on the curriculum of her skills group."""
    ana = come_as(page, server, "ana", "/groups/")
    ana.get_by_role("link", name=re.compile("^DBT skills")).first.click()
    ana.get_by_role("link", name="Curriculum").click()
    return ana


def test_a_group_shows_plan_standing_and_maps(group_page):
    draw_every_chart(group_page)
    expect(group_page.locator("[data-chart-png]:visible")).to_have_count(4)
    state = group_page.locator(".page-head-state")
    expect(state).to_have_text(re.compile(r"^Week \d of 8: .+, week \d of \d of this module$"))
    summary = group_page.locator("#figure-skills-map-summary")
    expect(summary).to_have_text(re.compile(r"^\d+ of 15 skills taught\."))
    expect(group_page.locator("#figure-attendance-map")).to_be_visible()
    check_accessibility(group_page)


def test_a_missed_skill_is_made_up_on_the_persons_page(group_page):
    leave_undrawn(group_page.context)
    group_page.locator(".people a").first.click()
    head = group_page.locator(".page-head-state")
    expect(head).to_have_text(re.compile(r"skills attended$"))
    check_accessibility(group_page)
    group_page.get_by_label("Skill", exact=True).select_option(index=0)
    yesterday = group_page.evaluate(
        "() => new Date(Date.now() - 86400000).toISOString().slice(0, 10)"
    )
    group_page.get_by_label("Made up on").fill(yesterday)
    group_page.get_by_role("button", name="Record the make-up").click()
    expect(head).to_have_text(re.compile(r"1 made up$"))


def test_the_plan_and_the_rules_are_readable_by_everyone(group_page, server):
    group_page.get_by_role("link", name="Change the plan").click()
    group_page.locator("summary", has_text="Week 8").click()
    check_accessibility(group_page)
    group_page.goto("/practice/attendance-rules/")
    expect(group_page.get_by_role("heading", name="Second miss in a row")).to_be_visible()
    check_accessibility(group_page)
