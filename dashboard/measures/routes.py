"""The pages of measures, and of one assessment entered by hand."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.carrying import packed, unpacked
from dashboard.caseload.measures import MeasureInUse, find_measure, measures_by_name, versions_of
from dashboard.caseload.practice import practice_today
from dashboard.caseload.reach import find_clinical_participant
from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload, Refused
from dashboard.measures import actions
from dashboard.measures.commands import define_command, list_command, wording_command
from dashboard.measures.explaining import (
    measure_facts,
    safety_facts,
    scale_facts,
    scoring_facts,
)
from dashboard.measures.forms import (
    AssessmentForm,
    KeptWordingForm,
    MeasureForm,
    WordingForm,
    assessment_form,
)
from dashboard.measures.presenters import result_words
from dashboard.models.measures import Assessment
from dashboard.models.participants import Participant

blueprint = Blueprint("measures", __name__, cli_group="measures")
blueprint.cli.add_command(list_command)
blueprint.cli.add_command(define_command)
blueprint.cli.add_command(wording_command)


@blueprint.get("/measures")
def index() -> str:
    viewer = current_viewer()
    found = [measure.definition for measure in measures_by_name(viewer)]
    may_define = actions.may_define(viewer)
    return render_template("measures/index.html", measures=found, may_define=may_define)


@blueprint.route("/measures/new", methods=["GET", "POST"])
def new() -> str | Response:
    viewer, form = current_viewer(), MeasureForm()
    if not actions.may_define(viewer):
        raise NotOnCaseload
    if form.validate_on_submit():
        try:
            version = actions.define_own(viewer, form.definition())
            return redirect(url_for("measures.show", key=version.definition["key"]), 303)
        except Refused as refusal:
            _put_beside(form, refusal)
    return render_template("measures/new.html", form=form)


@blueprint.get("/measures/<key>")
def show(key: str) -> str:
    viewer = current_viewer()
    measure = find_measure(viewer, key)
    definition = measure.definition
    return render_template(
        "measures/show.html",
        versions=versions_of(viewer, measure),
        measure=definition,
        thresholds=measure_facts(definition),
        scoring=scoring_facts(definition),
        scales=scale_facts(definition),
        safety=safety_facts(definition),
        may_define=actions.may_define(viewer),
    )


@blueprint.route("/measures/<key>/wording", methods=["GET", "POST"])
def wording(key: str) -> str:
    viewer, form = current_viewer(), WordingForm()
    if not actions.may_define(viewer):
        raise NotOnCaseload
    measure, fit = find_measure(viewer, key).definition, None
    kept = KeptWordingForm(formdata=None)
    if form.validate_on_submit():
        content, name = form.file.data.read(), form.file.data.filename
        try:
            fit = actions.read_wording(viewer, content, name, key)
            kept.signed_file.data, kept.file_name.data = packed(content, viewer.user_id), name
        except Refused as refusal:
            form.file.errors = [*form.file.errors, str(refusal)]
    return render_template("measures/wording.html", form=form, kept=kept, measure=measure, fit=fit)


@blueprint.post("/measures/<key>/wording/confirmed")
def keep_wording(key: str) -> Response:
    viewer, form = current_viewer(), KeptWordingForm()
    if not actions.may_define(viewer):
        raise NotOnCaseload
    try:
        content = unpacked(form.signed_file.data or "", viewer.user_id)
        fit = actions.read_wording(viewer, content, form.file_name.data or "", key)
        actions.load_wording(viewer, fit, by=viewer.user_id)
    except Refused as refusal:
        flash(str(refusal), "warning")
        return redirect(url_for("measures.wording", key=key), 303)
    flash("The wording is loaded. Check-ins made from now on can ask it.", "success")
    return redirect(url_for("measures.show", key=key), 303)


@blueprint.route("/participants/<id:participant_id>/assessments/new", methods=["GET", "POST"])
def assess(participant_id: int) -> str | Response:
    viewer = current_viewer()
    participant = find_clinical_participant(viewer, participant_id)
    note_reading([participant.id])
    key = request.args.get("measure", "")
    if not key:
        found = [measure.definition for measure in measures_by_name(viewer)]
        return render_template("measures/choose.html", participant=participant, measures=found)
    measure = find_measure(viewer, key)
    form = assessment_form(measure.definition, on=practice_today(viewer))
    if form.validate_on_submit():
        try:
            row = _enter(viewer, participant, measure, form)
            flash(result_words(measure.definition, row), "success")
            return redirect(request.full_path.rstrip("?"), 303)
        except Refused as refusal:
            _put_beside(form, refusal)
    return render_template(
        "measures/assess.html", form=form, participant=participant, measure=measure.definition
    )


def _enter(
    viewer: Viewer, participant: Participant, measure: MeasureInUse, form: AssessmentForm
) -> Assessment:
    """Record the answers, or the total where no answer is given."""
    answers = form.given_answers()
    has_answers = any(answer is not None for answer in answers.values())
    return actions.enter_assessment(
        viewer,
        participant,
        measure.version,
        on=form.on.data,
        answers=answers if has_answers else None,
        total=None if has_answers or "total" not in form else form.total.data,
    )


def _put_beside(form: MeasureForm | AssessmentForm, refusal: Refused) -> None:
    """Put the refusal beside the field that it belongs to, or above the form."""
    parts = (refusal.field or "").split(".")
    name = next((each for each in (*reversed(parts), f"item_{parts[-1]}") if each in form), "")
    if name:
        form[name].errors = [*form[name].errors, str(refusal)]
    else:
        form.form_errors.append(str(refusal))
