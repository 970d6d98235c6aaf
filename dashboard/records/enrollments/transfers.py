"""A person goes from one group to another: one stay ends, the next begins, both or neither."""

from datetime import date, datetime

from dashboard.clinical.words import DischargeReason, EnrollmentStatus
from dashboard.errors import Refused
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment, Participant
from dashboard.records.enrollments.beginnings import begin_stay
from dashboard.records.enrollments.steps import leave


def transfer(
    stay: Enrollment,
    participant: Participant,
    to: Group,
    *,
    on: date,
    by: int | None,
    at: datetime,
    remark: str = "",
) -> Enrollment:
    """End a stay and begin one in another group from the same day; the caller commits.

    Returns the new stay. Raises Refused, by field: the same group, a full or closed one, or a
    day on which the old stay cannot end. The caller then undoes what was begun.
    """
    if to.id == stay.group_id:
        raise Refused("Choose another group than the one the person is in.", field="to_group")
    begun = begin_stay(to, participant, EnrollmentStatus.ACTIVE, on=on, by=by, at=at)
    why = DischargeReason.TRANSFERRED
    leave(stay, why, on=on, by=by, at=at, remark=remark)
    return begun
