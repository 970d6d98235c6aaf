"""The trail as the practice reads it, and the days on which no group meets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from sqlalchemy import ColumnElement, and_, or_, select

from dashboard.caseload.practice.itself import (
    check_keeps_practice,
    practice_today,
    the_practice,
)
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.calendar import instant_of, zone_named
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.groups import PracticeClosure
from dashboard.models.participants import Participant
from dashboard.models.trail import AuditLine

TRAIL_PAGE = 100


@dataclass(frozen=True)
class TrailFilters:
    """Which lines are asked for; what is None or empty leaves nothing out.

    `person` is a participant's code, or a part of their name. The days, both counted in, are days
    where the practice is. `before` is the number of the line that the page begins below.
    """

    user_id: int | None = None
    action: str = ""
    person: str = ""
    first_on: date | None = None
    last_on: date | None = None
    before: int | None = None


@dataclass(frozen=True)
class TrailLine:
    """One line, by whom (None is the command line or a participant), and about which person.

    Who has a flag is told to nobody who reads no clinical records: their lines have no code.
    """

    line: AuditLine
    by: str | None
    code: str | None


def trail_page(viewer: Viewer, asked: TrailFilters | None = None) -> list[TrailLine]:
    """Return a page of the trail, the newest line first. Raises NotOnCaseload."""
    check_keeps_practice(viewer)
    query = (
        select(AuditLine, User.name, Participant.code)
        .outerjoin(User, User.id == AuditLine.user_id)
        .outerjoin(Participant, _names_person(viewer))
        .where(*_conditions(viewer, asked or TrailFilters()))
    )
    rows = db.session.execute(query.order_by(AuditLine.id.desc()).limit(TRAIL_PAGE))
    return [TrailLine(*row) for row in rows]


def _names_person(viewer: Viewer) -> ColumnElement[bool]:
    """Whose line it is, as far as this viewer may know; the same for what is looked for."""
    whose = Participant.id == AuditLine.participant_id
    return whose if viewer.reads_clinical_records else and_(whose, AuditLine.subject != "flags")


def _conditions(viewer: Viewer, asked: TrailFilters) -> Iterator[ColumnElement[bool]]:
    if asked.user_id is not None:
        yield AuditLine.user_id == asked.user_id
    if asked.action:
        yield AuditLine.action.contains(asked.action, autoescape=True)
    if asked.person:
        name = Participant.given_name + " " + Participant.family_name
        yield or_(Participant.code == asked.person, name.icontains(asked.person, autoescape=True))
    zone = zone_named(the_practice(viewer).time_zone)
    if asked.first_on is not None:
        yield AuditLine.at >= instant_of(asked.first_on, time.min, zone)
    if asked.last_on is not None:
        yield AuditLine.at < instant_of(asked.last_on + timedelta(days=1), time.min, zone)
    if asked.before is not None:
        yield AuditLine.id < asked.before


def closures_by_date(viewer: Viewer) -> Sequence[PracticeClosure]:
    """Return the days on which no group meets, from today on. Raises NotOnCaseload."""
    check_keeps_practice(viewer)
    return db.session.scalars(
        select(PracticeClosure)
        .where(PracticeClosure.on_date >= practice_today(viewer))
        .order_by(PracticeClosure.on_date)
    ).all()
