"""What administrators change about those who work here."""

import secrets

from dashboard.caseload.practice import check_keeps_practice, find_account, find_license
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Role
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.records.practice.accounts import describe_user, end_account, reset_password
from dashboard.records.practice.credentials import Credential, add_license, change_license
from dashboard.records.practice.users import add_user

PASSWORD_BYTES = 12


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


def edit_license(
    viewer: Viewer, license_id: int, told: Credential, *, is_verified: bool, version: int
) -> None:
    """Change or renew a license; `is_verified` says that it was looked up just now.

    Raises NotOnCaseload, Refused by field, or Conflict.
    """
    row = find_license(viewer, license_id)
    change_license(
        row, told, is_verified=is_verified, version=version, by=viewer.user_id, at=viewer.as_of
    )
    db.session.commit()
