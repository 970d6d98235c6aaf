"""The curricula of the practice with their modules, skills and plans; everyone may read them."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.curricula import Curriculum, CurriculumPlan, Module
from dashboard.models.groups import Group, GroupType

_WITH_SKILLS = selectinload(Curriculum.modules).selectinload(Module.skills)


def curricula_by_name(viewer: Viewer) -> Sequence[Curriculum]:
    """Return every curriculum with its modules and skills, by name."""
    query = select(Curriculum).options(_WITH_SKILLS).order_by(Curriculum.name, Curriculum.id)
    return db.session.scalars(query).all()


def find_curriculum(viewer: Viewer, curriculum_id: int) -> Curriculum:
    """Return one curriculum with its modules and skills. Raises NotOnCaseload when absent."""
    query = select(Curriculum).options(_WITH_SKILLS).where(Curriculum.id == curriculum_id)
    found = db.session.scalar(query)
    if found is None:
        raise NotOnCaseload
    return found


def curriculum_of_group(viewer: Viewer, group: Group) -> Curriculum | None:
    """Return what a group in the viewer's reach teaches, or None when it has no curriculum."""
    curriculum_id = group.group_type.curriculum_id
    return None if curriculum_id is None else find_curriculum(viewer, curriculum_id)


def group_types_of(viewer: Viewer, curriculum: Curriculum) -> Sequence[GroupType]:
    """Return the group types that teach a curriculum, by name."""
    query = select(GroupType).where(GroupType.curriculum_id == curriculum.id)
    return db.session.scalars(query.order_by(GroupType.name)).all()


def plans_of(viewer: Viewer, curriculum: Curriculum) -> Sequence[CurriculumPlan]:
    """Return the presets of a curriculum, by name."""
    query = select(CurriculumPlan).where(CurriculumPlan.curriculum_id == curriculum.id)
    return db.session.scalars(query.order_by(CurriculumPlan.name)).all()
