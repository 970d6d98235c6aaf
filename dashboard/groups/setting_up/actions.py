"""Set up and change groups and who runs them: for administrators and clinical leads."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from dashboard.caseload.groups import sets_up_groups
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import FacilitatorRole
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.groups import Group
from dashboard.records.enrollments import expire_seats, offer_free_seats
from dashboard.records.groups import (
    GroupSettings,
    add_facilitator,
    change_group,
    end_facilitator,
    set_up_group,
)


@contextmanager
def setting_up(viewer: Viewer) -> Iterator[None]:
    """Do one act whole, or undo it. Raises NotOnCaseload for everybody else."""
    if not sets_up_groups(viewer):
        raise NotOnCaseload
    try:
        yield
        db.session.commit()
    except Exception:
        db.session.rollback()
        raise


def set_up(viewer: Viewer, settings: GroupSettings) -> int:
    """Set up a group and return its id. Raises Refused, by field."""
    with setting_up(viewer):
        return set_up_group(settings, by=viewer.user_id, at=viewer.as_of).id


def change(
    viewer: Viewer, group_id: int, settings: GroupSettings, *, version: int, offer_hours: int
) -> tuple[int, int]:
    """Change a group; return how many sessions have a new time and how many seats were offered.

    Raises Refused by field, Conflict when somebody else has changed it since that version.
    """
    by, at = viewer.user_id, viewer.as_of
    with setting_up(viewer):
        expire_seats(at=at, hours=offer_hours, group_id=group_id)
        group, moved = change_group(group_id, settings, version=version, by=by, at=at)
        return moved, len(offer_free_seats(group, by=by, at=at, hours=offer_hours))


def add_role(
    viewer: Viewer, group: Group, user_id: int, role: FacilitatorRole, *, since: date
) -> None:
    """Give somebody a role in a group. Raises Refused, by field."""
    with setting_up(viewer):
        add_facilitator(group, user_id, role, since=since, by=viewer.user_id, at=viewer.as_of)


def end_role(viewer: Viewer, group: Group, facilitator_id: int, *, until: date) -> None:
    """End somebody's role in a group. Raises Refused, or NotOnCaseload for another group's."""
    with setting_up(viewer):
        end_facilitator(group, facilitator_id, until=until, by=viewer.user_id, at=viewer.as_of)
