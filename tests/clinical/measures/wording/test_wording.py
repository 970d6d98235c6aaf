"""Wording from a questionnaire or a table, held against the definition it is for."""

from dataclasses import replace

import pytest

from dashboard.clinical.measures import definition_data, library_measure, parse_definition
from dashboard.clinical.measures.wording import (
    WordingError,
    carry_wording,
    fit_wording,
    read_questionnaire,
    read_wording_table,
)

GAD7 = library_measure("gad7")
CODES = [item.loinc_code for item in GAD7.items]
LABELS = ["Never so", "Some days", "Most days", "Each day"]


def question(code, text="Invented?", labels=LABELS, **more):
    options = [{"valueCoding": {"display": label}} for label in labels]
    coding = [{"system": "http://loinc.org", "code": code}] if code else []
    return {"type": "choice", "text": text, "code": coding, "answerOption": options, **more}


def questionnaire(items, **more):
    return {"resourceType": "Questionnaire", "item": items, **more}


def seven(**more):
    worded = ((code, f"Invented question {place}?") for place, code in enumerate(CODES))
    return [question(code, text, **more) for code, text in worded]


def test_questions_are_matched_by_their_codes_and_the_rest_is_left_out():
    items = [*seven(), question("1-8", "Something else?"), {"type": "decimal", "text": "Total"}]
    fit = fit_wording(GAD7, read_questionnaire(questionnaire(items)))
    assert fit.problems == ()
    assert [left.question for left in fit.left_out] == ["Something else?"]
    assert fit.definition.has_wording
    assert fit.definition.items[1].question == "Invented question 1?"
    assert fit.definition.items[1].answer_labels == tuple(enumerate(LABELS))
    assert parse_definition(definition_data(fit.definition)) == fit.definition


def test_another_order_is_said_and_does_no_harm():
    fit = fit_wording(GAD7, read_questionnaire(questionnaire(seven()[::-1])))
    assert [item.question for item in fit.definition.items] == [
        f"Invented question {place}?" for place in range(7)
    ]
    assert len(fit.notes) == 1


def test_without_codes_the_order_counts_if_the_number_of_questions_fits():
    plain = [question("", f"Invented question {place}?") for place in range(7)]
    fit = fit_wording(GAD7, read_questionnaire(questionnaire(plain)))
    assert fit.definition.items[6].question == "Invented question 6?"
    short = fit_wording(GAD7, read_questionnaire(questionnaire(plain[:6])))
    assert (short.definition, len(short.problems)) == (None, 7)


@pytest.mark.parametrize(
    ("items", "problem"),
    [
        (seven()[:6], "Item 7 (dread) has no wording in the file."),
        (
            [*seven()[:6], question(CODES[6], labels=LABELS[:3])],
            "Item 7 has 3 answers; the definition has 4 (0 to 3).",
        ),
        ([*seven()[:6], question(CODES[6], text="")], "Item 7 has no question."),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_made(items, problem):
    fit = fit_wording(GAD7, read_questionnaire(questionnaire(items)))
    expected = problem.replace("dread", GAD7.items[6].topic)
    assert (fit.problems, fit.definition) == ((expected,), None)


def test_answers_with_numbers_must_have_the_definitions_numbers():
    weight = "http://hl7.org/fhir/StructureDefinition/ordinalValue"

    def options(first):
        return [
            {
                "extension": [{"url": "other"}, {"url": weight, "valueDecimal": first + place}],
                "valueCoding": {"display": label},
            }
            for place, label in enumerate(LABELS)
        ]

    good = [question(code, answerOption=options(0)) for code in CODES]
    assert fit_wording(GAD7, read_questionnaire(questionnaire(good))).problems == ()
    decimal = [question(code, answerOption=options(0.0)) for code in CODES]
    assert fit_wording(GAD7, read_questionnaire(questionnaire(decimal))).problems == ()
    bad = [question(code, answerOption=options(1)) for code in CODES]
    fit = fit_wording(GAD7, read_questionnaire(questionnaire(bad)))
    assert fit.problems[0] == "Item 1 has the answers 1, 2, 3, 4; the definition has 0 to 3."


def test_answers_may_stand_in_a_set_beside_the_questions_and_questions_in_groups():
    concepts = [{"code": str(place), "display": label} for place, label in enumerate(LABELS)]
    listed = {"id": "often", "compose": {"include": [{"concept": concepts}]}}
    items = [{**each, "answerOption": [], "answerValueSet": "#often"} for each in seven()]
    whole = questionnaire([{"type": "group", "item": items}], contained=[listed])
    assert fit_wording(GAD7, read_questionnaire(whole)).definition.has_wording


def test_whole_numbers_and_plain_texts_are_answers_too():
    items = [
        question("", answerOption=[{"valueInteger": place} for place in range(4)]),
        question("", answerOption=[{"valueString": label} for label in LABELS]),
    ]
    read = read_questionnaire(questionnaire(items))
    assert read[0].values == (0, 1, 2, 3)
    assert (read[0].labels, read[1].values) == (("0", "1", "2", "3"), None)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([], "not a FHIR Questionnaire"),
        ({"resourceType": "Patient"}, "not a FHIR Questionnaire"),
        (questionnaire([]), "No question"),
        (questionnaire("x"), "No question"),
        (questionnaire([{"type": "choice", "text": 3, "answerOption": [3]}]), "No question"),
        (questionnaire([{"type": "choice", "answerOption": [{"valueCoding": {}}]}]), "No question"),
    ],
)
def test_what_is_no_questionnaire_is_refused(data, words):
    with pytest.raises(WordingError, match=words):
        read_questionnaire(data)


TABLE = "item,question,answer_0,answer_1,answer_2,answer_3\n" + "".join(
    f"{number},Invented question {number}?,a,b,c,d\n" for number in range(7, 0, -1)
)


def test_a_table_is_matched_by_number_and_by_code():
    fit = fit_wording(GAD7, read_wording_table(TABLE))
    assert fit.definition.items[0].question == "Invented question 1?"
    coded = "loinc,question,0,1,2,3\n" + "".join(f"{code},Q?,a,b,c,d\n" for code in CODES)
    assert fit_wording(GAD7, read_wording_table(coded)).definition.has_wording


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "column named question"), ("item,text\n1,x\n", "column"), ("question\n", "no question")],
)
def test_a_table_without_questions_is_refused(text, words):
    with pytest.raises(WordingError, match=words):
        read_wording_table(text)


def test_wording_is_carried_over_where_the_answers_are_the_same():
    worded = fit_wording(GAD7, read_wording_table(TABLE)).definition
    first, *others = GAD7.items
    changed = replace(GAD7, version="2", items=(replace(first, maximum=4), *others))
    carried = carry_wording(worded, changed)
    assert carried.items[0].question is None
    assert carried.items[1].question == "Invented question 2?"
    own = replace(GAD7, items=(replace(first, question="Own?"), *others))
    assert carry_wording(worded, own).items[0].question == "Own?"
    assert carry_wording(GAD7, GAD7) == GAD7
