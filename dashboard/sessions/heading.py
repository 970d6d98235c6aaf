"""The line under the head of the session page: what is taught, with whom, how many seats."""

from dashboard.caseload.groups import seats_of
from dashboard.caseload.groups.roster import facilitators_of
from dashboard.caseload.session_page import module_week
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import FacilitatorRole
from dashboard.models.group_sessions import GroupSession


def heading(viewer: Viewer, group_session: GroupSession) -> list[str]:
    """Return its parts; a substitute is told nothing of a group that is not theirs."""
    group = group_session.group
    taught = module_week(viewer, group_session)
    parts = [f"{taught.name}, week {taught.week}" if taught else group.group_type.name]
    leading = facilitators_of(viewer, group)
    others = [
        each.user.name
        for each in leading
        if each.role is not FacilitatorRole.OBSERVER and each.user_id != viewer.user_id
    ]
    if others:
        parts.append(f"with {' and '.join(others)}")
    if leading:
        seats = seats_of(viewer, group)
        parts.append(f"{seats.taken} of {seats.capacity} seats")
    return parts
