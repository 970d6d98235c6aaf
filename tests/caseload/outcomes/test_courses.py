"""A course: a stay that started, with its scores by the participant's own clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from dashboard.caseload.outcomes import OutcomeFilters, courses, unstarted_stays
from dashboard.clinical.words import (
    Category,
    DischargeReason,
    EnrollmentStatus,
    Mark,
    Role,
    Track,
)
from dashboard.extensions import db
from dashboard.models.groups import GroupType
from dashboard.models.measures import Measure
from dashboard.models.participants import EnrollmentChange
from tests.caseload.outcomes.stories import STARTS, attends, comes_and_scores, scores
from tests.factories import LONG_AGO, make_cycle, make_enrollment, make_group, mark, score

EVERYTHING = OutcomeFilters()


def test_a_course_is_counted_from_the_first_attended_session(ana, seen_by):
    made = make_group(ana, people=1)
    stay = made.enrollments[0]
    attends(made, stay, range(1, 2), Mark.NO_SHOW)
    attends(made, stay, range(2, 7))
    scores(stay, {0: 18, 30: 9})
    scores(stay, {40: 6}, "global_change")
    (course,) = courses(seen_by(ana), EVERYTHING)
    assert course.first_attended == date(2026, 10, 6)
    assert (course.attendance.attended, course.attendance.expected) == (5, 8)
    assert (course.cycle.number, course.definition.key) == (1, "phq9")
    assert course.outcome.category is Category.RECOVERED
    assert (course.global_rating, course.is_closed) == (6, True)
    assert course.week_of(date(2026, 10, 6)) == 1
    assert [each.week for each in course.presence.sessions] == [0, 1, 2, 3, 4, 5, 6, 7]


def test_the_window_closes_after_its_last_day(ana, seen_by):
    made = make_group(ana, people=1)
    attends(made, made.enrollments[0], range(1, 2))
    last = datetime(2026, 12, 1, 17, tzinfo=UTC)
    moments = [last, last + timedelta(days=1)]
    found = [courses(seen_by(ana, as_of=at), EVERYTHING)[0].is_closed for at in moments]
    assert found == [False, True]


def test_who_never_attended_has_not_started(ana, seen_by):
    made = make_group(ana, people=2)
    attends(made, made.enrollments[0], range(1, 9), Mark.NO_SHOW)
    assert courses(seen_by(ana), EVERYTHING) == []
    people = {person.id for person in unstarted_stays(seen_by(ana), made.group.id)}
    assert people == {stay.participant_id for stay in made.enrollments}


def test_cancelled_and_planned_sessions_count_for_nobody(ana, seen_by):
    made = make_group(ana, people=1)
    made.sessions[1].cancelled_at = LONG_AGO
    attends(made, made.enrollments[0], range(1, 3))
    viewer = seen_by(ana, as_of=made.sessions[3].starts_at)
    (course,) = courses(viewer, EVERYTHING)
    assert (course.attendance.attended, course.attendance.expected) == (1, 3)
    assert [each.mark.state for each in course.presence.sessions] == [
        "held",
        "cancelled",
        "held",
        "held",
    ]


def test_a_superseded_score_and_one_without_a_total_are_left_out(ana, seen_by):
    made = make_group(ana, people=1)
    stay = made.enrollments[0]
    comes_and_scores(made, stay, {0: 18, 30: 9})
    on = STARTS + timedelta(days=30)
    score(stay.participant_id, "phq9", on, 27, superseded_at=LONG_AGO)
    score(stay.participant_id, "phq9", on + timedelta(days=1), None, total_only=0)
    (course,) = courses(seen_by(ana), EVERYTHING)
    assert [each.value for each in course.scores] == [18, 9]


@pytest.mark.parametrize("reason", [DischargeReason.DROPPED_OUT, DischargeReason.MOVED])
def test_dropped_out_as_recorded(ana, seen_by, reason):
    made = make_group(ana, people=1)
    stay = made.enrollments[0]
    attends(made, stay, range(1, 3))
    on = STARTS + timedelta(days=10)
    stay.status, stay.seat_number, stay.ended_on = EnrollmentStatus.DISCHARGED, None, on
    db.session.add(
        EnrollmentChange(
            enrollment_id=stay.id,
            status=EnrollmentStatus.DISCHARGED,
            on_date=on,
            reason=reason,
            at=LONG_AGO,
        )
    )
    db.session.flush()
    (course,) = courses(seen_by(ana), EVERYTHING)
    assert course.presence.has_dropped_out is (reason is DischargeReason.DROPPED_OUT)
    assert course.attendance.expected == 2


def test_dropped_out_by_rule_until_a_return(ana, seen_by):
    made = make_group(ana, people=2)
    for stay in made.enrollments:
        attends(made, stay, range(1, 3))
        attends(made, stay, range(3, 7), Mark.NO_SHOW)
    attends(made, made.enrollments[1], range(7, 8))
    found = {
        course.enrollment.id: course.presence.has_dropped_out
        for course in courses(seen_by(ana), EVERYTHING)
    }
    assert found == {made.enrollments[0].id: True, made.enrollments[1].id: False}


def test_a_measure_without_a_threshold_sorts_nobody(ana, seen_by):
    made = make_group(ana, people=1)
    kind = db.session.scalars(select(GroupType).where(GroupType.key == "depression")).one()
    kind.primary_measure_id = db.session.scalars(
        select(Measure.id).where(Measure.key == "who5")
    ).one()
    attends(made, made.enrollments[0], range(1, 9))
    scores(made.enrollments[0], {0: 40, 30: 80}, "who5")
    (course,) = courses(seen_by(ana), EVERYTHING)
    assert (course.outcome.category, course.track) == (None, Track.GREY)
    assert course.outcome.sessions_attended == 8


def test_filters_by_type_group_and_the_cycle_in_which_it_began(ana, seen_by):
    one = make_group(ana, people=1)
    two = make_group(ana, people=1, type_key="anxiety", name="Anxiety, Tuesday")
    _, later = make_cycle(one.group, starts_on=date(2026, 11, 24), number=2)
    newcomer = make_enrollment(one.group, joined_on=date(2026, 11, 24))
    for made in (one, two):
        attends(made, made.enrollments[0], range(1, 9))
    mark(newcomer, later[0], Mark.LATE)

    def stays(**fields) -> list[int]:
        found = courses(seen_by(ana), OutcomeFilters(**fields))
        return [course.enrollment.id for course in found]

    first, anxious = one.enrollments[0].id, two.enrollments[0].id
    assert stays()[0] == anxious
    assert stays(group_type="anxiety") == [anxious]
    assert stays(group_id=one.group.id, cycle=1) == [first]
    assert stays(cycle=2) == [newcomer.id]
    assert stays(group_type="no such type") == []


def test_a_stranger_and_an_administrator_read_no_course(ana, cleo, seen_by):
    made = make_group(ana, people=1)
    attends(made, made.enrollments[0], range(1, 9))
    assert courses(seen_by(cleo), EVERYTHING) == []
    assert courses(seen_by(cleo, Role.ADMINISTRATOR), EVERYTHING) == []
    assert len(courses(seen_by(cleo, Role.CLINICAL_LEAD), EVERYTHING)) == 1
