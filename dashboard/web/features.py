"""The features that there are, one line each."""

from flask import Flask

from dashboard.accounts.routes import blueprint as accounts
from dashboard.outcomes.routes import blueprint as outcomes

BLUEPRINTS = (accounts, outcomes)


def init_app(app: Flask) -> None:
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
