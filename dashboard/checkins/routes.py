"""The staff's side: who has answered, links to hand out, a group's rhythm."""

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.caseload.checkins import askable_versions, check_ins_of_session, rhythm_of
from dashboard.caseload.measures import measures_by_name
from dashboard.caseload.reach import find_clinical_group, find_group_session, writes_in
from dashboard.checkins import actions
from dashboard.checkins.commands import send_command
from dashboard.checkins.presenters import (
    asked_rows,
    counts_in_words,
    link_address,
    read_weeks,
    short_names,
)
from dashboard.clinical.checkins.rhythm import measures_due
from dashboard.clinical.places import PLACES
from dashboard.errors import Conflict, Refused
from dashboard.models.check_ins import CheckIn
from dashboard.records.checkins.invitations import check_in_code

blueprint = Blueprint("checkins", __name__, url_prefix="/checkins", cli_group="checkins")
blueprint.cli.add_command(send_command)


@blueprint.get("/sessions/<id:group_session_id>")
def session(group_session_id: int) -> str:
    return _session_page(group_session_id)


def _session_page(group_session_id: int, **shown: object) -> str:
    viewer = current_viewer()
    group_session = find_group_session(viewer, group_session_id)
    people = check_ins_of_session(viewer, group_session)
    note_reading(person.stay.participant_id for person in people)
    rhythm, askable = rhythm_of(viewer, group_session.group).weeks, askable_versions(viewer)
    wanted = measures_due(rhythm, group_session.week, list(rhythm))
    return render_template(
        "checkins/session.html",
        group_session=group_session,
        group=group_session.group,
        people=people,
        words=counts_in_words(people),
        may_write=writes_in(viewer, group_session),
        due=[askable[key].definition.short_name for key in wanted if key in askable],
        without_wording=short_names(measures_by_name(viewer), wanted, askable),
        code=check_in_code,
        places=PLACES,
        **shown,
    )


@blueprint.get("/sessions/<id:group_session_id>/state.json")
def state(group_session_id: int) -> Response:
    viewer = current_viewer()
    people = check_ins_of_session(viewer, find_group_session(viewer, group_session_id))
    return jsonify(words=counts_in_words(people), people=asked_rows(people))


@blueprint.post("/sessions/<id:group_session_id>/invite")
def invite(group_session_id: int) -> Response:
    try:
        actions.invite(current_viewer(), group_session_id)
    except Refused as refusal:
        flash(str(refusal), "warning")
    return redirect(url_for("checkins.session", group_session_id=group_session_id), 303)


@blueprint.post("/<id:check_in_id>/link")
def link(check_in_id: int) -> str:
    check_in, token = actions.new_link(current_viewer(), check_in_id)
    return _session_page(check_in.group_session_id, linked=check_in.id, address=link_address(token))


@blueprint.post("/<id:check_in_id>/revoke")
def revoke(check_in_id: int) -> Response:
    check_in: CheckIn = actions.revoke(current_viewer(), check_in_id)
    flash("Every link to that check-in now leads nowhere.", "success")
    return redirect(url_for("checkins.session", group_session_id=check_in.group_session_id), 303)


@blueprint.route("/groups/<id:group_id>/rhythm", methods=["GET", "POST"])
def rhythm(group_id: int) -> str | Response | tuple[str, int]:
    viewer = current_viewer()
    group = find_clinical_group(viewer, group_id)
    errors: dict[str, str] = {}
    if request.method == "POST":
        weeks, errors = read_weeks(request.form, group.cycle_length)
        if not errors:
            try:
                read = request.form.get("version", "")
                version = int(read) if read.isascii() and read.isdigit() else 0
                actions.set_rhythm(viewer, group_id, weeks, version=version)
            except Conflict as conflict:
                errors = {"": str(conflict)}
            else:
                flash("The rhythm is kept. It counts for check-ins made from now on.", "success")
                return redirect(url_for("checkins.rhythm", group_id=group_id), 303)
    return render_template(
        "checkins/rhythm.html",
        group=group,
        rhythm=rhythm_of(viewer, group),
        measures=[measure.definition for measure in measures_by_name(viewer)],
        typed=request.form,
        errors=errors,
    )
