"""What a person reads when something went wrong: what happened, what is kept, the way on."""

from dataclasses import dataclass

from flask import Flask, jsonify, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, SecurityError
from werkzeug.wrappers import Response

from dashboard.errors import Conflict, NotOnCaseload, Refused
from dashboard.extensions import db

PAGES = {400, 403, 404, 405, 409, 413, 429, 500, 503}
NEVER_GIVEN_BACK = {"csrf_token", "version", "password", "current", "new"}
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
    app.register_error_handler(CSRFError, lambda _error: _expired())


def typed() -> list[Typed]:
    """Return what came with the form, without tokens and passwords."""
    return [
        Typed(name.replace("_", " ").capitalize(), value)
        for name, value in request.form.items(multi=True)
        if name not in NEVER_GIVEN_BACK and value.strip()
    ]


def _http(error: HTTPException) -> Answer | HTTPException:
    code = error.code or 500
    if code < 400:
        return error
    return _page(code if code in PAGES else 400 if code < 500 else 500, error.description)


def _expired() -> Answer:
    if _is_script():
        return jsonify(error="page_expired"), 400
    onward = request.path if request.method == "GET" else "/"
    return render_template("errors/page_expired.html", typed=typed(), onward_url=onward), 400


def _page(code: int, message: str | None = None) -> Answer:
    db.session.rollback()
    if _is_script():
        return jsonify(error=code, message=message or ""), code
    given_back = typed() if code in {400, 409} else []
    return (
        render_template(f"errors/{code}.html", message=message, typed=given_back, onward_url="/"),
        code,
    )


def _is_script() -> bool:
    return request.is_json or "X-Requested-With" in request.headers
