"""The answers to single items behind a person's scores."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from dashboard.caseload.reach import find_clinical_participant
from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.measures import Assessment, Measure


@dataclass(frozen=True)
class AnswerSet:
    """The answers of one day by item key; None is no answer. Of a total alone there are none."""

    on: date
    answers: Mapping[str, int | None]
    total_only: bool


def answers_by_measure(viewer: Viewer, participant_id: int) -> dict[str, list[AnswerSet]]:
    """Return one person's answers by key of the measure, by date. Raises NotOnCaseload."""
    find_clinical_participant(viewer, participant_id)
    query = (
        select(Measure.key, Assessment)
        .join(Measure, Measure.id == Assessment.measure_id)
        .where(Assessment.participant_id == participant_id, Assessment.superseded_at.is_(None))
        .order_by(Assessment.assessed_on, Assessment.id)
    )
    found: dict[str, list[AnswerSet]] = defaultdict(list)
    for key, row in db.session.execute(query):
        found[key].append(AnswerSet(row.assessed_on, row.answers, bool(row.total_only)))
    return found
