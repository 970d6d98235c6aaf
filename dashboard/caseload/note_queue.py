"""Which notes wait for whom: sessions to sign, notes to co-sign, notes that came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, exists, false, or_, select
from sqlalchemy.orm import aliased, joinedload

from dashboard.caseload.reach import clinical_group_ids, runs_now
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import FacilitatorRole
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.group_sessions import GroupSession, Substitute
from dashboard.models.groups import Facilitator
from dashboard.models.notes import GroupNote, NoteReturn, ProgressNote, Signature


@dataclass(frozen=True)
class SignedNote:
    """One signed note with its session; `kind` is group or progress."""

    kind: str
    note_id: int
    group_session: GroupSession
    signature: Signature


@dataclass(frozen=True)
class UnsignedSession:
    """A session with a note that nobody has signed, who keeps its record, and since when it waits.

    `days` are since its day, where the group meets; it is overdue after as many hours as the
    practice allows.
    """

    group_session: GroupSession
    keepers: tuple[str, ...]
    days: int
    is_overdue: bool


def unsigned_sessions(viewer: Viewer, due_hours: int) -> list[UnsignedSession]:
    """Return the viewer's sessions that have ended and of which a note is still to be signed.

    That is the group note, or the progress note of anybody. Those who lead the practice see all of
    them, facilitators those of groups that they keep and at which they stood in. The oldest comes
    first; cancelled sessions have nothing to sign.
    """
    sessions = db.session.scalars(
        select(GroupSession)
        .options(joinedload(GroupSession.group), joinedload(GroupSession.cycle))
        .where(
            _to_sign(viewer),
            GroupSession.ends_at <= viewer.as_of,
            GroupSession.cancelled_at.is_(None),
            or_(~_signed_group_note(), _unsigned_progress_note()),
        )
        .order_by(GroupSession.ends_at)
    ).all()
    keepers, due = _keepers(sessions), timedelta(hours=due_hours)
    return [_unsigned(viewer, each, keepers, due) for each in sessions]


def _unsigned(
    viewer: Viewer, group_session: GroupSession, keepers: dict[int, list[str]], due: timedelta
) -> UnsignedSession:
    today = viewer.as_of.astimezone(ZoneInfo(group_session.group.time_zone)).date()
    names = tuple(keepers.get(group_session.id, []))
    days = (today - group_session.on_date).days
    return UnsignedSession(group_session, names, days, viewer.as_of > group_session.ends_at + due)


def _signed_group_note() -> ColumnElement[bool]:
    return exists().where(
        GroupNote.group_session_id == GroupSession.id, Signature.group_note_id == GroupNote.id
    )


def _unsigned_progress_note() -> ColumnElement[bool]:
    signed = exists().where(Signature.progress_note_id == ProgressNote.id)
    return exists().where(ProgressNote.group_session_id == GroupSession.id, ~signed)


def _to_sign(viewer: Viewer) -> ColumnElement[bool]:
    if not viewer.reads_clinical_records:
        return false()
    if viewer.leads:
        return GroupSession.group_id.in_(clinical_group_ids(viewer))
    stands_in = select(Substitute.group_session_id).where(Substitute.user_id == viewer.user_id)
    return or_(GroupSession.group_id.in_(_kept_groups(viewer)), GroupSession.id.in_(stands_in))


def _keepers(sessions: Sequence[GroupSession]) -> dict[int, list[str]]:
    """Return the names of who keeps the record of each session now, by the session's id."""
    leading = (
        select(GroupSession.id, User.name)
        .join(Facilitator, Facilitator.group_id == GroupSession.group_id)
        .join(User, User.id == Facilitator.user_id)
        .where(Facilitator.until.is_(None), Facilitator.role != FacilitatorRole.OBSERVER)
    )
    standing_in = select(Substitute.group_session_id, User.name).join(Substitute.user)
    ids = [each.id for each in sessions]
    found: dict[int, list[str]] = {}
    for session_id, name in (
        *db.session.execute(leading.where(GroupSession.id.in_(ids)).order_by(User.name)),
        *db.session.execute(standing_in.where(Substitute.group_session_id.in_(ids))),
    ):
        found.setdefault(session_id, []).append(name)
    return found


def _kept_groups(viewer: Viewer) -> Select[int]:
    return select(Facilitator.group_id).where(
        runs_now(viewer), Facilitator.role != FacilitatorRole.OBSERVER
    )


def notes_to_cosign(viewer: Viewer) -> list[SignedNote]:
    """Return the notes of the viewer's associates that wait for the viewer, the oldest first."""
    return _signed(User.supervisor_id == viewer.user_id)


def notes_returned(viewer: Viewer) -> list[SignedNote]:
    """Return the viewer's own notes that came back with a remark and are not co-signed yet."""
    returned = exists().where(
        (NoteReturn.group_note_id == Signature.group_note_id)
        | (NoteReturn.progress_note_id == Signature.progress_note_id)
    )
    return _signed((Signature.signer_id == viewer.user_id) & returned)


def _signed(wanted: ColumnElement[bool]) -> list[SignedNote]:
    """Read notes that only their author has signed, where the author has a supervisor."""
    query = (
        select(Signature)
        .join(Signature.signer)
        .options(joinedload(Signature.signer))
        .where(
            Signature.role == "author",
            User.supervisor_id.is_not(None),
            ~_cosigned(),
            wanted,
        )
        .order_by(Signature.signed_at)
    )
    signatures = db.session.scalars(query).all()
    sessions = _sessions(signatures)
    return [_signed_note(each, sessions[each.id]) for each in signatures]


def _cosigned() -> ColumnElement[bool]:
    other = aliased(Signature)
    return exists().where(
        other.role == "cosigner",
        (other.group_note_id == Signature.group_note_id)
        | (other.progress_note_id == Signature.progress_note_id),
    )


def _signed_note(signature: Signature, group_session: GroupSession) -> SignedNote:
    kind = "group" if signature.group_note_id else "progress"
    note_id = signature.group_note_id or signature.progress_note_id or 0
    return SignedNote(kind, note_id, group_session, signature)


def _sessions(signatures: Sequence[Signature]) -> dict[int, GroupSession]:
    """Return the session of each signature's note, by the signature's id."""
    group_ids = [each.group_note_id for each in signatures if each.group_note_id]
    progress_ids = [each.progress_note_id for each in signatures if each.progress_note_id]
    of_group = select(GroupNote.id, GroupNote.group_session_id).where(GroupNote.id.in_(group_ids))
    of_progress = select(ProgressNote.id, ProgressNote.group_session_id).where(
        ProgressNote.id.in_(progress_ids)
    )
    session_ids = {row.id: row.group_session_id for row in db.session.execute(of_group)}
    session_ids |= {row.id: row.group_session_id for row in db.session.execute(of_progress)}
    rows = db.session.scalars(
        select(GroupSession)
        .options(joinedload(GroupSession.group))
        .where(GroupSession.id.in_(session_ids.values()))
    )
    by_id = {row.id: row for row in rows}
    return {
        each.id: by_id[session_ids[each.group_note_id or each.progress_note_id or 0]]
        for each in signatures
    }
