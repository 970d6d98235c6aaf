"""Who is who: sure, a facilitator, or asked."""

import pytest

from dashboard.clinical.video_reports import (
    Matches,
    Question,
    RosterPerson,
    Visit,
    alias_key,
    assigned,
    match_visits,
)
from tests.clinical.video_reports.evening import (
    ANA,
    BEN,
    ENROLLED,
    IDRIS,
    MAYA,
    OTHER_TWIN,
    ROSA,
    TWIN,
    visit,
)

ALIASES = {alias_key("Cool Cat"): IDRIS.key, alias_key("Gone"): 99}


def matched(*visits, enrolled=ENROLLED):
    return match_visits(visits, enrolled, [ANA, BEN], ALIASES)


BY_EMAIL, BY_NAME, BY_ALIAS = "e-mail address", "name", "the name remembered from before"
# name, address: who, and how
SURE = {
    ("whoever", "Rosa@Example.org"): (ROSA, BY_EMAIL),
    ("", "rosa@example.org"): (ROSA, BY_EMAIL),
    ("Rosa Lind", "rosa@example.org"): (ROSA, BY_EMAIL),
    ("Rosa Lind", ""): (ROSA, BY_NAME),
    ("Rosa Lind", "other@example.org"): (ROSA, BY_NAME),
    (" lind,  ROSA", ""): (ROSA, BY_NAME),
    ("Izzy Vane", ""): (IDRIS, BY_NAME),
    ("I. (Idris Vané)", ""): (IDRIS, BY_NAME),
    ("Idris Vané (he/him)", ""): (IDRIS, BY_NAME),
    ("Maya Lind [Guest]", ""): (MAYA, BY_NAME),
    ("cool CAT", ""): (IDRIS, BY_ALIAS),
}


@pytest.mark.parametrize("written", SURE)
def test_one_person_is_meant(written):
    person, how = SURE[written]
    row = visit(written[0], email=written[1])
    found = matched(row)
    assert (found.visits, found.known_by) == ({person.key: (row,)}, {person.key: how})
    assert (found.questions, found.facilitators) == ((), ())


# name, address: those whom it may mean
ASKED = {
    ("Sam Oduya", ""): (TWIN.key, OTHER_TWIN.key),
    ("Rosa", ""): (ROSA.key,),
    ("Lind", ""): (ROSA.key, MAYA.key),
    ("Rosa Lint", ""): (ROSA.key,),
    ("Rosa's iPad", ""): (ROSA.key,),
    ("Maya Lind", "rosa@example.org"): (ROSA.key, MAYA.key),
    ("Maja Lindt", ""): (MAYA.key,),
    ("Gone", ""): (),
    ("R", ""): (),
    ("iPhone", ""): (),
    ("+1 555 0100", ""): (),
    ("", "izzy.vane@example.org"): (IDRIS.key,),
    ("(she/her)", ""): (),
}


@pytest.mark.parametrize("written", ASKED)
def test_what_is_not_sure_is_asked(written):
    found = matched(visit(written[0], email=written[1]))
    (question,) = found.questions
    assert (question.name, question.email) == written
    assert question.candidates == ASKED[written]
    assert (found.visits, found.facilitators) == ({}, ())


@pytest.mark.parametrize(
    ("name", "email"), [("Ana Reyes", ""), ("x", "ana@practice.example"), ("Ben Holt (Host)", "")]
)
def test_facilitators_are_left_out(name, email):
    found = matched(visit(name, email=email))
    assert (found.visits, found.questions, found.facilitators) == ({}, (), (name,))


def test_a_facilitator_known_by_address_alone_is_left_out():
    assert matched(visit("", email="ana@practice.example")).facilitators == (
        "ana@practice.example",
    )


def test_somebody_named_like_a_facilitator_is_asked():
    namesake = RosterPerson(9, "Ben", "Holt")
    found = matched(visit("Ben Holt"), enrolled=[namesake])
    assert [question.candidates for question in found.questions] == [(9,)]


def test_an_address_that_two_share_is_told_by_the_name():
    couple = [
        RosterPerson(n, name, "Lund", email="us@x.org") for n, name in ((1, "Ida"), (2, "Ole"))
    ]
    found = matched(
        visit("Ole Lund", email="us@x.org"), visit("iPad", email="us@x.org"), enrolled=couple
    )
    assert list(found.visits) == [2]
    assert [question.name for question in found.questions] == ["iPad"]


def test_visits_of_one_person_come_together():
    rows = [
        visit("Rosa Lind", 0, 10),
        visit("whoever", 5, 20, email="rosa@example.org"),
        visit("ROSA  LIND", 30, 40),
    ]
    found = matched(*rows)
    assert found.visits == {ROSA.key: (rows[0], rows[2], rows[1])}
    assert found.known_by == {ROSA.key: BY_NAME}


def test_rows_of_one_unknown_name_are_one_question():
    rows = visit("iPhone", 0, 10), visit("iphone", 20, 30)
    (question,) = matched(*rows).questions
    assert question.visits == rows


def test_two_devices_of_one_name_at_once_are_a_question_each():
    rows = visit("iPhone", 0, 90), visit("iPhone", 5, 60), visit("iphone", 62, 90)
    asked = [(each.name, each.visits) for each in matched(*rows).questions]
    assert asked == [(f"iPhone ({place + 1} of 3)", (rows[place],)) for place in range(3)]


@pytest.mark.parametrize(("second", "questions"), [(0, 2), (57, 2), (58, 0), (60, 0)])
def test_a_remembered_name_is_trusted_save_when_it_was_there_twice_at_once(second, questions):
    rows = visit("iPhone", 0, 60), visit("iPhone", second, 90)
    found = match_visits(rows, ENROLLED, [ANA, BEN], {"iphone": ROSA.key})
    assert len(found.questions) == questions
    assert found.visits == ({} if questions else {ROSA.key: rows})


def test_answers_join_what_was_known_and_leave_the_rest_as_questions():
    there = Visit(2, "Heron", "", seconds=600)
    question, other = (Question(name, "", (there,), ()) for name in ("Heron", "Owl"))
    matches = Matches({7: (there,)}, {7: "name"}, ("Ana",), (question, other))
    said = assigned(matches, {("Heron", ""): 7})
    assert said == Matches({7: (there, there)}, {7: "name"}, ("Ana",), (other,))
    nobody = assigned(matches, {("Heron", ""): None, ("Owl", ""): 8})
    assert nobody == Matches(
        {7: (there,), 8: (there,)}, {7: "name", 8: "what you said"}, ("Ana",), ()
    )
