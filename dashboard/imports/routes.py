"""The page of assessment imports: upload, preview, confirm."""

from typing import TypeVar

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer
from dashboard.carrying import packed, unpacked
from dashboard.caseload.assessments import check_imports
from dashboard.caseload.measures import measures_by_name
from dashboard.caseload.viewer import Viewer
from dashboard.errors import Refused
from dashboard.imports import actions
from dashboard.imports.commands import import_command
from dashboard.imports.forms import ConfirmForm, OptionsForm, UploadForm

Form = TypeVar("Form", bound=OptionsForm)

blueprint = Blueprint("imports", __name__, cli_group="assessments")
blueprint.cli.add_command(import_command)


@blueprint.route("/imports/assessments", methods=["GET", "POST"])
def assessments() -> str:
    viewer = _importer()
    form = _offered(UploadForm(), viewer)
    if not form.validate_on_submit():
        return render_template("imports/assessments.html", form=form)
    content = form.file.data.read()
    try:
        preview = actions.preview_assessments(viewer, content, form.options())
    except Refused as refusal:
        return _refused(form, refusal)
    confirm = _offered(ConfirmForm(), viewer)
    confirm.signed_file.data = packed(content, viewer.user_id)
    confirm.file_name.data = form.file.data.filename
    return render_template("imports/preview.html", form=confirm, preview=preview)


@blueprint.post("/imports/assessments/confirmed")
def confirm() -> str | Response:
    viewer = _importer()
    form = _offered(ConfirmForm(), viewer)
    try:
        content = unpacked(form.signed_file.data or "", viewer.user_id)
        name = form.file_name.data or "file.csv"
        preview = actions.import_assessments(
            viewer, content, form.options(), file_name=name, by=viewer.user_id
        )
    except Refused as refusal:
        return _refused(_offered(UploadForm(), viewer), refusal)
    written, same = len(preview.to_write), preview.count("unchanged")
    flash(f"Imported: {written} written, {same} unchanged.", "success")
    return redirect(url_for("imports.assessments"), 303)


def _importer() -> Viewer:
    viewer = current_viewer()
    check_imports(viewer)
    return viewer


def _offered(form: Form, viewer: Viewer) -> Form:
    form.offer([measure.definition for measure in measures_by_name(viewer)])
    return form


def _refused(form: UploadForm, refusal: Refused) -> str:
    name = refusal.field if refusal.field in form else "file"
    form[name].errors = [*form[name].errors, str(refusal)]
    return render_template("imports/assessments.html", form=form)
