"""What attendance means: who is expected, the rate, minutes, rules, drop-out, the register."""

from dashboard.clinical.attendance.counts import AttendanceCounts, attendance_counts
from dashboard.clinical.attendance.decided import wants_a_human
from dashboard.clinical.attendance.dropout import DropOut, drop_out
from dashboard.clinical.attendance.minutes import default_minutes, minutes_messages
from dashboard.clinical.attendance.rate import AttendanceRate, attendance_rate, rate_of_marks
from dashboard.clinical.attendance.register import (
    Register,
    RegisterCell,
    RegisterColumn,
    RegisterLine,
    RegisterRow,
    Unmarked,
    register,
)
from dashboard.clinical.attendance.rule_flags import RuleFlag, first_flag, flags_for
from dashboard.clinical.attendance.rules import (
    Rule,
    RuleKind,
    RuleRefused,
    RuleStep,
    row_from_rule,
    rule_from_row,
    shipped_rules,
)
from dashboard.clinical.attendance.sessions import (
    History,
    Hold,
    SessionMark,
    Stay,
    expected_sessions,
    is_expected,
    stay_from_changes,
)

__all__ = [
    "AttendanceCounts",
    "AttendanceRate",
    "DropOut",
    "History",
    "Hold",
    "Register",
    "RegisterCell",
    "RegisterColumn",
    "RegisterLine",
    "RegisterRow",
    "Rule",
    "RuleFlag",
    "RuleKind",
    "RuleRefused",
    "RuleStep",
    "SessionMark",
    "Stay",
    "Unmarked",
    "attendance_counts",
    "attendance_rate",
    "default_minutes",
    "drop_out",
    "expected_sessions",
    "first_flag",
    "flags_for",
    "is_expected",
    "minutes_messages",
    "rate_of_marks",
    "register",
    "row_from_rule",
    "rule_from_row",
    "shipped_rules",
    "stay_from_changes",
    "wants_a_human",
]
