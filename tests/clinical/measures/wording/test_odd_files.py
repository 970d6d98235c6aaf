"""Odd files of wording: other separators, things twice, and what could not be read back."""

import pytest

from dashboard.clinical.measures.wording import (
    WordingError,
    fit_wording,
    read_questionnaire,
    read_wording_table,
)
from tests.clinical.measures.wording.test_wording import (
    CODES,
    GAD7,
    TABLE,
    question,
    questionnaire,
    seven,
)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_table_may_have_other_separators_and_empty_rows(separator):
    text = TABLE.replace(",", separator) + separator * 5 + "\n"
    fit = fit_wording(GAD7, read_wording_table(text))
    assert (fit.definition.items[6].question, fit.left_out) == ("Invented question 7?", ())


def test_a_cell_that_no_table_has_is_said():
    with pytest.raises(WordingError, match="cannot be read"):
        read_wording_table(TABLE + f"8,{'x' * 200_000},a,b,c,d\n")


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ("7,Another?,a,b,c,d\n", "Item 7 stands in the file more than once."),
        (f"1,{'x' * 2001},a,b,c,d\n", "Item 1 has a text that is not plain or longer than 2000."),
        ("1,A\x00b?,a,b,c,d\n", "Item 1 has a text that is not plain or longer than 2000."),
        ("1,Q?,a,b,c\x00,d\n", "Item 1 has a text that is not plain or longer than 2000."),
    ],
)
def test_what_could_not_be_read_back_or_is_there_twice_is_not_made(more, problem):
    kept = TABLE if more.startswith("7") else TABLE.replace("1,Invented question 1?,a,b,c,d\n", "")
    fit = fit_wording(GAD7, read_wording_table(kept + more))
    assert (fit.problems, fit.definition) == ((problem,), None)


def test_a_code_that_stands_twice_gives_nobody_its_words():
    items = [*seven(), question(CODES[0], text="Which of the two?")]
    fit = fit_wording(GAD7, read_questionnaire(questionnaire(items)))
    assert fit.problems == ("Item 1 stands in the file more than once.",)


def test_the_codes_of_another_questionnaire_are_not_passed_over():
    others = [question(f"{place}-1", f"Of another {place}?") for place in range(7)]
    fit = fit_wording(GAD7, read_questionnaire(questionnaire(others)))
    assert (fit.definition, len(fit.problems)) == (None, 7)
    assert fit.notes == ("The codes in the file are not those of GAD-7.",)


def test_the_newer_word_for_a_choice_is_understood():
    newer = [{**each, "type": "coding"} for each in seven()]
    assert fit_wording(GAD7, read_questionnaire(questionnaire(newer))).definition.has_wording


@pytest.mark.parametrize("weight", [float("inf"), float("nan"), 0.5, True])
def test_a_weight_that_is_no_whole_number_is_none(weight):
    extension = [{"url": "ordinalValue", "valueDecimal": weight}]
    options = [{"extension": extension, "valueCoding": {"display": "a"}}]
    (read,) = read_questionnaire(questionnaire([question("", answerOption=options)]))
    assert read.values is None
