"""Answers and totals that do not fit are refused, with the item and the reason."""

import pytest

from dashboard.clinical.measures import (
    AnswerError,
    answer_problems,
    library_measure,
    score_answers,
    valid_score,
)


@pytest.mark.parametrize("answer", [-1, 4, True, 1.5, "2"])
def test_an_answer_out_of_range_is_refused(answer):
    with pytest.raises(AnswerError) as refused:
        score_answers(library_measure("phq9"), {"3": answer})
    assert refused.value.item == "3"
    assert refused.value.problem == "must be a whole number from 0 to 3"


def test_all_problems_are_told_at_once():
    assert answer_problems(library_measure("peg"), {"1": 11, "2": None, "3": 5, "4": 1}) == {
        "1": "must be a whole number from 0 to 10",
        "4": "PEG has no item 4",
    }


@pytest.mark.parametrize(
    ("key", "value", "valid"),
    [
        ("phq9", -1, False),
        ("phq9", 0, True),
        ("phq9", 27, True),
        ("phq9", 28, False),
        ("phq9", 9.5, False),
        ("ders16", 15, False),
        ("ders16", 16, True),
        ("who5", 52, True),
        ("who5", 50, False),
        ("peg", 6.67, True),
        ("peg", 10.1, False),
        ("weekly_ratings", 5, False),
        ("phq9", float("nan"), False),
    ],
)
def test_a_total_entered_alone(key, value, valid):
    assert valid_score(library_measure(key), value) is valid


def test_a_prorated_total_may_fall_between_the_steps():
    assert valid_score(library_measure("core10"), 6.25, prorated=True)
