"""Many scores at once: for each a row, an audit line, and a flag where an answer says risk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import update

from dashboard.clinical.measures import MeasureDefinition
from dashboard.clinical.words import AssessmentSource
from dashboard.extensions import db
from dashboard.models.measures import Assessment, MeasureVersion
from dashboard.records.assessments import Scored, check_date, raise_safety_flags
from dashboard.records.importing.frame import add_rows
from dashboard.records.importing.writing import Progress, no_progress
from dashboard.records.trail import write_audit_lines

AT_ONCE = 2_000


@dataclass(eq=False, slots=True)
class NewScore:
    """One assessment as it was scored; `supersedes` is the row that it corrects, if any."""

    participant_id: int
    version: MeasureVersion
    definition: MeasureDefinition
    on: date
    scored: Scored
    supersedes: int | None = None
    id: int | None = None


def add_scores(
    found: Sequence[NewScore],
    *,
    batch_id: int,
    by: int | None,
    at: datetime,
    progress: Progress = no_progress,
) -> None:
    """Write assessments down, each as `record_assessment` would. Does not commit.

    Each is the only one of its person, measure and date. Raises Refused for one of the future.
    """
    for first in range(0, len(found), AT_ONCE):
        progress("Writing scores", first, len(found))
        part = found[first : first + AT_ONCE]
        _supersede([each.supersedes for each in part if each.supersedes is not None], at)
        add_rows(Assessment, part, [_values(each, batch_id, by, at) for each in part])
        _write_lines([each for each in part if each.supersedes is None], "record", by, at)
        _write_lines([each for each in part if each.supersedes is not None], "correct", by, at)
        for each in part:
            _raise_flags(each, by, at)
    progress("Writing scores", len(found), len(found))


def _supersede(ids: Sequence[int], at: datetime) -> None:
    if ids:
        db.session.execute(
            update(Assessment)
            .where(Assessment.id.in_(ids))
            .values(superseded_at=at)
            .execution_options(synchronize_session=False)
        )


def _values(each: NewScore, batch_id: int, by: int | None, at: datetime) -> dict[str, Any]:
    check_date(each.on, at)
    return {
        **vars(each.scored),
        "participant_id": each.participant_id,
        "measure_id": each.version.measure_id,
        "measure_version_id": each.version.id,
        "assessed_on": each.on,
        "source": AssessmentSource.IMPORT,
        "import_batch_id": batch_id,
        "recorded_by_id": by,
        "recorded_at": at,
    }


def _write_lines(part: Sequence[NewScore], act: str, by: int | None, at: datetime) -> None:
    action, subject = f"{act} assessment", "assessments"
    write_audit_lines(_lines(part), by=by, at=at, action=action, subject=subject)


def _lines(part: Sequence[NewScore]) -> Iterator[dict[str, Any]]:
    source = str(AssessmentSource.IMPORT)
    for each in part:
        detail = {"measure": each.definition.key, "on": each.on.isoformat(), "source": source}
        yield {"subject_id": each.id, "participant_id": each.participant_id, "detail": detail}


def _raise_flags(each: NewScore, by: int | None, at: datetime) -> None:
    raise_safety_flags(
        each.definition,
        each.scored.answers,
        participant_id=each.participant_id,
        on=each.on,
        at=at,
        by=by,
        assessment_id=each.id,
    )
