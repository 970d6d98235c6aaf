"""The page that adds a person to a group, and the page of one stay."""

from collections.abc import Callable
from datetime import date

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.caseload.groups import (
    MOST_PEOPLE,
    changes_of_stay,
    current_cycle,
    cycles_of_group,
    drop_out_by_rule,
    groups_to_go_to,
    keeps_roster,
    next_entry_date,
    people_to_add,
    seats_of,
)
from dashboard.caseload.reach import find_enrollment, find_group, find_participant
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import DischargeReason, EnrollmentStatus
from dashboard.errors import NotOnCaseload, Refused
from dashboard.groups import actions
from dashboard.groups.actions import Keeping
from dashboard.groups.blueprint import blueprint
from dashboard.groups.fields import put_beside
from dashboard.groups.presenters import today_in
from dashboard.groups.stays.acts import acts_of
from dashboard.groups.stays.forms import AddPersonForm, EndForm, NoteForm, StepForm, TransferForm
from dashboard.groups.stays.presenters import timeline_of
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment


def keeping() -> Keeping:
    return Keeping(current_viewer(), current_app.config["SEAT_OFFER_HOURS"])


@blueprint.route("/<id:group_id>/people/new", methods=["GET", "POST"])
def add_person(group_id: int) -> str | Response:
    viewer, form = current_viewer(), AddPersonForm()
    group = find_group(viewer, group_id)
    if not keeps_roster(viewer, group):
        raise NotOnCaseload
    if form.validate_on_submit():
        try:
            stay_id = _add(viewer, group, form)
            flash("Added to the group.", "success")
            return redirect(url_for("groups.stay", enrollment_id=stay_id), 303)
        except Refused as refusal:
            put_beside(form, refusal)
    elif not form.is_submitted():
        form.on.data = today_in(group, viewer.as_of)
    return _add_page(group_id, form)


def _add_page(group_id: int, form: AddPersonForm) -> str:
    viewer = current_viewer()
    group = find_group(viewer, group_id)
    find = request.args.get("find", "").strip()[:100]
    people = people_to_add(viewer, group, find)
    note_reading(person.id for person in people)
    form.offer(people)
    return render_template(
        "groups/stays/add.html",
        form=form,
        group=group,
        seats=seats_of(viewer, group),
        entry_on=_next_entry(viewer, group),
        find=find,
        is_cut=len(people) == MOST_PEOPLE,
    )


def _next_entry(viewer: Viewer, group: Group) -> date | None:
    current = current_cycle(viewer, cycles_of_group(viewer, group))
    return next_entry_date(viewer, group, current.cycle if current else None)


def _add(viewer: Viewer, group: Group, form: AddPersonForm) -> int:
    chosen = form.chosen_id()
    person = form.new_person() if chosen is None else find_participant(viewer, chosen)
    return actions.add_person(
        keeping(),
        group,
        person,
        form.status(),
        on=form.on.data,
        until=form.until(viewer.as_of),
        note=form.note.data or "",
    )


@blueprint.get("/stays/<id:enrollment_id>")
def stay(enrollment_id: int) -> str:
    return _stay_page(enrollment_id)


@blueprint.post("/stays/<id:enrollment_id>/status")
def stay_status(enrollment_id: int) -> str | Response:
    form = StepForm()

    def act(found: Enrollment) -> str:
        status, remark = EnrollmentStatus(form.status.data), form.remark.data or ""
        offered = actions.take_step(keeping(), found, status, on=form.on.data, remark=remark)
        return "Saved." + _offered_words(offered)

    return answer_act(enrollment_id, form, act)


@blueprint.post("/stays/<id:enrollment_id>/offer")
def stay_offer(enrollment_id: int) -> str | Response:
    def act(found: Enrollment) -> str:
        actions.offer(keeping(), found)
        return "The seat is offered. It goes to the next when the time is over."

    return answer_act(enrollment_id, FlaskForm(), act)


@blueprint.post("/stays/<id:enrollment_id>/end")
def stay_end(enrollment_id: int) -> str | Response:
    form = EndForm()

    def act(found: Enrollment) -> str:
        why, remark = DischargeReason(form.reason.data), form.remark.data or ""
        offered = actions.end(keeping(), found, why, on=form.on.data, remark=remark)
        return "The stay has ended. Marks and notes are kept." + _offered_words(offered)

    return answer_act(enrollment_id, form, act)


@blueprint.post("/stays/<id:enrollment_id>/transfer")
def stay_transfer(enrollment_id: int) -> str | Response:
    form = TransferForm()

    def act(found: Enrollment) -> str:
        to, remark = form.to_group.data, form.remark.data or ""
        _, offered = actions.move(keeping(), found, to, on=form.on.data, remark=remark)
        return "Transferred. Marks and notes of this stay are kept." + _offered_words(offered)

    return answer_act(enrollment_id, form, act)


def answer_act(
    enrollment_id: int, form: FlaskForm, act: Callable[[Enrollment], str]
) -> str | Response:
    """Do one act on a stay and come back to its page, with what was typed if it was refused."""
    found = find_enrollment(current_viewer(), enrollment_id)
    if not keeps_roster(current_viewer(), found.group):
        raise NotOnCaseload
    if form.validate_on_submit():
        try:
            flash(act(found), "success")
            return redirect(url_for("groups.stay", enrollment_id=enrollment_id), 303)
        except Refused as refusal:
            put_beside(form, refusal)
    return _stay_page(enrollment_id, form)


def _stay_page(enrollment_id: int, refused: FlaskForm | None = None) -> str:
    viewer = current_viewer()
    found = find_enrollment(viewer, enrollment_id)
    note_reading([found.participant_id])
    changes = changes_of_stay(viewer, found)
    may_keep = keeps_roster(viewer, found.group)
    return render_template(
        "groups/stays/stay.html",
        stay=found,
        noting=_noting(found, refused) if may_keep else None,
        entries=timeline_of(changes),
        dropped_out=drop_out_by_rule(viewer, found),
        acts=acts_of(
            found,
            refused,
            on=max(today_in(found.group, viewer.as_of), changes[-1].change.on_date),
            groups=groups_to_go_to(viewer, found),
        )
        if may_keep
        else [],
    )


def _offered_words(offered: int) -> str:
    return " The free seat was offered to the next on the waitlist." if offered else ""


def _noting(stay: Enrollment, refused: FlaskForm | None) -> NoteForm | None:
    """Return the form of the fit note, with what was typed where it was refused, until the end."""
    if stay.ended_on is not None:
        return None
    return refused if isinstance(refused, NoteForm) else NoteForm(None, note=stay.waitlist_note)
