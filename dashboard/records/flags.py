"""Flags: raised once for one cause, seen by somebody, closed with a note."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from dashboard.clinical.words import FacilitatorRole, FlagKind
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.flags import Flag
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Facilitator
from dashboard.models.participants import Enrollment
from dashboard.records.trail import write_audit_line


def raise_flag(
    kind: FlagKind,
    cause: str,
    *,
    at: datetime,
    by: int | None = None,
    owner_id: int | None = None,
    detail: dict[str, Any] | None = None,
    **about: int | None,
) -> Flag:
    """Return the flag of this kind and cause, raised now unless it was before. Does not commit.

    `about` takes participant_id, enrollment_id, group_session_id and assessment_id. Without an
    owner it is the lead facilitator's: of the session's group, or of one of the person's groups.
    """
    found = db.session.scalar(select(Flag).where(Flag.kind == kind, Flag.cause == cause))
    if found is not None:
        return found
    participant_id = about.get("participant_id")
    if owner_id is None and participant_id is not None:
        owner_id = lead_of(participant_id, about.get("group_session_id"))
    flag = Flag(
        kind=kind, cause=cause, owner_id=owner_id, raised_at=at, detail=detail or {}, **about
    )
    db.session.add(flag)
    db.session.flush()
    _write_line("raise flag", flag, by, at)
    return flag


def lead_of(participant_id: int, group_session_id: int | None = None) -> int | None:
    """Return the user id of a lead of one of the person's groups, or None.

    The group of the session comes first, then an open stay. A lead who has left is passed over.
    """
    session_group = select(GroupSession.group_id).where(GroupSession.id == group_session_id)
    return db.session.scalar(
        select(Facilitator.user_id)
        .join(User, User.id == Facilitator.user_id)
        .join(Enrollment, Enrollment.group_id == Facilitator.group_id)
        .where(
            Enrollment.participant_id == participant_id,
            Facilitator.role == FacilitatorRole.LEAD,
            Facilitator.until.is_(None),
            User.deactivated_at.is_(None),
        )
        .order_by(
            Facilitator.group_id.in_(session_group).desc(),
            Enrollment.ended_on.is_not(None),
            Enrollment.id.desc(),
        )
        .limit(1)
    )


def acknowledge_flag(flag: Flag, *, by: int, at: datetime, finding: str = "") -> None:
    """Note that somebody has seen the flag, and what they found. Does not commit.

    Raises Refused when it is acknowledged already.
    """
    if flag.acknowledged_at is not None:
        raise Refused("Somebody has acknowledged this flag already.")
    flag.acknowledged_at, flag.acknowledged_by_id = at, by
    flag.finding = finding.strip()
    _write_line("acknowledge flag", flag, by, at)


def assess_flag(flag: Flag, *, by: int, at: datetime, finding: str) -> None:
    """Keep what was found, below what was found before. Does not commit.

    Raises Refused without a finding, before it is acknowledged, and when it is closed.
    """
    if flag.closed_at is not None:
        raise Refused("This flag is closed already.")
    if flag.acknowledged_at is None:
        raise Refused("Acknowledge the flag first.")
    if not finding.strip():
        raise Refused("Say in a few words what you found.", field="finding")
    flag.finding = "\n\n".join(filter(None, [flag.finding, finding.strip()]))
    _write_line("assess flag", flag, by, at)


def hand_flag_on(flag: Flag, *, owner_id: int, by: int, at: datetime) -> None:
    """Give a flag another owner. Does not commit. Raises Refused when it is closed."""
    if flag.closed_at is not None:
        raise Refused("This flag is closed already.")
    flag.owner_id = owner_id
    _write_line("hand flag on", flag, by, at)


def close_flag(flag: Flag, *, by: int, at: datetime, note: str) -> None:
    """Close a flag with a closing note; closing one unseen acknowledges it. Does not commit.

    Raises Refused without a note, or when it is closed already.
    """
    if flag.closed_at is not None:
        raise Refused("This flag is closed already.")
    if not note.strip():
        raise Refused("Say in a few words what was done.", field="note")
    if flag.acknowledged_at is None:
        flag.acknowledged_at, flag.acknowledged_by_id = at, by
    flag.closed_at, flag.closed_by_id = at, by
    flag.closing_note = note.strip()
    _write_line("close flag", flag, by, at)


def _write_line(action: str, flag: Flag, by: int | None, at: datetime) -> None:
    db.session.flush()
    write_audit_line(
        by=by,
        at=at,
        action=action,
        subject="flags",
        subject_id=flag.id,
        participant_id=flag.participant_id,
        detail={"kind": str(flag.kind)},
    )


def mark_told(flag_id: int, column: str, *, at: datetime) -> None:
    """Keep that a letter about a flag went out: `owner_told_at` or `leads_told_at`. No commit."""
    flag = db.session.get_one(Flag, flag_id)
    setattr(flag, column, at)
    _write_line("write to staff about flag", flag, None, at)
