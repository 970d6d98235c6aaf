"""What a person reads when something went wrong: what happened, what is kept, the way on."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import Flask, jsonify, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, SecurityError
from werkzeug.wrappers import Response

from dashboard.errors import Conflict, NotOnCaseload, Refused
from dashboard.extensions import db
from dashboard.web.incoming import is_from_script

PAGES = {400, 403, 404, 405, 409, 413, 429, 500, 503}
# A file between preview and confirmation travels in the page, sealed; nobody has typed it.
CARRIED_FILES = {"signed_file", "carried"}
NEVER_GIVEN_BACK = {"csrf_token", "version", "current", "new", "file_name", *CARRIED_FILES}
Answer = Response | tuple[Response | str, int]


@dataclass(frozen=True)
class Typed:
    """One thing that a person typed, given back to them."""

    label: str
    text: str


def init_app(app: Flask) -> None:
    app.register_error_handler(HTTPException, _http)
    # A request for a host that is not ours has no addresses that a page could link to.
    app.register_error_handler(SecurityError, lambda _error: ("This host is not served here.", 400))
    app.register_error_handler(NotOnCaseload, lambda _error: _page(404))
    app.register_error_handler(Refused, lambda error: _page(400, str(error)))
    app.register_error_handler(Conflict, lambda error: _page(409, str(error)))
    app.register_error_handler(StaleDataError, lambda _error: _page(409))
    app.register_error_handler(CSRFError, lambda _error: page_expired(400))


def typed() -> list[Typed]:
    """Return what came with the form, without tokens and passwords."""
    return [
        Typed(name.replace("_", " ").capitalize(), value)
        for name, value in request.form.items(multi=True)
        if name not in NEVER_GIVEN_BACK and "password" not in name and value.strip()
    ]


def files_sent() -> list[str]:
    """Return the names of the files that came along, which have to be chosen again."""
    chosen = [file.filename for file in request.files.values() if file.filename]
    if CARRIED_FILES.isdisjoint(request.form):
        return chosen
    return [*chosen, request.form.get("file_name") or "the same file as before"]


def _http(error: HTTPException) -> Answer | HTTPException:
    code = error.code or 500
    if code < 400:
        return error
    # Werkzeug's own descriptions speak of servers; only words of ours reach the page.
    words = error.description if error.description != type(error).description else None
    return _page(code if code in PAGES else 400 if code < 500 else 500, words)


def page_expired(status: int) -> Answer:
    """Give back what was typed on a page that was open longer than its sign-in."""
    if is_from_script():
        return jsonify(error="page_expired"), status
    sent = {"typed": typed(), "files": files_sent()}
    page = render_template("errors/page_expired.html", **sent, onward_url=_page_before())
    return page, status


def _page_before() -> str:
    """Return the path of the page that the form stood on, where the browser tells it."""
    before = urlsplit(request.referrer or "")
    return before.path if before.path.startswith("/") and before.netloc == request.host else "/"


def _page(code: int, message: str | None = None) -> Answer:
    db.session.rollback()
    if is_from_script():
        return jsonify(error=code, message=message or ""), code
    given_back = typed() if code in {400, 409} else []
    return (
        render_template(f"errors/{code}.html", message=message, typed=given_back, onward_url="/"),
        code,
    )
