"""The history of a stay as a timeline."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.caseload.groups import StayChange
from dashboard.clinical.calendar import day_in_words
from dashboard.clinical.words import DischargeReason, EnrollmentStatus

ACTIVE, ON_HOLD, RESERVED, WAITLISTED = (
    EnrollmentStatus.ACTIVE,
    EnrollmentStatus.ON_HOLD,
    EnrollmentStatus.RESERVED,
    EnrollmentStatus.WAITLISTED,
)
HAPPENED = {
    RESERVED: "A seat was reserved",
    WAITLISTED: "Put on the waitlist",
    ACTIVE: "Enrolled",
    ON_HOLD: "Put on hold, the seat kept",
    EnrollmentStatus.COMPLETED: "Completed",
    EnrollmentStatus.DISCHARGED: "Discharged",
}


@dataclass(frozen=True)
class Entry:
    """One thing that happened, as the timeline shows it."""

    when: str
    what: str
    detail: str
    kind: str


def timeline_of(changes: Iterable[StayChange]) -> list[Entry]:
    """Return what happened in a stay, the first first."""
    entries: list[Entry] = []
    before: EnrollmentStatus | None = None
    for row in changes:
        change = row.change
        detail = "; ".join(part for part in (change.remark, _who(row)) if part)
        when = day_in_words(change.on_date)
        what = _what(change.status, change.reason, before)
        entries.append(Entry(when, what, detail, "accent" if change.status == ACTIVE else "plain"))
        before = change.status
    return entries


def _what(
    status: EnrollmentStatus, reason: DischargeReason | None, before: EnrollmentStatus | None
) -> str:
    if status is ACTIVE and before is ON_HOLD:
        return "Returned"
    if reason is None or reason is DischargeReason.COMPLETED:
        return HAPPENED[status]
    return f"{HAPPENED[status]}: {reason.replace('_', ' ')}"


def _who(row: StayChange) -> str:
    return f"by {row.by_name}" if row.by_name else ""
