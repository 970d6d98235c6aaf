"""The practice's attendance rules."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.flags import AttendanceRule, RuleGroupType

_WITH_TYPES = selectinload(AttendanceRule.group_types).joinedload(RuleGroupType.group_type)


def rules_in_order(viewer: Viewer) -> Sequence[AttendanceRule]:
    """Return every rule with its group types, those that are on first, then as they were added."""
    query = (
        select(AttendanceRule)
        .options(_WITH_TYPES)
        .order_by(AttendanceRule.turned_off_at.is_not(None), AttendanceRule.id)
    )
    return db.session.scalars(query).all()


def find_rule(viewer: Viewer, rule_id: int) -> AttendanceRule:
    """Return one rule with its group types. Raises NotOnCaseload when absent."""
    query = select(AttendanceRule).options(_WITH_TYPES).where(AttendanceRule.id == rule_id)
    found = db.session.scalar(query)
    if found is None:
        raise NotOnCaseload
    return found
