"""Who may sign in, and their licenses."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload

from dashboard.caseload.practice.itself import check_keeps_practice, practice_today
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.licenses import LicenseState, license_state
from dashboard.clinical.words import Role
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.accounts import License, User

_WHOLE_LICENSE = (
    joinedload(License.user),
    joinedload(License.compact),
    joinedload(License.verified_by),
)


@dataclass(frozen=True)
class LicenseLine:
    """One license, whose it is, and how it stands today."""

    license: License
    user: User
    state: LicenseState


def accounts_by_name(viewer: Viewer) -> Sequence[User]:
    """Return every account, those that have ended last. Raises NotOnCaseload."""
    check_keeps_practice(viewer)
    query = select(User).options(joinedload(User.supervisor))
    return db.session.scalars(query.order_by(User.deactivated_at.is_not(None), User.name)).all()


def find_account(viewer: Viewer, user_id: int) -> User:
    """Return one account, for the administrator. Raises NotOnCaseload."""
    check_keeps_practice(viewer, alone=True)
    found = db.session.get(User, user_id)
    if found is None:
        raise NotOnCaseload
    return found


def supervisors(viewer: Viewer) -> Sequence[User]:
    """Return who may supervise an associate: everyone who treats people and is still here."""
    return db.session.scalars(
        select(User)
        .where(User.deactivated_at.is_(None), User.role != Role.ADMINISTRATOR)
        .order_by(User.name)
    ).all()


def licenses_by_expiry(viewer: Viewer) -> list[LicenseLine]:
    """Return the licenses of people who still work here, the first to expire on top.

    Raises NotOnCaseload.
    """
    check_keeps_practice(viewer)
    return _license_lines(viewer, User.deactivated_at.is_(None))


def licenses_to_renew(viewer: Viewer) -> list[LicenseLine]:
    """Return what has expired or is about to: one's own, or everybody's for who keeps the practice.

    The first to expire is on top.
    """
    if viewer.runs_the_practice or viewer.leads:
        lines = _license_lines(viewer, User.deactivated_at.is_(None))
    else:
        lines = _license_lines(viewer, License.user_id == viewer.user_id)
    return [line for line in lines if line.state is not LicenseState.VALID]


def licenses_of(viewer: Viewer, user: User) -> list[LicenseLine]:
    """Return one person's licenses, the first to expire on top. Raises NotOnCaseload."""
    check_keeps_practice(viewer)
    return _license_lines(viewer, License.user_id == user.id)


def _license_lines(viewer: Viewer, condition: ColumnElement[bool]) -> list[LicenseLine]:
    query = select(License).join(License.user).options(*_WHOLE_LICENSE).where(condition)
    today = practice_today(viewer)
    return [
        LicenseLine(row, row.user, license_state(row.expires_on, today))
        for row in db.session.scalars(query.order_by(License.expires_on, License.id))
    ]


def find_license(viewer: Viewer, license_id: int) -> License:
    """Return one license with whose it is, for the administrator. Raises NotOnCaseload."""
    check_keeps_practice(viewer, alone=True)
    query = select(License).options(*_WHOLE_LICENSE).where(License.id == license_id)
    found = db.session.scalar(query)
    if found is None:
        raise NotOnCaseload
    return found
