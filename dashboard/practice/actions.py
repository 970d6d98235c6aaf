"""What administrators and leads change about the practice."""

import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.caseload.practice import (
    check_keeps_practice,
    closures_by_date,
    find_account,
    the_practice,
)
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Role
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.records.practice.accounts import (
    Credential,
    add_license,
    describe_user,
    end_account,
    reset_password,
)
from dashboard.records.practice.settings import add_closure, change_settings, remove_closure
from dashboard.records.practice.users import add_user

PASSWORD_BYTES = 12


def save_settings(viewer: Viewer, fields: Mapping[str, Any], *, version: int) -> None:
    """Change the settings. Raises NotOnCaseload, or Conflict."""
    check_keeps_practice(viewer)
    practice = the_practice(viewer)
    change_settings(practice, fields, version=version, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()


def new_account(viewer: Viewer, *, name: str, email: str, role: Role) -> tuple[User, str]:
    """Add somebody; return them with the password that is said once. Raises Refused."""
    check_keeps_practice(viewer, alone=True)
    password = secrets.token_urlsafe(PASSWORD_BYTES)
    by, at = viewer.user_id, viewer.as_of
    user = add_user(by=by, at=at, email=email, name=name, role=role, password=password)
    db.session.commit()
    return user, password


def describe(viewer: Viewer, user_id: int, *, credentials: str, supervisor_id: int | None) -> None:
    """Say who somebody is and who supervises them. Raises NotOnCaseload, or Refused."""
    describe_user(
        find_account(viewer, user_id),
        credentials=credentials,
        supervisor_id=supervisor_id,
        by=viewer.user_id,
        at=viewer.as_of,
    )
    db.session.commit()


def end(viewer: Viewer, user_id: int) -> None:
    """End an account and its sign-ins. Raises NotOnCaseload, or Refused."""
    end_account(find_account(viewer, user_id), by=viewer.user_id, at=viewer.as_of)
    db.session.commit()


def new_password(viewer: Viewer, user_id: int) -> str:
    """Return another password for somebody, said once. Raises NotOnCaseload."""
    password = secrets.token_urlsafe(PASSWORD_BYTES)
    reset_password(find_account(viewer, user_id), password, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()
    return password


def new_license(viewer: Viewer, user_id: int, told: Credential) -> None:
    """Write a license down. Raises NotOnCaseload, or Refused by field."""
    add_license(find_account(viewer, user_id), told, by=viewer.user_id, at=viewer.as_of)
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
