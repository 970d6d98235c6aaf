"""The practice's pages."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms.fields.choices import SelectChoice

from dashboard.access import current_viewer
from dashboard.caseload.practice import (
    TRAIL_PAGE,
    accounts_by_name,
    check_keeps_practice,
    closures_by_date,
    find_account,
    licenses_by_expiry,
    supervisors,
    the_practice,
    trail_page,
)
from dashboard.caseload.practice.coverage import compacts_by_name
from dashboard.clinical.words import Role
from dashboard.errors import Conflict, Refused
from dashboard.practice import actions
from dashboard.practice.forms import (
    NUMBERS,
    SETTINGS,
    AccountForm,
    ClosureForm,
    DescribeForm,
    LicenseForm,
    SettingsForm,
)
from dashboard.records.practice.accounts import Credential
from dashboard.records.trail import first_broken_line

blueprint = Blueprint("practice", __name__, url_prefix="/practice")


@blueprint.get("/")
def index() -> str:
    viewer = current_viewer()
    check_keeps_practice(viewer)
    return render_template(
        "practice/index.html", practice=the_practice(viewer), licenses=licenses_by_expiry(viewer)
    )


@blueprint.route("/settings", methods=["GET", "POST"])
def settings() -> str | Response:
    viewer, theirs = current_viewer(), None
    check_keeps_practice(viewer)
    practice = the_practice(viewer)
    form = SettingsForm(**{name: getattr(practice, name) for name in (*SETTINGS, *NUMBERS)})
    if form.validate_on_submit():
        try:
            fields: dict[str, str | int] = {name: form[name].data or "" for name in SETTINGS}
            fields |= {name: int(form[name].data) for name in NUMBERS}
            actions.save_settings(viewer, fields, version=_number(form.version.data) or 0)
            flash("The settings are kept.", "success")
            return redirect(url_for("practice.settings"), 303)
        except Conflict as conflict:
            form.form_errors.append(str(conflict))
            theirs = practice
    form.version.data = str(practice.version)
    return render_template("practice/settings.html", form=form, theirs=theirs)


def _number(text: str | None) -> int | None:
    given = text or ""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 17 else None


@blueprint.route("/accounts", methods=["GET", "POST"])
def accounts() -> str:
    form, viewer = AccountForm(), current_viewer()
    told = None
    if form.validate_on_submit():
        try:
            role = Role(form.role.data)
            told = actions.new_account(
                viewer, name=form.name.data, email=form.email.data, role=role
            )
            form = AccountForm(formdata=None)
        except Refused as refusal:
            _put_beside(form, refusal, "email")
    return render_template(
        "practice/accounts.html", form=form, people=accounts_by_name(viewer), told=told
    )


def _put_beside(form: FlaskForm, refusal: Refused, otherwise: str) -> None:
    name = refusal.field if refusal.field in form else otherwise
    form[name].errors = [*form[name].errors, str(refusal)]


@blueprint.route("/accounts/<id:user_id>", methods=["GET", "POST"])
def account(user_id: int) -> str | Response:
    viewer = current_viewer()
    user = find_account(viewer, user_id)
    form = DescribeForm(credentials=user.credentials, supervisor=str(user.supervisor_id or ""))
    others = [SelectChoice(str(each.id), each.name) for each in supervisors(viewer)]
    form.supervisor.choices = [SelectChoice("", "Nobody: works independently"), *others]
    if form.validate_on_submit():
        try:
            chosen = _number(form.supervisor.data)
            credentials = form.credentials.data or ""
            actions.describe(viewer, user_id, credentials=credentials, supervisor_id=chosen)
            flash("Saved.", "success")
            return redirect(url_for("practice.accounts"), 303)
        except Refused as refusal:
            _put_beside(form, refusal, "supervisor")
    return render_template("practice/account.html", form=form, user=user)


@blueprint.post("/accounts/<id:user_id>/end")
def end_account(user_id: int) -> Response:
    try:
        actions.end(current_viewer(), user_id)
        flash("The account and its sign-ins have ended.", "success")
    except Refused as refusal:
        flash(str(refusal), "warning")
    return redirect(url_for("practice.accounts"), 303)


@blueprint.post("/accounts/<id:user_id>/password")
def reset_password(user_id: int) -> str:
    viewer = current_viewer()
    password = actions.new_password(viewer, user_id)
    return render_template(
        "practice/accounts.html",
        form=AccountForm(formdata=None),
        people=accounts_by_name(viewer),
        told=(find_account(viewer, user_id), password),
    )


@blueprint.route("/licenses", methods=["GET", "POST"])
def licenses() -> str | Response:
    viewer, form = current_viewer(), LicenseForm()
    lines = licenses_by_expiry(viewer)
    known = [SelectChoice(str(each.id), each.name) for each in compacts_by_name(viewer)]
    form.compact.choices = [SelectChoice("", "No"), *known]
    form.user.choices = [SelectChoice(str(each.id), each.name) for each in supervisors(viewer)]
    if form.validate_on_submit():
        names = ("profession", "number", "jurisdiction", "expires_on")
        try:
            fields = {name: form[name].data for name in names}
            told = Credential(**fields, compact_id=_number(form.compact.data))
            actions.new_license(viewer, _number(form.user.data) or 0, told)
            flash("The license is on record.", "success")
            return redirect(url_for("practice.licenses"), 303)
        except Refused as refusal:
            _put_beside(form, refusal, "number")
    return render_template("practice/licenses.html", form=form, lines=lines)


@blueprint.route("/closures", methods=["GET", "POST"])
def closures() -> str | Response:
    viewer, form = current_viewer(), ClosureForm()
    if form.validate_on_submit():
        try:
            actions.close_on(viewer, form.on_date.data, form.reason.data or "")
            flash("Cycles that are opened from now on leave this day out.", "success")
            return redirect(url_for("practice.closures"), 303)
        except Refused as refusal:
            _put_beside(form, refusal, "on_date")
    return render_template("practice/closures.html", form=form, days=closures_by_date(viewer))


@blueprint.post("/closures/<id:closure_id>/remove")
def remove_closure(closure_id: int) -> Response:
    actions.open_again(current_viewer(), closure_id)
    flash("The practice is open on that day.", "success")
    return redirect(url_for("practice.closures"), 303)


@blueprint.get("/audit")
def audit() -> str:
    viewer = current_viewer()
    user_id, before = _number(request.args.get("user")), _number(request.args.get("before"))
    action = request.args.get("action", "")[:60]
    lines = trail_page(viewer, user_id=user_id, action=action, before=before)
    is_checked = request.args.get("check") == "yes"
    return render_template(
        "practice/audit.html",
        lines=lines,
        people=accounts_by_name(viewer),
        user_id=user_id,
        action=action,
        has_more=len(lines) == TRAIL_PAGE,
        is_checked=is_checked,
        broken=first_broken_line() if is_checked else None,
    )
