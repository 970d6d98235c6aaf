"""Who may sign in: the list, and each account."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms.fields.choices import SelectChoice

from dashboard.access import current_viewer
from dashboard.caseload.practice import (
    accounts_by_name,
    find_account,
    licenses_of,
    supervisors,
    the_practice,
)
from dashboard.clinical.words import Role
from dashboard.errors import Refused
from dashboard.practice.blueprint import blueprint
from dashboard.practice.fields import as_number, put_beside
from dashboard.practice.people import actions
from dashboard.practice.people.forms import AccountForm, DescribeForm


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
            put_beside(form, refusal, "email")
    return render_template(
        "practice/accounts.html", form=form, people=accounts_by_name(viewer), told=told
    )


@blueprint.route("/accounts/<id:user_id>", methods=["GET", "POST"])
def account(user_id: int) -> str | Response:
    viewer = current_viewer()
    user = find_account(viewer, user_id)
    form = DescribeForm(credentials=user.credentials, supervisor=str(user.supervisor_id or ""))
    others = [SelectChoice(str(each.id), each.name) for each in supervisors(viewer)]
    form.supervisor.choices = [SelectChoice("", "Nobody: works independently"), *others]
    if form.validate_on_submit():
        try:
            chosen = as_number(form.supervisor.data)
            credentials = form.credentials.data or ""
            actions.describe(viewer, user_id, credentials=credentials, supervisor_id=chosen)
            flash("Saved.", "success")
            return redirect(url_for("practice.accounts"), 303)
        except Refused as refusal:
            put_beside(form, refusal, "supervisor")
    return render_template(
        "practice/account.html",
        form=form,
        user=user,
        lines=licenses_of(viewer, user),
        zone=the_practice(viewer).time_zone,
    )


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
