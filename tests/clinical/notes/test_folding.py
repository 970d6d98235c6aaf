"""Folded text, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.clinical.notes import fold, folded_words

FOLDED = {
    "Zoë’s": "zoe's",
    "ŁUKASZ": "lukasz",
    "Straße": "strasse",
    "Ærø": "aero",
    "e\u0301t\u00e9": "ete",
    "\ufb01n": "fin",
    "İnci": "inci",
}


@pytest.mark.parametrize("text", FOLDED)
def test_accents_and_capitals_are_folded(text):
    assert fold(text).text == FOLDED[text]


def test_words_have_one_space_between_them():
    assert folded_words("  José\n\tMARÍA ") == "jose maria"


def test_a_place_is_found_back():
    text, folded = "Die Straße, Zoë", fold("Die Straße, Zoë")
    start, end = folded.span(*find(folded.text, "strasse"))
    assert text[start:end] == "Straße"


def find(text, piece):
    return text.index(piece), text.index(piece) + len(piece)


@given(st.text(max_size=20))
def test_every_letter_knows_its_place(text):
    folded = fold(text)
    assert len(folded.places) == len(folded.text)
    assert list(folded.places) == sorted(folded.places)
    assert all(place < len(text) for place in folded.places)
