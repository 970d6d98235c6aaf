"""Everything on record of one person, for a copy of the whole record."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from dashboard.caseload.flags import FlagLine, flags_of_participant
from dashboard.caseload.participants.record import StayLine, stays_of_participant
from dashboard.caseload.reach import clinical_group_ids, find_clinical_participant
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.notes import NamedPerson
from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.measures import Assessment
from dashboard.models.notes import Addendum, GroupNote, ProgressNote, Signature
from dashboard.models.participants import Enrollment, Participant


@dataclass(frozen=True)
class SessionOfPerson:
    """One session with what is recorded of the person there."""

    group_session: GroupSession
    attendance: Attendance | None
    progress: ProgressNote | None
    group_note: GroupNote | None


@dataclass(frozen=True)
class WholeRecord:
    """A person's record in the viewer's reach, and everybody else who may be named in it."""

    person: Participant
    stays: Sequence[StayLine]
    sessions: Sequence[SessionOfPerson]
    assessments: Sequence[Assessment]
    flags: Sequence[FlagLine]
    others: Sequence[NamedPerson]


def whole_record(viewer: Viewer, participant_id: int) -> WholeRecord:
    """Return the record of a person whom the viewer treats. Raises NotOnCaseload.

    Psychotherapy notes are not part of it, whoever asks.
    """
    person = find_clinical_participant(viewer, participant_id)
    return WholeRecord(
        person,
        stays_of_participant(viewer, person),
        _sessions(viewer, person),
        assessments_of(viewer, person),
        flags_of_participant(viewer, person.id),
        _others(person),
    )


def assessments_of(viewer: Viewer, person: Participant) -> Sequence[Assessment]:
    """Return the assessments that stand, oldest first, of a person whom the viewer has found."""
    return db.session.scalars(
        select(Assessment)
        .options(joinedload(Assessment.measure_version))
        .where(Assessment.participant_id == person.id, Assessment.superseded_at.is_(None))
        .order_by(Assessment.assessed_on, Assessment.id)
    ).all()


def _sessions(viewer: Viewer, person: Participant) -> list[SessionOfPerson]:
    stays = select(Enrollment.id).where(
        Enrollment.participant_id == person.id,
        Enrollment.group_id.in_(clinical_group_ids(viewer)),
    )
    marks = _by_session(select(Attendance).where(Attendance.enrollment_id.in_(stays)))
    notes = _by_session(_notes(stays))
    sessions = db.session.scalars(
        select(GroupSession)
        .options(joinedload(GroupSession.group))
        .where(GroupSession.id.in_({*marks, *notes}))
        .order_by(GroupSession.starts_at)
    ).all()
    shared = _by_session(_group_notes([each.id for each in sessions]))
    return [
        SessionOfPerson(each, marks.get(each.id), notes.get(each.id), shared.get(each.id))
        for each in sessions
    ]


def _notes(stays: Select[int]) -> Select[ProgressNote]:
    return (
        select(ProgressNote)
        .options(
            selectinload(ProgressNote.signatures).joinedload(Signature.signer),
            selectinload(ProgressNote.addenda).joinedload(Addendum.written_by),
        )
        .where(ProgressNote.enrollment_id.in_(stays))
    )


def _group_notes(session_ids: list[int]) -> Select[GroupNote]:
    return (
        select(GroupNote)
        .options(selectinload(GroupNote.signatures).joinedload(Signature.signer))
        .where(GroupNote.group_session_id.in_(session_ids))
    )


def _by_session(query):  # type: ignore[no-untyped-def]
    return {row.group_session_id: row for row in db.session.scalars(query)}


def _others(person: Participant) -> list[NamedPerson]:
    """Everybody who was ever in a group with the person: whose names may stand in a note."""
    groups = select(Enrollment.group_id).where(Enrollment.participant_id == person.id)
    query = select(Participant).where(
        Participant.id != person.id,
        Participant.id.in_(
            select(Enrollment.participant_id).where(Enrollment.group_id.in_(groups))
        ),
    )
    return [
        NamedPerson(each.id, each.given_name, each.family_name, each.nickname)
        for each in db.session.scalars(query.order_by(Participant.id))
    ]
