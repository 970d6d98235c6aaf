"""Risk answers are found whatever else was answered."""

import pytest

from dashboard.clinical.measures import SafetyAction, library_measure, safety_answers


@pytest.mark.parametrize(
    ("key", "item", "answer", "triggered"),
    [
        ("phq9", "9", 0, False),
        ("phq9", "9", 1, True),
        ("phq9", "9", 3, True),
        ("core10", "6", 0, False),
        ("core10", "6", 1, True),
        ("pcl5", "16", 0, False),
        ("pcl5", "16", 1, True),
        ("dar5", "4", 1, False),
        ("dar5", "4", 2, True),
    ],
)
def test_a_partial_form_with_the_risk_item_alone(key, item, answer, triggered):
    reading = safety_answers(library_measure(key), {item: answer})
    assert [found.item.key for found in reading.triggered] == [item] * triggered
    assert reading.not_answered == ()


@pytest.mark.parametrize("form", [{}, {"9": None}, {"1": 3, "2": 3}])
def test_an_unanswered_risk_item_is_named(form):
    reading = safety_answers(library_measure("phq9"), form)
    assert reading.triggered == ()
    assert [item.key for item in reading.not_answered] == ["9"]


def test_a_risk_answer_counts_even_where_the_form_is_wrong():
    reading = safety_answers(library_measure("phq9"), {"1": 99, "9": 2})
    assert [found.answer for found in reading.flagged] == [2]
    assert reading.flagged[0].reason == "Thoughts of death or self-harm in the past 2 weeks."


@pytest.mark.parametrize(("key", "item"), [("pcl5", "16"), ("dar5", "4")])
def test_some_answers_are_shown_and_raise_no_flag(key, item):
    reading = safety_answers(library_measure(key), {item: 4})
    assert [found.action for found in reading.triggered] == [SafetyAction.SHOW]
    assert reading.flagged == ()


def test_a_measure_without_risk_items_says_nothing():
    reading = safety_answers(library_measure("gad7"), {"1": 3})
    assert (reading.triggered, reading.not_answered) == ((), ())
