"""Hands on a page that count what they do, for a keystroke-level estimate of the time it takes.

Times after Card, Moran and Newell: a key of an average typist 0.28 s, pointing and clicking 1.1 s,
thought before each person 1.35 s.
"""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

KEY_SECONDS = 0.28
CLICK_SECONDS = 1.1
THOUGHT_SECONDS = 1.35


@dataclass
class Hands:
    """Counts keys (a capital is two) and clicks; `own_keys` are those of words of one's own."""

    page: Page
    keys: int = 0
    own_keys: int = 0
    clicks: int = 0

    def click(self, place: Locator) -> None:
        place.click()
        self.clicks += 1

    def choose(self, menu: Locator, value: str) -> None:
        """Open a menu and click one of its lines."""
        menu.select_option(value)
        self.clicks += 2

    def type(self, text: str, *, own: bool = False) -> None:
        self.page.keyboard.type(text)
        keys = len(text) + sum(letter.isupper() for letter in text)
        self.keys += keys
        self.own_keys += keys if own else 0

    def go_on(self) -> None:
        self.page.keyboard.press("Control+Enter")
        self.keys += 2

    def seconds(self, people: int) -> float:
        thought = people * THOUGHT_SECONDS
        return self.keys * KEY_SECONDS + self.clicks * CLICK_SECONDS + thought

    def overhead(self, people: int) -> float:
        """What is left of the seconds without the words of one's own."""
        return self.seconds(people) - self.own_keys * KEY_SECONDS
