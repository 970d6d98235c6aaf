"""The features that there are, one line each."""

from flask import Flask

from dashboard.accounts.routes import blueprint as accounts

BLUEPRINTS = (accounts,)


def init_app(app: Flask) -> None:
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
