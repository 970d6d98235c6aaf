"""A completed measure, scored and kept with its answers; a risk answer raises its flag at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from flask import current_app
from sqlalchemy import select

from dashboard.clinical.measures import (
    AnswerError,
    MeasureDefinition,
    SafetyAnswer,
    parse_definition,
    safety_answers,
    score_answers,
    valid_score,
)
from dashboard.clinical.words import AssessmentSource, FlagKind
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.measures import Assessment, MeasureVersion
from dashboard.models.participants import Participant
from dashboard.records.flags import raise_flag
from dashboard.records.trail import write_audit_line

# Somewhere it is tomorrow already.
AHEAD = timedelta(days=1)


@dataclass(frozen=True)
class Scored:
    """What one form comes to: the fields of an assessment that its answers or total decide."""

    answers: dict[str, int | None]
    score: float | None
    subscales: dict[str, float | None]
    prorated: int
    total_only: int


def record_assessment(
    participant: Participant,
    measure_version: MeasureVersion,
    *,
    on: date,
    source: AssessmentSource,
    by: int | None,
    at: datetime,
    answers: Mapping[str, int | None] | None = None,
    total: float | None = None,
    **kept_with: int | None,
) -> Assessment:
    """Return the person's assessment of one date, from answers or a total. Does not commit.

    The same again changes nothing; other values supersede the earlier row of that measure and
    date. `kept_with` takes group_session_id and import_batch_id. Raises Refused, by field.
    """
    definition = parse_definition(measure_version.definition)
    scored = score_form(definition, answers, total)
    check_date(on, at)
    earlier = _current(participant.id, measure_version.measure_id, on)
    if earlier is not None:
        if says_the_same(earlier, scored):
            return earlier
        earlier.superseded_at = at
        db.session.flush()
    row = Assessment(**vars(scored), **kept_with, source=source, assessed_on=on)
    row.participant_id = participant.id
    row.measure_id, row.measure_version_id = measure_version.measure_id, measure_version.id
    row.recorded_by_id, row.recorded_at = by, at
    db.session.add(row)
    db.session.flush()
    _write_line(row, definition.key, is_correction=earlier is not None)
    raise_safety_flags(
        definition,
        row.answers,
        participant_id=row.participant_id,
        on=on,
        at=at,
        by=by,
        assessment_id=row.id,
        group_session_id=row.group_session_id,
    )
    return row


def score_form(
    definition: MeasureDefinition, answers: Mapping[str, int | None] | None, total: float | None
) -> Scored:
    """Return what answers (or only a total, in points) come to. Raises Refused, by field."""
    if total is not None:
        if not valid_score(definition, total):
            low, high = definition.minimum, definition.maximum
            problem = f"has no score {total:g}: it goes from {low:g} to {high:g}."
            raise Refused(f"{definition.short_name} {problem}", field="total")
        return Scored({}, total, {}, prorated=0, total_only=1)
    given = dict(answers or {})
    if all(answer is None for answer in given.values()):
        raise Refused("There is no answer and no total yet.", field="total")
    try:
        score = score_answers(definition, given, prorate=current_app.config["PRORATE"])
    except AnswerError as error:
        raise Refused(f"Item {error.item} {error.problem}.", field=error.item) from error
    return Scored(given, score.total, score.subscales, int(score.prorated), total_only=0)


def check_date(on: date, at: datetime) -> None:
    """Raise Refused for a date in the future, or before anybody was measured."""
    if on > (at + AHEAD).date():
        raise Refused(f"{on.isoformat()} is in the future.", field="on")
    if on.year < 1950:
        raise Refused(f"{on.isoformat()} is too long ago.", field="on")


def says_the_same(earlier: Assessment, scored: Scored) -> bool:
    """Tell whether an assessment on record already says what is given now."""
    kept: list[Any] = [earlier.answers, earlier.score, earlier.total_only]
    return kept == [scored.answers, scored.score, scored.total_only]


def _current(participant_id: int, measure_id: int, on: date) -> Assessment | None:
    return db.session.scalar(
        select(Assessment).where(
            Assessment.participant_id == participant_id,
            Assessment.measure_id == measure_id,
            Assessment.assessed_on == on,
            Assessment.superseded_at.is_(None),
        )
    )


def _write_line(row: Assessment, measure: str, *, is_correction: bool) -> None:
    write_audit_line(
        by=row.recorded_by_id,
        at=row.recorded_at,
        action="correct assessment" if is_correction else "record assessment",
        subject="assessments",
        subject_id=row.id,
        participant_id=row.participant_id,
        detail={"measure": measure, "on": row.assessed_on.isoformat(), "source": str(row.source)},
    )


def raise_safety_flags(
    definition: MeasureDefinition,
    answers: Mapping[str, int | None],
    *,
    participant_id: int,
    on: date,
    at: datetime,
    by: int | None = None,
    **about: int | None,
) -> None:
    """Raise the flags of the risk answers so far, each once for a date. Does not commit."""
    for found in safety_answers(definition, answers).flagged:
        raise_flag(
            FlagKind.SAFETY,
            f"{participant_id}/{definition.key}/{on.isoformat()}/{found.item.key}={found.answer}",
            at=at,
            by=by,
            detail={"measure": definition.key, **_risk(found)},
            participant_id=participant_id,
            **about,
        )


def _risk(found: SafetyAnswer) -> dict[str, str | int]:
    item = found.item
    return {
        "item": item.key,
        "topic": item.topic,
        "answer": found.answer,
        "reason": found.reason,
    }
