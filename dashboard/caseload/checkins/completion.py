"""Who has answered before a session: live, and without a single answer being shown."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from dashboard.caseload.expected import expected_stays
from dashboard.caseload.reach import find_group_session
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.checkins.questions import questions_of
from dashboard.clinical.measures import MeasureDefinition, parse_definition
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn
from dashboard.models.group_sessions import GroupSession
from dashboard.models.measures import MeasureVersion
from dashboard.models.participants import Enrollment


@dataclass(frozen=True)
class PersonAsked:
    """One person expected at a session, with the check-in where there is one.

    `unanswered_risk` are the topics of safety items left out although others were answered.
    """

    stay: Enrollment
    check_in: CheckIn | None
    answered: int
    asked: int
    unanswered_risk: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """One of: not asked, not opened, opened, under way, done."""
        if self.check_in is None:
            return "not asked"
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
    given = {(row.measure, row.item) for row in check_in.answers}
    return PersonAsked(
        stay, check_in, len(given), len(questions_of(asked)), _unanswered_risk(asked, given)
    )


def _unanswered_risk(
    asked: list[MeasureDefinition], given: set[tuple[str, str]]
) -> tuple[str, ...]:
    """Topics of safety items without an answer, of measures that were begun."""
    return tuple(
        definition.item(safety.item).topic
        for definition in asked
        for safety in definition.safety_items
        if (definition.key, safety.item) not in given
        and any(measure == definition.key for measure, _ in given)
    )
