"""Today's sessions with who needs a look, and the sessions that come next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from dashboard.caseload.checkins import check_ins_of_session
from dashboard.caseload.outcomes import Standing, standings_by_enrollment
from dashboard.caseload.reach import group_ids_in_reach
from dashboard.caseload.session_page.roster import session_roster
from dashboard.caseload.today.needs import PersonNeeding, people_needing
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.measures import MeasureDefinition
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession, Substitute
from dashboard.models.groups import Group

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class TodaysMeeting:
    """One session of today. Without clinical reading there are no people in it.

    `asked` of the expected have a check-in; of these, `checked_in` have answered.
    """

    group_session: GroupSession
    expected: int
    asked: int
    checked_in: int
    needing: list[PersonNeeding]
    measure: MeasureDefinition | None
    is_substitute: bool


def todays_meetings(viewer: Viewer) -> list[TodaysMeeting]:
    """Return today's sessions, each by the date where its group meets, by start."""
    around = _sessions(viewer, viewer.as_of - DAY, viewer.as_of + DAY)
    today = [each for each in around if _is_today(viewer, each)]
    own = set(db.session.scalars(group_ids_in_reach(viewer)))
    standings: dict[int, Standing] = {}
    if viewer.reads_clinical_records and today:
        standings = standings_by_enrollment(viewer, {each.group_id for each in today})
    return [_meeting(viewer, each, own, standings) for each in today]


def meetings_ahead(viewer: Viewer) -> list[GroupSession]:
    """Return the sessions of the seven days after today, by start."""
    ahead = _sessions(viewer, viewer.as_of, viewer.as_of + WEEK + DAY)
    return [each for each in ahead if not _is_today(viewer, each) and each.cancelled_at is None]


def _sessions(viewer: Viewer, after: datetime, before: datetime) -> Sequence[GroupSession]:
    standing_in = select(Substitute.group_session_id).where(Substitute.user_id == viewer.user_id)
    return db.session.scalars(
        select(GroupSession)
        .options(
            joinedload(GroupSession.group).joinedload(Group.group_type),
            joinedload(GroupSession.cycle),
        )
        .where(
            or_(
                GroupSession.group_id.in_(group_ids_in_reach(viewer)),
                GroupSession.id.in_(standing_in),
            ),
            # What a group that has closed called off takes place nowhere any more.
            or_(
                GroupSession.cancelled_at.is_(None),
                GroupSession.group.has(Group.closed_on.is_(None)),
            ),
            GroupSession.starts_at >= after,
            GroupSession.starts_at <= before,
        )
        .order_by(GroupSession.starts_at, GroupSession.id)
    ).all()


def _is_today(viewer: Viewer, group_session: GroupSession) -> bool:
    zone = ZoneInfo(group_session.group.time_zone)
    return group_session.on_date == viewer.as_of.astimezone(zone).date()


def _meeting(
    viewer: Viewer, group_session: GroupSession, own: set[int], standings: dict[int, Standing]
) -> TodaysMeeting:
    is_substitute = group_session.group_id not in own
    if not viewer.reads_clinical_records:
        return TodaysMeeting(group_session, 0, 0, 0, [], None, is_substitute)
    roster = session_roster(viewer, group_session)
    asked = check_ins_of_session(viewer, group_session)
    return TodaysMeeting(
        group_session=group_session,
        expected=sum(row.is_expected for row in roster.rows),
        asked=sum(person.check_in is not None for person in asked),
        checked_in=sum(person.state == "done" for person in asked),
        needing=people_needing(viewer, roster.rows, standings, asked),
        measure=roster.measure,
        is_substitute=is_substitute,
    )
