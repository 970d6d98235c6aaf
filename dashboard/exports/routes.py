"""The page of exports: filters, the counts before anything is taken, the file, what was taken."""

from flask import Blueprint, render_template, request, send_file
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.caseload.attendance_export import (
    AttendanceFilters,
    export_choices,
    export_counts,
    taken_exports,
)
from dashboard.errors import Refused
from dashboard.exports import actions
from dashboard.exports.forms import DownloadForm
from dashboard.exports.presenters import filters_in_words, filters_of, marks_of
from dashboard.exports.tables import LONG_COLUMNS, MARK_MEANINGS, REGISTER_MEANINGS

MIME_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

blueprint = Blueprint("exports", __name__, url_prefix="/exports")
blueprint.add_app_template_filter(filters_in_words)


@blueprint.get("/")
def index() -> str:
    return _page(DownloadForm())


@blueprint.post("/attendance")
def attendance() -> str | Response:
    form = DownloadForm()
    if not form.validate_on_submit():
        return _page(form)
    viewer = current_viewer()
    wanted = form.wanted(_filters())
    try:
        made = actions.export_attendance(viewer, wanted, by=viewer.user_id)
    except Refused as refusal:
        form.file_format.errors = [str(refusal)]
        return _page(form)
    note_reading(made.participant_ids)
    answer = send_file(
        made.file,
        mimetype=MIME_TYPES[wanted.file_format],
        as_attachment=True,
        download_name=f"attendance-{wanted.form}-{viewer.as_of:%Y-%m-%d}.{wanted.file_format}",
    )
    answer.headers["X-Export-SHA256"] = made.sha256
    answer.headers["X-Export-Rows"] = str(made.rows)
    return answer


def _filters() -> AttendanceFilters:
    return AttendanceFilters.from_query(request.args, request.args.getlist("marks"))


def _page(form: DownloadForm) -> str:
    viewer, filters = current_viewer(), _filters()
    choices = export_choices(viewer, filters)
    note_reading(person.id for person in choices.participants)
    return render_template(
        "exports/index.html",
        form=form,
        filters=filters,
        offered=filters_of(choices, filters),
        marks=marks_of(filters),
        counts=export_counts(viewer, filters),
        taken=taken_exports(viewer),
        long_columns=LONG_COLUMNS,
        register_columns=REGISTER_MEANINGS,
        words=MARK_MEANINGS,
    )
