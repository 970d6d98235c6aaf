"""The page of exports: filters, the counts before anything is taken, the file, what was taken."""

from flask import redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.caseload.attendance_export import (
    AttendanceFilters,
    export_choices,
    export_counts,
    rows_at_most,
    taken_exports,
)
from dashboard.caseload.viewer import Viewer
from dashboard.errors import Refused
from dashboard.exports import actions
from dashboard.exports.blueprint import blueprint
from dashboard.exports.forms import DownloadForm
from dashboard.exports.later.orders import new_order, orders_of
from dashboard.exports.later.working import work
from dashboard.exports.making import Wanted, is_large
from dashboard.exports.presenters import filters_in_words, filters_of, marks_of
from dashboard.exports.tables import LONG_COLUMNS, MARK_MEANINGS, REGISTER_MEANINGS
from dashboard.long_work import begin

MIME_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

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
    if is_large(viewer, wanted):
        return _make_later(viewer, wanted)
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
        download_name=_file_name(viewer, wanted),
    )
    answer.headers["X-Export-SHA256"] = made.sha256
    answer.headers["X-Export-Rows"] = str(made.rows)
    return answer


def _make_later(viewer: Viewer, wanted: Wanted) -> Response:
    kind, name = MIME_TYPES[wanted.file_format], _file_name(viewer, wanted)
    order = new_order(viewer.user_id, name=wanted.name, file_name=name, kind=kind)
    begin(order, "Beginning", work, viewer, wanted)
    return redirect(url_for("exports.file_page", token=order.token), 303)


def _file_name(viewer: Viewer, wanted: Wanted) -> str:
    return f"attendance-{wanted.form}-{viewer.as_of:%Y-%m-%d}.{wanted.file_format}"


def _filters() -> AttendanceFilters:
    return AttendanceFilters.from_query(request.args, request.args.getlist("marks"))


def _page(form: DownloadForm) -> str:
    viewer, filters = current_viewer(), _filters()
    large = is_large(viewer, Wanted(filters))
    choices = export_choices(viewer, filters)
    note_reading(person.id for person in choices.participants)
    return render_template(
        "exports/index.html",
        form=form,
        filters=filters,
        offered=filters_of(choices, filters),
        marks=marks_of(filters),
        rows=rows_at_most(viewer, filters),
        counts=None if large else export_counts(viewer, filters),
        orders=orders_of(viewer.user_id),
        taken=taken_exports(viewer),
        long_columns=LONG_COLUMNS,
        register_columns=REGISTER_MEANINGS,
        words=MARK_MEANINGS,
    )
