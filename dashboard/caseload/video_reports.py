"""Who may be in the video room of a session: the roster, who facilitates, and names known."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from dashboard.caseload.session_page import RosterRow, session_roster
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.video_reports import RosterPerson, alias_key
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.group_sessions import GroupSession, Substitute
from dashboard.models.groups import Facilitator
from dashboard.models.video_aliases import VideoAlias


@dataclass(frozen=True)
class VideoRoom:
    """The rows of the roster; enrolled people by enrollment; facilitators; enrollment by alias."""

    rows: Sequence[RosterRow]
    enrolled: Sequence[RosterPerson]
    facilitators: Sequence[RosterPerson]
    aliases: dict[str, int]


def video_room(viewer: Viewer, group_session: GroupSession) -> VideoRoom:
    """Return everybody whom a video report of a session may name. The session was found before."""
    rows = session_roster(viewer, group_session).rows
    return VideoRoom(
        rows,
        [_person(row) for row in rows],
        [_facilitator(user) for user in _facilitators(group_session)],
        _aliases(rows),
    )


def _person(row: RosterRow) -> RosterPerson:
    person = row.stay.participant
    return RosterPerson(
        row.stay.id, person.given_name, person.family_name, person.nickname, person.email or ""
    )


def _facilitator(user: User) -> RosterPerson:
    given, _, family = user.name.rpartition(" ")
    return RosterPerson(user.id, given, family, email=user.email)


def _facilitators(group_session: GroupSession) -> Sequence[User]:
    """Whoever has led this group at any time, or stands in here: none of them is a participant."""
    leading = select(Facilitator.user_id).where(Facilitator.group_id == group_session.group_id)
    standing_in = select(Substitute.user_id).where(Substitute.group_session_id == group_session.id)
    query = select(User).where(User.id.in_(leading.union(standing_in))).order_by(User.id)
    return db.session.scalars(query).all()


def _aliases(rows: Sequence[RosterRow]) -> dict[str, int]:
    """Return enrollment by alias; what was said of two people of this roster is asked again."""
    stays = {row.stay.participant_id: row.stay.id for row in rows}
    query = select(VideoAlias).where(VideoAlias.participant_id.in_(stays))
    found: dict[str, set[int]] = {}
    for alias in db.session.scalars(query):
        found.setdefault(alias_key(alias.name or ""), set()).add(stays[alias.participant_id])
    return {name: min(ids) for name, ids in found.items() if len(ids) == 1}
