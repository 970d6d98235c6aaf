"""The courses of treatment that a viewer may read."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement

from dashboard.caseload.outcomes.facts import course_facts
from dashboard.caseload.outcomes.filters import WITHOUT_CURRICULUM, OutcomeFilters
from dashboard.caseload.outcomes.treatment import TreatmentCourse, local_date, read_course
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.outcomes.windows import DatedScore
from dashboard.clinical.words import Track
from dashboard.models.groups import GroupType
from dashboard.models.participants import Enrollment, Participant


def courses(viewer: Viewer, filters: OutcomeFilters) -> list[TreatmentCourse]:
    """Return every stay that started, closed or not, by group and name of participant.

    The dates of the filter are left to whoever counts closed windows.
    """
    found = _read(viewer, *_conditions(filters))
    return sorted((course for course in found if _is_asked_for(course, filters)), key=_order)


def _is_asked_for(course: TreatmentCourse, filters: OutcomeFilters) -> bool:
    """What only the read course knows: the cycle in which it began, and its measure."""
    if filters.cycle is not None and course.cycle.number != filters.cycle:
        return False
    if filters.sessions is not None:
        fewest, most = filters.sessions
        if not fewest <= course.attendance.attended <= most:
            return False
    return filters.measure is None or course.definition.key == filters.measure


def courses_of_participant(viewer: Viewer, participant_id: int) -> list[TreatmentCourse]:
    """Return the courses of one person in the viewer's groups, the latest first."""
    found = _read(viewer, Enrollment.participant_id == participant_id)
    return sorted(found, key=lambda course: course.first_attended, reverse=True)


def unstarted_stays(viewer: Viewer, group_id: int) -> list[Participant]:
    """Return the people of a group who have not attended a held session, by name."""
    facts = course_facts(viewer, Enrollment.group_id == group_id)
    waiting = [stay for stay in facts.stays if read_course(viewer, facts, stay) is None]
    return sorted((stay.participant for stay in waiting), key=lambda person: person.name)


@dataclass(frozen=True)
class Standing:
    """Where a stay stands today: its track, its week of treatment from 1, its first score.

    None is what is not known: the week before anything was attended, the score where none counts.
    """

    track: Track
    week: int | None = None
    baseline: DatedScore | None = None


def standings_by_enrollment(viewer: Viewer, group_ids: Collection[int]) -> dict[int, Standing]:
    """Return where every stay in these groups that has not ended stands, by enrollment id.

    Someone who has not started, or has fewer than two scores, is grey.
    """
    facts = course_facts(viewer, Enrollment.group_id.in_(group_ids), Enrollment.ended_on.is_(None))
    return {stay.id: _standing(viewer, read_course(viewer, facts, stay)) for stay in facts.stays}


def _standing(viewer: Viewer, course: TreatmentCourse | None) -> Standing:
    if course is None:
        return Standing(Track.GREY)
    week = course.week_of(local_date(viewer, course.group))
    return Standing(course.track, week, course.window.baseline)


def _read(viewer: Viewer, *wanted: ColumnElement[bool]) -> list[TreatmentCourse]:
    facts = course_facts(viewer, *wanted)
    read = (read_course(viewer, facts, stay) for stay in facts.stays)
    return [course for course in read if course is not None]


def _conditions(filters: OutcomeFilters) -> list[ColumnElement[bool]]:
    found = []
    if filters.group_type is not None:
        found.append(GroupType.key == filters.group_type)
    if filters.group_id is not None:
        found.append(Enrollment.group_id == filters.group_id)
    if filters.curriculum == WITHOUT_CURRICULUM:
        found.append(GroupType.curriculum_id.is_(None))
    elif filters.curriculum is not None:
        found.append(GroupType.curriculum_id == int(filters.curriculum))
    return found


def _order(course: TreatmentCourse) -> tuple[str, str, int]:
    return course.group.name, course.participant.name, course.enrollment.id
