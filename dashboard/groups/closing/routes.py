"""The acts that close a group and open it again, from the group's page."""

from flask import current_app, flash, redirect, url_for
from werkzeug.wrappers import Response

from dashboard.caseload.reach import find_group
from dashboard.errors import Refused
from dashboard.groups.blueprint import blueprint
from dashboard.groups.closing import actions
from dashboard.groups.closing.forms import ClosureForm
from dashboard.groups.fields import put_beside
from dashboard.groups.routes import group_page
from dashboard.groups.setting_up.routes import who_sets_up


@blueprint.post("/<id:group_id>/closure")
def close(group_id: int) -> str | Response:
    viewer, form = who_sets_up(), ClosureForm()
    find_group(viewer, group_id)
    if form.validate_on_submit():
        try:
            hours, reason = current_app.config["SEAT_OFFER_HOURS"], form.reason.data or ""
            cancelled = actions.close(
                viewer, group_id, on=form.on.data, reason=reason, offer_hours=hours
            )
            ahead = f" Sessions ahead that were cancelled: {cancelled}." if cancelled else ""
            flash(f"The group is closed. Its record stays.{ahead}", "success")
            return redirect(url_for("groups.page", group_id=group_id), 303)
        except Refused as refusal:
            put_beside(form, refusal)
    return group_page(group_id, closing=form)


@blueprint.post("/<id:group_id>/closure/end")
def reopen(group_id: int) -> Response:
    viewer = who_sets_up()
    find_group(viewer, group_id)
    try:
        actions.reopen(viewer, group_id)
        flash("The group is open again. Cancelled sessions stay cancelled.", "success")
    except Refused as refusal:
        flash(str(refusal), "error")
    return redirect(url_for("groups.page", group_id=group_id), 303)
