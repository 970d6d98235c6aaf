"""What people have had of a curriculum, over all of their stays."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from dashboard.caseload.curriculum.contents import curriculum_of_group
from dashboard.caseload.curriculum.facts import (
    LearningFacts,
    learning_facts,
    sessions_of_stay,
    taught_sessions,
)
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.curriculum import Coverage, MakeUp, Module, TaughtSession, coverage
from dashboard.clinical.words import Mark
from dashboard.models.groups import Group, GroupType
from dashboard.models.participants import Enrollment


@dataclass(frozen=True)
class GroupCoverage:
    """The modules of which a group was taught anything, and each person's coverage by id."""

    modules: tuple[Module, ...]
    by_participant: dict[int, Coverage]


def coverage_in_group(viewer: Viewer, group: Group) -> GroupCoverage | None:
    """Return the coverage of everyone ever in a group, or None when it teaches no curriculum."""
    curriculum = curriculum_of_group(viewer, group)
    if curriculum is None:
        return None
    of_people = select(Enrollment.participant_id).where(Enrollment.group_id == group.id)
    same = GroupType.curriculum_id == curriculum.id
    facts = learning_facts(viewer, same, Enrollment.participant_id.in_(of_people))
    stays: dict[int, list[Enrollment]] = {}
    for stay in facts.stays:
        stays.setdefault(stay.participant_id, []).append(stay)
    taught = {key for keys in facts.taught.values() for key in keys}
    modules = tuple(
        module
        for module in curriculum.contents.modules
        if any(skill.key in taught for skill in module.skills)
    )
    return GroupCoverage(
        modules,
        {
            person: coverage_of_stays(viewer, facts, of_person, modules)
            for person, of_person in stays.items()
        },
    )


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
