"""Check-ins made for a session, and the private links that lead to them."""

import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from sqlalchemy import case, select, update
from sqlalchemy.orm import joinedload, selectinload

from dashboard.clinical.checkins.timing import closes_at, opens_at
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn, CheckInLink
from dashboard.models.group_sessions import GroupSession
from dashboard.models.participants import Enrollment
from dashboard.models.types.sealing import app_secrets
from dashboard.records.trail import write_audit_line

CODE_DIGITS = 6


def make_check_in(
    stay: Enrollment, group_session: GroupSession, version_ids: Sequence[int], *, at: datetime
) -> CheckIn:
    """Return the check-in of one person for one session, made unless it is there. No commit."""
    found = db.session.scalar(
        select(CheckIn).where(
            CheckIn.enrollment_id == stay.id, CheckIn.group_session_id == group_session.id
        )
    )
    if found is not None:
        return found
    made = CheckIn(
        enrollment_id=stay.id,
        group_session_id=group_session.id,
        measure_version_ids=list(version_ids),
        opens_at=opens_at(group_session.starts_at),
        closes_at=closes_at(group_session.ends_at),
        created_at=at,
    )
    db.session.add(made)
    db.session.flush()
    return made


def move_check_ins(group_session: GroupSession) -> None:
    """Let the check-ins of a session that has moved open and close with it. Does not commit.

    Whoever was written to before the new opening is written to again.
    """
    opens = opens_at(group_session.starts_at)
    db.session.execute(
        update(CheckIn)
        .where(CheckIn.group_session_id == group_session.id, CheckIn.finished_at.is_(None))
        .values(
            opens_at=opens,
            closes_at=closes_at(group_session.ends_at),
            sent_at=case((CheckIn.sent_at >= opens, CheckIn.sent_at)),
            reminded_at=case((CheckIn.reminded_at >= opens, CheckIn.reminded_at)),
        )
    )


def all_links_revoked(check_in: CheckIn) -> bool:
    """Tell whether somebody has revoked the links of a check-in and made no new one."""
    query = select(CheckInLink.revoked_at).where(CheckInLink.check_in_id == check_in.id)
    revoked = list(db.session.scalars(query))
    return bool(revoked) and None not in revoked


def make_link(check_in: CheckIn, *, participant_id: int, by: int | None, at: datetime) -> str:
    """Return the token (256 bits) of a new link, said this once. Does not commit."""
    token = secrets.token_urlsafe(32)
    db.session.add(
        CheckInLink(
            check_in_id=check_in.id, token_hash=_hash(token), created_at=at, created_by_id=by
        )
    )
    _write_line("make check-in link", check_in, participant_id, by, at)
    return token


def revoke_links(check_in: CheckIn, *, participant_id: int, by: int, at: datetime) -> None:
    """Make every link of a check-in lead nowhere from now on. Does not commit."""
    db.session.execute(
        update(CheckInLink)
        .where(CheckInLink.check_in_id == check_in.id, CheckInLink.revoked_at.is_(None))
        .values(revoked_at=at)
    )
    _write_line("revoke check-in links", check_in, participant_id, by, at)


def open_check_in(token: str, *, at: datetime) -> CheckIn | None:
    """Return what a token leads to, with its answers, or None.

    Wrong, revoked, not open yet, closed and finished are all the same None.
    """
    return db.session.scalar(
        select(CheckIn)
        .join(CheckInLink, CheckInLink.check_in_id == CheckIn.id)
        .join(CheckIn.group_session)
        .options(
            selectinload(CheckIn.answers),
            joinedload(CheckIn.enrollment).joinedload(Enrollment.participant),
            joinedload(CheckIn.group_session).joinedload(GroupSession.group),
        )
        .where(
            CheckInLink.token_hash == _hash(token),
            CheckInLink.revoked_at.is_(None),
            CheckIn.opens_at <= at,
            CheckIn.closes_at > at,
            CheckIn.finished_at.is_(None),
            GroupSession.cancelled_at.is_(None),
        )
    )


def check_in_code(check_in: CheckIn) -> str:
    """Return the six digits that stand in for a birthday, told to the person by their therapist.

    They are derived from a secret, so nothing that could be read is kept.
    """
    key = app_secrets().secret_key.encode()
    number = int.from_bytes(hmac.digest(key, f"check-in {check_in.id}".encode(), "sha256")[:8])
    return f"{number % 10**CODE_DIGITS:0{CODE_DIGITS}}"


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _write_line(
    action: str, check_in: CheckIn, participant_id: int, by: int | None, at: datetime
) -> None:
    db.session.flush()
    write_audit_line(
        by=by,
        at=at,
        action=action,
        subject="check_ins",
        subject_id=check_in.id,
        participant_id=participant_id,
        detail={},
    )
