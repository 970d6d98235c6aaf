"""The page of rules, the pages that set one, and the decision about somebody's misses."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.attendance_rules import actions
from dashboard.attendance_rules.forms import RuleForm
from dashboard.attendance_rules.presenters import WORDS
from dashboard.caseload.groups import kinds_of_group
from dashboard.caseload.practice import rules_in_order
from dashboard.errors import Conflict, NotOnCaseload, Refused

blueprint = Blueprint("attendance_rules", __name__, url_prefix="/practice/attendance-rules")
for words in WORDS:
    blueprint.add_app_template_filter(words)


@blueprint.app_context_processor
def decisions() -> dict[str, object]:
    """What can be decided about misses, wherever a flag is shown."""
    return {"misses_decisions": list(actions.DECISIONS.items())}


@blueprint.get("/")
def index() -> str:
    viewer = current_viewer()
    return render_template(
        "attendance_rules/index.html",
        rows=rules_in_order(viewer),
        may_set=actions.may_set_rules(viewer),
    )


@blueprint.route("/new", methods=["GET", "POST"])
def new() -> str | Response:
    viewer = current_viewer()
    if not actions.may_set_rules(viewer):
        raise NotOnCaseload
    form = RuleForm().offer(kinds_of_group(viewer))
    if form.validate_on_submit():
        try:
            actions.add(viewer, form.given(), form.group_types.data)
            flash("The rule is added. It looks at misses from the next mark on.", "success")
            return redirect(url_for(".index"), 303)
        except Refused as refusal:
            put_beside(form, refusal)
    return render_template("attendance_rules/edit.html", form=form, row=None)


@blueprint.route("/<id:rule_id>", methods=["GET", "POST"])
def edit(rule_id: int) -> str | Response | tuple[str, int]:
    viewer = current_viewer()
    row = actions.find_to_set(viewer, rule_id)
    form, status = RuleForm().offer(kinds_of_group(viewer)), 200
    if not form.is_submitted():
        form.fill(row)
    elif form.validate():
        try:
            return _change(rule_id, form)
        except Refused as refusal:
            put_beside(form, refusal)
        except Conflict as conflict:
            form.form_errors.append(f"{conflict} Saving again keeps your version.")
            form.version.data, status = str(row.version), 409
    return render_template("attendance_rules/edit.html", form=form, row=row), status


def _change(rule_id: int, form: RuleForm) -> Response:
    version = int(form.version.data) if str(form.version.data).isdecimal() else 0
    actions.change(current_viewer(), rule_id, form.given(), form.group_types.data, version=version)
    flash("The rule is changed. Flags that it raised before stay as they are.", "success")
    return redirect(url_for(".index"), 303)


@blueprint.post("/<id:rule_id>/<any(on, off):state>")
def turn(rule_id: int, state: str) -> Response:
    actions.turn(current_viewer(), rule_id, on=state == "on")
    flash(f"The rule is {state}.", "success")
    return redirect(url_for(".index"), 303)


@blueprint.post("/decisions/<id:flag_id>")
def decide(flag_id: int) -> Response:
    try:
        decision = request.form.get("decision", "")
        flag = actions.decide(current_viewer(), flag_id, decision, request.form.get("words", ""))
        note_reading([flag.participant_id] if flag.participant_id else [])
        flash("Decided; the flag is closed with it.", "success")
    except Refused as refusal:
        flash(str(refusal), "warning")
    return redirect(url_for("flags.page", flag_id=flag_id), 303)


def put_beside(form: RuleForm, refusal: Refused) -> None:
    """Put a refusal beside the field that it belongs to, or above the form."""
    if refusal.field is not None and refusal.field in form:
        form[refusal.field].errors = [*form[refusal.field].errors, str(refusal)]
    else:
        form.form_errors.append(str(refusal))
