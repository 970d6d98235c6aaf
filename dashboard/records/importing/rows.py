"""Rows that an import knows or makes: those that are on record have an id, new ones do not yet."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from dashboard.clinical.attendance import Hold
from dashboard.clinical.words import (
    ENDED_STATUSES,
    SEATED_STATUSES,
    DischargeReason,
    EnrollmentStatus,
    Mark,
)

Change = tuple[EnrollmentStatus, date, DischargeReason | None]


@dataclass(eq=False, slots=True)
class PersonRow:
    """Somebody by their code; `known` are the other fields of the roster as they will stand."""

    code: str
    given_name: str
    family_name: str
    known: dict[str, str] = field(default_factory=dict)
    id: int | None = None


@dataclass(eq=False, slots=True)
class GroupRow:
    """A group by its name; a new one meets when its latest session in the file does."""

    name: str
    group_type_id: int
    time_zone: str
    weekday: int
    starts_at_wall: time
    duration_minutes: int
    cycle_length: int
    capacity: int
    closed_on: date | None = None
    id: int | None = None
    seats: set[int] = field(default_factory=set)
    last_on: date | None = None


@dataclass(eq=False, slots=True)
class CycleRow:
    """A cycle of a group."""

    group: GroupRow
    number: int
    starts_on: date
    length: int
    id: int | None = None


@dataclass(eq=False, slots=True)
class SessionRow:
    """One session of a cycle; `cancelled` ones count for nobody."""

    cycle: CycleRow
    week: int
    on: date
    starts_at: datetime
    ends_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None = None
    cancelled: bool = False
    id: int | None = None


@dataclass(eq=False, slots=True)
class StayRow:
    """One stay of one person in a group, with its times on hold."""

    person: PersonRow
    group: GroupRow
    status: EnrollmentStatus
    joined_on: date | None
    ended_on: date | None = None
    reason: DischargeReason | None = None
    holds: tuple[Hold, ...] = ()
    seat: int | None = None
    id: int | None = None
    line: int = 0
    inferred: bool = False

    @property
    def is_seated(self) -> bool:
        return self.status in SEATED_STATUSES

    def changes(self, on: date) -> list[Change]:
        """The statuses that the stay had, each from its day; `on` is for who only waits."""
        if self.joined_on is None:
            return [(self.status, on, None)]
        found: list[Change] = [(EnrollmentStatus.ACTIVE, self.joined_on, None)]
        for hold in self.holds:
            found.append((EnrollmentStatus.ON_HOLD, hold.since, None))
            if hold.until is not None:
                found.append((EnrollmentStatus.ACTIVE, hold.until, None))
        if self.status in ENDED_STATUSES and self.ended_on is not None:
            found.append((self.status, self.ended_on, self.reason))
        return found


@dataclass(eq=False, slots=True)
class MarkRow:
    """A mark of one stay at one session; with an id it corrects what is recorded."""

    stay: StayRow
    session: SessionRow
    mark: Mark
    minutes: int | None
    id: int | None = None


@dataclass
class ToWrite:
    """Everything that one file adds or corrects, in the order of the file."""

    people: list[PersonRow] = field(default_factory=list)
    corrected_people: list[PersonRow] = field(default_factory=list)
    groups: list[GroupRow] = field(default_factory=list)
    cycles: list[CycleRow] = field(default_factory=list)
    sessions: list[SessionRow] = field(default_factory=list)
    stays: list[StayRow] = field(default_factory=list)
    marks: list[MarkRow] = field(default_factory=list)
    corrected_marks: list[MarkRow] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """How many rows of each kind will be written, without those of which there are none."""
        found = {name.replace("_", " "): len(rows) for name, rows in vars(self).items()}
        return {name: number for name, number in found.items() if number}
