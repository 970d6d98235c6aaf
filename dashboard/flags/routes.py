"""The pages of flags, and what an open page asks every few seconds."""

from collections.abc import Callable

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.caseload.checkins import check_in_behind
from dashboard.caseload.flags import (
    FlagLine,
    closed_flags,
    count_open_safety_flags,
    find_flag,
    flag_owners,
    open_flags,
)
from dashboard.clinical.words import FlagKind
from dashboard.errors import NotOnCaseload, Refused
from dashboard.flags import actions
from dashboard.flags.commands import notify_command
from dashboard.flags.presenters import how_to_reach, title, what_raised_it

blueprint = Blueprint("flags", __name__, url_prefix="/flags", cli_group="flags")
blueprint.cli.add_command(notify_command)
blueprint.add_app_template_filter(title, "flag_title")
blueprint.add_app_template_filter(what_raised_it, "flag_in_words")


@blueprint.get("/")
def index() -> str:
    viewer = current_viewer()
    if not viewer.reads_clinical_records:
        raise NotOnCaseload
    is_closed = request.args.get("state") == "closed"
    lines = closed_flags(viewer) if is_closed else open_flags(viewer)
    note_reading(line.person.id for line in lines if line.person)
    return render_template(
        "flags/index.html", lines=lines, is_closed=is_closed, told=what_raised_it, title=title
    )


@blueprint.get("/open.json")
def open_now() -> Response:
    """How many safety answers wait, and since when the newest: no name, no answer."""
    viewer = current_viewer()
    waiting = [
        line for line in open_flags(viewer, FlagKind.SAFETY) if line.flag.acknowledged_at is None
    ]
    newest = max((line.flag.raised_at for line in waiting), default=None)
    return jsonify(
        open=count_open_safety_flags(viewer),
        unseen=len(waiting),
        newest=None if newest is None else newest.isoformat(),
    )


@blueprint.get("/<id:flag_id>")
def page(flag_id: int) -> str:
    return _page(flag_id)


def _page(flag_id: int, **shown: str) -> str:
    viewer = current_viewer()
    line = find_flag(viewer, flag_id)
    note_reading([line.person.id] if line.person else [])
    return render_template(
        "flags/page.html",
        line=line,
        told=what_raised_it(line),
        title=title(line),
        owners=flag_owners(viewer, line),
        reach=how_to_reach(line, check_in_behind(viewer, line.flag)),
        **shown,
    )


@blueprint.post("/<id:flag_id>/acknowledge")
def acknowledge(flag_id: int) -> str | Response:
    said = "Acknowledged. The flag stays open until it is closed with a note."
    return _keep_finding(flag_id, actions.acknowledge, said)


@blueprint.post("/<id:flag_id>/assessment")
def assess(flag_id: int) -> str | Response:
    return _keep_finding(flag_id, actions.assess, "What you found is kept with the flag.")


def _keep_finding(flag_id: int, act: Callable[..., FlagLine], said: str) -> str | Response:
    finding = request.form.get("finding", "")
    try:
        act(current_viewer(), flag_id, finding=finding)
    except Refused as refusal:
        return _page(flag_id, finding_error=str(refusal), finding=finding)
    flash(said, "success")
    return redirect(url_for("flags.page", flag_id=flag_id), 303)


@blueprint.post("/<id:flag_id>/close")
def close(flag_id: int) -> str | Response:
    note = request.form.get("note", "")
    try:
        actions.close(current_viewer(), flag_id, note=note)
    except Refused as refusal:
        return _page(flag_id, error=str(refusal), note=note)
    flash("The flag is closed.", "success")
    return redirect(url_for("flags.page", flag_id=flag_id), 303)


@blueprint.post("/<id:flag_id>/owner")
def hand_on(flag_id: int) -> Response:
    chosen = request.form.get("owner", "")
    number = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) < 17 else 0
    try:
        actions.hand_on(current_viewer(), flag_id, owner_id=number)
        flash("The flag has a new owner.", "success")
    except Refused as refusal:
        flash(str(refusal), "warning")
    return redirect(url_for("flags.page", flag_id=flag_id), 303)
