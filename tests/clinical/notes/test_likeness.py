"""Notes that are nearly copies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.clinical.notes import AlikePair, alike_pairs, likeness

LONG = "Took part in the exercise and named two situations from the week"
OTHER = "Arrived upset after a call with a brother; used paced breathing by herself"
MOVED = "named two situations from the week and took part in the exercise"


def test_copies_are_found_whatever_their_capitals_and_spaces():
    notes = [(1, LONG), (2, OTHER), (3, f" {LONG.upper()}\n")]
    assert alike_pairs(notes, 90) == (AlikePair(1, 3, 100.0),)


def test_moved_sentences_are_found():
    assert alike_pairs([(1, LONG), (2, MOVED)], 95) == (AlikePair(1, 2, 100.0),)


def test_the_most_alike_come_first():
    notes = [(1, LONG), (2, LONG + " again"), (3, LONG)]
    found = alike_pairs(notes, 80)
    assert [(pair.first, pair.second) for pair in found] == [(1, 3), (1, 2), (2, 3)]


@pytest.mark.parametrize(("threshold", "count"), [(79.9, 1), (80.0, 1), (80.1, 0)])
def test_the_threshold_itself_counts(threshold, count):
    notes = [(1, "a a a a a a a a b b"), (2, "a a a a a a a a c c")]
    pairs = alike_pairs(notes, likeness(notes[0][1], notes[1][1]) + threshold - 80)
    assert len(pairs) == count


@pytest.mark.parametrize(("words", "count"), [(7, 0), (8, 1), (9, 1)])
def test_short_texts_are_left_out(words, count):
    text = " ".join(["quiet"] * words)
    assert len(alike_pairs([(1, text), (2, text)], 90)) == count


def test_nothing_is_like_nothing():
    assert alike_pairs([(1, ""), (2, "")], 0) == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_a_percentage_the_same_both_ways(first, second):
    assert 0 <= likeness(first, second) == likeness(second, first) <= 100
    assert likeness(first, first) == 100


TEMPLATE = "Took part in the exercise. In short: ___ Will practice until next week."
OWN = ("tried it on Monday when buses came late", "sister called and he stayed calm both times")


def begun_with_template(*own):
    return [(place, TEMPLATE.replace("___", words)) for place, words in enumerate(own)]


def test_what_a_template_gave_is_not_compared():
    notes = begun_with_template(*OWN)
    assert [pair.percent for pair in alike_pairs(notes, 50.0)] != []
    assert alike_pairs(notes, 50.0, shared_texts=[TEMPLATE]) == ()


@pytest.mark.parametrize("own", [OWN[0], "quiet today", ""])
def test_notes_alike_beyond_the_template_or_of_nothing_else_are_found(own):
    [pair] = alike_pairs(begun_with_template(own, own), 85.0, shared_texts=[TEMPLATE])
    assert (pair.first, pair.second, pair.percent) == (0, 1, 100.0)
