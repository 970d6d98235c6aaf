"""Licenses written down, changed and renewed; who looked them up, and when."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from dashboard.errors import Conflict, Refused
from dashboard.extensions import db
from dashboard.models.accounts import Compact, License, User
from dashboard.records.trail import write_audit_line


@dataclass(frozen=True)
class Credential:
    """A license as a board issues it; `jurisdiction` is a state's postal code."""

    profession: str
    number: str
    jurisdiction: str
    expires_on: date
    issued_on: date | None = None
    compact_id: int | None = None


def add_license(user: User, told: Credential, *, by: int, at: datetime) -> License:
    """Write a license down, verified by who writes it. Does not commit. Raises Refused."""
    _refuse_impossible(told, None)
    row = License(user_id=user.id, **vars(told), verified_by_id=by, verified_at=at)
    db.session.add(row)
    _write_line("add license", row, {}, by, at)
    return row


def change_license(
    row: License, told: Credential, *, is_verified: bool, version: int, by: int, at: datetime
) -> None:
    """Change or renew a license. `version` is that of the row read. Does not commit.

    What is changed without being looked up (`is_verified`) counts as not verified from now on.
    Raises Refused by field, or Conflict.
    """
    if row.version != version:
        raise Conflict("Somebody has changed this license since you opened the page.")
    _refuse_impossible(told, row.id)
    changed = {
        name: [_plain(getattr(row, name)), _plain(value)]
        for name, value in vars(told).items()
        if getattr(row, name) != value
    }
    if not (changed or is_verified):
        return
    action = "renew license" if told.expires_on > row.expires_on else "change license"
    for name in changed:
        setattr(row, name, getattr(told, name))
    row.verified_by_id, row.verified_at = (by, at) if is_verified else (None, None)
    detail = {**changed, "verified": is_verified}
    _write_line(action if changed else "verify license", row, detail, by, at)


def _refuse_impossible(told: Credential, own_id: int | None) -> None:
    """Raise Refused where another license has this number, or dates or compact cannot be."""
    known = select(License.id).where(
        License.profession == told.profession,
        License.number == told.number,
        License.jurisdiction == told.jurisdiction,
        License.id != (own_id or 0),
    )
    if db.session.scalar(known) is not None:
        raise Refused("This license is on record already.", field="number")
    if told.issued_on is not None and told.expires_on < told.issued_on:
        raise Refused("It expires before it was issued: look at both dates.", field="expires_on")
    if told.compact_id is not None and db.session.get(Compact, told.compact_id) is None:
        raise Refused("Choose one of the compacts.", field="compact")


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _write_line(action: str, row: License, detail: dict[str, Any], by: int, at: datetime) -> None:
    db.session.flush()
    write_audit_line(
        by=by,
        at=at,
        action=action,
        subject="licenses",
        subject_id=row.id,
        detail={"user": row.user_id, **detail},
    )
