"""What is said of somebody who waits, and their place in the line."""

from flask import flash, redirect, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer
from dashboard.caseload.reach import find_enrollment
from dashboard.errors import Refused
from dashboard.groups import actions
from dashboard.groups.blueprint import blueprint
from dashboard.groups.stays.forms import NoteForm, PlaceForm
from dashboard.groups.stays.routes import answer_act, keeping
from dashboard.models.participants import Enrollment


@blueprint.post("/stays/<id:enrollment_id>/note")
def stay_note(enrollment_id: int) -> str | Response:
    form = NoteForm()

    def act(found: Enrollment) -> str:
        actions.change_note(keeping(), found, form.note.data or "")
        return "The fit note is kept."

    return answer_act(enrollment_id, form, act)


@blueprint.post("/stays/<id:enrollment_id>/place")
def stay_place(enrollment_id: int) -> Response:
    """Move one up or down and come back to the group's page."""
    found, form = find_enrollment(current_viewer(), enrollment_id), PlaceForm()
    group_id, name = found.group_id, found.participant.name
    try:
        if not form.validate_on_submit():
            raise Refused("Choose up or down.")
        steps = -1 if form.direction.data == "up" else 1
        actions.move_in_line(keeping(), found, steps=steps)
        flash(f"{name} was moved {form.direction.data} the waitlist.", "success")
    except Refused as refusal:
        flash(str(refusal), "warning")
    return redirect(url_for("groups.page", group_id=group_id), 303)
