"""Add, change, turn off a rule; decide about somebody's missed sessions."""

from collections.abc import Collection, Mapping
from typing import Any

from dashboard.caseload.flags import find_flag
from dashboard.caseload.practice import find_rule
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import FlagKind, MissesDecision
from dashboard.errors import NotOnCaseload, Refused
from dashboard.extensions import db
from dashboard.models.flags import AttendanceRule, Flag
from dashboard.records.attendance_rules import add_rule, change_rule, turn_rule
from dashboard.records.flags import close_flag

DECISIONS = {
    MissesDecision.KEEP_GOING: "Keep going",
    MissesDecision.OUTREACH_MADE: "Outreach made",
    MissesDecision.DISCHARGE_PROPOSED: "Discharge proposed",
}


def may_set_rules(viewer: Viewer) -> bool:
    """Tell whether the rules are this viewer's to set: clinical leads and administrators."""
    return viewer.reads_every_group


def add(viewer: Viewer, given: Mapping[str, Any], group_type_ids: Collection[int]) -> int:
    """Add a rule and return its id. Raises NotOnCaseload, or Refused."""
    _check(viewer)
    row = add_rule(given, group_type_ids, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()
    return row.id


def change(
    viewer: Viewer,
    rule_id: int,
    given: Mapping[str, Any],
    group_type_ids: Collection[int],
    *,
    version: int,
) -> None:
    """Change a rule. Raises NotOnCaseload, Refused, or Conflict."""
    row = find_to_set(viewer, rule_id)
    change_rule(row, given, group_type_ids, version=version, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()


def turn(viewer: Viewer, rule_id: int, *, on: bool) -> None:
    """Turn a rule on or off. Raises NotOnCaseload."""
    turn_rule(find_to_set(viewer, rule_id), on=on, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()


def find_to_set(viewer: Viewer, rule_id: int) -> AttendanceRule:
    """Return a rule that the viewer may change. Raises NotOnCaseload."""
    _check(viewer)
    return find_rule(viewer, rule_id)


def decide(viewer: Viewer, flag_id: int, decision: str, words: str) -> Flag:
    """Close a flag about misses with what was decided. Raises NotOnCaseload, or Refused.

    A proposed discharge discharges nobody: that is done at the stay, by a person.
    """
    flag = find_flag(viewer, flag_id).flag
    if flag.kind is not FlagKind.MISSES:
        raise NotOnCaseload
    if decision not in DECISIONS:
        raise Refused("Choose what is decided. Nothing was saved.", field="decision")
    decided = MissesDecision(decision)
    note = f"{DECISIONS[decided]}. {words.strip()}".strip()
    close_flag(flag, by=viewer.user_id, at=viewer.as_of, note=note)
    flag.detail = {**flag.detail, "decision": decided.value}
    db.session.commit()
    return flag


def _check(viewer: Viewer) -> None:
    if not may_set_rules(viewer):
        raise NotOnCaseload
