"""Hold a session all the same, and keep which states a compact joins."""

from collections.abc import Sequence
from datetime import date

from dashboard.caseload.practice import check_keeps_practice
from dashboard.caseload.practice.coverage import license_coverage
from dashboard.caseload.reach import find_group_session, writes_in
from dashboard.caseload.session_page import session_roster
from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.records.practice.licenses import keep_compact, override_licenses


def override(viewer: Viewer, group_session_id: int, reason: str) -> int:
    """Keep a reason for every gap of a session that has none; return how many.

    Raises NotOnCaseload, or Refused.
    """
    group_session = find_group_session(viewer, group_session_id)
    if not writes_in(viewer, group_session):
        raise NotOnCaseload
    rows = session_roster(viewer, group_session).rows
    gaps = [(gap.user.id, gap.place) for gap in license_coverage(viewer, group_session, rows).open]
    override_licenses(group_session, gaps, reason, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()
    return len(gaps)


def keep(viewer: Viewer, name: str, states: Sequence[str], known_on: date) -> None:
    """Keep a compact. Raises NotOnCaseload, or Refused by field."""
    check_keeps_practice(viewer)
    keep_compact(name, states, known_on, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()
