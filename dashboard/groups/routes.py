"""The list of groups and the page of one."""

from flask import render_template, request

from dashboard.access import current_viewer, note_reading
from dashboard.caseload.groups import (
    CycleInGroup,
    current_cycle,
    cycles_of_group,
    facilitators_of,
    groups_by_name,
    keeps_roster,
    meetings_of_cycle,
    next_entry_date,
    roster,
    seats_of,
    sets_up_groups,
    waitlist,
)
from dashboard.caseload.reach import find_group
from dashboard.groups.blueprint import blueprint


@blueprint.get("/")
def index() -> str:
    viewer = current_viewer()
    lines, may_set_up = groups_by_name(viewer), sets_up_groups(viewer)
    return render_template("groups/index.html", lines=lines, may_set_up=may_set_up)


@blueprint.get("/<id:group_id>")
def page(group_id: int) -> str:
    viewer = current_viewer()
    group = find_group(viewer, group_id)
    lines, waiting = roster(viewer, group), waitlist(viewer, group)
    note_reading(stay.participant_id for stay in [*(line.stay for line in lines), *waiting])
    cycles = cycles_of_group(viewer, group)
    current = chosen_cycle(cycles) or current_cycle(viewer, cycles)
    return render_template(
        "groups/page.html",
        group=group,
        facilitators=facilitators_of(viewer, group),
        may_keep=keeps_roster(viewer, group),
        may_set_up=sets_up_groups(viewer),
        entry_on=next_entry_date(viewer, group, current.cycle if current else None),
        seats=seats_of(viewer, group),
        lines=lines,
        waiting=waiting,
        current=current,
        meetings=meetings_of_cycle(viewer, current.cycle) if current else [],
        other_cycles=[found for found in cycles if found is not current],
    )


def chosen_cycle(cycles: list[CycleInGroup]) -> CycleInGroup | None:
    """Return the cycle that the query string asks for by number, where there is such a one."""
    asked = request.args.get("cycle", "")
    return next((found for found in cycles if str(found.cycle.number) == asked), None)
