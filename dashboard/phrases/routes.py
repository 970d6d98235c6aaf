"""The pages of one's own phrases, and of the practice's note templates."""

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer
from dashboard.caseload.session_page.phrases import (
    find_phrase,
    may_set_templates,
    own_phrases,
    phrases_for,
    templates_by_name,
)
from dashboard.errors import Conflict, Refused
from dashboard.phrases import actions
from dashboard.phrases.forms import PhraseForm

blueprint = Blueprint("phrases", __name__, url_prefix="/phrases")


@blueprint.app_context_processor
def insertable() -> dict[str, object]:
    """What can be inserted into a note, asked for by the pages that have notes."""
    return {"phrases_to_insert": lambda: phrases_for(current_viewer())}


@blueprint.route("/", methods=["GET", "POST"])
def index() -> str | Response:
    return _list_page(for_practice=False)


@blueprint.route("/templates", methods=["GET", "POST"])
def templates() -> str | Response:
    return _list_page(for_practice=True)


def _list_page(*, for_practice: bool) -> str | Response:
    viewer, form = current_viewer(), PhraseForm()
    if form.validate_on_submit():
        try:
            row = actions.add(viewer, form.given(), for_practice=for_practice)
            flash(f"Kept: type /{row.short_name} and a space in a note.", "success")
            return redirect(_home(for_practice), 303)
        except Refused as refusal:
            form.short_name.errors = [str(refusal)]
    return render_template(
        "phrases/index.html",
        rows=templates_by_name(viewer) if for_practice else own_phrases(viewer),
        for_practice=for_practice,
        may_change=not for_practice or may_set_templates(viewer),
        form=form,
    )


@blueprint.route("/<id:phrase_id>", methods=["GET", "POST"])
def edit(phrase_id: int) -> str | Response:
    viewer, theirs = current_viewer(), ""
    row = find_phrase(viewer, phrase_id)
    form = PhraseForm(obj=row)
    if form.validate_on_submit():
        version = form.version.data or ""
        try:
            seen = int(version) if version.isascii() and version.isdigit() else 0
            actions.change(viewer, phrase_id, form.given(), version=seen)
            flash("Kept.", "success")
            return redirect(_home(row.owner_id is None), 303)
        except Refused as refusal:
            form.short_name.errors = [str(refusal)]
        except Conflict as conflict:
            form.form_errors.append(str(conflict))
            theirs = conflict.theirs or ""
    form.version.data = str(row.version)
    return render_template("phrases/edit.html", form=form, row=row, theirs=theirs)


@blueprint.post("/<id:phrase_id>/remove")
def remove(phrase_id: int) -> Response:
    was_practices = actions.remove(current_viewer(), phrase_id)
    flash("Removed. Notes that it was used in keep their words.", "success")
    return redirect(_home(was_practices), 303)


def _home(for_practice: bool) -> str:
    return url_for("phrases.templates" if for_practice else "phrases.index")
