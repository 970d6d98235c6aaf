"""The session page: run a session, close it, sign it."""

from dashboard.sessions import figures, routes
from dashboard.sessions.blueprint import blueprint

__all__ = ["blueprint", "figures", "routes"]
