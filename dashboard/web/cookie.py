"""The cookie that carries the sign-in's token: host-bound and secure wherever that can be."""

from flask import Flask, has_request_context, request
from flask.sessions import SecureCookieSessionInterface

LOOPBACK = {"127.0.0.1", "localhost", "[::1]"}


class SignInCookie(SecureCookieSessionInterface):
    """Flask's signed cookie under a name that browsers bind to this host over https."""

    def get_cookie_name(self, app: Flask) -> str:
        return "__Host-groupwork" if self.get_cookie_secure(app) else "groupwork"

    def get_cookie_secure(self, app: Flask) -> bool:
        wish: str = app.config["SECURE_COOKIES"]
        if wish != "auto" or not has_request_context():
            return wish != "no"
        # Not request.host, which refuses unknown hosts: their 400 page needs an answer as well.
        host = str(request.environ.get("HTTP_HOST", ""))
        return request.is_secure or host.rsplit(":", 1)[0] not in LOOPBACK
