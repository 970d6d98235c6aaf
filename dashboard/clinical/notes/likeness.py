"""Progress notes that are nearly copies of each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from dashboard.clinical.notes.folding import folded_words

FEWEST_WORDS = 8
FEWEST_OWN_WORDS = 4
# What a template leaves open.
BLANK = "___"


@dataclass(frozen=True)
class AlikePair:
    """Two notes, by the keys they were given, and how alike they are: 0 to 100 percent."""

    first: int
    second: int
    percent: float


def alike_pairs(
    notes: Sequence[tuple[int, str]],
    threshold: float,
    fewest_words: int = FEWEST_WORDS,
    shared_texts: Sequence[str] = (),
) -> tuple[AlikePair, ...]:
    """The pairs of (key, text) that are alike to `threshold` percent or more, most alike first.

    Capitals, accents and spaces do not matter. Texts with fewer than `fewest_words` words
    are left out: two people may well both be "quiet today", and a percentage of so little says
    nothing. Words of `shared_texts`, the templates that notes are begun with, are not compared
    where both notes have at least four others; notes of nothing else are compared whole. Ties
    keep the order of the notes.
    """
    shared = sorted(_pieces(shared_texts), key=len, reverse=True)
    folded = [(key, folded_words(text)) for key, text in notes]
    whole = [(key, text) for key, text in folded if len(text.split()) >= fewest_words]
    own = {key: _without(text, shared) for key, text in whole}
    pairs = (
        AlikePair(first[0], second[0], _compared(first, second, own))
        for first, second in combinations(whole, 2)
    )
    alike = (pair for pair in pairs if pair.percent >= threshold)
    return tuple(sorted(alike, key=lambda pair: -pair.percent))


def _compared(first: tuple[int, str], second: tuple[int, str], own: Mapping[int, str]) -> float:
    left, right = own[first[0]], own[second[0]]
    if min(len(left.split()), len(right.split())) < FEWEST_OWN_WORDS:
        left, right = first[1], second[1]
    return likeness(left, right)


def _pieces(texts: Sequence[str]) -> set[str]:
    """What stands between the blanks of templates, folded."""
    return {folded_words(piece) for text in texts for piece in text.split(BLANK)} - {""}


def _without(text: str, pieces: Sequence[str]) -> str:
    padded = f" {text} "
    for piece in pieces:
        padded = padded.replace(f" {piece} ", " ")
    return padded.strip()


def likeness(first: str, second: str) -> float:
    """How alike two texts are, 0 to 100: as written, or with their words in alphabetical order.

    The measure is rapidfuzz's ratio, 200 times the letters in common in order over the letters of
    both; the second look finds a copy whose sentences were moved about.
    """
    return max(fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second))
