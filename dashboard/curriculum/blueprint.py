"""Where the pages of what is taught are registered."""

from flask import Blueprint

from dashboard.curriculum.presenters import WORDS

blueprint = Blueprint("curriculum", __name__, url_prefix="/curriculum")
for words in WORDS:
    blueprint.add_app_template_filter(words)
