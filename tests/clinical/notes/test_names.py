"""Names, nicknames and initials of others in a progress note."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.clinical.notes import NamedPerson, NameFound, find_other_names

DANA = NamedPerson(1, "Dana", "Whitfield", "Dee")
JOSE = NamedPerson(2, "José María", "de la Cruz")
WILL = NamedPerson(3, "Will", "Young")
MAY = NamedPerson(4, "May", "Okafor-Lindqvist")
GRACE = NamedPerson(5, "Grace", "Hope")
PAT = NamedPerson(6, "Paula", "Tanaka")
DAWIT = NamedPerson(7, "Dawit", "Worku")
ONLY = NamedPerson(8, "Q", "")
OTHERS = [DANA, JOSE, WILL, MAY, GRACE, PAT, DAWIT, ONLY]


def found(text, others=OTHERS, own=None):
    return [(name.text, *name.people) for name in find_other_names(text, others, own)]


FOUND = {
    "Felt close to Dana today.": [("Dana", 1)],
    "felt close to dana today": [("dana", 1)],
    "DANA spoke.": [("DANA", 1)],
    "Dana's story moved her.": [("Dana", 1)],
    "Dana’s story moved her.": [("Dana", 1)],
    "Spoke to Dee.": [("Dee", 1)],
    "Dana Whitfield spoke": [("Dana Whitfield", 1)],
    "Dana\n  Whitfield": [("Dana\n  Whitfield", 1)],
    "Whitfield, Dana": [("Whitfield, Dana", 1)],
    "Ms. Whitfield": [("Whitfield", 1)],
    "Dana W. cried": [("Dana W.", 1)],
    "to Dana W": [("Dana W", 1)],
    "dana w": [("dana", 1)],
    "D. Whitfield": [("D. Whitfield", 1)],
    "D.W. cried": [("D.W.", 1, 7)],
    "to D. W.": [("D. W.", 1, 7)],
    "to D.W": [("D.W", 1, 7)],
    "DW cried": [("DW", 1, 7)],
    "d.w. and dw": [],
    "Danaë, Danas, Bogdana": [],
    "jose maria cried": [("jose maria", 2)],
    "Maria": [("Maria", 2)],
    "Mr. De La Cruz": [("De La Cruz", 2)],
    "Cruz": [("Cruz", 2)],
    "la la": [],
    "Lindqvist and Okafor Lindqvist": [("Lindqvist", 4), ("Okafor Lindqvist", 4)],
    "_Dana_ and (Dana)": [("Dana", 1), ("Dana", 1)],
    "seen in PT at 6 P.T.": [("P.T.", 6)],
    "Q was here": [],
    "": [],
}


@pytest.mark.parametrize("text", FOUND)
def test_names_of_others_are_found_where_they_stand(text):
    assert found(text) == FOUND[text]


# Names that are also words: flagged with a capital inside a sentence, or when they act.
WORDS = {
    "She will try.": [],
    "Will practice STOP daily.": [],
    "Listened. Will need support.": [],
    "Plan: Will call.": [],
    "- Will call\n- May call": [],
    "He thanked Will for it.": [("Will", 3)],
    "Will shared his story.": [("Will", 3)],
    "Listened. Will's story helped.": [("Will", 3)],
    "Will and Rosa argued.": [("Will", 3)],
    "Will Young came late.": [("Will Young", 3)],
    "will young people come": [("will young", 3)],
    "He is young.": [],
    "Sat beside Young.": [("Young", 3)],
    "He may come.": [],
    "May come.": [],
    "Since May 3 he has slept.": [],
    "It began in May.": [],
    "It began on 3 May.": [],
    "Sat beside May.": [("May", 4)],
    "There is hope.": [],
    "She found Hope kind.": [("Hope", 5)],
    '"Grace felt heard," he said.': [("Grace", 5)],
    "Hope for the future.": [],
    "Listened. May was upset.": [("May", 4)],
    "Worked on breathing and on a list of triggers with Will and others.": [("Will", 3)],
    "Worked on breathing and on a list of triggers. Will continue.": [],
}


@pytest.mark.parametrize("text", WORDS)
def test_names_that_are_words_are_told_from_words(text):
    assert found(text) == WORDS[text]


DANA_K = NamedPerson(9, "Dana", "Kim")
OWN = {
    "Dana cried.": [],
    "Dana K. cried.": [],
    "Dana Kim cried.": [],
    "Dana W. cried.": [("Dana W.", 1)],
    "Dana comforted Dana Whitfield.": [("Dana Whitfield", 1)],
    "Dana spoke to Dee.": [("Dee", 1)],
}


@pytest.mark.parametrize("text", OWN)
def test_a_form_that_is_the_persons_own_is_theirs(text):
    assert found(text, own=DANA_K) == OWN[text]


AM, PM = NamedPerson(1, "Ada", "Moss"), NamedPerson(2, "Pia", "Marsh")


def test_times_of_day_are_no_initials():
    assert found("At 6 A.M. and 7 P.M. and 8 PM", [AM, PM]) == []


def test_two_people_of_one_name_are_both_meant():
    assert found("Dana spoke.", [DANA, DANA_K]) == [("Dana", 1, 9)]


def test_a_place_is_marked_exactly():
    text = "Zoë, and Dana."
    assert find_other_names(text, [DANA]) == (NameFound(9, 13, "Dana", (1,)),)


@given(st.text(max_size=40))
def test_places_are_in_order_and_apart(text):
    places = find_other_names(text, OTHERS)
    assert [text[name.start : name.end] for name in places] == [name.text for name in places]
    edges = [edge for name in places for edge in (name.start, name.end)]
    assert edges == sorted(edges)


@given(st.text(" .,\n-", max_size=6), st.text(" .,;\n", min_size=1, max_size=6))
def test_a_name_is_found_whatever_signs_are_about_it(before, after):
    assert found(f"{before}Dana{after}", [DANA]) == [("Dana", 1)]
