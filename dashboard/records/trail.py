"""The audit line that every write leaves, in the same transaction, chained to the one before."""

import hmac
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, cast

from sqlalchemy import Table, insert, select

from dashboard.extensions import db
from dashboard.models.trail import AuditLine, ReadingLine
from dashboard.models.types.sealing import app_secrets

FIRST_HASH = "0" * 64
AUDIT_LINES = cast(Table, AuditLine.__table__)
# What the hash of a line covers, in this order.
HASHED = (
    "id",
    "at",
    "user_id",
    "action",
    "subject",
    "subject_id",
    "participant_id",
    "detail",
    "previous_hash",
)


def write_audit_line(
    *,
    by: int | None,
    at: datetime,
    action: str,
    subject: str,
    subject_id: int | None,
    participant_id: int | None = None,
    detail: dict[str, Any] | None = None,
) -> AuditLine:
    """Append one line to the chain, in the open transaction, which `writing()` began; the caller
    commits. Two lines after the same one cannot be: the second has an id that is taken.

    `by` is the user's id (None for the command line), `detail` holds no clinical text.
    """
    told = _line_after(
        *_end_of_chain(),
        at=at,
        user_id=by,
        action=action,
        subject=subject,
        subject_id=subject_id,
        participant_id=participant_id,
        detail=detail or {},
    )
    line = AuditLine(**told)
    db.session.add(line)
    db.session.flush()
    return line


def write_audit_lines(
    of_each: Iterable[Mapping[str, Any]], *, by: int | None, at: datetime, action: str, subject: str
) -> None:
    """Append many lines of one act to the chain, as `write_audit_line` does one; much faster.

    `of_each` are the subject_id, participant_id and detail of each line.
    """
    number, before = _end_of_chain()
    lines = []
    for told in of_each:
        same = {"at": at, "user_id": by, "action": action, "subject": subject}
        lines.append(_line_after(number, before, **same, **told))
        number, before = number + 1, lines[-1]["hash"]
    if lines:
        db.session.execute(insert(AUDIT_LINES), lines)


def _end_of_chain() -> tuple[int, str]:
    """Return number and hash of the last line; what stands before the first where there is none."""
    query = select(AuditLine.id, AuditLine.hash).order_by(AuditLine.id.desc()).limit(1)
    last = db.session.execute(query).one_or_none()
    return (0, FIRST_HASH) if last is None else (last[0], last[1])


def _line_after(number: int, before: str, **told: Any) -> dict[str, Any]:
    """Return the values of the line that follows the one of this number and hash."""
    told.update(id=number + 1, previous_hash=before)
    return {**told, "hash": _hash_of(told)}


def line_hash(line: AuditLine) -> str:
    """Return the keyed hash (HMAC-SHA256, hex) of a line's content and the hash before it."""
    return _hash_of({name: getattr(line, name) for name in HASHED})


def _hash_of(told: Mapping[str, Any]) -> str:
    at: datetime = told["at"]
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    content = [moment if name == "at" else told[name] for name in HASHED]
    text_form = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hmac.new(app_secrets().audit_key, text_form.encode(), sha256).hexdigest()


def first_broken_line() -> int | None:
    """Return the id of the first line that does not fit the chain, or None when all fit."""
    previous, expected_id = FIRST_HASH, 1
    for line in db.session.scalars(select(AuditLine).order_by(AuditLine.id)):
        fits = line.previous_hash == previous and line.hash == line_hash(line)
        if not fits or line.id != expected_id:
            return line.id
        previous, expected_id = line.hash, line.id + 1
    return None


def trail_mark() -> str:
    """Return number and beginning of the hash of the last line, such as 120-9f86d081884c7d65.

    A chain that is cut off after any line still fits, but does not hold a mark that was noted
    elsewhere before the lines at its end were taken away. Empty where there is no line yet.
    """
    last = db.session.scalar(select(AuditLine).order_by(AuditLine.id.desc()).limit(1))
    return "" if last is None else _mark_of(last)


def holds_mark(mark: str) -> bool:
    """Tell whether the line that a mark was noted of is still there, as it was."""
    number = mark.partition("-")[0]
    if not (number.isascii() and number.isdigit() and len(number) < 16):
        return False
    line = db.session.get(AuditLine, int(number))
    return line is not None and _mark_of(line) == mark


def _mark_of(line: AuditLine) -> str:
    return f"{line.id}-{line.hash[:16]}"


def write_reading_line(*, by: int, at: datetime, page: str, participant_ids: set[int]) -> None:
    """Write down whose records one request showed, unchained; the caller commits."""
    ids = sorted(participant_ids)
    db.session.add(ReadingLine(at=at, user_id=by, page=page, participant_ids=ids))
