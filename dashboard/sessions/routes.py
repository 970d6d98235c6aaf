"""The session page: the roster, everything saved from it, and the check before signing."""

from typing import Any

from flask import flash, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.caseload.checkins import check_ins_of_session
from dashboard.caseload.reach import find_group_session, writes_in
from dashboard.caseload.session_page import homework_before
from dashboard.caseload.viewer import Viewer
from dashboard.errors import Refused
from dashboard.models.group_sessions import GroupSession
from dashboard.records.session_entries import Entry, EntrySaved
from dashboard.records.session_entries.kinds import LONGEST_TEXT
from dashboard.sessions import actions
from dashboard.sessions.answers import entries_in, entry_answer, lacking_answer, problem_words
from dashboard.sessions.blueprint import blueprint
from dashboard.sessions.figures import session_figures
from dashboard.sessions.guard import guard, words_seen
from dashboard.sessions.heading import heading
from dashboard.sessions.presenters import (
    HOMEWORK_CHOICES,
    MARK_CHOICES,
    PARTICIPATION_CHOICES,
    RISK_CHOICES,
    Opened,
    open_session,
    page_values,
    score_texts,
    score_words,
    typed_entries,
)


@blueprint.get("/<id:group_session_id>")
def page(group_session_id: int) -> str:
    return _page(group_session_id)


def _page(group_session_id: int, **shown: Any) -> str:
    viewer = current_viewer()
    group_session = find_group_session(viewer, group_session_id)
    opened = open_session(viewer, group_session)
    note_reading(row.stay.participant_id for row in opened.rows)
    values = page_values(opened)
    return render_template(
        "sessions/page.html",
        opened=opened,
        group_session=group_session,
        group=group_session.group,
        values={**values, **shown.get("typed", {})},
        bases=values,
        longest_text=LONGEST_TEXT,
        errors=shown.get("errors", {}),
        may_write=writes_in(viewer, group_session),
        **_at_a_glance(viewer, group_session),
        homework_before=homework_before(viewer, group_session),
        score_words=score_words,
        figures=session_figures(viewer, group_session),
        marks=MARK_CHOICES,
        homework=HOMEWORK_CHOICES,
        participation=PARTICIPATION_CHOICES,
        risk=RISK_CHOICES,
    )


def _at_a_glance(viewer: Viewer, group_session: GroupSession) -> dict[str, object]:
    """The head line, how many have answered, risk questions left out, and answers to look at."""
    people = check_ins_of_session(viewer, group_session)
    return {
        "heading": heading(viewer, group_session),
        "checked_in": sum(person.state == "done" for person in people),
        "to_ask": {person.stay.id: person.unanswered_risk for person in people},
        "to_look_at": {person.stay.id: person.to_look_at for person in people},
    }


@blueprint.post("/<id:group_session_id>")
def save(group_session_id: int) -> str | Response:
    """Save a page that was sent whole, as browsers do without scripts."""
    viewer = current_viewer()
    opened = open_session(viewer, actions.find_own_session(viewer, group_session_id))
    entries = typed_entries(request.form, page_values(opened))
    results = actions.save_entries(viewer, group_session_id, entries)
    wrong = {
        f"{result.target}.{result.field}": problem_words(result)
        for result in results
        if not isinstance(result, EntrySaved)
    }
    if wrong:
        return _page(group_session_id, typed=_given(entries, wrong), errors=wrong)
    flash("Saved." if entries else "Nothing was changed.", "success")
    return redirect(url_for("sessions.page", group_session_id=group_session_id), 303)


def _given(entries: list[Entry], wrong: dict[str, str]) -> dict[str, str]:
    """What was typed and not saved, to stand in its fields again."""
    named = {f"{entry.target}.{entry.field}": entry.value for entry in entries}
    return {name: named[name] for name in wrong}


@blueprint.get("/<id:group_session_id>/entries")
def entries(group_session_id: int) -> Response:
    viewer = current_viewer()
    opened = open_session(viewer, find_group_session(viewer, group_session_id))
    return jsonify(values=page_values(opened), **_beside(viewer, opened))


@blueprint.post("/<id:group_session_id>/entries")
def save_entries(group_session_id: int) -> tuple[Response, int] | Response:
    viewer = current_viewer()
    actions.find_own_session(viewer, group_session_id)
    sent = entries_in(request.get_json(silent=True))
    if sent is None:
        return jsonify(error="not_understood", message="This was not understood."), 400
    results = actions.save_entries(viewer, group_session_id, sent)
    opened = open_session(viewer, find_group_session(viewer, group_session_id))
    return jsonify(
        saved_at=viewer.as_of.isoformat(),
        results=[entry_answer(viewer, result) for result in results],
        **_beside(viewer, opened),
    )


def _beside(viewer: Viewer, opened: Opened) -> dict[str, object]:
    """What changes on the page with every save."""
    figures = session_figures(viewer, opened.group_session)
    people = check_ins_of_session(viewer, opened.group_session)
    return {
        "lacking": [lacking_answer(each) for each in opened.lacking],
        "present": opened.present,
        "ready": opened.ready,
        "scores": score_texts(opened),
        "people": {row.stay.id: row.stay.participant.short_name for row in opened.rows},
        "checked_in": f"{sum(person.state == 'done' for person in people)} of {len(people)}",
        "figures": {
            chart.key: {"plot": chart.plot, "summary": chart.summary, "rows": chart.rows}
            for chart in figures
        },
    }


@blueprint.route("/<id:group_session_id>/sign", methods=["GET", "POST"])
def sign(group_session_id: int) -> str | Response:
    viewer = current_viewer()
    group_session = actions.find_own_session(viewer, group_session_id)
    if request.method == "GET":
        return _check(viewer, group_session)
    reason, seen = (request.form.get(name, "") for name in ("reason", "seen"))
    try:
        count = actions.sign_session(viewer, group_session_id, reason=reason, seen=seen)
    except Refused as refusal:
        return _check(viewer, group_session, reason, str(refusal))
    flash("1 note is signed." if count == 1 else f"{count} notes are signed.", "success")
    return redirect(url_for("sessions.page", group_session_id=group_session_id), 303)


def _check(viewer: Viewer, group_session: GroupSession, reason: str = "", error: str = "") -> str:
    """Every note as it would be signed, and what the guard found."""
    opened = open_session(viewer, group_session)
    note_reading(row.stay.participant_id for row in opened.rows)
    return render_template(
        "sessions/sign.html",
        opened=opened,
        values=page_values(opened),
        group_session=group_session,
        group=group_session.group,
        found=guard(viewer, group_session, opened.roster, opened.notes),
        seen=words_seen(group_session, opened.rows, opened.notes),
        participation=PARTICIPATION_CHOICES,
        risk=RISK_CHOICES,
        reason=reason,
        error=error,
    )


@blueprint.post("/<id:group_session_id>/cancel")
def cancel(group_session_id: int) -> Response:
    reason = request.form.get("reason", "")
    try:
        actions.cancel_session(current_viewer(), group_session_id, reason=reason)
        flash("The session is cancelled: it counts for nobody.", "success")
    except Refused as refusal:
        flash(str(refusal), "warning")
    return redirect(url_for("sessions.page", group_session_id=group_session_id), 303)


@blueprint.post("/<id:group_session_id>/reinstate")
def reinstate(group_session_id: int) -> Response:
    actions.reinstate_session(current_viewer(), group_session_id)
    flash("The session takes place again.", "success")
    return redirect(url_for("sessions.page", group_session_id=group_session_id), 303)
