"""The gate: who is signed in, what may be seen without, and which requests may write."""

from flask import Flask, abort, current_app, g, jsonify, redirect, request, session, url_for
from werkzeug.exceptions import SecurityError
from werkzeug.wrappers import Response

from dashboard.access import now
from dashboard.caseload.viewer import Viewer
from dashboard.database import start_writing, stop_writing, writing
from dashboard.extensions import db, login_manager
from dashboard.models.accounts import SignIn, User
from dashboard.records.sign_ins import SEEN_EVERY, live_sign_in, see_sign_in
from dashboard.records.trail import write_reading_line
from dashboard.web.failures import Answer, files_sent, page_expired, typed
from dashboard.web.incoming import is_from_script

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


def init_app(app: Flask) -> None:
    app.before_request(open_gate)
    app.after_request(write_down_reading)
    app.teardown_request(lambda _error: stop_writing())
    login_manager.request_loader(lambda _request: g.get("user"))


def open_gate() -> Answer | None:
    """Let the request in, send it to the sign-in page, or answer 401 to a script."""
    if isinstance(request.routing_exception, SecurityError):
        return None  # not our host: its answer needs no gate, and no address could be built
    if current_app.extensions["groupwork_secrets"] is None:
        abort(503, "This dashboard is not set up yet: run flask --app wsgi set-up.")
    if request.method not in SAFE_METHODS:
        start_writing()
    view = current_app.view_functions.get(request.endpoint or "")
    if getattr(view, "is_public", False) or _recognize():
        return None
    return _ask_to_sign_in()


def _ask_to_sign_in() -> Answer:
    if is_from_script():
        return jsonify(error="signed_out"), 401
    if typed() or files_sent():
        return page_expired(401)  # somebody wrote for longer than their sign-in lasted
    onward = request.full_path.rstrip("?") if request.method in SAFE_METHODS else None
    return redirect(url_for("accounts.sign_in", next=onward), 303)


def _recognize() -> bool:
    token = session.get("sign_in")
    if not isinstance(token, str):
        return False
    at = now()
    found = live_sign_in(token, at=at, idle_minutes=current_app.config["IDLE_MINUTES"])
    if found is None:
        return False
    user = found.user
    g.user, g.sign_in_id = user, found.id
    g.seen_again = _counts_as_presence(found)
    g.viewer = _viewer(user)
    return True


def _viewer(user: User) -> Viewer:
    return Viewer(
        user_id=user.id,
        name=user.name,
        role=user.role,
        as_of=now(),
        credentials=user.credentials,
    )


def _counts_as_presence(found: SignIn) -> bool:
    """Background saves check that the sign-in lives, and never keep it alive."""
    return not request.headers.get("X-Background") and now() - found.last_seen_at >= SEEN_EVERY


def write_down_reading(response: Response) -> Response:
    """Write one line of who read whose record, and that the sign-in was used; after the page."""
    readings, seen = g.pop("readings", None), g.pop("seen_again", False)
    if "viewer" not in g or not (readings or seen):
        return response
    with writing():
        if seen:
            see_sign_in(g.sign_in_id, at=g.viewer.as_of)
        if readings and response.status_code < 400:
            write_reading_line(
                by=g.viewer.user_id,
                at=g.viewer.as_of,
                page=request.path,
                participant_ids=readings,
            )
        db.session.commit()
    return response
