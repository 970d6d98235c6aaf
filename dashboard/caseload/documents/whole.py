"""One person's whole record, as far as the viewer may read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from dashboard.caseload.curriculum import CurriculumProgress, participant_progress
from dashboard.caseload.documents.names import NamesAround, names_around
from dashboard.caseload.documents.sessions import SessionOfPerson, sessions_of_person
from dashboard.caseload.flags import FlagLine, flags_of_participant
from dashboard.caseload.participants import StayLine, stays_of_participant
from dashboard.caseload.reach import clinical_group_ids, find_clinical_participant
from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn
from dashboard.models.measures import Assessment
from dashboard.models.participants import Enrollment, Participant


@dataclass(frozen=True)
class WholeRecord:
    """A person's record in the viewer's reach, and everybody else who may be named in it.

    `covers_all` says whether stays in groups of others are in it too.
    """

    person: Participant
    covers_all: bool
    stays: Sequence[StayLine]
    sessions: Sequence[SessionOfPerson]
    assessments: Sequence[Assessment]
    flags: Sequence[FlagLine]
    curricula: Sequence[CurriculumProgress]
    check_ins: Sequence[CheckIn]
    names: NamesAround


def whole_record(viewer: Viewer, participant_id: int) -> WholeRecord:
    """Return the record of a person whom the viewer treats. Raises NotOnCaseload.

    Psychotherapy notes are not part of it, whoever asks. Assessments that were corrected are.
    """
    person = find_clinical_participant(viewer, participant_id)
    return WholeRecord(
        person=person,
        covers_all=viewer.reads_every_group,
        stays=stays_of_participant(viewer, person),
        sessions=sessions_of_person(viewer, person),
        assessments=_assessments(person),
        flags=flags_of_participant(viewer, person.id),
        curricula=participant_progress(viewer, person.id)[1],
        check_ins=_check_ins(viewer, person),
        names=names_around(viewer, person),
    )


def standing_assessments(
    viewer: Viewer, participant_id: int
) -> tuple[Participant, list[Assessment]]:
    """Return a person and the assessments that stand, oldest first. Raises NotOnCaseload."""
    person = find_clinical_participant(viewer, participant_id)
    return person, [row for row in _assessments(person) if row.superseded_at is None]


def _assessments(person: Participant) -> Sequence[Assessment]:
    return db.session.scalars(
        select(Assessment)
        .options(joinedload(Assessment.measure_version))
        .where(Assessment.participant_id == person.id)
        .order_by(Assessment.assessed_on, Assessment.id)
    ).all()


def _check_ins(viewer: Viewer, person: Participant) -> Sequence[CheckIn]:
    return db.session.scalars(
        select(CheckIn)
        .join(CheckIn.enrollment)
        .options(joinedload(CheckIn.group_session), selectinload(CheckIn.answers))
        .where(
            Enrollment.participant_id == person.id,
            Enrollment.group_id.in_(clinical_group_ids(viewer)),
        )
        .order_by(CheckIn.opens_at, CheckIn.id)
    ).all()
