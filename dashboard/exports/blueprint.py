"""The blueprint that all pages of exports hang on."""

from flask import Blueprint

blueprint = Blueprint("exports", __name__, url_prefix="/exports")
