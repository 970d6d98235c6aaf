"""The pages that papers and files are taken from."""

from flask import Blueprint, current_app, render_template, request
from werkzeug.utils import secure_filename
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.caseload.documents import whole_record
from dashboard.caseload.expected import expected_stays
from dashboard.caseload.practice import the_practice
from dashboard.caseload.reach import find_group_session
from dashboard.documents import actions
from dashboard.documents.short_names import short_names

blueprint = Blueprint("documents", __name__, url_prefix="/documents")


@blueprint.get("/sessions/<id:group_session_id>/sign-in")
def sign_in(group_session_id: int) -> str:
    viewer = current_viewer()
    group_session = find_group_session(viewer, group_session_id)
    people = [stay.participant for stay in expected_stays(viewer, group_session)]
    note_reading(person.id for person in people)
    called = [(person.nickname or person.given_name, person.family_name) for person in people]
    return render_template(
        "documents/sign_in.html",
        group_session=group_session,
        group=group_session.group,
        practice=the_practice(viewer),
        names=sorted(short_names(called), key=str.casefold),
    )


@blueprint.get("/participants/<id:participant_id>")
def record(participant_id: int) -> str:
    whole = whole_record(current_viewer(), participant_id)
    note_reading([participant_id])
    return render_template("documents/choose.html", whole=whole)


@blueprint.post("/participants/<id:participant_id>/record.zip")
def whole_zip(participant_id: int) -> Response:
    note_reading([participant_id])
    name, content = actions.make_record(current_viewer(), participant_id)
    return _file(name, content, "application/zip")


@blueprint.post("/participants/<id:participant_id>/assessments.json")
def bundle(participant_id: int) -> Response:
    note_reading([participant_id])
    address = (current_app.config["PUBLIC_ADDRESS"] or request.host_url).rstrip("/")
    name, content = actions.make_bundle(current_viewer(), participant_id, address=address)
    return _file(name, content, "application/fhir+json")


def _file(name: str, content: bytes, kind: str) -> Response:
    answer = Response(content, mimetype=kind)
    # A code may hold anything; the name of a file, which stands in a header, may not.
    answer.headers.set("Content-Disposition", "attachment", filename=secure_filename(name))
    answer.headers["Cache-Control"] = "no-store"
    return answer
