"""Compacts as the practice knows them, and sessions held without a license, with the reason."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import select

from dashboard.clinical.places import STATES
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.accounts import Compact
from dashboard.models.group_sessions import GroupSession, LicenseOverride
from dashboard.records.trail import write_audit_line


def keep_compact(
    name: str, states: Sequence[str], known_on: date, *, by: int, at: datetime
) -> Compact:
    """Write down which states have joined a compact, and on which day that was known. No commit.

    One of the same name is brought up to date. Raises Refused, by field.
    """
    wrong = [state for state in states if state not in STATES]
    if wrong or not states:
        words = f"No state is called {wrong[0]}." if wrong else "Name at least one state."
        raise Refused(words, field="states")
    row = db.session.scalar(select(Compact).where(Compact.name == name))
    if row is None:
        row = Compact(name=name)
        db.session.add(row)
    row.states, row.known_on = sorted(set(states)), known_on
    db.session.flush()
    _write_line("keep compact", "compacts", row.id, {}, by, at)
    return row


def override_licenses(
    group_session: GroupSession,
    gaps: Iterable[tuple[int, str]],
    reason: str,
    *,
    by: int,
    at: datetime,
) -> None:
    """Keep why a session is held all the same, for each (user id, place). No commit.

    Raises Refused without a reason.
    """
    if not reason.strip():
        raise Refused("Say why the session is held all the same.", field="reason")
    for user_id, place in gaps:
        row = LicenseOverride(
            group_session_id=group_session.id,
            user_id=user_id,
            place=place,
            reason=reason.strip()[:1000],
            by_id=by,
            at=at,
        )
        db.session.add(row)
        db.session.flush()
        detail = {"user": user_id, "place": place}
        _write_line("override license", "license_overrides", row.id, detail, by, at)


def _write_line(
    action: str, subject: str, subject_id: int, detail: dict[str, object], by: int, at: datetime
) -> None:
    write_audit_line(
        by=by, at=at, action=action, subject=subject, subject_id=subject_id, detail=detail
    )
