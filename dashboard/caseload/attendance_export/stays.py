"""The stays that an export is about, each read once, under names or pseudonyms."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select

from dashboard.caseload.attendance_export.filters import AttendanceFilters
from dashboard.caseload.reach import group_ids_in_reach
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.attendance import Stay, stay_from_changes
from dashboard.clinical.words import ENDED_STATUSES, DischargeReason, EnrollmentStatus
from dashboard.extensions import db
from dashboard.models.participants import Enrollment, EnrollmentChange, Participant

Change = tuple[EnrollmentStatus, date, DischargeReason | None]
# Given name, family name and code in place of the real ones, for a participant's id.
Disguise = Callable[[int], tuple[str, str, str]]


@dataclass(frozen=True)
class StayFacts:
    """One stay of one person; the status and the reason as its changes say them."""

    id: int
    participant_id: int
    given_name: str
    family_name: str
    code: str
    stay: Stay
    status: EnrollmentStatus
    reason: DischargeReason | None


def stays_asked_for(
    viewer: Viewer, filters: AttendanceFilters, disguise: Disguise | None = None
) -> dict[int, StayFacts]:
    """Return the stays of groups in the viewer's reach that have a first day, by id."""
    wanted: list[ColumnElement[bool]] = [
        Enrollment.group_id.in_(group_ids_in_reach(viewer)),
        Enrollment.joined_on.is_not(None),
    ]
    if filters.group_id is not None:
        wanted.append(Enrollment.group_id == filters.group_id)
    if filters.participant_id is not None:
        wanted.append(Enrollment.participant_id == filters.participant_id)
    changes = _changes(wanted)
    query = (
        select(
            Enrollment.id,
            Participant.id,
            Participant.given_name,
            Participant.family_name,
            Participant.code,
        )
        .join(Participant, Participant.id == Enrollment.participant_id)
        .where(*wanted)
    )
    found = {}
    for stay_id, person_id, given, family, code in db.session.execute(query):
        shown = disguise(person_id) if disguise else (given, family, code)
        status = _read(changes[stay_id])
        found[stay_id] = StayFacts(stay_id, person_id, *shown, *status)
    return found


def _changes(wanted: Sequence[ColumnElement[bool]]) -> dict[int, list[Change]]:
    found: dict[int, list[Change]] = defaultdict(list)
    query = (
        select(
            EnrollmentChange.enrollment_id,
            EnrollmentChange.status,
            EnrollmentChange.on_date,
            EnrollmentChange.reason,
        )
        .join(Enrollment, Enrollment.id == EnrollmentChange.enrollment_id)
        .where(*wanted)
        .order_by(EnrollmentChange.on_date, EnrollmentChange.id)
    )
    for stay_id, status, on, reason in db.session.execute(query):
        found[stay_id].append((status, on, reason))
    return found


def _read(changes: list[Change]) -> tuple[Stay, EnrollmentStatus, DischargeReason | None]:
    stay = stay_from_changes((status, on) for status, on, _ in changes)
    ends = [change for change in changes if change[0] in ENDED_STATUSES]
    if ends:
        return stay, ends[0][0], ends[0][2]
    on_hold = any(hold.until is None for hold in stay.holds)
    return stay, EnrollmentStatus.ON_HOLD if on_hold else EnrollmentStatus.ACTIVE, None
