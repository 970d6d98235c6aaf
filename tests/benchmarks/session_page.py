"""Closes a session of ten people in a browser and says how long that takes a person.

One is late, one leaves early, one does not come. Everybody else gets a progress note from the
practice's template and a phrase, with eight words of one's own; the group note has twenty.
"""

import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, expect, sync_playwright

from tests.benchmarks.evening import set_up
from tests.benchmarks.hands import Hands
from tests.browser.conftest import FLAGS, NAMES
from tests.browser.server import run_command, serving
from tests.factories import PASSWORD

PEOPLE = 10
MOST_SECONDS, MOST_OVERHEAD = 300, 75
OWN_WORDS = (
    "tried it on Monday when buses came late",
    "sister called twice, he stayed calm both times",
    "slept badly but still walked the river daily",
    "asked for help at work for once, successfully",
    "fought less with children during the long weekend",
    "wrote three letters that nobody will ever read",
    "forgot the sheet yet remembered breathing while shopping",
    "cooked dinner with friends after months of nothing",
    "said no to overtime, felt guilty until Friday",
)
GROUP_WORDS = (
    "many spoke of the holidays and how families notice change before we do ourselves "
    "which led to laughter and relief"
)


def close_session(page: Page, hands: Hands) -> None:
    """From today's overview to every note signed."""
    hands.click(page.get_by_role("link", name="Open session").first)
    rows = page.locator("[data-roster-row]")
    expect(rows).to_have_count(PEOPLE)
    mark_everybody(page, hands)
    hands.choose(page.get_by_label("Homework of everyone present"), "done")
    hands.click(page.get_by_role("button", name="As planned"))
    write_notes(page, hands)
    expect(page.locator("[data-saving-state]")).to_contain_text("Saved")
    expect(page.locator("[data-lacking-words]")).to_have_text("Everything is there")
    hands.click(page.locator("[data-sign]"))
    expect(page.get_by_role("heading", name="Check and sign")).to_be_visible()
    assert page.get_by_label("Sign all the same").count() == 0, page.locator("main").inner_text()
    hands.click(page.get_by_role("button", name="Sign all notes"))
    expect(page.get_by_text(f"{PEOPLE} notes are signed.")).to_be_visible()  # 9 people, 1 group


def mark_everybody(page: Page, hands: Hands) -> None:
    """The three who were not simply there by a click each, everybody else in one act."""
    rows = page.locator("[data-roster-row]")
    for place, mark, minutes in ((2, "late", "75"), (5, "left_early", "60"), (8, "no_show", "")):
        hands.click(rows.nth(place).locator(f".segment:has(input[value={mark}])"))
        if minutes:
            hands.click(rows.nth(place).get_by_label("Minutes of"))
            hands.type(minutes)
    hands.click(page.get_by_role("button", name="Mark the others present"))
    expect(page.locator("[data-present-count]")).to_have_text(f"{PEOPLE - 1} of {PEOPLE} present")


def write_notes(page: Page, hands: Hands) -> None:
    hands.click(page.locator("[data-note-toggle]").first)
    for words in OWN_WORDS:
        hands.type("/r ")
        hands.type("/s ")
        hands.type(" " + words, own=True)
        hands.type(".")
        hands.go_on()
    hands.type("/t ")
    hands.go_on()
    hands.type("/g ")
    hands.type(" " + GROUP_WORDS, own=True)


def measure(address: str, email: str) -> Hands:
    found = os.environ.get("GROUPWORK_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        page = browser.new_page(base_url=address, viewport={"width": 1280, "height": 900})
        page.goto("/sign-in")
        page.get_by_label("E-mail").fill(email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        hands = Hands(page)
        close_session(page, hands)
        browser.close()
    return hands


def main() -> int:
    assert {len(words.split()) for words in OWN_WORDS} == {8}
    assert len(GROUP_WORDS.split()) == 20
    with TemporaryDirectory() as folder:
        instance = Path(folder)
        run_command(instance, "set-up")
        email = set_up(instance)
        with serving(instance) as server:
            hands = measure(server.address, email)
    seconds, overhead = hands.seconds(PEOPLE), hands.overhead(PEOPLE)
    said = f"keys={hands.keys} clicks={hands.clicks} seconds={seconds:.0f} overhead={overhead:.0f}"
    sys.stdout.write(f"{said}\n")
    return 0 if seconds < MOST_SECONDS and overhead < MOST_OVERHEAD else 1


if __name__ == "__main__":
    sys.exit(main())
