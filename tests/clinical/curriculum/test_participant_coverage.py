"""What one person has been taught, skill by skill and in one sentence."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.curriculum import (
    MakeUp,
    SkillStatus,
    TaughtSession,
    coverage,
    coverage_sentence,
    dbt,
)
from dashboard.clinical.words import Mark

MODULES = dbt().modules
WEEKS = [date(2026, 9, day) for day in (1, 8, 15, 22, 29)]
SESSIONS = [
    TaughtSession(1, WEEKS[0], ("wise_mind", "observe")),
    TaughtSession(2, WEEKS[1], ("wise_mind", "stop")),
    TaughtSession(3, WEEKS[2], ("tip",)),
]


def status_of(skill, marks, make_ups=()):
    covered = coverage(MODULES, SESSIONS, marks, make_ups)
    found = {part.skill.key: part for module in covered.modules for part in module.skills}
    return found[skill].status, found[skill].dates


@pytest.mark.parametrize(
    ("mark", "status"),
    [
        (Mark.PRESENT, SkillStatus.ATTENDED),
        (Mark.LATE, SkillStatus.ATTENDED),
        (Mark.LEFT_EARLY, SkillStatus.ATTENDED),
        (Mark.EXCUSED, SkillStatus.MISSED),
        (Mark.LATE_CANCELLATION, SkillStatus.MISSED),
        (Mark.NO_SHOW, SkillStatus.MISSED),
        (None, SkillStatus.NOT_RECORDED),
    ],
)
def test_a_mark_makes_a_status(mark, status):
    assert status_of("tip", {3: mark}) == (status, (WEEKS[2],))


def test_a_session_before_joining_is_no_miss():
    assert status_of("tip", {}) == (SkillStatus.NOT_ENROLLED, (WEEKS[2],))


def test_a_skill_not_yet_taught():
    assert status_of("dear_man", {1: Mark.PRESENT}) == (SkillStatus.NOT_YET_TAUGHT, ())


def test_a_missed_skill_made_up():
    made_up = [MakeUp("tip", WEEKS[3])]
    assert status_of("tip", {3: Mark.NO_SHOW}, made_up) == (SkillStatus.MADE_UP, (WEEKS[3],))


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        (Mark.PRESENT, Mark.NO_SHOW, SkillStatus.ATTENDED),
        (Mark.NO_SHOW, None, SkillStatus.NOT_RECORDED),
        (Mark.NO_SHOW, Mark.EXCUSED, SkillStatus.MISSED),
    ],
)
def test_a_skill_taught_twice_counts_by_the_best(first, second, status):
    assert status_of("wise_mind", {1: first, 2: second})[0] is status


def test_the_dates_are_those_of_the_status_in_order():
    marks = {1: Mark.PRESENT, 2: Mark.LATE}
    assert status_of("wise_mind", marks) == (SkillStatus.ATTENDED, (WEEKS[0], WEEKS[1]))


def test_counts_by_module():
    covered = coverage(MODULES, SESSIONS, {1: Mark.PRESENT, 2: Mark.PRESENT, 3: Mark.NO_SHOW})
    mindfulness, tolerance = covered.modules[:2]
    assert mindfulness.count(SkillStatus.ATTENDED) == 2
    assert mindfulness.count(SkillStatus.NOT_YET_TAUGHT) == 5
    assert (tolerance.count(SkillStatus.ATTENDED), tolerance.count(SkillStatus.MISSED)) == (1, 1)
    assert [module.begun for module in covered.modules] == [True, True, False, False]


def test_a_missed_module_is_not_begun():
    covered = coverage(MODULES, SESSIONS, {3: Mark.NO_SHOW})
    assert covered.modules_begun == 0


@pytest.mark.parametrize(
    ("marks", "made_up", "sentence"),
    [
        ({}, [], "0 of 4 modules begun, 0 of 35 skills attended"),
        (
            {1: Mark.PRESENT, 2: Mark.PRESENT},
            [],
            "2 of 4 modules begun, 3 of 35 skills attended",
        ),
        (
            {1: Mark.PRESENT, 2: Mark.NO_SHOW, 3: None},
            [MakeUp("stop", WEEKS[4])],
            "2 of 4 modules begun, 2 of 35 skills attended, 1 made up, "
            "attendance not recorded for 1",
        ),
    ],
)
def test_the_sentence(marks, made_up, sentence):
    assert coverage_sentence(coverage(MODULES, SESSIONS, marks, made_up)) == sentence


def test_the_sentence_for_one_module():
    covered = coverage(MODULES[:1], SESSIONS, {1: Mark.PRESENT})
    assert coverage_sentence(covered) == "1 of 1 module begun, 2 of 7 skills attended"


def test_skills_of_other_modules_are_left_out():
    covered = coverage(MODULES[2:], SESSIONS, {1: Mark.PRESENT})
    assert (covered.skills, covered.count(SkillStatus.ATTENDED)) == (17, 0)


marks = st.dictionaries(st.integers(1, 6), st.none() | st.sampled_from(Mark))
taught = st.lists(
    st.builds(
        TaughtSession,
        st.integers(1, 6),
        st.sampled_from(WEEKS),
        st.lists(st.sampled_from([skill.key for skill in dbt().skills])).map(tuple),
    ),
    max_size=6,
)


@settings(max_examples=50)
@given(taught, marks)
def test_every_skill_has_one_status(sessions, given_marks):
    covered = coverage(MODULES, sessions, given_marks)
    assert sum(covered.count(status) for status in SkillStatus) == covered.skills == 35


@settings(max_examples=50)
@given(taught, marks, st.integers(1, 6))
def test_being_present_never_takes_a_skill_away(sessions, given_marks, session):
    before = coverage(MODULES, sessions, given_marks).count(SkillStatus.ATTENDED)
    after = coverage(MODULES, sessions, {**given_marks, session: Mark.PRESENT})
    assert after.count(SkillStatus.ATTENDED) >= before
