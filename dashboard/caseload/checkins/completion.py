"""Who has answered before a session: live, and without a single answer being shown."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from dashboard.caseload.expected import expected_stays
from dashboard.caseload.reach import find_group_session
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.checkins.questions import Given, answers_of, questions_of
from dashboard.clinical.measures import MeasureDefinition, parse_definition, safety_answers
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn
from dashboard.models.flags import Flag
from dashboard.models.group_sessions import GroupSession
from dashboard.models.measures import MeasureVersion
from dashboard.models.participants import Enrollment


@dataclass(frozen=True)
class PersonAsked:
    """One person expected at a session, with the check-in where there is one.

    `unanswered_risk` are the topics of safety items left out of a measure that was begun, or of
    a check-in that was finished; `to_look_at` are answers that raise no flag and must be seen.
    """

    stay: Enrollment
    check_in: CheckIn | None
    answered: int
    asked: int
    unanswered_risk: tuple[str, ...] = ()
    to_look_at: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """One of: not asked, not opened, opened, under way, left empty, done."""
        if self.check_in is None:
            return "not asked"
        if self.check_in.finished_at is not None and not self.answered:
            return "left empty"
        if self.check_in.finished_at is not None or 0 < self.asked == self.answered:
            return "done"
        if self.answered:
            return "under way"
        return "not opened" if self.check_in.opened_at is None else "opened"


def check_ins_of_session(viewer: Viewer, group_session: GroupSession) -> list[PersonAsked]:
    """Return everyone expected at a session of the viewer's, by name."""
    found = db.session.scalars(
        select(CheckIn)
        .options(selectinload(CheckIn.answers))
        .where(CheckIn.group_session_id == group_session.id)
    )
    by_stay = {check_in.enrollment_id: check_in for check_in in found}
    versions = [number for one in by_stay.values() for number in one.measure_version_ids]
    definitions = _definitions(versions)
    stays = expected_stays(viewer, group_session)
    return [_person(stay, by_stay.get(stay.id), definitions) for stay in stays]


def find_check_in(viewer: Viewer, check_in_id: int) -> CheckIn:
    """Return one check-in with its person. Raises NotOnCaseload."""
    found = db.session.scalar(
        select(CheckIn)
        .options(
            selectinload(CheckIn.answers),
            joinedload(CheckIn.enrollment).joinedload(Enrollment.participant),
        )
        .where(CheckIn.id == check_in_id)
    )
    if found is None:
        raise NotOnCaseload
    find_group_session(viewer, found.group_session_id)
    return found


def _definitions(version_ids: list[int]) -> dict[int, MeasureDefinition]:
    rows = db.session.scalars(select(MeasureVersion).where(MeasureVersion.id.in_(version_ids)))
    return {row.id: parse_definition(row.definition) for row in rows}


def _person(
    stay: Enrollment, check_in: CheckIn | None, definitions: dict[int, MeasureDefinition]
) -> PersonAsked:
    if check_in is None:
        return PersonAsked(stay, None, 0, 0)
    asked = [definitions[number] for number in check_in.measure_version_ids]
    given = {(row.measure, row.item): row.answer for row in check_in.answers}
    is_finished = check_in.finished_at is not None
    return PersonAsked(
        stay,
        check_in,
        len(given),
        len(questions_of(asked)),
        _unanswered_risk(asked, given, is_finished),
        _to_look_at(asked, given),
    )


def _unanswered_risk(
    asked: list[MeasureDefinition], given: Given, is_finished: bool
) -> tuple[str, ...]:
    """Topics of safety items without an answer, of measures that were begun or will not be."""
    begun = {measure for measure, _ in given}
    return tuple(
        item.topic
        for definition in asked
        if is_finished or definition.key in begun
        for item in safety_answers(definition, answers_of(definition, given)).not_answered
    )


def _to_look_at(asked: list[MeasureDefinition], given: Given) -> tuple[str, ...]:
    return tuple(
        found.words
        for definition in asked
        for found in safety_answers(definition, answers_of(definition, given)).shown
    )


def check_in_behind(viewer: Viewer, flag: Flag) -> CheckIn | None:
    """Return the check-in of the session for which a flag of the viewer's was raised, or None."""
    return db.session.scalar(
        select(CheckIn)
        .join(Enrollment, Enrollment.id == CheckIn.enrollment_id)
        .where(
            CheckIn.group_session_id == flag.group_session_id,
            Enrollment.participant_id == flag.participant_id,
        )
    )
