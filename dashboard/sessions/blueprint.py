"""Where the addresses of the session page begin."""

from flask import Blueprint

blueprint = Blueprint("sessions", __name__, url_prefix="/sessions")
