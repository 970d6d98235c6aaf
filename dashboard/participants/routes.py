"""The list of people, the page of one, and what is known of them."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.caseload.curriculum import participant_progress
from dashboard.caseload.flags import flags_of_participant
from dashboard.caseload.groups import groups_by_name
from dashboard.caseload.outcomes import participant_courses
from dashboard.caseload.participants import (
    find_kept_participant,
    keeps_participant,
    latest_scores,
    notes_of_participant,
    people_by_name,
    stays_of_participant,
)
from dashboard.caseload.practice import practice_today, the_practice
from dashboard.caseload.reach import find_clinical_participant, find_participant
from dashboard.charts import Chart
from dashboard.clinical.curriculum import coverage_sentence
from dashboard.errors import Conflict, Refused
from dashboard.figures import participant as participant_figures
from dashboard.figures.taking import take_table, with_files
from dashboard.participants import actions
from dashboard.participants.forms import ParticipantForm, form_of
from dashboard.participants.presenters import attendance_totals, course_words, session_lines

blueprint = Blueprint("participants", __name__, url_prefix="/participants")
blueprint.add_app_template_global(coverage_sentence, "coverage_words")


@blueprint.get("/")
def index() -> str:
    viewer = current_viewer()
    find, chosen = request.args.get("find", "")[:100], request.args.get("group", "")
    group_id = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) < 17 else None
    with_former = request.args.get("former") == "yes"
    lines = people_by_name(viewer, find, group_id, with_former=with_former)
    note_reading(line.person.id for line in lines)
    return render_template(
        "participants/index.html",
        lines=lines,
        groups=[line.group for line in groups_by_name(viewer)],
        find=find,
        group_id=group_id,
        with_former=with_former,
    )


@blueprint.get("/<id:participant_id>")
def page(participant_id: int) -> str:
    viewer = current_viewer()
    person = find_participant(viewer, participant_id)
    note_reading([person.id])
    told = {
        "person": person,
        "stays": stays_of_participant(viewer, person),
        "may_change": keeps_participant(viewer, person),
    }
    if not viewer.reads_clinical_records:
        return render_template("participants/page.html", figures=[], **told)
    _, courses = participant_courses(viewer, person.id)
    return render_template(
        "participants/page.html",
        **told,
        scores=latest_scores(viewer, person),
        notes=notes_of_participant(viewer, person),
        flags=flags_of_participant(viewer, person.id),
        progress=participant_progress(viewer, person.id)[1],
        figures=with_files(
            participant_figures.trajectories(courses),
            lambda key: url_for("participants.table", participant_id=person.id, key=key),
        ),
    )


@blueprint.post("/<id:participant_id>/<key>.csv")
def table(participant_id: int, key: str) -> Response:
    viewer = current_viewer()

    def figures() -> list[Chart]:
        person, courses = participant_courses(viewer, participant_id)
        note_reading([person.id])
        return participant_figures.trajectories(courses)

    asked = {"participant": participant_id}
    return take_table(viewer, key, figures, filters=asked, participant_id=participant_id)


@blueprint.route("/<id:participant_id>/edit", methods=["GET", "POST"])
def edit(participant_id: int) -> str | Response:
    viewer = current_viewer()
    person = find_kept_participant(viewer, participant_id)
    note_reading([person.id])
    form, theirs = ParticipantForm(), None
    if request.method == "GET":
        form = form_of(person)
    elif form.validate():
        try:
            actions.change(viewer, person.id, form.fields(), version=form.version_read)
            flash("Saved.", "success")
            return redirect(url_for("participants.page", participant_id=person.id), 303)
        except Refused as refusal:
            field = form[refusal.field or "code"]
            field.errors = [*field.errors, str(refusal)]
        except Conflict as conflict:
            form.form_errors.append(str(conflict))
            theirs = form_of(person)
            form.version.raw_data, form.version.data = None, str(person.version)
    return render_template("participants/edit.html", form=form, person=person, theirs=theirs)


@blueprint.get("/<id:participant_id>/attendance-record")
def attendance_record(participant_id: int) -> str:
    viewer = current_viewer()
    person = find_clinical_participant(viewer, participant_id)
    note_reading([person.id])
    stays = stays_of_participant(viewer, person)
    return render_template(
        "participants/attendance_record.html",
        person=person,
        practice=the_practice(viewer),
        stays=[(line, session_lines(line)) for line in stays if line.history],
        totals=attendance_totals(stays),
        today=practice_today(viewer),
    )


@blueprint.get("/<id:participant_id>/sheet")
def sheet(participant_id: int) -> str:
    viewer = current_viewer()
    person = find_clinical_participant(viewer, participant_id)
    note_reading([person.id])
    _, courses = participant_courses(viewer, person.id)
    return render_template(
        "participants/sheet.html",
        person=person,
        practice=the_practice(viewer),
        courses=[(course, course_words(course)) for course in courses],
        figures=participant_figures.trajectories(courses),
        progress=participant_progress(viewer, person.id)[1],
        today=practice_today(viewer),
    )
