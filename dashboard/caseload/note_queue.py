"""Which notes wait for whom: sessions to sign, notes to co-sign, notes that came back."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.orm import aliased, joinedload

from dashboard.caseload.reach import clinical_group_ids
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import FacilitatorRole
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Facilitator
from dashboard.models.notes import GroupNote, NoteReturn, ProgressNote, Signature


@dataclass(frozen=True)
class SignedNote:
    """One signed note with its session; `kind` is group or progress."""

    kind: str
    note_id: int
    group_session: GroupSession
    signature: Signature


def unsigned_sessions(viewer: Viewer) -> Sequence[GroupSession]:
    """Return the viewer's sessions that have ended and whose group note nobody has signed.

    Those who lead the practice see all of them, facilitators those of groups that they keep. The
    oldest comes first; cancelled sessions have nothing to sign.
    """
    signed = exists().where(
        GroupNote.group_session_id == GroupSession.id, Signature.group_note_id == GroupNote.id
    )
    query = (
        select(GroupSession)
        .options(joinedload(GroupSession.group), joinedload(GroupSession.cycle))
        .where(
            GroupSession.group_id.in_(clinical_group_ids(viewer)),
            GroupSession.ends_at <= viewer.as_of,
            GroupSession.cancelled_at.is_(None),
            ~signed,
        )
        .order_by(GroupSession.ends_at)
    )
    if not viewer.leads:
        query = query.where(GroupSession.group_id.in_(_kept_groups(viewer)))
    return db.session.scalars(query).all()


def _kept_groups(viewer: Viewer) -> Select[int]:
    return select(Facilitator.group_id).where(
        Facilitator.user_id == viewer.user_id,
        Facilitator.until.is_(None),
        Facilitator.role != FacilitatorRole.OBSERVER,
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
