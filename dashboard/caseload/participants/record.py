"""What is on record of one person: stays with attendance, latest scores, notes by session."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from dashboard.caseload.groups.roster import kept_group_ids, stay_history
from dashboard.caseload.reach import (
    clinical_group_ids,
    find_participant,
    group_ids_in_reach,
)
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.attendance import History, attendance_rate
from dashboard.clinical.attendance.rate import AttendanceRate
from dashboard.clinical.measures import (
    MeasureDefinition,
    band_of,
    parse_definition,
    safety_answers,
)
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.measures import Assessment, MeasureVersion
from dashboard.models.notes import ProgressNote
from dashboard.models.participants import Enrollment, Participant


@dataclass(frozen=True)
class StayLine:
    """One stay with its sessions and its attendance; None where the record is not theirs."""

    stay: Enrollment
    history: History | None
    attendance: AttendanceRate | None


@dataclass(frozen=True)
class LatestScore:
    """The newest assessment of one measure, with the band of its score and the score before.

    `to_ask` are the topics of its risk items that were left without an answer, `to_look_at` the
    answers that raise no flag and must be seen.
    """

    definition: MeasureDefinition
    assessment: Assessment
    band: str
    before: float | None
    to_ask: tuple[str, ...]
    to_look_at: tuple[str, ...]

    @property
    def scales(self) -> list[tuple[str, float]]:
        """The scores by name of a measure that is read by its scales and has no total."""
        if self.assessment.score is not None:
            return []
        known = self.assessment.subscales
        scores = ((scale.name, known.get(scale.key)) for scale in self.definition.subscales)
        return [(name, score) for name, score in scores if score is not None]

    @property
    def in_words(self) -> str:
        """The band of the score, or the words of the answer where there is but one question."""
        if self.band or len(self.definition.items) > 1 or self.assessment.score is None:
            return self.band
        return dict(self.definition.items[0].answer_labels).get(int(self.assessment.score), "")


@dataclass(frozen=True)
class NoteOfSession:
    """One person's progress note with its session."""

    note: ProgressNote
    group_session: GroupSession


def find_kept_participant(viewer: Viewer, participant_id: int) -> Participant:
    """Return a person whom the viewer may change: not those whom they only observe.

    Raises NotOnCaseload.
    """
    person = find_participant(viewer, participant_id)
    if not keeps_participant(viewer, person):
        raise NotOnCaseload
    return person


def keeps_participant(viewer: Viewer, person: Participant) -> bool:
    """Say whether somebody in the viewer's reach is theirs to change."""
    kept = select(Enrollment.id).where(
        Enrollment.participant_id == person.id, Enrollment.group_id.in_(kept_group_ids(viewer))
    )
    return viewer.reads_every_group or db.session.scalar(kept.limit(1)) is not None


def stays_of_participant(viewer: Viewer, person: Participant) -> list[StayLine]:
    """Return a person's stays in the viewer's groups, the latest first."""
    stays = db.session.scalars(
        select(Enrollment)
        .options(joinedload(Enrollment.group), selectinload(Enrollment.changes))
        .where(
            Enrollment.participant_id == person.id,
            Enrollment.group_id.in_(group_ids_in_reach(viewer)),
        )
        .order_by(Enrollment.id.desc())
    )
    return [_stay_line(viewer, stay) for stay in stays]


def _stay_line(viewer: Viewer, stay: Enrollment) -> StayLine:
    history = stay_history(viewer, stay)
    return StayLine(stay, history, None if history is None else attendance_rate(history))


def latest_scores(viewer: Viewer, person: Participant) -> list[LatestScore]:
    """Return the newest score of every measure that the person has answered, by its name.

    The person must be found first, with find_clinical_participant.
    """
    rows = db.session.scalars(
        select(Assessment)
        .options(joinedload(Assessment.measure_version))
        .where(Assessment.participant_id == person.id, Assessment.superseded_at.is_(None))
        .order_by(Assessment.assessed_on, Assessment.id)
    )
    of_measure: dict[int, list[Assessment]] = {}
    for row in rows:
        of_measure.setdefault(row.measure_id, []).append(row)
    found = [_latest(assessments) for assessments in of_measure.values()]
    return sorted(found, key=lambda each: each.definition.short_name.casefold())


def _latest(assessments: Sequence[Assessment]) -> LatestScore:
    newest = assessments[-1]
    definition = _definition(newest.measure_version)
    band = band_of(definition, newest.score)
    before = assessments[-2].score if len(assessments) > 1 else None
    risk = safety_answers(definition, newest.answers)
    return LatestScore(
        definition,
        newest,
        "" if band is None else band.name,
        before,
        tuple(item.topic for item in risk.not_answered),
        tuple(found.words for found in risk.shown),
    )


def _definition(version: MeasureVersion) -> MeasureDefinition:
    return parse_definition(version.definition)


def notes_of_participant(viewer: Viewer, person: Participant) -> list[NoteOfSession]:
    """Return the person's progress notes in groups whose records the viewer reads, newest first."""
    rows = db.session.execute(
        select(ProgressNote, GroupSession)
        .join(GroupSession, GroupSession.id == ProgressNote.group_session_id)
        .join(Enrollment, Enrollment.id == ProgressNote.enrollment_id)
        .options(
            joinedload(GroupSession.group),
            selectinload(ProgressNote.signatures),
        )
        .where(
            Enrollment.participant_id == person.id,
            GroupSession.group_id.in_(clinical_group_ids(viewer)),
        )
        .order_by(GroupSession.starts_at.desc())
    )
    return [NoteOfSession(note, group_session) for note, group_session in rows]
