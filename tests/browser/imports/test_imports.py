"""An administrator brings in a roster: columns, preview, the work, and what is wrong."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import check_accessibility
from tests.browser.people import come_as

ROSTER = b"Number;First;Last;DOB\nX-9001;Ilse;Marlow;1990-05-17\nX-9002;Jos\xc3\xa9;N\xc3\xbanez;\n"


@pytest.fixture
def imports(page, server):
    """Max on the page of imports."""
    return come_as(page, server, "max", "/imports/")


def choose(page, content, name="people.csv"):
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": content}
    )
    page.get_by_role("button", name="Go on to the columns").click()


def test_a_roster_comes_in_and_the_page_says_when_it_is_done(imports):
    check_accessibility(imports)
    choose(imports, ROSTER)
    expect(imports.get_by_role("heading", name="Which column is what")).to_be_visible()
    check_accessibility(imports)
    imports.get_by_label("Participant's code").select_option("Number")
    imports.get_by_role("button", name="Show what will happen").click()
    expect(imports.get_by_text("Adds or corrects 2 people.")).to_be_visible()
    check_accessibility(imports)
    imports.get_by_role("button", name="Import all of it").click()
    expect(imports.get_by_text("Imported: 2 new.")).to_be_visible()
    check_accessibility(imports)
    imports.goto("/participants/")
    expect(imports.get_by_role("link", name="Marlow, Ilse")).to_be_visible()


def test_what_is_wrong_is_said_and_stays_out(imports):
    choose(imports, b"a,a\n1,2\n")
    expect(imports.get_by_text("The column a is there twice.").first).to_be_visible()
    check_accessibility(imports)
    choose(imports, b"code,given name,family name\nX-9003,,Marlow\n", "wrong.csv")
    imports.get_by_role("button", name="Show what will happen").click()
    expect(imports.get_by_text("A new person needs a given name")).to_be_visible()
    check_accessibility(imports)
    assert imports.get_by_role("button", name="Import all of it").count() == 0
