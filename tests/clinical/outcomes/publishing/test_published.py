import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.outcomes.publishing.published import published_sentence
from dashboard.clinical.outcomes.publishing.sentences import headline_sentence
from tests.clinical.outcomes.publishing.headlines import headline


def test_without_small_counts_it_is_the_same_sentence():
    built = headline(84, 120, 138, 12)
    assert published_sentence(built) == headline_sentence(built)


def test_a_refusal_is_published_as_it_is():
    built = headline(14, 19, 19, 0)
    assert published_sentence(built) == headline_sentence(built)


def test_small_counts_become_bounds():
    parts = published_sentence(headline(84, 120, 126, 6)).split(". ")
    assert parts[1:3] == [
        "10 or fewer others started and have no score; counted as not improved, it is at least "
        "84 of 130 (65%, 95% interval 56 to 72)",
        "10 or fewer got worse by more than measurement error",
    ]


def test_the_worse_are_not_counted_when_the_unchanged_would_follow():
    parts = published_sentence(headline(84, 120, 138, 30)).split(". ")
    assert parts[2] == "More than 10 got worse by more than measurement error"


@pytest.mark.parametrize(
    ("improved", "published"),
    [
        (0, True),
        (1, False),
        (10, False),
        (11, True),
        (49, True),
        (50, False),
        (59, False),
        (60, True),
    ],
)
def test_it_is_withheld_when_its_own_counts_are_small(improved, published):
    sentence = published_sentence(headline(improved, 60, 60, 0))
    assert sentence.startswith("In the cycles") is published


@settings(max_examples=200)
@given(st.integers(20, 80), st.integers(0, 30), st.data())
def test_no_count_of_one_to_ten_can_be_read_or_worked_out(known, missing, data):
    improved = data.draw(st.integers(0, known))
    worse = data.draw(st.integers(0, known - improved))
    sentence = published_sentence(headline(improved, known, known + missing, worse))
    # The bound for everyone adds ten people by design; it is no count of anybody.
    exact = re.sub(r"at least \d+ of \d+", "", sentence)
    pairs = [(int(a), int(b)) for a, b in re.findall(r"(\d+) of (\d+)", exact)]
    readable = {number for a, b in pairs for number in (a, b, b - a)}
    if re.search(r"of \d+ \([^)]*\) got worse", exact):
        readable.add(pairs[0][1] - pairs[0][0] - pairs[-1][0])
    assert not {number for number in readable if 1 <= number <= 10}
