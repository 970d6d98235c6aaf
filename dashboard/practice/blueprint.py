"""The blueprint that all pages of the practice hang on."""

from flask import Blueprint

blueprint = Blueprint("practice", __name__, url_prefix="/practice")
