"""The pages of a video report: drop the file, say whose a name is, confirm."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.carrying import packed, unpacked
from dashboard.caseload.viewer import Viewer
from dashboard.errors import Conflict, Refused
from dashboard.models.group_sessions import GroupSession
from dashboard.video_reports import actions
from dashboard.video_reports.forms import CarriedForm, DropForm
from dashboard.video_reports.presenters import MARKS, proposal_lines, questions_with_people
from dashboard.video_reports.proposed import Proposed
from dashboard.video_reports.said import NOBODY, answers_in, lines_in

blueprint = Blueprint("video_reports", __name__, url_prefix="/sessions")


@blueprint.route("/<id:group_session_id>/video-report", methods=["GET", "POST"])
def drop(group_session_id: int) -> str:
    """Take the file and show what it says."""
    viewer = current_viewer()
    group_session = actions.find_writable(viewer, group_session_id)
    form = DropForm()
    if not form.validate_on_submit():
        return _drop_page(group_session, form)
    content = form.file.data.read()
    form.file.data.close()
    try:
        found = actions.read(viewer, group_session, content, {})
    except Refused as refusal:
        form.file.errors = [*form.file.errors, str(refusal)]
        return _drop_page(group_session, form)
    return _shown(viewer, group_session, found, content)


@blueprint.post("/<id:group_session_id>/video-report/confirmed")
def confirm(group_session_id: int) -> str | Response:
    """Take the answers; write what was confirmed once every name is somebody's."""
    viewer = current_viewer()
    group_session = actions.find_writable(viewer, group_session_id)
    try:
        content = unpacked(CarriedForm().carried.data or "", viewer.user_id)
        answers = answers_in(request.form)
        found = actions.read(viewer, group_session, content, answers)
    except Refused as refusal:
        form = DropForm(formdata=None)
        form.file.errors = [str(refusal)]
        return _drop_page(group_session, form)
    lines = lines_in(request.form)
    if not lines:
        return _shown(viewer, group_session, found, content, error=_still_to_say(found))
    try:
        count = actions.confirm(viewer, group_session, found, answers, lines.values())
    except (Refused, Conflict) as problem:
        group_session = actions.find_writable(viewer, group_session_id)
        found = actions.read(viewer, group_session, content, answers)
        return _shown(viewer, group_session, found, content, problem=problem)
    flash(f"Attendance of {count} {'person' if count == 1 else 'people'} recorded.", "success")
    return redirect(url_for("sessions.page", group_session_id=group_session_id), 303)


def _still_to_say(found: Proposed) -> str:
    return "Say of each name whose it is." if found.matches.questions else ""


def _drop_page(group_session: GroupSession, form: DropForm) -> str:
    return render_template("video_reports/drop.html", form=form, group_session=group_session)


def _shown(
    viewer: Viewer,
    group_session: GroupSession,
    found: Proposed,
    content: bytes,
    *,
    error: str = "",
    problem: Refused | Conflict | None = None,
) -> str:
    """The step that comes next: whose names these are, or what will be written."""
    note_reading([row.stay.participant_id for row in found.rows])
    form = CarriedForm(formdata=None)
    form.carried.data = packed(content, viewer.user_id)
    page = "who" if found.matches.questions else "proposals"
    return render_template(
        f"video_reports/{page}.html",
        form=form,
        group_session=group_session,
        found=found,
        questions=questions_with_people(found),
        marks=MARKS,
        **_beside(found, error, problem),
    )


def _beside(found: Proposed, error: str, problem: Refused | Conflict | None) -> dict[str, object]:
    """What was said before and what is wrong with it. After a conflict, what stands now too."""
    field = problem.field if isinstance(problem, Refused) else None
    errors = {field: str(problem)} if field else {}
    said = lines_in(request.form) if problem is not None else {}
    given = answers_in(request.form)
    return {
        "answers": [(*asked, NOBODY if key is None else key) for asked, key in given.items()],
        "lines": proposal_lines(found, said, errors),
        "error": error or ("" if errors or problem is None else str(problem)),
    }
