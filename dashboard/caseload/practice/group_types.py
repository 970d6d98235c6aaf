"""The kinds of group that the practice offers, and the measures that can come first there."""

from dataclasses import dataclass

from sqlalchemy import func, select

from dashboard.caseload.measures import MeasureInUse, measures_by_name
from dashboard.caseload.practice.itself import check_keeps_practice
from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.curricula import Curriculum
from dashboard.models.groups import Group, GroupType


@dataclass(frozen=True)
class KindLine:
    """One kind of group with its primary measure, its curriculum's name, and its open groups."""

    kind: GroupType
    measure: MeasureInUse
    curriculum: str | None
    groups: int


def group_types_by_name(viewer: Viewer) -> list[KindLine]:
    """Return every kind of group, by name. Raises NotOnCaseload."""
    check_keeps_practice(viewer)
    measures = {each.version.measure_id: each for each in measures_by_name(viewer)}
    query = (
        select(GroupType, Curriculum.name, func.count(Group.id))
        .outerjoin(Curriculum, Curriculum.id == GroupType.curriculum_id)
        .outerjoin(Group, (Group.group_type_id == GroupType.id) & Group.closed_on.is_(None))
        .group_by(GroupType.id, Curriculum.id)
        .order_by(GroupType.name)
    )
    return [
        KindLine(kind, measures[kind.primary_measure_id], curriculum, groups)
        for kind, curriculum, groups in db.session.execute(query)
    ]


def find_group_type(viewer: Viewer, group_type_id: int) -> KindLine:
    """Return one kind of group. Raises NotOnCaseload."""
    found = [row for row in group_types_by_name(viewer) if row.kind.id == group_type_id]
    if not found:
        raise NotOnCaseload
    return found[0]


def primary_measures(viewer: Viewer) -> list[MeasureInUse]:
    """Return the measures that can come first: with a total, and not a rating of change itself."""
    return [
        each
        for each in measures_by_name(viewer)
        if each.definition.has_total and each.definition.improved_from is None
    ]
