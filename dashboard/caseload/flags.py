"""Flags: what wants a human, of the people whose records a viewer may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlalchemy.orm import aliased

from dashboard.caseload.reach import clinical_group_ids
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import FlagKind, Role
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.flags import Flag
from dashboard.models.groups import Practice
from dashboard.models.participants import Enrollment, Participant


@dataclass(frozen=True)
class FlagLine:
    """One flag with its person, its owner and who acknowledged it."""

    flag: Flag
    person: Participant | None
    owner: User | None
    acknowledged_by: User | None
    as_of: datetime
    escalation_hours: int

    @property
    def is_escalated(self) -> bool:
        """Whether it has waited too long: an open safety flag that nobody has acknowledged."""
        waits = self.flag.acknowledged_at is None and self.flag.closed_at is None
        is_safety = self.flag.kind is FlagKind.SAFETY
        return is_safety and waits and self.as_of >= self.escalates_at

    @property
    def age(self) -> timedelta:
        """How long ago it was raised."""
        return self.as_of - self.flag.raised_at

    @property
    def escalates_at(self) -> datetime:
        """The instant from which the clinical leads see it on top."""
        return self.flag.raised_at + timedelta(hours=self.escalation_hours)


def open_flags(viewer: Viewer, kind: FlagKind | None = None) -> list[FlagLine]:
    """Return the viewer's flags that nobody has closed.

    Safety flags come first, whatever else waits; then unseen before seen, and the oldest first.
    """
    wanted: list[ColumnElement[bool]] = [Flag.closed_at.is_(None)]
    if kind is not None:
        wanted.append(Flag.kind == kind)
    lines = _lines(viewer, *wanted)
    return sorted(lines, key=_urgency)


def _urgency(line: FlagLine) -> tuple[bool, bool, datetime]:
    flag = line.flag
    return flag.kind is not FlagKind.SAFETY, flag.acknowledged_at is not None, flag.raised_at


def _raised(line: FlagLine) -> datetime:
    return line.flag.raised_at


def closed_flags(viewer: Viewer, limit: int = 100) -> list[FlagLine]:
    """Return the viewer's flags that were closed, the newest first."""
    lines = _lines(viewer, Flag.closed_at.is_not(None))
    return sorted(lines, key=_raised, reverse=True)[:limit]


def flags_of_participant(viewer: Viewer, participant_id: int) -> list[FlagLine]:
    """Return every flag about one person in the viewer's reach, the newest first."""
    lines = _lines(viewer, Flag.participant_id == participant_id)
    return sorted(lines, key=_raised, reverse=True)


def find_flag(viewer: Viewer, flag_id: int) -> FlagLine:
    """Return one flag. Raises NotOnCaseload."""
    lines = _lines(viewer, Flag.id == flag_id)
    if not lines:
        raise NotOnCaseload
    return lines[0]


def safety_flags_waiting(viewer: Viewer) -> list[FlagLine]:
    """Return the safety flags that nobody has acknowledged, the oldest first."""
    waiting = (Flag.kind == FlagKind.SAFETY, Flag.acknowledged_at.is_(None))
    return sorted(_lines(viewer, *waiting, Flag.closed_at.is_(None)), key=_raised)


def leads_to_tell(viewer: Viewer) -> list[str]:
    """Return the e-mail addresses of the clinical leads who are still here, in order."""
    query = select(User.email).where(User.deactivated_at.is_(None), User.role == Role.CLINICAL_LEAD)
    return list(db.session.scalars(query.order_by(User.email)))


def count_open_safety_flags(viewer: Viewer) -> int:
    """Return how many safety flags of the viewer's wait to be closed."""
    query = (
        select(func.count())
        .select_from(Flag)
        .where(_mine(viewer), Flag.kind == FlagKind.SAFETY, Flag.closed_at.is_(None))
    )
    return db.session.scalar(query) or 0


def _lines(viewer: Viewer, *wanted: ColumnElement[bool]) -> list[FlagLine]:
    owner, seen_by = aliased(User), aliased(User)
    rows = db.session.execute(
        select(Flag, Participant, owner, seen_by)
        .outerjoin(Participant, Participant.id == Flag.participant_id)
        .outerjoin(owner, owner.id == Flag.owner_id)
        .outerjoin(seen_by, seen_by.id == Flag.acknowledged_by_id)
        .where(_mine(viewer), *wanted)
    )
    hours = db.session.scalars(select(Practice.escalation_hours)).one()
    return [FlagLine(*row, viewer.as_of, hours) for row in rows]


def _mine(viewer: Viewer) -> ColumnElement[bool]:
    """Flags about people with a stay in a group whose records are the viewer's to read.

    A clinical lead's are all of them, also about somebody who has no stay yet.
    """
    if viewer.reads_every_group and viewer.reads_clinical_records:
        return true()
    people: Select[int] = select(Enrollment.participant_id).where(
        Enrollment.group_id.in_(clinical_group_ids(viewer))
    )
    return Flag.participant_id.in_(people)


def flag_owners(viewer: Viewer, line: FlagLine) -> Sequence[User]:
    """Return who may own a flag: everyone who treats people and is still here, by name."""
    return db.session.scalars(
        select(User)
        .where(User.deactivated_at.is_(None), User.role != "administrator")
        .order_by(User.name)
    ).all()
