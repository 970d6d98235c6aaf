"""The notes of a session, each with its signatures, addenda and remarks."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from dashboard.caseload.reach import find_group_session
from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Group
from dashboard.models.notes import (
    Addendum,
    GroupNote,
    NoteReturn,
    ProgressNote,
    PsychotherapyNote,
    Signature,
)
from dashboard.models.participants import Enrollment

Note = GroupNote | ProgressNote


class NoteState(StrEnum):
    """Where a note stands."""

    EMPTY = "not written"
    DRAFT = "draft"
    AWAITING_COSIGNATURE = "waits for a co-signature"
    RETURNED = "returned with a remark"
    SIGNED = "signed"


@dataclass(frozen=True)
class SessionNotes:
    """The group note, if it was begun, and the progress notes by enrollment."""

    group: GroupNote | None
    progress: dict[int, ProgressNote]
    returned: frozenset[int]

    @property
    def is_signed(self) -> bool:
        """Whether the session is closed: its group note is signed."""
        return self.group is not None and bool(self.group.signatures)

    def state(self, note: Note | None) -> NoteState:
        """Say where one of these notes stands; None is a note that nobody began."""
        if note is None:
            return NoteState.EMPTY
        if not note.signatures:
            return NoteState.DRAFT
        roles = {signature.role for signature in note.signatures}
        author = next(each for each in note.signatures if each.role == "author")
        if author.signer.supervisor_id is None or "cosigner" in roles:
            return NoteState.SIGNED
        return NoteState.RETURNED if note.id in self.returned else NoteState.AWAITING_COSIGNATURE


def session_notes(viewer: Viewer, group_session: GroupSession) -> SessionNotes:
    """Return the notes of a session that the viewer has found."""
    group = db.session.scalar(
        select(GroupNote)
        .options(*_with_signatures(GroupNote))
        .where(GroupNote.group_session_id == group_session.id)
    )
    progress = db.session.scalars(
        select(ProgressNote)
        .options(*_with_signatures(ProgressNote))
        .where(ProgressNote.group_session_id == group_session.id)
    ).all()
    ids = [note.id for note in progress] + ([group.id] if group else [])
    return SessionNotes(group, {note.enrollment_id: note for note in progress}, _returned(ids))


def find_note(viewer: Viewer, kind: str, note_id: int) -> tuple[Note, GroupSession]:
    """Return a group or progress note with its session. Raises NotOnCaseload.

    A supervisor reads what an associate of theirs has signed, in whatever group that was.
    """
    note: Note | None
    if kind == "group":
        note = db.session.get(GroupNote, note_id, options=_with_signatures(GroupNote))
    else:
        note = db.session.get(ProgressNote, note_id, options=_with_signatures(ProgressNote))
    if note is None:
        raise NotOnCaseload
    if supervises(viewer, note):
        return note, _session_of(note)
    return note, find_group_session(viewer, note.group_session_id)


def supervises(viewer: Viewer, note: Note) -> bool:
    """Tell whether the viewer is the supervisor of who signed a note, read with signatures."""
    signers = [each.signer for each in note.signatures if each.role == "author"]
    return viewer.reads_clinical_records and any(
        signer.supervisor_id == viewer.user_id for signer in signers
    )


def stay_of_note(viewer: Viewer, note: ProgressNote) -> Enrollment:
    """Return the stay, with its person, that a note which the viewer has found is about."""
    return db.session.scalars(
        select(Enrollment)
        .options(joinedload(Enrollment.participant))
        .where(Enrollment.id == note.enrollment_id)
    ).one()


def _session_of(note: Note) -> GroupSession:
    return db.session.scalars(
        select(GroupSession)
        .options(
            joinedload(GroupSession.group).joinedload(Group.group_type),
            joinedload(GroupSession.cycle),
        )
        .where(GroupSession.id == note.group_session_id)
    ).one()


def returns_of(viewer: Viewer, note: Note) -> list[NoteReturn]:
    """Return the remarks on a note that the viewer has found, the newest last."""
    column = (
        NoteReturn.group_note_id if isinstance(note, GroupNote) else (NoteReturn.progress_note_id)
    )
    query = select(NoteReturn).options(joinedload(NoteReturn.returned_by)).where(column == note.id)
    return list(db.session.scalars(query.order_by(NoteReturn.returned_at)))


def own_psychotherapy_note(
    viewer: Viewer, group_session: GroupSession, participant_id: int
) -> PsychotherapyNote | None:
    """Return the viewer's own note about one person at one session, and never another's."""
    return db.session.scalar(
        select(PsychotherapyNote).where(
            PsychotherapyNote.author_id == viewer.user_id,
            PsychotherapyNote.participant_id == participant_id,
            PsychotherapyNote.group_session_id == group_session.id,
        )
    )


def writer_name(viewer: Viewer, user_id: int | None) -> str:
    """Return the name of somebody who wrote on a page that the viewer shares."""
    user = None if user_id is None else db.session.get(User, user_id)
    return "Somebody else" if user is None else user.name


def _with_signatures(table: type[GroupNote] | type[ProgressNote]) -> tuple[ORMOption, ...]:
    return (
        selectinload(table.signatures)
        .joinedload(Signature.signer)
        .load_only(User.name, User.credentials, User.supervisor_id),
        selectinload(table.addenda).joinedload(Addendum.written_by).load_only(User.name),
    )


def _returned(note_ids: list[int]) -> frozenset[int]:
    query = select(NoteReturn.group_note_id, NoteReturn.progress_note_id).where(
        NoteReturn.group_note_id.in_(note_ids) | NoteReturn.progress_note_id.in_(note_ids)
    )
    return frozenset(id_ for pair in db.session.execute(query) for id_ in pair if id_ is not None)
