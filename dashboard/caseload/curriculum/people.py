"""The people of a group in one cycle: what each was taught, did at home and used."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select

from dashboard.caseload.curriculum.covering import coverage_of_stays
from dashboard.caseload.curriculum.facts import (
    LearningFacts,
    PersonSession,
    learning_facts,
    sessions_of_stay,
)
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.curriculum import Coverage, Module
from dashboard.clinical.words import SEATED_STATUSES, SessionState
from dashboard.models.groups import Cycle, Group, GroupType
from dashboard.models.participants import Enrollment, Participant


@dataclass(frozen=True)
class PersonProgress:
    """One person: coverage over all stays in reach, and the sessions of this cycle by week."""

    participant: Participant
    coverage: Coverage
    sessions: tuple[PersonSession, ...]


def group_progress(
    viewer: Viewer, group: Group, cycle: Cycle, modules: Sequence[Module]
) -> list[PersonProgress]:
    """Return the people of a cycle with their coverage of `modules`, by name.

    These are the people expected at any of its sessions, and those with a seat now where none of
    it has been held. Nobody for those who may not read the record.
    """
    of_people = select(Enrollment.participant_id).where(Enrollment.group_id == group.id)
    # Elsewhere the same curriculum may have been taught to them, too; none equals nothing.
    same = or_(
        Enrollment.group_id == group.id,
        GroupType.curriculum_id == group.group_type.curriculum_id,
    )
    facts = learning_facts(viewer, same, Enrollment.participant_id.in_(of_people))
    stays: dict[int, list[Enrollment]] = {}
    for stay in facts.stays:
        stays.setdefault(stay.participant_id, []).append(stay)
    found = []
    for of_person in stays.values():
        sessions = _sessions(viewer, facts, cycle, of_person)
        if _belongs(sessions, cycle, of_person):
            covered = coverage_of_stays(viewer, facts, of_person, modules)
            found.append(PersonProgress(of_person[-1].participant, covered, sessions))
    return sorted(found, key=lambda row: (row.participant.short_name, row.participant.id))


def _sessions(
    viewer: Viewer, facts: LearningFacts, cycle: Cycle, stays: list[Enrollment]
) -> tuple[PersonSession, ...]:
    """The sessions of the cycle by week, each by the stay that was expected at it, if one was."""
    found: dict[int, PersonSession] = {}
    for stay in stays:
        for row in sessions_of_stay(viewer, facts, stay):
            session = row.group_session
            if session.cycle_id == cycle.id and (row.expected or session.id not in found):
                found[session.id] = row
    return tuple(found.values())


def _belongs(sessions: Sequence[PersonSession], cycle: Cycle, stays: Sequence[Enrollment]) -> bool:
    if any(row.state is SessionState.HELD for row in sessions):
        return any(row.expected for row in sessions)
    here = [stay for stay in stays if stay.group_id == cycle.group_id]
    return any(stay.status in SEATED_STATUSES for stay in here)
