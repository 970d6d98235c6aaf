"""Whose records these are: every other question here starts from one of these."""

from typing import TypeVar

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true
from sqlalchemy.orm import joinedload

from dashboard.caseload.viewer import Viewer
from dashboard.clinical.calendar import zone_named
from dashboard.clinical.words import FacilitatorRole
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession, Substitute
from dashboard.models.groups import Facilitator, Group, Practice
from dashboard.models.participants import Enrollment, Participant

Row = TypeVar("Row")


def group_ids_in_reach(viewer: Viewer) -> Select[int]:
    """Return the select of ids of the groups that are this viewer's."""
    if viewer.reads_every_group:
        return select(Group.id)
    return select(Facilitator.group_id).where(runs_now(viewer))


def runs_now(viewer: Viewer) -> ColumnElement[bool]:
    """Return what holds of the roles that the viewer has now, by the date of the practice."""
    # Held by the session, so that one request asks for the practice once.
    practice = db.session.info["practice"] = db.session.get(Practice, 1)
    zone = zone_named(practice.time_zone if practice else "UTC")
    return and_(
        Facilitator.user_id == viewer.user_id,
        Facilitator.since <= viewer.as_of.astimezone(zone).date(),
        Facilitator.until.is_(None),
    )


def clinical_group_ids(viewer: Viewer) -> Select[int]:
    """Return the select of ids of the groups whose notes and scores this viewer may read."""
    ids = group_ids_in_reach(viewer)
    return ids if viewer.reads_clinical_records else ids.where(false())


def find_group(viewer: Viewer, group_id: int) -> Group:
    """Return one group with its type. Raises NotOnCaseload, absent or not the viewer's alike."""
    return _one(
        select(Group)
        .options(joinedload(Group.group_type))
        .where(Group.id == group_id, Group.id.in_(group_ids_in_reach(viewer)))
    )


def find_clinical_group(viewer: Viewer, group_id: int) -> Group:
    """Return one group whose notes and scores the viewer may read. Raises NotOnCaseload."""
    return _one(
        select(Group)
        .options(joinedload(Group.group_type))
        .where(Group.id == group_id, Group.id.in_(clinical_group_ids(viewer)))
    )


def find_group_session(viewer: Viewer, group_session_id: int) -> GroupSession:
    """Return one session, with its group and cycle, for its facilitators, substitutes and leads.

    Raises NotOnCaseload; administrators never reach a session's record.
    """
    standing_in = select(Substitute.group_session_id).where(Substitute.user_id == viewer.user_id)
    in_reach = or_(
        GroupSession.group_id.in_(clinical_group_ids(viewer)),
        and_(
            true() if viewer.reads_clinical_records else false(), GroupSession.id.in_(standing_in)
        ),
    )
    return _one(
        select(GroupSession)
        .options(
            joinedload(GroupSession.group).joinedload(Group.group_type),
            joinedload(GroupSession.cycle),
        )
        .where(GroupSession.id == group_session_id, in_reach)
    )


def reaches(viewer: Viewer, group_session: GroupSession) -> bool:
    """Tell whether the viewer may open a session's page."""
    try:
        return find_group_session(viewer, group_session.id) is not None
    except NotOnCaseload:
        return False


def find_participant(viewer: Viewer, participant_id: int) -> Participant:
    """Return a person with a stay in one of the viewer's groups. Raises NotOnCaseload.

    Those who see every group see every person, also one who has no stay yet.
    """
    query = select(Participant).where(Participant.id == participant_id)
    if not viewer.reads_every_group:
        query = query.where(Participant.id.in_(participant_ids_in_reach(viewer)))
    return _one(query)


def find_clinical_participant(viewer: Viewer, participant_id: int) -> Participant:
    """Return a person whose notes and scores the viewer may read. Raises NotOnCaseload."""
    if not viewer.reads_clinical_records:
        raise NotOnCaseload
    return find_participant(viewer, participant_id)


def participant_ids_in_reach(viewer: Viewer) -> Select[int]:
    """Return the select of ids of the people with a stay in a group of this viewer's."""
    return select(Enrollment.participant_id).where(
        Enrollment.group_id.in_(group_ids_in_reach(viewer))
    )


def find_enrollment(viewer: Viewer, enrollment_id: int) -> Enrollment:
    """Return one stay, with the person and the group. Raises NotOnCaseload."""
    return _one(
        select(Enrollment)
        .options(
            joinedload(Enrollment.participant),
            joinedload(Enrollment.group).joinedload(Group.group_type),
        )
        .where(
            Enrollment.id == enrollment_id,
            Enrollment.group_id.in_(group_ids_in_reach(viewer)),
        )
    )


def writes_in(viewer: Viewer, group_session: GroupSession) -> bool:
    """Tell whether the viewer keeps this session's record: lead, co-lead or substitute."""
    keeps = select(Facilitator.id).where(
        Facilitator.group_id == group_session.group_id,
        runs_now(viewer),
        Facilitator.role != FacilitatorRole.OBSERVER,
    )
    stands_in = select(Substitute.id).where(
        Substitute.group_session_id == group_session.id, Substitute.user_id == viewer.user_id
    )
    return bool(
        viewer.reads_clinical_records
        and db.session.scalar(select(or_(keeps.exists(), stands_in.exists())))
    )


def _one(query: Select[Row]) -> Row:
    row = db.session.scalar(query)
    if row is None:
        raise NotOnCaseload
    return row
