"""The old address of score imports, and their command."""

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer
from dashboard.caseload.assessments import check_imports
from dashboard.imports.actions import KIND
from dashboard.imports.commands import import_command

blueprint = Blueprint("imports", __name__, cli_group="assessments")
blueprint.cli.add_command(import_command)


@blueprint.get("/imports/assessments")
def assessments() -> Response:
    check_imports(current_viewer())
    return redirect(url_for("uploads.index", kind=KIND))
