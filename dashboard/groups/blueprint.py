"""The blueprint that all pages of groups hang on."""

from flask import Blueprint

from dashboard.groups.presenters import WORDS

blueprint = Blueprint("groups", __name__, url_prefix="/groups")
for words in WORDS:
    blueprint.add_app_template_filter(words)
