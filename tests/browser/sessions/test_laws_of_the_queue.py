"""No order of typing, failing, conflicts and reloads loses or invents a word on the page."""

import random
import re

import pytest
from playwright.sync_api import Error, expect

from tests.browser.sessions.behind_the_page import write_elsewhere
from tests.browser.sessions.test_not_saved import quiet_evening  # noqa: F401

SEQUENCES, STEPS = 16, 7
FIELDS = ("progress-note:{}.response", "progress-note:{}.plan", "group-note.themes")
# The page says whether all that waits is on the device.
TELL_KEPT = """
window.isKept = true;
const note = (name, isKept) => document.addEventListener(`session:${name}`, ({ detail }) => {
  window.isKept = isKept(detail);
});
note("changed", ({ pending }) => !pending.length);
note("kept", ({ isAll }) => isAll);
"""
TYPE = """([name, word]) => {
  const control = window.SessionPage.controls.get(name);
  control.value += ` ${word}`;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}"""
# The content policy lets nobody ask again and again from outside: the page itself waits.
UNTIL_KEPT = """async () => {
  while (!window.isKept) await new Promise((done) => { setTimeout(done, 200); });
}"""
# After a reload the page reads what the device has: until that is sent, it only looks at rest.
UNTIL_AT_REST = """async () => {
  const isDone = (asking) => new Promise((done) => {
    asking.onsuccess = () => done(asking.result);
  });
  const kept = async () => {
    const asking = indexedDB.open("groupwork", 1);
    asking.onupgradeneeded = () => asking.result.createObjectStore("kept");
    const database = await isDone(asking);
    const count = await isDone(database.transaction("kept").objectStore("kept").count());
    database.close();
    return count;
  };
  const isAtRest = async () => document.querySelector("[data-conflict]").open
    || (!window.SessionPage.entries().length && !window.SessionFields.isBusy() && !(await kept()));
  while (!(await isAtRest())) await new Promise((done) => { setTimeout(done, 200); });
}"""


class Evening:
    """A page whose network fails as told, somebody else who writes, and every word so far."""

    def __init__(self, page, seed):
        self.page, self.chance, self.network = page, random.Random(seed), "works"
        rows = page.locator("[data-roster-row]").all()
        stays = [row.get_attribute("data-enrollment-id") for row in rows] + [""]
        self.fields = [name.format(stay) for name, stay in zip(FIELDS, stays, strict=True)]
        self.words = {name: set() for name in self.fields}
        self.count = 0
        page.add_init_script(TELL_KEPT)
        page.route("**/entries", self.at_the_door)
        page.reload()
        self.entries_url = f"{page.url}/entries"

    def at_the_door(self, route):
        """Let a request through, lose it, lose its answer, or fail it."""
        try:
            if self.network == "answers lost":
                route.fetch()
            if self.network == "fails":
                return route.fulfill(status=503)
            return route.continue_() if self.network == "works" else route.abort()
        except Error:  # the page has gone on without it
            return None

    def word(self, name):
        self.count += 1
        self.words[name].add(f"w{self.count}")
        return f"w{self.count}"

    def type(self):
        name = self.chance.choice(self.fields)
        self.page.evaluate(TYPE, [name, self.word(name)])

    def change_network(self):
        self.network = self.chance.choice(["works", "lost", "answers lost", "fails"])

    def reload(self):
        self.page.evaluate(UNTIL_KEPT)
        self.page.reload()

    def wait(self):
        self.page.wait_for_timeout(self.chance.choice([5, 40, 120]))

    def kept(self):
        return self.page.request.get(self.entries_url).json()["values"]

    def somebody_else_writes(self):
        name = self.chance.choice(self.fields)
        target, _, field = name.rpartition(".")
        before = self.kept()[name]
        entry = {"target": target, "field": field, "base": before}
        entry["value"] = f"{before} {self.word(name)}"
        # The page may have written in between: then nothing of this one is kept.
        if not write_elsewhere(self.page, entry):
            self.words[name].discard(f"w{self.count}")

    def come_to_rest(self):
        """The network is back, and whoever is asked keeps both."""
        self.network = "works"
        self.page.evaluate(UNTIL_AT_REST)
        while self.page.locator("[data-conflict]").is_visible():
            self.page.get_by_role("button", name="Keep both").click()
            self.page.evaluate(UNTIL_AT_REST)


@pytest.mark.parametrize("seed", [1, 1002])
def test_every_word_and_no_other_is_kept_in_the_end(quiet_evening, seed):  # noqa: F811
    evening = Evening(quiet_evening, seed)
    steps = [evening.type, evening.type, evening.change_network, evening.reload, evening.wait]
    steps += [evening.somebody_else_writes]
    for _sequence in range(SEQUENCES // 2):
        for step in evening.chance.choices(steps, k=STEPS):
            step()
        evening.come_to_rest()
        kept = evening.kept()
        assert {name: set(re.findall(r"w\d+", kept[name])) for name in evening.fields} == (
            evening.words
        )
    expect(quiet_evening.locator("[data-saving-state]")).not_to_have_class(re.compile("refused"))
