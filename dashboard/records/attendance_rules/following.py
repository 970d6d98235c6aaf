"""One flag about misses, kept to what is known now."""

from datetime import date, datetime
from typing import Any

from dashboard.clinical.attendance import History, Rule, RuleFlag, expected_sessions
from dashboard.extensions import db
from dashboard.models.flags import Flag
from dashboard.records.flags import close_flag
from dashboard.records.trail import write_audit_line

CORRECTED = "The record was corrected: the rule is not reached any more."


def flag_detail(found: RuleFlag) -> dict[str, Any]:
    """What a flag says: the rule as it was, the dates that it used, what is not known."""
    return {
        "rule": found.rule.name,
        "rule_key": found.rule.key,
        "step": found.rule.step.value,
        "dates": [on.isoformat() for on in found.dates],
        "not_recorded": [on.isoformat() for on in found.not_recorded],
        "stands": True,
    }


def flag_dates(flag: Flag) -> tuple[date, ...]:
    """The dates that a flag about misses used."""
    return tuple(date.fromisoformat(on) for on in flag.detail["dates"])


def follow(
    flag: Flag,
    rule: Rule,
    found: RuleFlag | None,
    history: History,
    *,
    by: int | None,
    at: datetime,
) -> None:
    """Keep an open flag to what is known now; `found` is None where its rule is not reached.

    Where a date that it used does not count any more, and nobody has seen it, it is closed in
    the name of whoever corrected that. Does not commit.
    """
    if found is not None:
        _set_detail(flag, flag_detail(found), by, at)
        return
    _set_detail(flag, {**flag.detail, "stands": False}, by, at)
    if by is None or flag.acknowledged_at is not None:
        return
    if not set(flag_dates(flag)) <= counting_dates(rule, history):
        flag.detail = {**flag.detail, "corrected": True}
        close_flag(flag, by=by, at=at, note=CORRECTED)


def counting_dates(rule: Rule, history: History) -> set[date]:
    """The dates of the sessions that a rule counts, wholly or in part."""
    return {
        session.on
        for session in expected_sessions(history)
        if session.mark is not None and rule.weight(session.mark, session.made_up)
    }


def _set_detail(flag: Flag, detail: dict[str, Any], by: int | None, at: datetime) -> None:
    if detail == flag.detail:
        return
    flag.detail = detail
    db.session.flush()
    write_audit_line(
        by=by,
        at=at,
        action="update flag",
        subject="flags",
        subject_id=flag.id,
        participant_id=flag.participant_id,
        detail={"kind": str(flag.kind), "stands": detail["stands"]},
    )
