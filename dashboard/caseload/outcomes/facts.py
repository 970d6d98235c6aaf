"""Everything that courses are made of, in a constant number of questions."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import cast

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import joinedload

from dashboard.caseload.outcomes.taught import skills_by_session
from dashboard.caseload.reach import clinical_group_ids
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.measures import MeasureDefinition, parse_definition
from dashboard.clinical.outcomes.windows import DatedScore
from dashboard.clinical.words import DischargeReason, EnrollmentStatus, Mark
from dashboard.extensions import db
from dashboard.models.curricula import Curriculum, Skill
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.groups import Group, GroupType
from dashboard.models.measures import Assessment, Measure, MeasureVersion
from dashboard.models.participants import Enrollment, EnrollmentChange

GLOBAL_CHANGE = "global_change"
# Asked of everyone beside the primary measure.
MOOD = "phq9"
Change = tuple[EnrollmentStatus, date, DischargeReason | None]


@dataclass(frozen=True)
class CourseFacts:
    """Stays with what belongs to them, by the ids that they are asked for."""

    stays: list[Enrollment]
    changes: dict[int, list[Change]]
    sessions: dict[int, list[GroupSession]]
    taught: dict[int, tuple[Skill, ...]]
    marks: dict[tuple[int, int], Mark | None]
    scores: dict[tuple[int, int], list[DatedScore]]
    definitions: dict[int, MeasureDefinition]
    measure_ids: dict[str, int]
    curricula: dict[int, str]


def course_facts(viewer: Viewer, *wanted: ColumnElement[bool]) -> CourseFacts:
    """Return the viewer's stays for which all of `wanted` holds, with their facts."""
    reach = (Enrollment.group_id.in_(clinical_group_ids(viewer)), *wanted)
    joined = select(Enrollment).join(Enrollment.group).join(Group.group_type).where(*reach)
    stays = list(
        db.session.scalars(
            joined.options(
                joinedload(Enrollment.participant),
                joinedload(Enrollment.group).joinedload(Group.group_type),
            ).order_by(Enrollment.id)
        )
    )
    stay_ids = joined.with_only_columns(Enrollment.id)
    group_ids = joined.with_only_columns(Enrollment.group_id)
    definitions, measure_ids = _definitions()
    return CourseFacts(
        stays=stays,
        changes=_changes(stay_ids),
        sessions=_sessions(group_ids),
        taught=skills_by_session(viewer, group_ids),
        marks=_marks(stay_ids),
        scores=_scores(joined.with_only_columns(Enrollment.participant_id), set(definitions)),
        definitions=definitions,
        measure_ids=measure_ids,
        curricula=_curricula(),
    )


def _changes(stay_ids: Select[int]) -> dict[int, list[Change]]:
    found: dict[int, list[Change]] = defaultdict(list)
    query = (
        select(EnrollmentChange)
        .where(EnrollmentChange.enrollment_id.in_(stay_ids))
        .order_by(EnrollmentChange.on_date, EnrollmentChange.id)
    )
    for row in db.session.scalars(query):
        found[row.enrollment_id].append((row.status, row.on_date, row.reason))
    return found


def _sessions(group_ids: Select[int]) -> dict[int, list[GroupSession]]:
    found: dict[int, list[GroupSession]] = defaultdict(list)
    query = (
        select(GroupSession)
        .options(joinedload(GroupSession.cycle))
        .where(GroupSession.group_id.in_(group_ids))
        .order_by(GroupSession.starts_at, GroupSession.id)
    )
    for row in db.session.scalars(query):
        found[row.group_id].append(row)
    return found


def _marks(stay_ids: Select[int]) -> dict[tuple[int, int], Mark | None]:
    query = select(Attendance.enrollment_id, Attendance.group_session_id, Attendance.mark).where(
        Attendance.enrollment_id.in_(stay_ids)
    )
    return {(stay, session): mark for stay, session, mark in db.session.execute(query)}


def _scores(
    participant_ids: Select[int], measure_ids: set[int]
) -> dict[tuple[int, int], list[DatedScore]]:
    found: dict[tuple[int, int], list[DatedScore]] = defaultdict(list)
    query = select(
        Assessment.participant_id,
        Assessment.measure_id,
        Assessment.assessed_on,
        Assessment.id,
        Assessment.score,
    ).where(
        Assessment.participant_id.in_(participant_ids),
        Assessment.measure_id.in_(measure_ids),
        Assessment.superseded_at.is_(None),
        Assessment.score.is_not(None),
    )
    ordered = query.order_by(Assessment.assessed_on, Assessment.id)
    for person, measure, on, sequence, value in db.session.execute(ordered):
        found[person, measure].append(DatedScore(on, sequence, cast(float, value)))
    return found


def _curricula() -> dict[int, str]:
    named = db.session.execute(select(Curriculum.id, Curriculum.name))
    return {id_: name for id_, name in named}  # noqa: C416, rows are no plain tuples to mypy


def _definitions() -> tuple[dict[int, MeasureDefinition], dict[str, int]]:
    """The newest definition of what group types measure first, of PHQ-9 and the global rating."""
    query = (
        select(MeasureVersion, Measure.key)
        .join(MeasureVersion.measure)
        .where(
            or_(
                Measure.key.in_((GLOBAL_CHANGE, MOOD)),
                Measure.id.in_(select(GroupType.primary_measure_id)),
            )
        )
        .order_by(MeasureVersion.number)
    )
    newest = {row.measure_id: (row, key) for row, key in db.session.execute(query)}
    definitions = {id_: parse_definition(row.definition) for id_, (row, _) in newest.items()}
    return definitions, {key: id_ for id_, (_, key) in newest.items()}
