"""Lena reads the practice, Max keeps it, and to Cleo none of Ana's work exists."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import check_accessibility
from tests.browser.people import come_as, sign_in
from tests.browser.profiles import fresh_profile


def test_the_clinical_lead_reads_the_headline_and_the_people_behind_it(page, server):
    lena = sign_in(page, server.instance, "lena")
    check_accessibility(lena)
    lena.goto("/outcomes/")
    expect(lena.get_by_text(re.compile(r"\d+ of \d+ with two scores"))).to_be_visible()
    expect(lena.get_by_text(re.compile("The practice says 70%")).first).to_be_visible()
    check_accessibility(lena)
    lena.goto("/notes/")
    check_accessibility(lena)


def test_the_clinical_lead_exports_the_attendance_of_a_cycle(page, server):
    lena = come_as(page, server, "lena", "/exports/")
    groups = lena.get_by_label("Group", exact=True)
    # The demo's groups are named after the weekday on which they meet, which moves with today.
    name = groups.locator("option", has_text=re.compile("^Anxiety, ")).inner_text()
    groups.select_option(label=name)
    expect(lena).to_have_url(re.compile(r"group=\d+"))
    lena.get_by_label("Cycle").select_option(index=1)
    expect(lena).to_have_url(re.compile(r"cycle=\d+"))
    said = lena.locator("main").inner_text()
    check_accessibility(lena)
    with lena.expect_download() as taken:
        lena.get_by_role("button", name="Download").click()
    text = Path(taken.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert {(row["group"], row["cycle"]) for row in rows} == {(name, "1")}
    assert sum(row["expected"] == "yes" for row in rows) == int(
        re.search(r"(\d+)\s+person-sessions expected", said)[1]
    )


def test_the_administrator_sees_groups_and_people_and_no_record(page, server):
    max_ = sign_in(page, server.instance, "max")
    check_accessibility(max_)
    names = max_.get_by_role("navigation", name="Main", exact=True).get_by_role("link")
    assert "Outcomes" not in names.all_inner_texts()
    for path in ("/groups/", "/participants/"):
        max_.goto(path)
        check_accessibility(max_)
    max_.locator("main table a").first.click()
    expect(max_.get_by_role("heading", name="Contact")).to_be_visible()
    assert max_.get_by_role("heading", name="Latest scores").count() == 0
    check_accessibility(max_)


def test_a_new_group_starts_from_what_is_set_for_its_kind(page, server):
    max_ = come_as(page, server, "max", "/practice/group-types")
    check_accessibility(max_)
    max_.get_by_role("link", name="Grief and loss").click()
    check_accessibility(max_)
    max_.get_by_label("Minutes of a session").fill("60")
    max_.get_by_label("Sessions in a cycle").fill("10")
    max_.get_by_role("button", name="Keep this kind of group").click()
    max_.goto("/groups/new")
    max_.get_by_label("Sessions in a cycle").fill("6")
    max_.get_by_label("Kind of group").select_option(label="Grief and loss")
    expect(max_.get_by_label("Minutes", exact=True)).to_have_value("60")
    expect(max_.get_by_label("Sessions in a cycle")).to_have_value("6")


@pytest.fixture
def anas_pages(chromium, server):
    """The addresses of Ana's session, of its signing, and of one of her people."""
    context = fresh_profile(chromium, base_url=server.address)
    ana = come_as(context.new_page(), server, "ana")
    ana.get_by_role("link", name=re.compile("^Open session")).first.click()
    expect(ana.locator("[data-roster-row]").first).to_be_visible()
    session = ana.url
    person = ana.locator("[data-roster-row] a").first.get_attribute("href")
    context.close()
    return [session, f"{session}/sign", f"{session}/entries", person]


def test_to_a_therapist_of_other_groups_none_of_it_is_there(page, server, watch, anas_pages):
    cleo = sign_in(page, server.instance, "cleo")
    for address in anas_pages:
        watch.expect(f"404 (NOT FOUND) {server.address}{address.removeprefix(server.address)}")
        answer = cleo.goto(address)
        assert answer.status == 404
        assert "Ana" not in cleo.locator("main").inner_text()
