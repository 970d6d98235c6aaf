"""One person: what they have been taught of each curriculum, made up, did at home and used."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from dashboard.caseload.curriculum.contents import find_curriculum
from dashboard.caseload.curriculum.covering import coverage_of_stays
from dashboard.caseload.curriculum.facts import (
    LearningFacts,
    PersonSession,
    learning_facts,
    sessions_of_stay,
)
from dashboard.caseload.reach import clinical_group_ids, find_clinical_participant
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.curriculum import Coverage
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.curricula import Curriculum, Skill, SkillMakeUp, SkillPractice
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import GroupType
from dashboard.models.participants import Enrollment, Participant


@dataclass(frozen=True)
class SkillRating:
    """How one skill was used in the week before a session: 0 not thought about, to 7."""

    skill_key: str
    group_session: GroupSession
    rating: int


@dataclass(frozen=True)
class MadeUp:
    """A skill that was made up, and by whom it was recorded."""

    make_up: SkillMakeUp
    skill: Skill
    by: User | None


@dataclass(frozen=True)
class CurriculumProgress:
    """One person in one curriculum, over their stays in the viewer's reach, the latest first.

    `sessions` are those that they were expected at, by time.
    """

    curriculum: Curriculum
    coverage: Coverage
    stays: list[Enrollment]
    sessions: list[PersonSession]
    make_ups: list[MadeUp]
    ratings: list[SkillRating]


def participant_progress(
    viewer: Viewer, participant_id: int
) -> tuple[Participant, list[CurriculumProgress]]:
    """Return a person and what they have had of each curriculum. Raises NotOnCaseload."""
    person = find_clinical_participant(viewer, participant_id)
    facts = learning_facts(
        viewer, Enrollment.participant_id == person.id, GroupType.curriculum_id.is_not(None)
    )
    stays: dict[int, list[Enrollment]] = defaultdict(list)
    for stay in reversed(facts.stays):
        stays[stay.group.group_type.curriculum_id or 0].append(stay)
    return person, [_progress(viewer, facts, key, found) for key, found in stays.items()]


def _progress(
    viewer: Viewer, facts: LearningFacts, curriculum_id: int, stays: list[Enrollment]
) -> CurriculumProgress:
    curriculum = find_curriculum(viewer, curriculum_id)
    sessions = [
        row for stay in stays for row in sessions_of_stay(viewer, facts, stay) if row.expected
    ]
    stay_ids = [stay.id for stay in stays]
    return CurriculumProgress(
        curriculum,
        coverage_of_stays(viewer, facts, stays, curriculum.contents.modules),
        stays,
        sorted(sessions, key=lambda row: row.group_session.starts_at),
        _make_ups(stay_ids),
        _ratings(viewer, stay_ids),
    )


def _make_ups(stay_ids: Sequence[int]) -> list[MadeUp]:
    query = (
        select(SkillMakeUp, Skill, User)
        .join(Skill, Skill.id == SkillMakeUp.skill_id)
        .outerjoin(User, User.id == SkillMakeUp.by_id)
        .where(SkillMakeUp.enrollment_id.in_(stay_ids))
        .order_by(SkillMakeUp.on_date, SkillMakeUp.id)
    )
    return [MadeUp(*row) for row in db.session.execute(query)]


def _ratings(viewer: Viewer, stay_ids: Sequence[int]) -> list[SkillRating]:
    query = (
        select(Skill.key, GroupSession, SkillPractice.rating)
        .join(Skill, Skill.id == SkillPractice.skill_id)
        .join(GroupSession, GroupSession.id == SkillPractice.group_session_id)
        .where(
            SkillPractice.enrollment_id.in_(stay_ids),
            GroupSession.group_id.in_(clinical_group_ids(viewer)),
        )
        .order_by(GroupSession.starts_at, Skill.id)
    )
    return [SkillRating(*row) for row in db.session.execute(query)]
