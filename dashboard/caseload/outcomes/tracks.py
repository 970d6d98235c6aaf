"""Who is not on track: the same word on the overview, the session page and here."""

from collections.abc import Collection

from dashboard.caseload.outcomes.facts import course_facts
from dashboard.caseload.outcomes.treatment import read_course
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Track
from dashboard.models.participants import Enrollment


def tracks_by_enrollment(viewer: Viewer, group_ids: Collection[int]) -> dict[int, Track]:
    """Return the track of every stay in these groups that has not ended, by enrollment id.

    Someone who has not started, or has fewer than two scores, is grey.
    """
    facts = course_facts(viewer, Enrollment.group_id.in_(group_ids), Enrollment.ended_on.is_(None))
    found = {}
    for stay in facts.stays:
        course = read_course(viewer, facts, stay)
        found[stay.id] = Track.GREY if course is None else course.track
    return found
