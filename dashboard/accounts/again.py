"""Signing in again on a page that is open, and the key with which it keeps what is not saved."""

import base64
from collections.abc import Callable

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import Blueprint, current_app, jsonify, request, session
from flask_login import current_user
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response

from dashboard.access import now, public
from dashboard.accounts import actions
from dashboard.errors import Refused

blueprint = Blueprint("again", __name__)


def device_key() -> str:
    """Return this sign-in's own key, 32 bytes in base64: kept nowhere, and ending with it."""
    secret = f"{current_app.config['SECRET_KEY']} {session['sign_in']}".encode()
    key = HKDF(SHA256(), 32, salt=None, info=b"kept on this device").derive(secret)
    return base64.b64encode(key).decode()


@blueprint.app_context_processor
def in_templates() -> dict[str, Callable[[], str]]:
    """Give a page its key from the start: a cut may come before anything is fetched."""
    return {"device_key": device_key}


@blueprint.get("/sign-in-again")
@public
def token() -> Response:
    """Tell a page that is open the token which its form needs: that of its own may have ended."""
    return jsonify(csrf_token=generate_csrf())


@blueprint.get("/sign-in-again/now")
def signed_in_now() -> Response:
    """Tell a page whose sign-in ended who began a new one since, elsewhere in the same browser."""
    told = {"csrf_token": generate_csrf(), "device_key": device_key()}
    return jsonify(email=current_user.email, **told)


@blueprint.post("/sign-in-again")
@public
def sign_in_again() -> Response | tuple[Response, int]:
    """Begin a new sign-in for a page that goes on; the same limits as on the sign-in page."""
    sent = request.get_json(silent=True)
    typed = sent if isinstance(sent, dict) else {}
    try:
        token = actions.sign_in(
            email=str(typed.get("email", ""))[:200],
            password=str(typed.get("password", ""))[:1000],
            address=request.remote_addr or "",
            device=request.user_agent.string,
            at=now(),
            hours=current_app.config["SIGN_IN_HOURS"],
        )
    except Refused as refusal:
        return jsonify(message=str(refusal)), 403
    session.clear()
    session["sign_in"] = token
    return jsonify(csrf_token=generate_csrf(), device_key=device_key())
