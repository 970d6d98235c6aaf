"""The practice as it stands, and as it will stand after the lines that were read so far."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dashboard.caseload.assessments import people_by_code
from dashboard.caseload.importing import (
    group_types_by_key,
    groups_on_record,
    marks_of_group,
    meetings_on_record,
    stays_on_record,
)
from dashboard.caseload.importing.attendance import Marked
from dashboard.caseload.practice.itself import the_practice
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.attendance import stay_from_changes
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment, Participant
from dashboard.records.importing import (
    CycleRow,
    GroupRow,
    PersonRow,
    SessionRow,
    StayRow,
    ToWrite,
)

DETAILS = ("nickname", "home_state", "birth_date", "email", "phone", "emergency_contact")


@dataclass
class Picture:
    """Rows by what a file calls them, and what the file adds to them."""

    viewer: Viewer
    zone: str
    types: dict[str, int]
    rows: ToWrite = field(default_factory=ToWrite)
    people: dict[str, PersonRow] = field(default_factory=dict)
    groups: dict[str, GroupRow] = field(default_factory=dict)
    cycles: dict[tuple[GroupRow, int], CycleRow] = field(default_factory=dict)
    sessions: dict[tuple[CycleRow, int], SessionRow] = field(default_factory=dict)
    by_date: dict[tuple[GroupRow, date], list[SessionRow]] = field(
        default_factory=lambda: defaultdict(list)
    )
    stays: dict[tuple[GroupRow, PersonRow], list[StayRow]] = field(
        default_factory=lambda: defaultdict(list)
    )
    marks: dict[GroupRow, dict[tuple[int, int], Marked]] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)

    @property
    def as_of(self) -> datetime:
        return self.viewer.as_of

    def today_in(self, zone: str) -> date:
        """The date on the wall of a zone."""
        return self.as_of.astimezone(ZoneInfo(zone)).date()

    def marked(self, stay: StayRow, session: SessionRow) -> Marked | None:
        """What is recorded of a stay at a session; read once a group."""
        group = stay.group
        if group.id is None or stay.id is None or session.id is None:
            return None
        if group not in self.marks:
            self.marks[group] = marks_of_group(self.viewer, group.id)
        return self.marks[group].get((stay.id, session.id))


def picture_of(viewer: Viewer, *, with_details: bool = False) -> Picture:
    """Return the practice as it stands. `with_details` opens what is sealed of each person.

    Raises NotOnCaseload.
    """
    people = people_by_code(viewer)
    picture = Picture(viewer, the_practice(viewer).time_zone, group_types_by_key(viewer))
    by_id = {}
    for code, person in people.items():
        by_id[person.id] = picture.people[code] = _person(person, with_details)
    groups = {}
    for group in groups_on_record(viewer):
        groups[group.id] = picture.groups[group.name] = _group(group)
    _add_meetings(picture, groups)
    for row in stays_on_record(viewer):
        stay = _stay(row, by_id[row.participant_id], groups[row.group_id])
        picture.stays[stay.group, stay.person].append(stay)
        if stay.seat is not None:
            stay.group.seats.add(stay.seat)
    return picture


def _add_meetings(picture: Picture, groups: dict[int, GroupRow]) -> None:
    found, cycles = {}, meetings_on_record(picture.viewer)
    for row in cycles[0]:
        cycle = CycleRow(groups[row.group_id], row.number, row.starts_on, row.length, row.id)
        found[row.id] = picture.cycles[cycle.group, cycle.number] = cycle
    for each in cycles[1]:
        session = SessionRow(
            cycle=found[each.cycle_id],
            week=each.week,
            on=each.on_date,
            starts_at=each.starts_at,
            ends_at=each.ends_at,
            started_at=each.started_at,
            ended_at=each.ended_at,
            cancelled=each.cancelled_at is not None,
            id=each.id,
        )
        picture.sessions[session.cycle, session.week] = session
        picture.by_date[session.cycle.group, session.on].append(session)


def _person(person: Participant, with_details: bool) -> PersonRow:
    known = {name: getattr(person, name) or "" for name in DETAILS} if with_details else {}
    return PersonRow(person.code, person.given_name, person.family_name, known, person.id)


def _group(group: Group) -> GroupRow:
    return GroupRow(
        name=group.name,
        group_type_id=group.group_type_id,
        time_zone=group.time_zone,
        weekday=group.weekday,
        starts_at_wall=group.starts_at_wall,
        duration_minutes=group.duration_minutes,
        cycle_length=group.cycle_length,
        capacity=group.capacity,
        closed_on=group.closed_on,
        id=group.id,
    )


def _stay(row: Enrollment, person: PersonRow, group: GroupRow) -> StayRow:
    read = stay_from_changes((change.status, change.on_date) for change in row.changes)
    reasons = [change.reason for change in row.changes if change.reason is not None]
    return StayRow(
        person=person,
        group=group,
        status=row.status,
        joined_on=row.joined_on,
        ended_on=row.ended_on,
        reason=reasons[-1] if reasons else None,
        holds=read.holds,
        seat=row.seat_number,
        id=row.id,
    )
