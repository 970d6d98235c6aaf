"""How far a large file is, and the file when it is ready."""

from flask import jsonify, render_template, request
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.exports.blueprint import blueprint
from dashboard.exports.later.orders import find_order, pieces_of


@blueprint.get("/files/<token>")
def file_page(token: str) -> str | Response:
    order = find_order(token, current_viewer().user_id)
    if "X-Background" in request.headers:
        said = {"what": order.what, "done": order.done, "total": order.total}
        return jsonify({**said, "running": order.is_running})
    return render_template("exports/file.html", order=order)


@blueprint.get("/files/<token>/content")
def file_content(token: str) -> Response:
    order = find_order(token, current_viewer().user_id)
    answer = Response(pieces_of(order), mimetype=order.kind)
    note_reading(order.people)
    answer.headers.set("Content-Disposition", "attachment", filename=order.file_name)
    # A length that was promised lets nobody take a part of the file for the whole.
    answer.headers["Content-Length"] = str(order.size)
    answer.headers["X-Export-SHA256"] = order.sha256
    answer.headers["X-Export-Rows"] = str(order.rows)
    return answer
