"""What an import of assessments is held against: people, cycles, and what is on record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import select

from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.measures import Assessment
from dashboard.models.participants import Enrollment, Participant


@dataclass(frozen=True)
class Weeks:
    """The dates of one person's group cycle by week; why there are none, where there are none."""

    dates: dict[int, date]
    problem: str = ""


class KeptScore(NamedTuple):
    """What is on record of one person, measure and date: the row, and what it says."""

    id: int
    answers: dict[str, int | None]
    score: float | None
    total_only: int


def check_imports(viewer: Viewer) -> None:
    """Raise NotOnCaseload unless bringing in files is this viewer's work."""
    if not viewer.reads_every_group:
        raise NotOnCaseload


def people_by_code(viewer: Viewer) -> dict[str, Participant]:
    """Return everyone by the practice's own number. Raises NotOnCaseload."""
    check_imports(viewer)
    return {person.code: person for person in db.session.scalars(select(Participant))}


def assessments_on_record(
    viewer: Viewer, measure_ids: Iterable[int]
) -> dict[tuple[int, int, date], KeptScore]:
    """Return what stands now, by person, measure and date. Raises NotOnCaseload."""
    check_imports(viewer)
    query = select(
        Assessment.participant_id,
        Assessment.measure_id,
        Assessment.assessed_on,
        Assessment.id,
        Assessment.answers,
        Assessment.score,
        Assessment.total_only,
    ).where(Assessment.measure_id.in_(list(measure_ids)), Assessment.superseded_at.is_(None))
    return {(row[0], row[1], row[2]): KeptScore(*row[3:]) for row in db.session.execute(query)}


def cycle_weeks(viewer: Viewer) -> dict[int, Weeks]:
    """Return for each person the dates of the cycle in which they joined their group, by week.

    Week 0 is seven days before session 1. Raises NotOnCaseload.
    """
    check_imports(viewer)
    cycles: dict[int, dict[int, dict[int, date]]] = {}
    sessions = select(
        GroupSession.group_id, GroupSession.cycle_id, GroupSession.week, GroupSession.on_date
    ).order_by(GroupSession.on_date)
    for group_id, cycle_id, week, on in db.session.execute(sessions):
        cycles.setdefault(group_id, {}).setdefault(cycle_id, {})[week] = on
    weeks: dict[int, Weeks] = {}
    stays = select(Enrollment).where(Enrollment.joined_on.is_not(None)).order_by(Enrollment.id)
    for stay in db.session.scalars(stays):
        if stay.participant_id in weeks:
            weeks[stay.participant_id] = Weeks({}, "has had more than one stay: give dates")
        else:
            joined_on = stay.joined_on or date.min
            found = cycles.get(stay.group_id, {}).values()
            weeks[stay.participant_id] = _weeks_from(found, joined_on)
    return weeks


def _weeks_from(cycles: Iterable[dict[int, date]], joined_on: date) -> Weeks:
    """Pick, from cycles in order of time, the first that was not over when the person joined."""
    for dates in cycles:
        if max(dates.values()) >= joined_on:
            first = dates.get(1)
            before = {} if first is None else {0: first - timedelta(days=7)}
            return Weeks({**before, **dates})
    return Weeks({}, "has no cycle of sessions since joining")
