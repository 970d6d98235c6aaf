"""The bars of the two headline cards are read back from the page and held against the database."""

import math

from tests.browser.outcomes.naive import opened, scores_of
from tests.browser.outcomes.naive_change import share_of, wilson

READ_THE_BARS = """cards => cards.map(card => [...card.querySelectorAll(".share")].map(row => [
  row.querySelector(".share-label").textContent,
  row.querySelector(".share-figure").textContent.trim(),
  Number(row.querySelector(".value").getAttribute("width")),
  row.querySelector(".whisker").getAttribute("d"),
]))"""


def percent(share, decimals):
    """Halves go up; a hair is added, since shares carry dust."""
    return math.floor(share * 100 * 10**decimals + 0.5 + 1e-9) / 10**decimals


def bar(label, count, of):
    """What a row of a card says and draws: the share, its people, and where the whisker ends."""
    low, high = (percent(end, 1) for end in wilson(count, of))
    told = f"{percent(count / of, 0):.0f}% {count} of {of}"
    whisker = f"M{low} 7H{high}M{low} 2V12M{high} 2V12"
    return [label, told, percent(count / of, 1), whisker]


def carried_forward(stays, by_key):
    """(Improved, of) by the last score after the first one, up to the last day."""
    known = []
    for stay in stays:
        first = stay.baseline
        later = [value for on, value in stay.scores if first and first[0] < on <= stay.last_day]
        if later:
            known.append(by_key[stay.measure].moved(first[1], later[-1]) > 0)
    return sum(known), len(known)


def ratings(instance, stays):
    """Each person's own last rating of the outcome's days, of those who gave one."""
    with opened(instance) as file:
        (rating,) = file.execute("select id from measures where key = 'global_change'").fetchone()
        given = [(stay, scores_of(file, stay.participant, rating)) for stay in stays]
    found = []
    for stay, scores in given:
        days = [value for on, value in scores if 21 <= (on - stay.first_attended).days <= 63]
        found += days[-1:]
    return found


def test_the_bars_of_the_headlines_are_counted(lena, server, stays, by_key):
    closed = [stay for stay in stays if stay.is_closed]
    improved, both = share_of(closed, by_key)
    own = ratings(server.instance, closed)
    better = sum(value >= 6 for value in own)
    lena.goto("/outcomes/")
    cards = lena.locator("section:has(> .shares)").evaluate_all(READ_THE_BARS)
    assert cards == [
        [
            bar("both scores", improved, both),
            bar("last score carried forward", *carried_forward(closed, by_key)),
            bar("everyone who started", improved, len(closed)),
        ],
        [
            bar("of those who answered", better, len(own)),
            bar("everyone who started", better, len(closed)),
        ],
    ]
