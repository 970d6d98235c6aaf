"""The pages of one's own account."""

from flask import (
    Blueprint,
    current_app,
    flash,
    g,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, now, public
from dashboard.accounts import actions
from dashboard.accounts.forms import PasswordForm, SignInForm
from dashboard.accounts.onward import safe_path
from dashboard.caseload.own_account import live_sign_ins
from dashboard.errors import Refused

blueprint = Blueprint("accounts", __name__)


@blueprint.route("/sign-in", methods=["GET", "POST"])
@public
def sign_in() -> str | Response | tuple[str, int]:
    form = SignInForm()
    onward = safe_path(request.args.get("next"), "/")
    if not form.validate_on_submit():
        return render_template("accounts/sign_in.html", form=form)
    try:
        token = actions.sign_in(
            email=form.email.data,
            password=form.password.data,
            address=request.remote_addr or "",
            device=request.user_agent.string,
            at=now(),
            hours=current_app.config["SIGN_IN_HOURS"],
        )
    except Refused as refusal:
        form.form_errors.append(str(refusal))
        status = 429 if isinstance(refusal, actions.TooManyTries) else 200
        return render_template("accounts/sign_in.html", form=form), status
    session.clear()
    session["sign_in"] = token
    return redirect(onward, 303)


@blueprint.post("/sign-out")
def sign_out() -> Response:
    viewer = current_viewer()
    actions.end_sign_in(user_id=viewer.user_id, sign_in_id=g.sign_in_id, at=viewer.as_of)
    session.clear()
    return redirect(url_for("accounts.sign_in"), 303)


@blueprint.get("/account")
def account() -> str:
    return _account_page(PasswordForm())


@blueprint.post("/account/password")
def password() -> str | Response:
    form, viewer = PasswordForm(), current_viewer()
    if not form.validate_on_submit():
        return _account_page(form)
    try:
        actions.change_password(
            user_id=viewer.user_id,
            sign_in_id=g.sign_in_id,
            current=form.current.data,
            new=form.new.data,
            address=request.remote_addr or "",
            at=viewer.as_of,
        )
    except Refused as refusal:
        form.current.errors = [str(refusal)]
        return _account_page(form)
    flash("Your password is changed. Your other sign-ins have ended.", "success")
    return redirect(url_for("accounts.account"), 303)


@blueprint.post("/account/sign-ins/<id:sign_in_id>/end")
def end_sign_in(sign_in_id: int) -> Response:
    viewer = current_viewer()
    actions.end_sign_in(user_id=viewer.user_id, sign_in_id=sign_in_id, at=viewer.as_of)
    flash("That sign-in has ended.", "success")
    return redirect(url_for("accounts.account"), 303)


def _account_page(form: PasswordForm) -> str:
    sign_ins = live_sign_ins(current_viewer())
    return render_template(
        "accounts/account.html", form=form, sign_ins=sign_ins, own_id=g.sign_in_id
    )
