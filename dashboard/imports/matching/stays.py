"""Which stay of a person in a group a row is about; a missing one is made."""

from dataclasses import dataclass
from datetime import date

from dashboard.clinical.attendance import Hold
from dashboard.clinical.words import ENDED_STATUSES, DischargeReason, EnrollmentStatus
from dashboard.errors import Refused
from dashboard.imports.mapped.cells import day, holds, word
from dashboard.imports.mapped.mapping import Reader
from dashboard.imports.matching.picture import Picture
from dashboard.records.importing import GroupRow, PersonRow, StayRow

ACTIVE, ON_HOLD = EnrollmentStatus.ACTIVE, EnrollmentStatus.ON_HOLD


@dataclass(frozen=True)
class StayTold:
    """What a row says of a stay."""

    joined_on: date | None
    ended_on: date | None
    status: EnrollmentStatus
    reason: DischargeReason | None
    holds: tuple[Hold, ...]

    def agrees_with(self, stay: StayRow) -> bool:
        """Whether a stay stands as it is told here."""
        mine = (self.joined_on, self.ended_on, self.status, self.reason, self.holds)
        return mine == (stay.joined_on, stay.ended_on, stay.status, stay.reason, stay.holds)


def stay_told(read: Reader) -> StayTold:
    """Read a stay from a row. Raises Refused for what cannot be."""
    joined_on, ended_on = day(read("enrolled_on")), day(read("ended_on"))
    times = holds(read("on_hold"))
    status = word(read("status"), EnrollmentStatus, "status")
    reason = word(read("end_reason"), DischargeReason, "reason")
    if status is None:
        status = ON_HOLD if times and times[-1].until is None else ACTIVE
        if ended_on is not None:
            completed = reason is DischargeReason.COMPLETED
            status = EnrollmentStatus.COMPLETED if completed else EnrollmentStatus.DISCHARGED
    told = StayTold(joined_on, ended_on, status, reason, times)
    _refuse_impossible(told)
    return told


def _refuse_impossible(told: StayTold) -> None:
    ended = told.status in ENDED_STATUSES
    if told.status is EnrollmentStatus.RESERVED:
        raise Refused("A reserved seat cannot be imported: reserve it on the group's page.")
    if ended is not (told.ended_on is not None):
        raise Refused("A stay that has ended needs its last day, and no other has one.")
    if told.joined_on and told.ended_on and told.ended_on < told.joined_on:
        raise Refused("The last day lies before the first.")
    if told.reason is not None and not ended:
        raise Refused("There is a reason for an end, but the stay has not ended.")
    open_hold = bool(told.holds) and told.holds[-1].until is None
    if not ended and open_hold is not (told.status is ON_HOLD):
        raise Refused("Who is on hold needs a time on hold that goes on, and nobody else has one.")
    starts = [hold.since for hold in told.holds]
    if starts != sorted(starts) or (told.joined_on and starts and starts[0] < told.joined_on):
        raise Refused("The times on hold are not in order, or begin before the stay.")
    if any(hold.until is None for hold in told.holds[:-1]):
        raise Refused("Only the last time on hold can go on.")


def stay_of(
    picture: Picture,
    read: Reader,
    group: GroupRow,
    person: PersonRow,
    on: date,
    made: list[str],
) -> StayRow:
    """Return the stay in which a person was in a group on a date, made where there is none.

    A row that does not say when the stay began finds the one of that date, and makes one from
    the first date in the file. Raises Refused.
    """
    told = stay_told(read)
    mine = picture.stays[group, person]
    found = _told_before(mine, told) if told.joined_on else _of_date(mine, on)
    if found is None:
        return add_stay(picture, group, person, told, on, made)
    if found.inferred and found.joined_on is not None and on < found.joined_on:
        found.joined_on = on
    if told.joined_on and not told.agrees_with(found):
        picture.notes["Some stays stand otherwise here; those are left as they are."] = None
    return found


def _told_before(mine: list[StayRow], told: StayTold) -> StayRow | None:
    same = [stay for stay in mine if stay.joined_on == told.joined_on]
    exact = [stay for stay in same if stay.ended_on == told.ended_on]
    if exact and exact[0].id is None and not told.agrees_with(exact[0]):
        raise Refused(f"Line {exact[0].line} says otherwise of this stay.")
    here = [stay for stay in same if stay.id is not None]
    return next(iter(exact or here), None)


def _of_date(mine: list[StayRow], on: date) -> StayRow | None:
    def covers(stay: StayRow) -> bool:
        begun = stay.inferred or (stay.joined_on is not None and stay.joined_on <= on)
        return begun and (stay.ended_on is None or on <= stay.ended_on)

    covering = [stay for stay in mine if covers(stay)]
    return min(covering, key=lambda stay: stay.inferred, default=None)


def add_stay(
    picture: Picture,
    group: GroupRow,
    person: PersonRow,
    told: StayTold,
    on: date | None,
    made: list[str],
) -> StayRow:
    """Add a stay; one that does not say when it began begins `on`. Raises Refused."""
    joined_on = told.joined_on or on
    stay = StayRow(person, group, told.status, joined_on, told.ended_on, told.reason, told.holds)
    stay.inferred = told.joined_on is None
    mine = picture.stays[group, person]
    if any(_overlap(stay, other) for other in mine):
        raise Refused("Another stay of this person in this group is at the same time.")
    if group.closed_on is not None and stay.ended_on is None:
        raise Refused(f"{group.name} is closed; nobody can join it.")
    mine.append(stay)
    picture.rows.stays.append(stay)
    made.append("the stay")
    return stay


def _overlap(stay: StayRow, other: StayRow) -> bool:
    """Whether two stays share more than the day on which one ends and the other begins."""
    begins, ends = stay.joined_on or date.max, stay.ended_on or date.max
    others, ended = other.joined_on or date.max, other.ended_on or date.max
    if ends == ended == date.max:
        return True
    return begins < ended and others < ends
