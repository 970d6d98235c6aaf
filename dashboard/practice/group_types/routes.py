"""The kinds of group: all of them, and each one to change."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer
from dashboard.caseload.curriculum import curricula_by_name
from dashboard.caseload.practice.group_types import (
    find_group_type,
    group_types_by_name,
    primary_measures,
)
from dashboard.errors import Conflict, Refused
from dashboard.practice.blueprint import blueprint
from dashboard.practice.fields import as_number, put_beside
from dashboard.practice.group_types import actions
from dashboard.practice.group_types.forms import KindForm
from dashboard.records.practice.group_types import KindSettings


@blueprint.get("/group-types")
def group_types() -> str:
    return render_template("practice/group_types.html", kinds=group_types_by_name(current_viewer()))


@blueprint.route("/group-types/<id:group_type_id>", methods=["GET", "POST"])
def group_type(group_type_id: int) -> str | Response:
    viewer, form, theirs = current_viewer(), KindForm(), None
    found = find_group_type(viewer, group_type_id)
    form.offer(primary_measures(viewer), curricula_by_name(viewer))
    if not form.is_submitted():
        form.fill(KindSettings.of(found.kind))
    elif form.validate():
        try:
            version = as_number(form.version.data) or 0
            actions.change_kind(viewer, group_type_id, form.told(), version=version)
            flash("The kind of group is kept.", "success")
            return redirect(url_for("practice.group_types"), 303)
        except Refused as refusal:
            put_beside(form, refusal, "name")
        except Conflict as conflict:
            form.form_errors.append(str(conflict))
            theirs = found
    form.version.data = str(found.kind.version)
    return render_template("practice/group_type.html", form=form, found=found, theirs=theirs)
