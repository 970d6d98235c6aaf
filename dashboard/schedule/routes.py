"""The pages of a group's cycles and of one session's day."""

from collections.abc import Callable
from datetime import timedelta

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms.fields.choices import SelectChoice

from dashboard.access import current_viewer
from dashboard.caseload.groups import (
    cycles_of_group,
    find_planned_session,
    people_who_treat,
    roster,
    substitutes_of,
)
from dashboard.caseload.outcomes.treatment import local_date
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import EnrollmentStatus
from dashboard.errors import Refused
from dashboard.models.groups import Group
from dashboard.schedule import actions
from dashboard.schedule.forms import CycleForm, MoveForm, SubstituteForm

blueprint = Blueprint("schedule", __name__, url_prefix="/schedule")
WEEK = timedelta(days=7)


@blueprint.route("/groups/<id:group_id>/cycles/new", methods=["GET", "POST"])
def new_cycle(group_id: int) -> str | Response:
    viewer = current_viewer()
    group = actions.find_kept_group(viewer, group_id)
    form = _offered(CycleForm(), viewer, group)
    if form.validate_on_submit():
        try:
            offered = actions.open_next(
                viewer,
                group_id,
                first_on=form.first_on.data,
                length=form.length.data,
                staying=form.staying.data or [],
                offer_hours=current_app.config["SEAT_OFFER_HOURS"],
            )
            words = f" {offered} of those who wait were offered a seat." if offered else ""
            flash(f"The cycle is open, with its sessions.{words}", "success")
            return redirect(url_for("groups.page", group_id=group_id), 303)
        except Refused as refusal:
            _put_beside(form, refusal)
            group = actions.find_kept_group(viewer, group_id)
    return render_template("schedule/new_cycle.html", form=form, group=group)


def _offered(form: CycleForm, viewer: Viewer, group: Group) -> CycleForm:
    """Fill in what usually comes: a week after the last session, with everybody who is there."""
    here = [line.stay for line in roster(viewer, group)]
    active = [stay for stay in here if stay.status is EnrollmentStatus.ACTIVE]
    form.staying.choices = [(stay.id, stay.participant.name) for stay in active]
    if not form.is_submitted():
        cycles = cycles_of_group(viewer, group)
        form.first_on.data = cycles[0].last_on + WEEK if cycles else local_date(viewer, group)
        form.length.data = group.cycle_length
        form.staying.data = [stay.id for stay in active]
    return form


@blueprint.get("/sessions/<id:group_session_id>")
def session(group_session_id: int) -> str:
    return _session_page(group_session_id)


def _session_page(group_session_id: int, **refused: FlaskForm) -> str:
    viewer = current_viewer()
    group_session = find_planned_session(viewer, group_session_id)
    moving = refused.get("move") or MoveForm(None, on=group_session.on_date)
    standing_in = refused.get("substitute") or SubstituteForm(None)
    people = [SelectChoice(user.id, user.name) for user in people_who_treat(viewer)]
    standing_in["user_id"].choices = people
    return render_template(
        "schedule/session.html",
        group_session=group_session,
        group=group_session.group,
        substitutes=substitutes_of(viewer, group_session),
        lies_ahead=group_session.starts_at > viewer.as_of,
        forms={"move": moving, "substitute": standing_in},
    )


@blueprint.post("/sessions/<id:group_session_id>/move")
def move(group_session_id: int) -> str | Response:
    form, viewer = MoveForm(), current_viewer()
    return _done(
        group_session_id,
        "move",
        form,
        lambda: actions.move(viewer, group_session_id, form.on.data),
        "The session has another day.",
    )


@blueprint.post("/sessions/<id:group_session_id>/skip")
def skip(group_session_id: int) -> Response:
    try:
        moved = actions.skip(current_viewer(), group_session_id)
        go_on = "1 session comes" if moved == 1 else f"{moved} sessions come"
        flash(f"The week is left out; {go_on} later.", "success")
    except Refused as refusal:
        flash(str(refusal), "warning")
    return redirect(url_for(".session", group_session_id=group_session_id), 303)


@blueprint.post("/sessions/<id:group_session_id>/substitutes")
def substitute(group_session_id: int) -> str | Response:
    form, viewer = SubstituteForm(), current_viewer()
    return _done(
        group_session_id,
        "substitute",
        form,
        lambda: actions.let_stand_in(viewer, group_session_id, form.user_id.data or 0),
        "They find the session on their own first page, on its day.",
    )


@blueprint.post("/sessions/<id:group_session_id>/substitutes/<id:user_id>/remove")
def remove_substitute(group_session_id: int, user_id: int) -> Response:
    actions.end_standing_in(current_viewer(), group_session_id, user_id)
    flash("They do not stand in any more.", "success")
    return redirect(url_for(".session", group_session_id=group_session_id), 303)


def _done(
    group_session_id: int, name: str, form: FlaskForm, act: Callable[[], None], words: str
) -> str | Response:
    """Do one act of a session's page, or show the page again with what is wrong beside it."""
    find_planned_session(current_viewer(), group_session_id)
    if form.validate():
        try:
            act()
            flash(words, "success")
            return redirect(url_for(".session", group_session_id=group_session_id), 303)
        except Refused as refusal:
            _put_beside(form, refusal)
    return _session_page(group_session_id, **{name: form})


def _put_beside(form: FlaskForm, refusal: Refused) -> None:
    if refusal.field is not None and refusal.field in form:
        form[refusal.field].errors = [*form[refusal.field].errors, str(refusal)]
    else:
        form.form_errors.append(str(refusal))
