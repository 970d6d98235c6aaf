"""What the record of a group session lacks before it can be billed as CPT 90853."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dashboard.clinical.words import ATTENDED_MARKS, Mark


class GapPlace(StrEnum):
    """Where on the session page something is missing."""

    START = "start"
    STOP = "stop"
    NUMBER_PRESENT = "number_present"
    INTERVENTIONS = "interventions"
    RESPONSE = "response"


@dataclass(frozen=True)
class PersonRecord:
    """One expected person: the mark (None: not recorded) and their response as written."""

    person: int
    name: str
    mark: Mark | None
    response: str


@dataclass(frozen=True)
class SessionRecord:
    """What is written down of one session: start and stop as they happened, what was done."""

    started_at: datetime | None
    ended_at: datetime | None
    interventions: str
    people: tuple[PersonRecord, ...]

    @property
    def number_present(self) -> int | None:
        """How many were there; None while anybody's attendance is not recorded."""
        if any(person.mark is None for person in self.people):
            return None
        return sum(person.mark in ATTENDED_MARKS for person in self.people)


@dataclass(frozen=True)
class Gap:
    """One thing that is missing, where it belongs, in plain words."""

    place: GapPlace
    message: str
    person: int | None = None


def record_gaps(record: SessionRecord) -> tuple[Gap, ...]:
    """List what the record lacks, in the order of the page; nothing when it is complete.

    A group record needs start and stop, the number present, the intervention, and the
    response of each person who was there. Spaces alone are nothing written.
    """
    return (
        *time_gaps(record),
        *presence_gaps(record),
        *intervention_gaps(record),
        *response_gaps(record),
    )


def time_gaps(record: SessionRecord) -> Iterator[Gap]:
    """Start and stop: both there, and in order."""
    if record.started_at is None:
        yield Gap(GapPlace.START, "When the session started is missing.")
    if record.ended_at is None:
        yield Gap(GapPlace.STOP, "When the session stopped is missing.")
    elif record.started_at is not None and record.ended_at <= record.started_at:
        yield Gap(GapPlace.STOP, "The session stops before it starts: correct one of the times.")


def presence_gaps(record: SessionRecord) -> Iterator[Gap]:
    """The number present is known when everybody has a mark; a session of nobody is no group."""
    for person in record.people:
        if person.mark is None:
            message = f"Attendance is not recorded for {person.name}."
            yield Gap(GapPlace.NUMBER_PRESENT, message, person.person)
    if record.number_present == 0:
        yield Gap(GapPlace.NUMBER_PRESENT, "Nobody is marked as present.")


def intervention_gaps(record: SessionRecord) -> Iterator[Gap]:
    """What the facilitators did."""
    if not record.interventions.strip():
        yield Gap(GapPlace.INTERVENTIONS, "The interventions are missing from the group note.")


def response_gaps(record: SessionRecord) -> Iterator[Gap]:
    """Each present person's own response."""
    for person in record.people:
        if person.mark in ATTENDED_MARKS and not person.response.strip():
            message = f"{person.name}'s response is missing from the progress note."
            yield Gap(GapPlace.RESPONSE, message, person.person)
