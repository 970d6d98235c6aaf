"""The practice: its settings, its people, their licenses, and the trail."""

from dashboard.caseload.practice.closed_days import sessions_on_closed_days
from dashboard.caseload.practice.itself import check_keeps_practice, practice_today, the_practice
from dashboard.caseload.practice.people import (
    LicenseLine,
    accounts_by_name,
    find_account,
    find_license,
    licenses_by_expiry,
    licenses_of,
    licenses_to_renew,
    supervisors,
)
from dashboard.caseload.practice.rules import find_rule, rules_in_order
from dashboard.caseload.practice.timers import TimerRun, timer_runs
from dashboard.caseload.practice.trail import (
    TRAIL_PAGE,
    TrailFilters,
    TrailLine,
    closures_by_date,
    trail_page,
)

__all__ = [
    "TRAIL_PAGE",
    "LicenseLine",
    "TimerRun",
    "TrailFilters",
    "TrailLine",
    "accounts_by_name",
    "check_keeps_practice",
    "closures_by_date",
    "find_account",
    "find_license",
    "find_rule",
    "licenses_by_expiry",
    "licenses_of",
    "licenses_to_renew",
    "practice_today",
    "rules_in_order",
    "sessions_on_closed_days",
    "supervisors",
    "the_practice",
    "timer_runs",
    "trail_page",
]
