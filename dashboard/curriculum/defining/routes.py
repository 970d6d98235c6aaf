"""The pages on which a curriculum is defined and changed."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer
from dashboard.caseload.curriculum import group_types_of
from dashboard.caseload.groups import kinds_of_group
from dashboard.curriculum.blueprint import blueprint
from dashboard.curriculum.defining import actions
from dashboard.curriculum.defining.forms import CurriculumForm, curriculum_form
from dashboard.curriculum.planning.forms import version_of
from dashboard.errors import Conflict, Refused


@blueprint.route("/new", methods=["GET", "POST"])
def new() -> str | Response:
    viewer = current_viewer()
    actions.check(viewer)
    form = curriculum_form(None, kinds_of_group(viewer))
    if form.validate_on_submit():
        try:
            curriculum_id = actions.define(viewer, form.outline(None), form.group_types.data)
            flash("The curriculum is defined. Add its other modules here.", "success")
            return redirect(url_for(".edit", curriculum_id=curriculum_id), 303)
        except Refused as refusal:
            put_beside(form, refusal)
    return render_template("curriculum/defining/edit.html", form=form, row=None)


@blueprint.route("/<id:curriculum_id>/edit", methods=["GET", "POST"])
def edit(curriculum_id: int) -> str | Response | tuple[str, int]:
    viewer = current_viewer()
    row = actions.find_to_change(viewer, curriculum_id)
    form, status = curriculum_form(row, kinds_of_group(viewer)), 200
    if not form.is_submitted():
        form.fill(row, group_types_of(viewer, row))
    elif form.validate():
        try:
            version = version_of(form.version)
            typed = form.outline(row)
            actions.change(viewer, row.id, typed, form.group_types.data, version=version)
            flash("The curriculum is saved.", "success")
            return redirect(url_for(".edit", curriculum_id=curriculum_id), 303)
        except Refused as refusal:
            put_beside(form, refusal)
        except Conflict as conflict:
            form.form_errors.append(f"{conflict} What you typed is here; saving again keeps it.")
            form.version.data, status = str(row.version), 409
    return render_template("curriculum/defining/edit.html", form=form, row=row), status


def put_beside(form: CurriculumForm, refusal: Refused) -> None:
    """Put a refusal beside its field."""
    field = form[refusal.field or "name"]
    field.errors = [*field.errors, str(refusal)]
