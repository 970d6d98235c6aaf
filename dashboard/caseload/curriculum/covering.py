"""One person's coverage over all of their stays."""

from collections.abc import Sequence

from dashboard.caseload.curriculum.facts import LearningFacts, sessions_of_stay, taught_sessions
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.curriculum import Coverage, MakeUp, Module, TaughtSession, coverage
from dashboard.clinical.words import Mark
from dashboard.models.participants import Enrollment


def coverage_of_stays(
    viewer: Viewer, facts: LearningFacts, stays: Sequence[Enrollment], modules: Sequence[Module]
) -> Coverage:
    """Return what the stays of one person cover of `modules`.

    A session counts by the mark of the stay that was expected at it.
    """
    marks: dict[int, Mark | None] = {}
    make_ups: list[MakeUp] = []
    taught: dict[int, TaughtSession] = {}
    for stay in stays:
        make_ups.extend(facts.make_ups.get(stay.id, ()))
        taught |= {row.session: row for row in taught_sessions(viewer, facts, stay.group_id)}
        expected = [row for row in sessions_of_stay(viewer, facts, stay) if row.expected]
        marks |= {row.group_session.id: row.mark for row in expected}
    return coverage(modules, taught.values(), marks, make_ups)
