"""How a stay in a group may go on, and which seat is the next one."""

from collections.abc import Collection, Mapping
from itertools import count
from types import MappingProxyType

from dashboard.clinical.words import EnrollmentStatus

RESERVED, WAITLISTED, ACTIVE = (
    EnrollmentStatus.RESERVED,
    EnrollmentStatus.WAITLISTED,
    EnrollmentStatus.ACTIVE,
)
ON_HOLD, COMPLETED, DISCHARGED = (
    EnrollmentStatus.ON_HOLD,
    EnrollmentStatus.COMPLETED,
    EnrollmentStatus.DISCHARGED,
)

# None is a stay that has not begun. One that has ended stays so: a return is a new stay.
NEXT_STATUSES: Mapping[EnrollmentStatus | None, frozenset[EnrollmentStatus]] = MappingProxyType(
    {
        None: frozenset({RESERVED, WAITLISTED, ACTIVE}),
        RESERVED: frozenset({ACTIVE, WAITLISTED, DISCHARGED}),
        WAITLISTED: frozenset({RESERVED, ACTIVE, DISCHARGED}),
        ACTIVE: frozenset({ON_HOLD, COMPLETED, DISCHARGED}),
        ON_HOLD: frozenset({ACTIVE, COMPLETED, DISCHARGED}),
        COMPLETED: frozenset(),
        DISCHARGED: frozenset(),
    }
)


def may_become(before: EnrollmentStatus | None, after: EnrollmentStatus) -> bool:
    """Say whether a stay of one status may have another next; None is a stay to begin."""
    return after in NEXT_STATUSES[before]


def lowest_free_seat(taken: Collection[int], capacity: int) -> int | None:
    """The lowest seat number, from 1, that nobody has; None when as many are in as there are seats.

    A seat beyond the capacity, kept from before the group was made smaller, counts as taken.
    """
    if len(taken) >= capacity:
        return None
    return next(seat for seat in count(1) if seat not in taken)
