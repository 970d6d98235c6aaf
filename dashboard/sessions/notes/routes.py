"""Signed notes as they were signed, the queue of notes that wait, and private notes."""

import json
from typing import Any

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.caseload.note_queue import notes_returned, notes_to_cosign, unsigned_sessions
from dashboard.caseload.reach import reaches, writes_in
from dashboard.caseload.session_page import (
    find_note,
    own_psychotherapy_note,
    session_roster,
    stay_of_note,
    supervises,
)
from dashboard.caseload.session_page.notes import returns_of
from dashboard.clinical.notes import psychotherapy_hints
from dashboard.errors import Conflict, NotOnCaseload, Refused
from dashboard.models.group_sessions import GroupSession
from dashboard.models.notes import ProgressNote, Signature
from dashboard.models.participants import Participant
from dashboard.records.notes.signing import is_as_signed
from dashboard.sessions.actions import find_own_session, save_psychotherapy_note
from dashboard.sessions.notes import actions
from dashboard.sessions.presenters import PARTICIPATION_CHOICES, RISK_CHOICES

blueprint = Blueprint("notes", __name__, url_prefix="/notes")


@blueprint.get("/")
def queue() -> str:
    viewer = current_viewer()
    due_hours = current_app.config["NOTE_DUE_HOURS"]
    return render_template(
        "notes/queue.html",
        sessions=unsigned_sessions(viewer, due_hours),
        due_hours=due_hours,
        to_cosign=notes_to_cosign(viewer),
        returned=notes_returned(viewer),
    )


@blueprint.route("/<any(group, progress):kind>/<id:note_id>", methods=["GET", "POST"])
def page(kind: str, note_id: int) -> str | Response:
    viewer = current_viewer()
    if request.method == "GET":
        return _note_page(kind, note_id)
    text, confirmed = (request.form.get(name, "") for name in ("text", "confirmed"))
    try:
        found = actions.add_to_note(viewer, kind, note_id, text, confirmed=confirmed)
    except Refused as refusal:
        return _note_page(kind, note_id, error=str(refusal), text=text)
    if found:
        words = actions.hash_of(text)
        return _note_page(kind, note_id, text=text, found=found, words=words)
    flash("The addendum stands below the note.", "success")
    return redirect(url_for("notes.page", kind=kind, note_id=note_id), 303)


def _note_page(kind: str, note_id: int, **shown: Any) -> str:
    viewer = current_viewer()
    note, group_session = find_note(viewer, kind, note_id)
    stay = stay_of_note(viewer, note) if isinstance(note, ProgressNote) else None
    if stay is not None:
        note_reading([stay.participant_id])
    return render_template(
        "notes/page.html",
        kind=kind,
        note=note,
        group_session=group_session,
        group=group_session.group,
        reaches_session=reaches(viewer, group_session),
        stay=stay,
        signed=[signed_words(each) for each in note.signatures[:1]],
        is_as_signed=all(is_as_signed(each) for each in note.signatures),
        returns=returns_of(viewer, note),
        may_add=writes_in(viewer, group_session) or supervises(viewer, note),
        may_cosign=supervises(viewer, note) and len(note.signatures) == 1,
        **shown,
    )


def signed_words(signature: Signature) -> dict[str, str]:
    """Return the words that were signed, by name, exactly as they were.

    Only what was chosen of a list is said as the list says it.
    """
    words: dict[str, str] = json.loads(signature.content or "{}")
    chosen = {"participation": PARTICIPATION_CHOICES, "risk": RISK_CHOICES}
    return {name: chosen.get(name, {}).get(text, text) for name, text in words.items() if text}


@blueprint.post("/<any(group, progress):kind>/<id:note_id>/cosign")
def cosign(kind: str, note_id: int) -> Response:
    try:
        actions.cosign(current_viewer(), kind, note_id)
        flash("The note is co-signed.", "success")
    except Refused as refusal:
        flash(str(refusal), "warning")
    return redirect(url_for("notes.queue"), 303)


@blueprint.post("/<any(group, progress):kind>/<id:note_id>/return")
def send_back(kind: str, note_id: int) -> str | Response:
    remark = request.form.get("remark", "")
    try:
        actions.send_back(current_viewer(), kind, note_id, remark)
    except Refused as refusal:
        return _note_page(kind, note_id, remark_error=str(refusal), remark=remark)
    flash("The note is back with its author.", "success")
    return redirect(url_for("notes.queue"), 303)


@blueprint.route(
    "/psychotherapy/<id:group_session_id>/<id:participant_id>", methods=["GET", "POST"]
)
def psychotherapy(group_session_id: int, participant_id: int) -> str | Response:
    if request.method == "GET":
        return _private_page(group_session_id, participant_id)
    typed = request.form.get("text", "").replace("\r\n", "\n")
    read = request.form.get("version", "")
    version = int(read) if read.isascii() and read.isdigit() and len(read) < 9 else 0
    try:
        save_psychotherapy_note(
            current_viewer(), group_session_id, participant_id, typed, version=version
        )
    except (Refused, Conflict) as problem:
        return _private_page(group_session_id, participant_id, typed, str(problem))
    flash("Your note is kept. Only you can read it.", "success")
    return redirect(request.path, 303)


def _private_page(
    group_session_id: int, participant_id: int, typed: str | None = None, error: str = ""
) -> str:
    viewer = current_viewer()
    group_session = find_own_session(viewer, group_session_id)
    person = _person_at(group_session, participant_id)
    row = own_psychotherapy_note(viewer, group_session, participant_id)
    kept = (row.text or "") if row else ""
    text = kept if typed is None else typed
    return render_template(
        "notes/psychotherapy.html",
        group_session=group_session,
        participant=person,
        text=text,
        kept=kept,
        version=row.version if row else 0,
        hints=psychotherapy_hints(text),
        error=error,
    )


def _person_at(group_session: GroupSession, participant_id: int) -> Participant:
    viewer = current_viewer()
    for row in session_roster(viewer, group_session).rows:
        if row.stay.participant_id == participant_id:
            note_reading([participant_id])
            return row.stay.participant
    raise NotOnCaseload
