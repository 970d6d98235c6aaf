"""What every page has: the gate, headers, assets, navigation and the words for what went wrong."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard.web import assets, failures, features, formatting, gate, headers, navigation
from dashboard.web.cookie import SignInCookie
from dashboard.web.incoming import IdConverter, refuse_broken_text


def init_app(app: Flask) -> None:
    """Put all of it around the features."""
    app.session_interface = SignInCookie()
    app.url_map.converters["id"] = IdConverter
    proxies = app.config["PROXIES"]
    if proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies
        )
    app.before_request(refuse_broken_text)
    gate.init_app(app)
    headers.init_app(app)
    assets.init_app(app)
    navigation.init_app(app)
    formatting.init_app(app)
    failures.init_app(app)
    features.init_app(app)
