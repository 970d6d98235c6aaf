"""The page on which a cycle is planned, and its two forms."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer
from dashboard.caseload.curriculum import GroupTeaching, group_teaching, plans_of
from dashboard.caseload.groups import CycleInGroup, current_cycle, cycles_of_group
from dashboard.caseload.reach import find_group
from dashboard.curriculum.blueprint import blueprint
from dashboard.curriculum.planning import actions
from dashboard.curriculum.planning.forms import (
    OWN,
    PresetForm,
    WeeksForm,
    version_of,
    weeks_form,
)
from dashboard.curriculum.presenters import chosen_cycle
from dashboard.errors import Conflict, NotOnCaseload
from dashboard.models.groups import Group


@blueprint.get("/groups/<id:group_id>/plan")
def plan(group_id: int) -> str:
    group, current, teaching = _planned(group_id, request.args.get("cycle"))
    return _page(group, current, teaching)


@blueprint.post("/groups/<id:group_id>/cycles/<id:number>/preset")
def choose_preset(group_id: int, number: int) -> str | Response | tuple[str, int]:
    viewer = current_viewer()
    group, current, teaching = _planned(group_id, str(number))
    presets = plans_of(viewer, teaching.curriculum)
    form = PresetForm().offer(presets)
    if not form.validate_on_submit():
        return _page(group, current, teaching, preset_form=form)
    preset = next((row for row in presets if row.key == form.preset.data), None)
    try:
        planned = actions.choose_preset(
            viewer, group, current.cycle, preset, version=version_of(form.version)
        )
    except Conflict as conflict:
        form.form_errors.append(str(conflict))
        return _page(group, current, teaching, preset_form=form), 409
    flash(f"Saved. {planned} sessions ahead are planned by it." if preset else "Saved.", "success")
    return redirect(url_for(".plan", group_id=group_id, cycle=number), 303)


@blueprint.post("/groups/<id:group_id>/cycles/<id:number>/weeks")
def set_weeks(group_id: int, number: int) -> str | Response | tuple[str, int]:
    viewer = current_viewer()
    group, current, teaching = _planned(group_id, str(number))
    form = weeks_form(teaching)
    if not form.validate_on_submit():
        return _page(group, current, teaching, weeks=form)
    try:
        actions.set_weeks(
            viewer, group, current.cycle, form.chosen(), version=version_of(form.version)
        )
    except Conflict as conflict:
        form.form_errors.append(f"{conflict} What you chose is still here; saving again keeps it.")
        return _page(group, current, teaching, weeks=form), 409
    flash("The plan is saved.", "success")
    return redirect(url_for(".group", group_id=group_id, cycle=number), 303)


def _planned(group_id: int, number: str | None) -> tuple[Group, CycleInGroup, GroupTeaching]:
    """The group, the cycle asked for, else the one under way, and what it teaches."""
    viewer = current_viewer()
    group = find_group(viewer, group_id)
    actions.check(viewer, group)
    cycles = cycles_of_group(viewer, group)
    current = chosen_cycle(cycles, number) or current_cycle(viewer, cycles)
    teaching = group_teaching(viewer, group, current.cycle) if current else None
    if current is None or teaching is None:
        raise NotOnCaseload
    return group, current, teaching


def _page(
    group: Group,
    current: CycleInGroup,
    teaching: GroupTeaching,
    *,
    preset_form: PresetForm | None = None,
    weeks: WeeksForm | None = None,
) -> str:
    """The page with fresh versions, so that what is sent again is sent knowingly."""
    if preset_form is None:
        preset_form = PresetForm(None).offer(plans_of(current_viewer(), teaching.curriculum))
        preset_form.preset.data = teaching.preset.key if teaching.preset else OWN
    weeks = weeks or weeks_form(teaching)
    preset_form.version.data = weeks.version.data = str(current.cycle.version)
    return render_template(
        "curriculum/planning/plan.html",
        group=group,
        current=current,
        teaching=teaching,
        preset_form=preset_form,
        form=weeks,
    )
