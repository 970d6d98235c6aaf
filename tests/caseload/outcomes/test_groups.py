"""One group and one person: the same courses, and who has no data."""

import pytest

from dashboard.caseload.outcomes import group_outcomes, participant_courses
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.words import Role
from dashboard.errors import NotOnCaseload
from tests.caseload.outcomes.stories import comes_and_scores
from tests.factories import make_group


def test_a_group_with_who_has_no_two_scores_and_who_did_not_start(ana, seen_by):
    made = make_group(ana, people=3)
    comes_and_scores(made, made.enrollments[0], {0: 18, 30: 9})
    comes_and_scores(made, made.enrollments[1], {0: 18})
    found = group_outcomes(seen_by(ana), made.group.id)
    assert found.counts.both_scores == Proportion(1, 1)
    assert found.counts.everyone == Proportion(1, 2)
    without = [course.enrollment.id for course in found.without_two_scores]
    assert without == [made.enrollments[1].id]
    assert [person.id for person in found.unstarted] == [made.enrollments[2].participant_id]


def test_a_persons_courses_are_those_in_the_viewers_groups(ana, cleo, seen_by):
    made = make_group(ana, people=1)
    comes_and_scores(made, made.enrollments[0], {0: 18, 30: 9})
    person, found = participant_courses(seen_by(ana), made.enrollments[0].participant_id)
    assert person.id == made.enrollments[0].participant_id
    assert [course.enrollment.id for course in found] == [made.enrollments[0].id]
    assert found[0].participant is person


@pytest.mark.parametrize("role", [Role.THERAPIST, Role.ADMINISTRATOR])
def test_a_stranger_and_an_administrator_find_neither(ana, cleo, seen_by, role):
    made = make_group(ana, people=1)
    viewer = seen_by(cleo, role)
    with pytest.raises(NotOnCaseload):
        group_outcomes(viewer, made.group.id)
    with pytest.raises(NotOnCaseload):
        participant_courses(viewer, made.enrollments[0].participant_id)
