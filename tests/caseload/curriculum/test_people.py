"""Who belongs to a cycle, and what each of them has had."""

from datetime import date, timedelta

from dashboard.caseload.curriculum import group_progress, group_teaching, participant_progress
from dashboard.caseload.reach import find_group
from dashboard.clinical.curriculum import SkillStatus, coverage_sentence
from dashboard.clinical.words import EnrollmentStatus, Mark
from dashboard.extensions import db
from dashboard.models.curricula import SkillPractice
from dashboard.models.participants import Participant
from dashboard.records.curriculum import record_make_up
from tests.cast import viewer_of
from tests.factories import LONG_AGO, make_cycle, make_enrollment, make_group, mark
from tests.factories.teaching import AFTER_FOUR_WEEKS, skill_of, teach


def people_of(viewer, made, cycle=None):
    group, cycle = find_group(viewer, made.group.id), cycle or made.cycle
    teaching = group_teaching(viewer, group, cycle)
    return group_progress(viewer, group, cycle, teaching.modules if teaching else ())


def wim_himself(taught):
    return db.session.get_one(Participant, taught.wim.participant_id)


def statuses(progress):
    return {
        skill.skill.key: skill.status
        for module in progress.coverage.modules
        for skill in module.skills
    }


def test_each_person_has_what_was_taught_while_they_were_there(ana, taught):
    rosa, wim = people_of(ana, taught.made)
    assert coverage_sentence(rosa.coverage) == (
        "2 of 2 modules begun, 6 of 18 skills attended, attendance not recorded for 1"
    )
    assert statuses(rosa)["nonjudgmentally"] is SkillStatus.MISSED
    assert coverage_sentence(wim.coverage) == "1 of 2 modules begun, 3 of 18 skills attended"
    assert statuses(wim)["wise_mind"] is SkillStatus.NOT_ENROLLED
    assert [row.expected for row in wim.sessions] == [False, False, True, True, *[False] * 4]


def test_a_cancelled_session_taught_nobody(ana, taught):
    taught.made.sessions[3].cancelled_at = LONG_AGO
    _, wim = people_of(ana, taught.made)
    assert statuses(wim)["accepts"] is SkillStatus.NOT_YET_TAUGHT


def test_nobody_is_shown_to_administrators(max_, taught):
    assert people_of(max_, taught.made) == []


def test_before_a_cycle_starts_its_people_are_those_with_a_seat(ana, taught):
    cycle, _ = make_cycle(taught.made.group, starts_on=date(2026, 12, 1), number=2)
    taught.wim.status, taught.wim.seat_number = EnrollmentStatus.DISCHARGED, None
    taught.wim.ended_on = date(2026, 10, 21)
    db.session.flush()
    assert [row.participant.given_name for row in people_of(ana, taught.made, cycle)] == ["Rosa"]


def test_who_came_later_was_not_in_the_cycle_before(people, taught):
    later = viewer_of(people.ana, AFTER_FOUR_WEEKS + timedelta(weeks=12))
    make_enrollment(taught.made.group, joined_on=date(2026, 12, 1))
    assert [row.participant.given_name for row in people_of(later, taught.made)] == ["Rosa", "Wim"]


def test_what_was_learned_in_another_group_of_the_curriculum_counts(ana, people, taught):
    other = make_group(people.ana, type_key="dbt_skills", name="DBT before")
    stay = make_enrollment(other.group, wim_himself(taught))
    teach(other.sessions[0], "wise_mind")
    mark(stay, other.sessions[0], Mark.PRESENT)
    db.session.expire_all()
    _, wim = people_of(ana, taught.made)
    assert statuses(wim)["wise_mind"] is SkillStatus.ATTENDED
    _, (course,) = participant_progress(ana, taught.wim.participant_id)
    assert {row.group.name for row in course.stays} == {"DBT before", "DBT, Tuesday"}
    assert course.coverage.count(SkillStatus.ATTENDED) == 4


def test_elsewhere_is_not_read_by_those_who_may_not(people, taught):
    other = make_group(people.cleo, type_key="dbt_skills", name="DBT elsewhere")
    stay = make_enrollment(other.group, wim_himself(taught))
    teach(other.sessions[0], "wise_mind")
    mark(stay, other.sessions[0], Mark.PRESENT)
    db.session.expire_all()
    ana = viewer_of(people.ana, AFTER_FOUR_WEEKS)
    _, (course,) = participant_progress(ana, taught.wim.participant_id)
    assert course.coverage.count(SkillStatus.ATTENDED) == 3


def test_a_group_without_a_curriculum_still_has_its_people(ana, people):
    made = make_group(people.ana, people=1)
    (person,) = people_of(ana, made)
    assert (person.coverage.skills, len(person.sessions)) == (0, 8)


def test_a_person_has_ratings_and_the_sessions_that_count(ana, taught):
    third = taught.made.sessions[2]
    of_skill = {"group_session_id": third.id, "skill_id": skill_of("observe").id}
    db.session.add(SkillPractice(enrollment_id=taught.rosa.id, rating=5, **of_skill))
    db.session.flush()
    person, (course,) = participant_progress(ana, taught.rosa.participant_id)
    assert (person.name, course.curriculum.name) == ("Rosa Quillfeather", "DBT skills")
    assert [(row.skill_key, row.group_session.id, row.rating) for row in course.ratings] == [
        ("observe", third.id, 5)
    ]
    assert [row.group_session.week for row in course.sessions] == [1, 2, 3, 4]


def test_what_was_made_up_counts_and_says_with_whom(ana, people, taught):
    skill, on = skill_of("one_mindfully"), date(2026, 10, 20)
    by = {"with_id": people.ben.id, "by": people.ana.id}
    record_make_up(taught.rosa, skill, on=on, at=AFTER_FOUR_WEEKS, **by)
    _, (course,) = participant_progress(ana, taught.rosa.participant_id)
    assert [(row.skill.key, row.by.name) for row in course.make_ups] == [
        ("one_mindfully", "Ben Okafor")
    ]
    assert course.coverage.count(SkillStatus.MADE_UP) == 1


def test_a_person_without_a_curriculum_has_no_course(ana, people):
    made = make_group(people.ana, people=1)
    _, courses = participant_progress(ana, made.enrollments[0].participant_id)
    assert courses == []
