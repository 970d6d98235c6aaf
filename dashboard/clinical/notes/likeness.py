"""Progress notes that are nearly copies of each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from dashboard.clinical.notes.folding import folded_words

FEWEST_WORDS = 8


@dataclass(frozen=True)
class AlikePair:
    """Two notes, by the keys they were given, and how alike they are: 0 to 100 percent."""

    first: int
    second: int
    percent: float


def alike_pairs(
    notes: Sequence[tuple[int, str]], threshold: float, fewest_words: int = FEWEST_WORDS
) -> tuple[AlikePair, ...]:
    """The pairs of (key, text) that are alike to `threshold` percent or more, most alike first.

    Capitals, accents and spaces do not matter. Texts with fewer than `fewest_words` words
    are left out: two people may well both be "quiet today", and a percentage of so little says
    nothing. Ties keep the order of the notes.
    """
    folded = [(key, folded_words(text)) for key, text in notes]
    long_enough = [(key, text) for key, text in folded if len(text.split()) >= fewest_words]
    pairs = (
        AlikePair(first[0], second[0], likeness(first[1], second[1]))
        for first, second in combinations(long_enough, 2)
    )
    alike = (pair for pair in pairs if pair.percent >= threshold)
    return tuple(sorted(alike, key=lambda pair: -pair.percent))


def likeness(first: str, second: str) -> float:
    """How alike two texts are, 0 to 100: as written, or with their words in alphabetical order.

    The measure is rapidfuzz's ratio, 200 times the letters in common in order over the letters of
    both; the second look finds a copy whose sentences were moved about.
    """
    return max(fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second))
