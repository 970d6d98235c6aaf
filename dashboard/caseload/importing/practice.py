"""The groups and stays that there are, read whole."""

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from dashboard.caseload.assessments import check_imports
from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.groups import Group, GroupType
from dashboard.models.participants import Enrollment


def group_types_by_key(viewer: Viewer) -> dict[str, int]:
    """Return the id of each kind of group by its key. Raises NotOnCaseload."""
    check_imports(viewer)
    return {kind.key: kind.id for kind in db.session.scalars(select(GroupType))}


def groups_on_record(viewer: Viewer) -> list[Group]:
    """Return every group, closed ones too. Raises NotOnCaseload."""
    check_imports(viewer)
    return list(db.session.scalars(select(Group).order_by(Group.id)))


def stays_on_record(viewer: Viewer) -> list[Enrollment]:
    """Return every stay with its changes, in the order of their making. Raises NotOnCaseload."""
    check_imports(viewer)
    query = select(Enrollment).options(selectinload(Enrollment.changes)).order_by(Enrollment.id)
    return list(db.session.scalars(query))
