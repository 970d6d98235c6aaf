"""Defining a practice's own measure, and recording an assessment by hand."""

from collections.abc import Mapping
from datetime import date, datetime

from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import AssessmentSource
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.measures import Assessment, MeasureVersion
from dashboard.models.participants import Participant
from dashboard.records.assessments import record_assessment
from dashboard.records.measures import define_measure


def may_define(viewer: Viewer) -> bool:
    """Tell whether the measures of the practice are this viewer's to define."""
    return viewer.reads_every_group


def define_own(viewer: Viewer, definition: Mapping[str, object]) -> MeasureVersion:
    """Define a measure on a page. Raises NotOnCaseload, or Refused by field."""
    if not may_define(viewer):
        raise NotOnCaseload
    return define(definition, by=viewer.user_id, at=viewer.as_of)


def define(definition: Mapping[str, object], *, by: int | None, at: datetime) -> MeasureVersion:
    """Define a measure. Raises Refused, by field."""
    version = define_measure(definition, by=by, at=at)
    db.session.commit()
    return version


def enter_assessment(
    viewer: Viewer,
    participant: Participant,
    version: MeasureVersion,
    *,
    on: date,
    answers: Mapping[str, int | None] | None,
    total: float | None,
) -> Assessment:
    """Record what a person answered on paper. Raises Refused, by field."""
    row = record_assessment(
        participant,
        version,
        on=on,
        source=AssessmentSource.STAFF,
        by=viewer.user_id,
        at=viewer.as_of,
        answers=answers,
        total=total,
    )
    db.session.commit()
    return row
