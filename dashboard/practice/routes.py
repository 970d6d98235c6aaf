"""The practice's first page, its settings, its closures and its trail."""

from flask import current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer
from dashboard.caseload.practice import (
    TRAIL_PAGE,
    accounts_by_name,
    check_keeps_practice,
    closures_by_date,
    licenses_by_expiry,
    sessions_on_closed_days,
    the_practice,
    timer_runs,
    trail_page,
)
from dashboard.errors import Conflict, Refused
from dashboard.mail import mail_is_set_up
from dashboard.practice import actions
from dashboard.practice.blueprint import blueprint
from dashboard.practice.fields import as_number, put_beside
from dashboard.practice.forms import NUMBERS, SETTINGS, ClosureForm, SettingsForm
from dashboard.practice.trail_filters import address_of, asked_for
from dashboard.records.trail import first_broken_line, trail_mark


@blueprint.get("/")
def index() -> str:
    viewer = current_viewer()
    check_keeps_practice(viewer)
    return render_template(
        "practice/index.html",
        practice=the_practice(viewer),
        licenses=licenses_by_expiry(viewer),
        timers=timer_runs(viewer),
        sends_letters=mail_is_set_up(current_app.config),
    )


@blueprint.route("/settings", methods=["GET", "POST"])
def settings() -> str | Response:
    viewer, theirs = current_viewer(), None
    check_keeps_practice(viewer)
    practice = the_practice(viewer)
    known = {name: getattr(practice, name) for name in (*SETTINGS, *NUMBERS)}
    form = SettingsForm(**{**known, "claim_percent": practice.claim_percent or None})
    if form.validate_on_submit():
        try:
            fields: dict[str, str | int] = {name: form[name].data or "" for name in SETTINGS}
            fields |= {name: int(form[name].data or 0) for name in NUMBERS}
            actions.save_settings(viewer, fields, version=as_number(form.version.data) or 0)
            flash("The settings are kept.", "success")
            return redirect(url_for("practice.settings"), 303)
        except Conflict as conflict:
            form.form_errors.append(str(conflict))
            theirs = practice
    form.version.data = str(practice.version)
    return render_template("practice/settings.html", form=form, theirs=theirs)


@blueprint.route("/closures", methods=["GET", "POST"])
def closures() -> str | Response:
    viewer, form = current_viewer(), ClosureForm()
    if form.validate_on_submit():
        try:
            actions.close_on(viewer, form.on_date.data, form.reason.data or "")
            flash("Cycles that are opened from now on leave this day out.", "success")
            return redirect(url_for("practice.closures"), 303)
        except Refused as refusal:
            put_beside(form, refusal, "on_date")
    days, planned = closures_by_date(viewer), sessions_on_closed_days(viewer)
    return render_template("practice/closures.html", form=form, days=days, planned=planned)


@blueprint.post("/closures/<id:closure_id>/remove")
def remove_closure(closure_id: int) -> Response:
    actions.open_again(current_viewer(), closure_id)
    flash("The practice is open on that day.", "success")
    return redirect(url_for("practice.closures"), 303)


@blueprint.get("/audit")
def audit() -> str:
    viewer, asked = current_viewer(), asked_for(request.args)
    lines = trail_page(viewer, asked)
    is_checked = request.args.get("check") == "yes"
    return render_template(
        "practice/audit.html",
        lines=lines,
        people=accounts_by_name(viewer),
        asked=asked,
        zone=the_practice(viewer).time_zone,
        earlier=address_of(asked, lines[-1].line.id) if len(lines) == TRAIL_PAGE else None,
        is_checked=is_checked,
        broken=first_broken_line() if is_checked else None,
        mark=trail_mark() if is_checked else "",
    )
