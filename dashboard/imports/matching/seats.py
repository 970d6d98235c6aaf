"""Seats for everyone who comes in with a file: in new groups as many as are needed."""

from dashboard.clinical.enrollment import lowest_free_seat
from dashboard.errors import Refused
from dashboard.imports.matching.picture import Picture
from dashboard.records.importing import GroupRow

MOST_SEATS = 50


def give_seats(picture: Picture) -> None:
    """Give each new stay that goes on the lowest free seat. Raises Refused for a full group."""
    for stay in picture.rows.stays:
        if not stay.is_seated:
            continue
        seat = lowest_free_seat(stay.group.seats, stay.group.capacity) or _more(stay.group)
        if seat is None:
            raise Refused(
                f"Line {stay.line}: all {stay.group.capacity} seats of {stay.group.name} are taken."
            )
        stay.seat = seat
        stay.group.seats.add(seat)


def _more(group: GroupRow) -> int | None:
    """Return one more seat of a group that is new."""
    if group.id is not None or group.capacity >= MOST_SEATS:
        return None
    group.capacity += 1
    return group.capacity
