"""The warning on a session, the report of what was overridden, and the compacts."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import DateField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from dashboard.access import current_viewer
from dashboard.caseload.practice.coverage import (
    compacts_by_name,
    license_coverage,
    overrides_by_date,
)
from dashboard.clinical.places import ANYWHERE, PLACES
from dashboard.errors import Refused
from dashboard.licenses import actions

blueprint = Blueprint("licenses", __name__, url_prefix="/licenses")


class CompactForm(FlaskForm):
    name = StringField("Name", [InputRequired("Such as PSYPACT."), Length(max=100)])
    states = TextAreaField("States that have joined", [InputRequired("Name at least one state.")])
    known_on = DateField("As known on", [InputRequired("Type the date, such as 2026-11-24.")])

    def codes(self) -> list[str]:
        """Return what was typed, by commas, spaces or lines, as postal codes."""
        return (self.states.data or "").upper().replace(",", " ").split()


@blueprint.app_context_processor
def coverage() -> dict[str, object]:
    """What a session's page asks for: who leads without a license for where somebody is."""
    return {
        "license_coverage": lambda session, rows: license_coverage(current_viewer(), session, rows),
        "place_names": {**PLACES, "": ANYWHERE},
    }


@blueprint.post("/sessions/<id:group_session_id>/override")
def override(group_session_id: int) -> Response:
    try:
        actions.override(current_viewer(), group_session_id, request.form.get("reason", ""))
        flash("The reason is kept; the clinical lead sees it.", "success")
    except Refused as refusal:
        flash(str(refusal), "warning")
    return redirect(url_for("sessions.page", group_session_id=group_session_id), 303)


@blueprint.get("/overrides")
def overrides() -> str:
    rows = overrides_by_date(current_viewer())
    return render_template("licenses/overrides.html", rows=rows)


@blueprint.route("/compacts", methods=["GET", "POST"])
def compacts() -> str | Response:
    viewer, form = current_viewer(), CompactForm()
    rows = compacts_by_name(viewer)
    if form.validate_on_submit():
        try:
            actions.keep(viewer, form.name.data.strip(), form.codes(), form.known_on.data)
            flash("The compact is kept.", "success")
            return redirect(url_for(".compacts"), 303)
        except Refused as refusal:
            form.states.errors = [str(refusal)]
    return render_template("licenses/compacts.html", rows=rows, form=form)
