"""The practice's rules: shipped ones to start from, its own, changed and turned off."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from dashboard.clinical.attendance import (
    Rule,
    RuleRefused,
    RuleStep,
    row_from_rule,
    rule_from_row,
    shipped_rules,
)
from dashboard.errors import Conflict, Refused
from dashboard.extensions import db
from dashboard.models.flags import AttendanceRule, RuleGroupType
from dashboard.models.groups import GroupType
from dashboard.records.keys import free_key
from dashboard.records.trail import write_audit_line

# More than these at once would say the same thing twice; a practice turns on what it goes by.
ON_AT_FIRST = frozenset({"second_miss", "dbt_four_misses"})


def install_rules(*, at: datetime) -> None:
    """Write the shipped rules that a practice does not have, for all its types. Does not commit."""
    present = set(db.session.scalars(select(AttendanceRule.key)))
    types = list(db.session.scalars(select(GroupType.id)))
    for rule in shipped_rules():
        if rule.key not in present:
            off = None if rule.key in ON_AT_FIRST else at
            # A practice starts by letting what was made up count for nothing, and may change that.
            definition = row_from_rule(replace(rule, made_up_forgives=True))
            row = AttendanceRule(key=rule.key, definition=definition, turned_off_at=off)
            row.group_types = [RuleGroupType(group_type_id=id_) for id_ in types]
            db.session.add(row)
    db.session.flush()


def add_rule(
    given: Mapping[str, Any], group_type_ids: Collection[int], *, by: int, at: datetime
) -> AttendanceRule:
    """Return a new rule from plain values without a key. Does not commit. Raises Refused."""
    taken = set(db.session.scalars(select(AttendanceRule.key)))
    key = free_key(str(given["name"]), taken, without_letters="rule")
    rule = read_rule({**given, "key": key})
    row = AttendanceRule(key=rule.key, definition=row_from_rule(rule))
    row.group_types = [RuleGroupType(group_type_id=id_) for id_ in sorted(group_type_ids)]
    db.session.add(row)
    _write_line("add attendance rule", row, by, at)
    return row


def change_rule(
    row: AttendanceRule,
    given: Mapping[str, Any],
    group_type_ids: Collection[int],
    *,
    version: int,
    by: int,
    at: datetime,
) -> None:
    """Change a rule, its group types loaded. Flags that it raised stay. Does not commit.

    Raises Refused, or Conflict when it was changed since `version`.
    """
    if row.version != version:
        raise Conflict("Somebody has changed this rule since you opened it.")
    rule = read_rule({**given, "key": row.key})
    kept = {link.group_type_id: link for link in row.group_types}
    row.group_types = [
        kept.get(id_) or RuleGroupType(group_type_id=id_) for id_ in sorted(group_type_ids)
    ]
    row.definition = row_from_rule(rule)
    flag_modified(row, "definition")  # so that the version moves with the group types, too
    _write_line("change attendance rule", row, by, at)


def turn_rule(row: AttendanceRule, *, on: bool, by: int, at: datetime) -> None:
    """Turn a rule on or off; flags that it raised stay. Does not commit."""
    row.turned_off_at = None if on else at
    _write_line(f"turn attendance rule {'on' if on else 'off'}", row, by, at)


def read_rule(given: Mapping[str, Any]) -> Rule:
    """Read a rule from plain values. Raises Refused."""
    if not str(given["name"]).strip():
        raise Refused("Give the rule a name.", field="name")
    try:
        return rule_from_row({"step": RuleStep.REVIEW, **given})
    except RuleRefused as refused:
        raise Refused(str(refused)) from refused


def _write_line(action: str, row: AttendanceRule, by: int, at: datetime) -> None:
    db.session.flush()
    detail = {"rule": row.key}
    write_audit_line(
        by=by,
        at=at,
        action=action,
        subject="attendance_rules",
        subject_id=row.id,
        detail=detail,
    )
