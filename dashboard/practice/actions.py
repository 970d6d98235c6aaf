"""What administrators and leads change about the practice."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.caseload.practice import check_keeps_practice, closures_by_date, the_practice
from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.records.practice.settings import add_closure, change_settings, remove_closure


def save_settings(viewer: Viewer, fields: Mapping[str, Any], *, version: int) -> None:
    """Change the settings. Raises NotOnCaseload, or Conflict."""
    check_keeps_practice(viewer)
    practice = the_practice(viewer)
    change_settings(practice, fields, version=version, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()


def close_on(viewer: Viewer, on: date, reason: str) -> None:
    """Close the practice for a day. Raises NotOnCaseload, or Refused by field."""
    check_keeps_practice(viewer)
    add_closure(on, reason, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()


def open_again(viewer: Viewer, closure_id: int) -> None:
    """Open on a day to come after all. Raises NotOnCaseload."""
    found = [row for row in closures_by_date(viewer) if row.id == closure_id]
    if not found:
        raise NotOnCaseload
    remove_closure(found[0], by=viewer.user_id, at=viewer.as_of)
    db.session.commit()
