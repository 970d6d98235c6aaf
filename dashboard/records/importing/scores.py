"""Many new scores at once: for each a row, an audit line, and a flag where an answer says risk."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dashboard.clinical.measures import MeasureDefinition
from dashboard.clinical.words import AssessmentSource
from dashboard.models.measures import Assessment, MeasureVersion
from dashboard.records.assessments import check_date, raise_safety_flags, score_form
from dashboard.records.importing.frame import add_rows
from dashboard.records.importing.writing import Progress, no_progress
from dashboard.records.trail import write_audit_lines

AT_ONCE = 2_000


@dataclass(eq=False, slots=True)
class NewScore:
    """One assessment of a person who has none of this measure and date: answers or a total."""

    participant_id: int
    version: MeasureVersion
    definition: MeasureDefinition
    on: date
    answers: Mapping[str, int | None] | None
    total: float | None
    id: int | None = None


def add_scores(
    found: Sequence[NewScore],
    *,
    batch_id: int,
    by: int | None,
    at: datetime,
    progress: Progress = no_progress,
) -> None:
    """Write new assessments down, each as `record_assessment` would. Does not commit.

    Raises Refused, by field, for what does not score.
    """
    for first in range(0, len(found), AT_ONCE):
        progress("Writing scores", first, len(found))
        part = found[first : first + AT_ONCE]
        add_rows(Assessment, part, [_values(each, batch_id, by, at) for each in part])
        act, subject = "record assessment", "assessments"
        write_audit_lines(_lines(part), by=by, at=at, action=act, subject=subject)
        for each in part:
            _raise_flags(each, by, at)
    progress("Writing scores", len(found), len(found))


def _values(each: NewScore, batch_id: int, by: int | None, at: datetime) -> dict[str, Any]:
    check_date(each.on, at)
    return {
        **vars(score_form(each.definition, each.answers, each.total)),
        "participant_id": each.participant_id,
        "measure_id": each.version.measure_id,
        "measure_version_id": each.version.id,
        "assessed_on": each.on,
        "source": AssessmentSource.IMPORT,
        "import_batch_id": batch_id,
        "recorded_by_id": by,
        "recorded_at": at,
    }


def _lines(part: Sequence[NewScore]) -> Iterator[dict[str, Any]]:
    source = str(AssessmentSource.IMPORT)
    for each in part:
        detail = {"measure": each.definition.key, "on": each.on.isoformat(), "source": source}
        yield {"subject_id": each.id, "participant_id": each.participant_id, "detail": detail}


def _raise_flags(each: NewScore, by: int | None, at: datetime) -> None:
    raise_safety_flags(
        each.definition,
        each.answers or {},
        participant_id=each.participant_id,
        on=each.on,
        at=at,
        by=by,
        assessment_id=each.id,
    )
