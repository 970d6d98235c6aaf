"""The pages of what is taught: the curricula, a group's plan and progress, one person's."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.caseload.curriculum import (
    CurriculumProgress,
    curricula_by_name,
    group_progress,
    group_teaching,
    participant_progress,
)
from dashboard.caseload.groups import (
    current_cycle,
    cycles_of_group,
    facilitators_of,
    keeps_roster,
)
from dashboard.caseload.reach import find_group
from dashboard.caseload.viewer import Viewer
from dashboard.charts import Chart
from dashboard.curriculum import actions
from dashboard.curriculum.blueprint import blueprint
from dashboard.curriculum.defining.actions import defines_curricula
from dashboard.curriculum.figures import group_figures, person_figures
from dashboard.curriculum.forms import MakeUpForm
from dashboard.curriculum.presenters import chosen_cycle, module_lines, shown_modules
from dashboard.errors import NotOnCaseload, Refused
from dashboard.figures.taking import take_table, with_files


@blueprint.get("/")
def index() -> str:
    viewer = current_viewer()
    return render_template(
        "curriculum/index.html",
        curricula=curricula_by_name(viewer),
        may_define=defines_curricula(viewer),
    )


@blueprint.get("/groups/<id:group_id>")
def group(group_id: int) -> str:
    viewer = current_viewer()
    found = find_group(viewer, group_id)
    cycles = cycles_of_group(viewer, found)
    current = chosen_cycle(cycles, request.args.get("cycle")) or current_cycle(viewer, cycles)
    teaching = group_teaching(viewer, found, current.cycle) if current else None
    modules = shown_modules(teaching)
    people = group_progress(viewer, found, current.cycle, modules) if current else []
    note_reading(person.participant.id for person in people)
    number = current.cycle.number if current else None
    return render_template(
        "curriculum/group.html",
        group=found,
        current=current,
        other_cycles=[cycle for cycle in cycles if cycle is not current],
        teaching=teaching,
        may_plan=keeps_roster(viewer, found),
        people=people,
        figures=with_files(
            group_figures(people, modules),
            lambda key: url_for("curriculum.group_table", group_id=group_id, key=key, cycle=number),
        ),
    )


@blueprint.post("/groups/<id:group_id>/<key>.csv")
def group_table(group_id: int, key: str) -> Response:
    viewer, number = current_viewer(), request.args.get("cycle", "")

    def figures() -> list[Chart]:
        found = find_group(viewer, group_id)
        current = chosen_cycle(cycles_of_group(viewer, found), number)
        if current is None:
            raise NotOnCaseload
        modules = shown_modules(group_teaching(viewer, found, current.cycle))
        people = group_progress(viewer, found, current.cycle, modules)
        note_reading(person.participant.id for person in people)
        return group_figures(people, modules)

    return take_table(viewer, key, figures, filters={"group": group_id, "cycle": number})


@blueprint.get("/participants/<id:participant_id>")
def participant(participant_id: int) -> str:
    return _participant_page(participant_id)


@blueprint.post("/participants/<id:participant_id>/<key>.csv")
def participant_table(participant_id: int, key: str) -> Response:
    viewer = current_viewer()

    def figures() -> list[Chart]:
        person, courses = participant_progress(viewer, participant_id)
        note_reading([person.id])
        return [chart for row in courses for chart in person_figures(row)]

    asked = {"participant": participant_id}
    return take_table(viewer, key, figures, filters=asked, participant_id=participant_id)


@blueprint.post("/participants/<id:participant_id>/curricula/<id:curriculum_id>/make-ups")
def make_up(participant_id: int, curriculum_id: int) -> str | Response:
    viewer = current_viewer()
    _, courses = participant_progress(viewer, participant_id)
    progress = next((row for row in courses if row.curriculum.id == curriculum_id), None)
    if progress is None:
        raise NotOnCaseload
    form = make_up_form(viewer, progress)
    if form.validate_on_submit():
        try:
            actions.make_up(
                viewer, progress, skill_key=form.skill.data, on=form.on.data, with_id=form.who.data
            )
            flash("The make-up is recorded.", "success")
            return redirect(url_for(".participant", participant_id=participant_id), 303)
        except Refused as refusal:
            form[refusal.field or "skill"].errors = [str(refusal)]
    return _participant_page(participant_id, {curriculum_id: form})


def _participant_page(participant_id: int, forms: dict[int, MakeUpForm] | None = None) -> str:
    viewer = current_viewer()
    person, courses = participant_progress(viewer, participant_id)
    note_reading([person.id])
    given = forms or {}
    return render_template(
        "curriculum/participant.html",
        person=person,
        courses=[
            {
                "progress": row,
                "modules": module_lines(row),
                "figures": with_files(
                    person_figures(row),
                    lambda key: url_for(
                        "curriculum.participant_table", participant_id=person.id, key=key
                    ),
                ),
                "form": given.get(row.curriculum.id) or make_up_form(viewer, row),
                "may_make_up": keeps_roster(viewer, row.stays[0].group),
            }
            for row in courses
        ],
    )


def make_up_form(viewer: Viewer, progress: CurriculumProgress) -> MakeUpForm:
    """Return the form with the skills that can be made up and those who may go through them."""
    people = {
        row.user_id: row.user.name for row in facilitators_of(viewer, progress.stays[0].group)
    }
    skills = [
        (covered.skill.key, f"{module.module.name}: {covered.skill.name}")
        for module in progress.coverage.modules
        for covered in module.skills
        if covered.status in actions.MAY_BE_MADE_UP
    ]
    form = MakeUpForm(prefix=f"curriculum-{progress.curriculum.id}-")
    return form.offer(skills, {viewer.user_id: viewer.name, **people}.items())
