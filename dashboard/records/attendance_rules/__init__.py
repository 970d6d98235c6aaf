"""Rules about misses: what the practice goes by, and the flags that they raise."""

from dashboard.records.attendance_rules.flags import (
    refresh_attendance_flags,
    refresh_flags_of_group,
)
from dashboard.records.attendance_rules.rules import (
    add_rule,
    change_rule,
    install_rules,
    turn_rule,
)

__all__ = [
    "add_rule",
    "change_rule",
    "install_rules",
    "refresh_attendance_flags",
    "refresh_flags_of_group",
    "turn_rule",
]
