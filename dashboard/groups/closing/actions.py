"""Close and reopen a group: for those who set groups up."""

from datetime import date

from dashboard.caseload.viewer import Viewer
from dashboard.groups.setting_up.actions import setting_up
from dashboard.records.enrollments import expire_seats
from dashboard.records.groups import close_group, reopen_group


def close(viewer: Viewer, group_id: int, *, on: date, reason: str, offer_hours: int) -> int:
    """Close a group; return how many sessions ahead were cancelled. Raises Refused, by field."""
    by, at = viewer.user_id, viewer.as_of
    with setting_up(viewer):
        expire_seats(at=at, hours=offer_hours, group_id=group_id)
        return close_group(group_id, on=on, reason=reason, by=by, at=at)


def reopen(viewer: Viewer, group_id: int) -> None:
    """Open a closed group again. Raises Refused where it is open."""
    with setting_up(viewer):
        reopen_group(group_id, by=viewer.user_id, at=viewer.as_of)
