"""Assessments and check-ins as plain data, with each answer as it was given."""

from typing import Any

from dashboard.clinical.measures import band_of, parse_definition
from dashboard.documents.masking import Masks
from dashboard.documents.record.moments import day, moment, word
from dashboard.models.check_ins import CheckIn
from dashboard.models.measures import Assessment


def assessment_data(row: Assessment) -> dict[str, Any]:
    """Return one assessment; `superseded_at` says that a correction stands in its place."""
    definition = parse_definition(row.measure_version.definition)
    band = None if row.score is None else band_of(definition, row.score)
    return {
        "measure": definition.short_name,
        "version": definition.version,
        "on": day(row.assessed_on),
        "score": row.score,
        "band": None if band is None else band.name,
        "prorated": bool(row.prorated),
        "total_only": bool(row.total_only),
        "source": word(row.source),
        "superseded_at": moment(row.superseded_at),
        "answers": [
            {"item": item.key, "topic": item.topic, "answer": row.answers.get(item.key)}
            for item in definition.items
        ],
        "subscales": row.subscales,
    }


def check_in_data(row: CheckIn, masks: Masks) -> dict[str, Any]:
    """Return one check-in: when it was sent, opened and finished, and what was answered."""
    return {
        "for_session_on": day(row.group_session.on_date),
        "sent_at": moment(row.sent_at),
        "opened_at": moment(row.opened_at),
        "finished_at": moment(row.finished_at),
        "located_in": row.located_in,
        "emergency_contact": masks.cover(row.emergency_contact),
        "answers": [
            {
                "measure": answer.measure,
                "item": answer.item,
                "answer": answer.answer,
                "at": moment(answer.answered_at),
            }
            for answer in sorted(row.answers, key=lambda each: each.id)
        ],
    }
