"""Ana drops in the video room's report, says whose one name is, and confirms everybody's marks."""

import re
from html import unescape
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import check_accessibility
from tests.browser.sessions.test_phrases import open_next_session

TITLE = re.compile(r"<h1[^>]*>\s*([^<]+?)\s*<")
HEAD = "Name (Original Name),User Email,Total Duration (Minutes),Guest"


@pytest.fixture
def session(page, server):
    """Her next group, which no other test writes in."""
    return open_next_session(page, server)


def full_names(page):
    """The names that a video room would show, from each person's own page, which is not drawn."""
    links = page.locator("[data-roster-row] a[href*='/participants/']").all()
    paths = dict.fromkeys(link.get_attribute("href") for link in links)
    answers = [page.request.get(urljoin(page.url, path)).text() for path in paths]
    return [unescape(TITLE.search(answer)[1]) for answer in answers]


def drop(page, rows):
    content = "\n".join([HEAD, *rows]).encode()
    page.get_by_role("link", name="Drop in video report").click()
    check_accessibility(page)
    page.get_by_label("Attendance file").set_input_files(
        {"name": "report.csv", "mimeType": "text/csv", "buffer": content}
    )
    page.get_by_role("button", name="Show what it says").click()


def test_a_report_becomes_the_marks_of_the_session(session):
    first, second, *others = full_names(session)
    drop(session, ["Ana Ruiz,,95,No", f"{first},,90,Yes", "Blue Heron,,88,Yes"])
    expect(session.get_by_role("heading", name="Whose names are these?")).to_be_visible()
    check_accessibility(session)
    given, family = second.split()
    session.get_by_label("Blue Heron").select_option(label=f"{given} {family[0]}.")
    session.get_by_role("button", name="Go on").click()
    rows = session.locator("main tbody tr")
    expect(rows).to_have_count(2 + len(others))
    check_accessibility(session)
    session.get_by_role("button", name="Record attendance").click()
    expect(session.get_by_text(f"Attendance of {2 + len(others)} people recorded.")).to_be_visible()
    expect(session.get_by_text(re.compile(f"^2 of {2 + len(others)} present"))).to_be_visible()
    session.reload()
    expect(session.locator("input[type=radio][value=no_show]:checked")).to_have_count(len(others))
