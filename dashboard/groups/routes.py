"""The list of groups and the page of one."""

from typing import Any

from flask import render_template, request

from dashboard.access import current_viewer, note_reading
from dashboard.caseload.groups import (
    CycleInGroup,
    current_cycle,
    cycles_of_group,
    facilitators_of,
    former_members,
    groups_by_name,
    has_closed_groups,
    keeps_roster,
    meetings_of_cycle,
    next_entry_date,
    roster,
    seats_of,
    sessions_to_come,
    sets_up_groups,
    waitlist,
)
from dashboard.caseload.reach import find_group
from dashboard.caseload.viewer import Viewer
from dashboard.groups.blueprint import blueprint
from dashboard.groups.closing.forms import ClosureForm
from dashboard.groups.presenters import today_in
from dashboard.models.groups import Group


@blueprint.get("/")
def index() -> str:
    viewer, closed = current_viewer(), request.args.get("closed") == "1"
    return render_template(
        "groups/index.html",
        lines=groups_by_name(viewer, closed=closed),
        may_set_up=sets_up_groups(viewer),
        closed=closed,
        has_closed=has_closed_groups(viewer),
    )


@blueprint.get("/<id:group_id>")
def page(group_id: int) -> str:
    return group_page(group_id)


def group_page(group_id: int, closing: ClosureForm | None = None) -> str:
    """Return the page of a group; `closing` is what was typed where closing it was refused."""
    viewer = current_viewer()
    group = find_group(viewer, group_id)
    cycles = cycles_of_group(viewer, group)
    current = chosen_cycle(cycles) or current_cycle(viewer, cycles)
    return render_template(
        "groups/page.html",
        group=group,
        facilitators=facilitators_of(viewer, group),
        may_keep=keeps_roster(viewer, group) and group.closed_on is None,
        may_set_up=sets_up_groups(viewer),
        closing=closing or ClosureForm(None, on=today_in(group, viewer.as_of)),
        ahead=sessions_to_come(viewer, group),
        entry_on=next_entry_date(viewer, group, current.cycle if current else None),
        seats=seats_of(viewer, group),
        **_people(viewer, group),
        current=current,
        meetings=meetings_of_cycle(viewer, current.cycle) if current else [],
        other_cycles=[found for found in cycles if found is not current],
    )


def _people(viewer: Viewer, group: Group) -> dict[str, Any]:
    """Everybody who is, waits or was in the group; showing them is reading."""
    lines, waiting = roster(viewer, group), waitlist(viewer, group)
    former = former_members(viewer, group)
    shown = [*(line.stay for line in [*lines, *former]), *waiting]
    note_reading(stay.participant_id for stay in shown)
    return {"lines": lines, "waiting": waiting, "former": former}


def chosen_cycle(cycles: list[CycleInGroup]) -> CycleInGroup | None:
    """Return the cycle that the query string asks for by number, where there is such a one."""
    asked = request.args.get("cycle", "")
    return next((found for found in cycles if str(found.cycle.number) == asked), None)
