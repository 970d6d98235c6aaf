"""Licenses: all of them, the first to expire on top, and each one to change or renew."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms.fields.choices import SelectChoice

from dashboard.access import current_viewer
from dashboard.caseload.practice import find_license, licenses_by_expiry, supervisors, the_practice
from dashboard.caseload.practice.coverage import compacts_by_name
from dashboard.caseload.viewer import Viewer
from dashboard.errors import Conflict, Refused
from dashboard.models.accounts import License
from dashboard.practice.blueprint import blueprint
from dashboard.practice.fields import as_number, put_beside
from dashboard.practice.people import actions
from dashboard.practice.people.forms import LicenseForm, NewLicenseForm


@blueprint.route("/licenses", methods=["GET", "POST"])
def licenses() -> str | Response:
    viewer, form = current_viewer(), NewLicenseForm()
    lines = licenses_by_expiry(viewer)
    form.compact.choices = _compacts(viewer)
    form.user.choices = [SelectChoice(str(each.id), each.name) for each in supervisors(viewer)]
    if form.validate_on_submit():
        try:
            actions.new_license(viewer, as_number(form.user.data) or 0, form.told())
            flash("The license is on record.", "success")
            return redirect(url_for("practice.licenses"), 303)
        except Refused as refusal:
            put_beside(form, refusal, "number")
    elif not form.is_submitted():
        form.user.data = request.args.get("user", "")
    zone = the_practice(viewer).time_zone
    return render_template("practice/licenses.html", form=form, lines=lines, zone=zone)


@blueprint.route("/licenses/<id:license_id>", methods=["GET", "POST"])
def license_page(license_id: int) -> str | Response:
    viewer = current_viewer()
    row = find_license(viewer, license_id)
    form = LicenseForm(obj=row, compact=str(row.compact_id or ""), is_verified=False)
    form.compact.choices = _compacts(viewer)
    if form.validate_on_submit() and _is_kept(form, viewer, row):
        flash("The license is kept.", "success")
        return redirect(url_for("practice.account", user_id=row.user_id), 303)
    form.version.data = str(row.version)
    zone = the_practice(viewer).time_zone
    return render_template("practice/license.html", form=form, license=row, zone=zone)


def _is_kept(form: LicenseForm, viewer: Viewer, row: License) -> bool:
    """Keep what was typed, or say at the form why not."""
    how = {"is_verified": form.is_verified.data, "version": as_number(form.version.data) or 0}
    try:
        actions.edit_license(viewer, row.id, form.told(), **how)
    except Conflict as conflict:
        form.form_errors.append(f"{conflict} Below is what you typed; above, what is kept now.")
    except Refused as refusal:
        put_beside(form, refusal, "number")
    return not form.errors


def _compacts(viewer: Viewer) -> list[SelectChoice]:
    known = [SelectChoice(str(each.id), each.name) for each in compacts_by_name(viewer)]
    return [SelectChoice("", "No"), *known]
