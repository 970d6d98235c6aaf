"""The pages that set a group up, change it, and say who runs it."""

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from dashboard.access import current_viewer
from dashboard.caseload.groups import (
    facilitators_ever,
    kinds_of_group,
    people_who_treat,
    sets_up_groups,
)
from dashboard.caseload.reach import find_group
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import FacilitatorRole
from dashboard.errors import Conflict, NotOnCaseload, Refused
from dashboard.groups.blueprint import blueprint
from dashboard.groups.fields import put_beside
from dashboard.groups.presenters import today_in
from dashboard.groups.setting_up import actions
from dashboard.groups.setting_up.forms import EndRoleForm, GroupForm, RoleForm
from dashboard.groups.setting_up.presenters import Difference, differences
from dashboard.models.groups import Group
from dashboard.models.types.columns import as_id


def who_sets_up() -> Viewer:
    """Return the viewer. Raises NotOnCaseload where groups are not theirs to set up."""
    viewer = current_viewer()
    if not sets_up_groups(viewer):
        raise NotOnCaseload
    return viewer


@blueprint.route("/new", methods=["GET", "POST"])
def new() -> str | Response:
    viewer, form = who_sets_up(), GroupForm()
    kinds = kinds_of_group(viewer)
    form.offer(kinds, form.time_zone.data)
    if not form.is_submitted():
        form.start_from(kinds, as_id(request.args.get("kind", "")))
    elif form.validate():
        try:
            group_id = actions.set_up(viewer, form.settings())
            flash("The group is set up. Say who runs it, then open its first cycle.", "success")
            return redirect(url_for("groups.edit", group_id=group_id), 303)
        except Refused as refusal:
            put_beside(form, refusal)
    return render_template("groups/setting_up/new.html", form=form)


@blueprint.route("/<id:group_id>/edit", methods=["GET", "POST"])
def edit(group_id: int) -> str | Response | tuple[str, int]:
    viewer, form = who_sets_up(), GroupForm()
    group = find_group(viewer, group_id)
    form.offer(kinds_of_group(viewer), group.time_zone)
    if not form.is_submitted():
        form.fill(group)
    elif form.validate():
        try:
            flash(_change(viewer, group_id, form), "success")
            return redirect(url_for("groups.page", group_id=group_id), 303)
        except Refused as refusal:
            put_beside(form, refusal)
        except Conflict:
            group = find_group(viewer, group_id)
            both = list(differences(form, group))
            form.version.data = str(group.version)
            return _edit_page(group, form, conflict=both), 409
    return _edit_page(find_group(viewer, group_id), form)


def _change(viewer: Viewer, group_id: int, form: GroupForm) -> str:
    moved, offered = actions.change(
        viewer,
        group_id,
        form.settings(),
        version=as_id(form.version.data),
        offer_hours=current_app.config["SEAT_OFFER_HOURS"],
    )
    words = "Saved."
    if moved:
        words += f" {moved} sessions ahead have the new time."
    if offered:
        words += f" {offered} of those who wait were offered a seat."
    return words


@blueprint.post("/<id:group_id>/facilitators")
def add_role(group_id: int) -> str | Response:
    viewer, form = who_sets_up(), RoleForm()
    group = find_group(viewer, group_id)
    if form.validate_on_submit():
        try:
            role = FacilitatorRole(form.role.data)
            actions.add_role(viewer, group, form.user_id.data, role, since=form.since.data)
            flash("Added.", "success")
            return redirect(url_for("groups.edit", group_id=group_id), 303)
        except Refused as refusal:
            put_beside(form, refusal)
    return _edit_page_with(group_id, form)


@blueprint.post("/<id:group_id>/facilitators/<id:facilitator_id>/end")
def end_role(group_id: int, facilitator_id: int) -> str | Response:
    viewer, form = who_sets_up(), EndRoleForm()
    group = find_group(viewer, group_id)
    if form.validate_on_submit():
        try:
            actions.end_role(viewer, group, facilitator_id, until=form.until.data)
            flash("The role has ended. What was written stays theirs.", "success")
            return redirect(url_for("groups.edit", group_id=group_id), 303)
        except Refused as refusal:
            put_beside(form, refusal)
    return _edit_page_with(group_id, form, ending=facilitator_id)


def _edit_page_with(group_id: int, refused: FlaskForm, ending: int = 0) -> str:
    """The page of the group with another of its forms refused."""
    viewer, form = current_viewer(), GroupForm(None)
    group = find_group(viewer, group_id)
    form.offer(kinds_of_group(viewer), group.time_zone)
    form.fill(group)
    return _edit_page(group, form, refused=refused, ending=ending)


def _edit_page(
    group: Group,
    form: GroupForm,
    *,
    conflict: list[Difference] | None = None,
    refused: FlaskForm | None = None,
    ending: int = 0,
) -> str:
    viewer = current_viewer()
    today = today_in(group, viewer.as_of)
    adding = refused if isinstance(refused, RoleForm) else RoleForm(None, since=today)
    adding.offer(people_who_treat(viewer))
    return render_template(
        "groups/setting_up/edit.html",
        group=group,
        form=form,
        conflict=conflict,
        people=facilitators_ever(viewer, group),
        adding=adding,
        ending=ending,
        end_form=refused if isinstance(refused, EndRoleForm) else EndRoleForm(None, until=today),
    )
