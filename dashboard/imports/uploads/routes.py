"""The pages of an upload: the file, its columns, what will happen, and how far it is."""

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.caseload.assessments import check_imports
from dashboard.caseload.importing import taken_imports
from dashboard.caseload.measures import measures_by_name
from dashboard.caseload.viewer import Viewer
from dashboard.database import reading
from dashboard.errors import Refused
from dashboard.imports.forms import OptionsForm
from dashboard.imports.mapped.actions import Job, job_of, keep_mapping, preview
from dashboard.imports.mapped.actions import carry_out as carry_out_job
from dashboard.imports.mapped.fields import Kind
from dashboard.imports.mapped.mapping import ColumnMapping
from dashboard.imports.planning import Plan
from dashboard.imports.uploads import running
from dashboard.imports.uploads.drafts import (
    Draft,
    content_of,
    find_draft,
    keep_draft,
    save_draft,
)
from dashboard.imports.uploads.forms import UploadForm, columns_form
from dashboard.imports.uploads.presenters import WORDS, added_by, counts_of, preview_page
from dashboard.imports.uploads.scores import (
    carry_out_scores,
    choose_options,
    has_scores,
    options_of,
    plan_scores,
)
from dashboard.records.importing import Progress

blueprint = Blueprint("uploads", __name__, url_prefix="/imports")


@blueprint.route("/", methods=["GET", "POST"])
def index() -> str | Response:
    viewer = _importer()
    form = UploadForm(kind=request.args.get("kind", Kind.ROSTER.value))
    if form.validate_on_submit():
        try:
            with reading():  # a large file takes its time, and others may write meanwhile
                given = form.upload()
                draft = keep_draft(viewer.user_id, given.kind, given.name, given.content)
            return redirect(url_for(".columns", token=draft.token), 303)
        except Refused as refusal:
            form.file.errors = [str(refusal)]
    return render_template("imports/uploads/index.html", form=form, taken=taken_imports(viewer))


@blueprint.route("/uploads/<token>/columns", methods=["GET", "POST"])
def columns(token: str) -> str | Response:
    viewer, draft = _found(token)
    return _said_of_scores(viewer, draft) if has_scores(draft) else _named_columns(viewer, draft)


def _named_columns(viewer: Viewer, draft: Draft) -> str | Response:
    with reading():
        job = _job(viewer, draft)
    form = columns_form(job.kind, job.sheet, job.mapping)
    if form.validate_on_submit():
        chosen = Job(job.kind, job.sheet, form.mapping(), job.file_name, job.checksum)
        try:
            keep_mapping(viewer, chosen, by=viewer.user_id)
            draft.choices = chosen.mapping.as_choices()
            save_draft(draft)
            return redirect(url_for(".page", token=draft.token), 303)
        except Refused as refusal:
            form.wrong(refusal.field, str(refusal))
    rows = len(job.sheet.lines)
    return render_template("imports/uploads/columns.html", form=form, draft=draft, rows=rows)


def _said_of_scores(viewer: Viewer, draft: Draft) -> str | Response:
    """Ask how a file of scores is to be read."""
    with reading():
        options, rows = options_of(viewer, draft)
    form = OptionsForm(obj=options)
    form.offer([measure.definition for measure in measures_by_name(viewer)])
    if form.validate_on_submit():
        try:
            with reading():
                choose_options(draft, form.options())
            save_draft(draft)
            return redirect(url_for(".page", token=draft.token), 303)
        except Refused as refusal:
            form.wrong(refusal.field, str(refusal))
    return render_template("imports/uploads/scores.html", form=form, draft=draft, rows=rows)


@blueprint.get("/uploads/<token>")
def page(token: str) -> str | Response:
    viewer, draft = _found(token)
    try:
        plan = _planned(viewer, draft)
    except Refused:
        return redirect(url_for(".columns", token=token))
    shown = preview_page(plan, request.args.get("page", 1, type=int))
    note_reading(shown.people)
    return render_template(
        "imports/uploads/preview.html",
        draft=draft,
        plan=plan,
        page=shown,
        words=WORDS,
        counts=counts_of(plan),
        added=added_by(plan),
        heads=[{"label": head} for head in plan.heads],
    )


@blueprint.post("/uploads/<token>/import")
def carry_out(token: str) -> Response:
    viewer, draft = _found(token)
    running.start(viewer, draft, carry_out_scores if has_scores(draft) else _carry_out_columns)
    return redirect(url_for(".progress", token=token), 303)


@blueprint.get("/uploads/<token>/progress")
def progress(token: str) -> str | Response:
    _viewer, draft = _found(token)
    if "X-Background" in request.headers:
        said = {"what": draft.what, "done": draft.done, "total": draft.total}
        return jsonify({**said, "running": draft.is_running})
    return render_template("imports/uploads/progress.html", draft=draft)


def _importer() -> Viewer:
    viewer = current_viewer()
    check_imports(viewer)
    return viewer


def _found(token: str) -> tuple[Viewer, Draft]:
    viewer = _importer()
    return viewer, find_draft(token, viewer.user_id)


def _planned(viewer: Viewer, draft: Draft) -> Plan:
    return plan_scores(viewer, draft) if has_scores(draft) else preview(viewer, _job(viewer, draft))


def _carry_out_columns(viewer: Viewer, draft: Draft, progress: Progress) -> Plan:
    return carry_out_job(viewer, _job(viewer, draft), by=viewer.user_id, progress=progress)


def _job(viewer: Viewer, draft: Draft) -> Job:
    """Return the upload as work to do, with what was chosen of its columns."""
    content = content_of(draft)
    if draft.choices:
        chosen = ColumnMapping.from_choices(draft.choices)
        return job_of(viewer, Kind(draft.kind), content, draft.file_name, chosen, exactly=True)
    return job_of(viewer, Kind(draft.kind), content, draft.file_name, ColumnMapping())
