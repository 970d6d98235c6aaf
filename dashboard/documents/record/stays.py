"""Stays with their history, and flags, as plain data."""

from typing import Any

from dashboard.caseload.flags import FlagLine
from dashboard.caseload.participants import StayLine
from dashboard.documents.masking import Masks
from dashboard.documents.record.moments import day, moment, word
from dashboard.models.participants import EnrollmentChange


def stay_data(line: StayLine, masks: Masks) -> dict[str, Any]:
    """Return one stay: where, from when to when, every change of it, and its attendance."""
    stay, rate = line.stay, line.attendance
    return {
        "group": masks.cover(stay.group.name),
        "status": word(stay.status),
        "joined_on": day(stay.joined_on),
        "ended_on": day(stay.ended_on),
        "waitlist_note": masks.cover(stay.waitlist_note),
        "history": [_change(change, masks) for change in stay.changes],
        "attendance": rate
        and {
            "expected": rate.expected,
            "attended": rate.attended,
            "missed": rate.missed,
            "not_recorded": rate.not_recorded,
        },
    }


def _change(change: EnrollmentChange, masks: Masks) -> dict[str, Any]:
    return {
        "on": day(change.on_date),
        "status": word(change.status),
        "reason": word(change.reason),
        "remark": masks.cover(change.remark),
    }


def flag_data(line: FlagLine, masks: Masks) -> dict[str, Any]:
    """Return one flag: what raised it, who saw it, what they found and how it was closed."""
    flag = line.flag
    return {
        "kind": word(flag.kind),
        "raised_at": moment(flag.raised_at),
        "because": masks.cover_all(flag.detail),
        "acknowledged_at": moment(flag.acknowledged_at),
        "acknowledged_by": line.acknowledged_by.name if line.acknowledged_by else None,
        "finding": masks.cover(flag.finding),
        "closed_at": moment(flag.closed_at),
        "closing_note": masks.cover(flag.closing_note),
    }
