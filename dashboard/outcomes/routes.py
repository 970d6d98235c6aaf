"""The outcome pages, and the table of each figure as a file."""

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, note_reading
from dashboard.caseload.curriculum import coverage_in_group
from dashboard.caseload.outcomes import (
    Breakdown,
    GroupOutcomes,
    OutcomeFilters,
    TreatmentCourse,
    answers_by_measure,
    group_outcomes,
    headline,
    participant_courses,
    people_behind,
)
from dashboard.charts import Chart
from dashboard.charts.chart import number_text
from dashboard.clinical.outcomes.publishing.small_numbers import (
    interval_words,
    share_text,
    share_with_interval,
)
from dashboard.errors import NotOnCaseload
from dashboard.figures import group as group_figures
from dashboard.figures import participant as participant_figures
from dashboard.figures import practice as practice_figures
from dashboard.figures.taking import take_table, with_files
from dashboard.outcomes.actions import export_outcomes
from dashboard.outcomes.cards import report_cards
from dashboard.outcomes.choices import filter_choices
from dashboard.outcomes.commands import classify_command, report_command
from dashboard.outcomes.comparing import compared_lines
from dashboard.outcomes.drilling import with_people
from dashboard.outcomes.people import (
    WHICH_WORDS,
    chosen_breakdown,
    chosen_which,
    filters_in_words,
    people_choices,
    score_text,
    sessions_text,
)

blueprint = Blueprint("outcomes", __name__, url_prefix="/outcomes", cli_group="outcomes")
blueprint.cli.add_command(classify_command)
blueprint.cli.add_command(report_command)
blueprint.add_app_template_filter(share_text, "share_in_words")
blueprint.add_app_template_filter(share_with_interval, "share_with_interval_in_words")
blueprint.add_app_template_filter(interval_words, "interval_in_words")
blueprint.add_app_template_filter(score_text, "score_in_words")
blueprint.add_app_template_filter(sessions_text, "sessions_in_words")
blueprint.add_app_template_filter(number_text, "plain_number")


@blueprint.get("/")
def index() -> str:
    viewer = current_viewer()
    filters = OutcomeFilters.from_query(request.args).of_a_report()
    if not viewer.reads_clinical_records:
        raise NotOnCaseload
    report = headline(viewer, filters)
    # The choices stay the same whatever is chosen.
    everything = report if filters == OutcomeFilters() else headline(viewer, OutcomeFilters())
    figures = with_people(practice_figures.figures(report), filters)
    note_reading(practice_figures.named_participants(report))
    by = chosen_breakdown(request.args.get("by", ""))
    return render_template(
        "outcomes/index.html",
        report=report,
        filters=filters,
        asked=filters.as_query(),
        choices=filter_choices(everything),
        cards=report_cards(report, filters),
        by=by.value,
        breakdowns=list(Breakdown),
        parts=report.lines(by),
        references=compared_lines(report),
        figures=with_files(figures, lambda key: _url("outcomes.practice_table", key=key)),
    )


@blueprint.get("/people")
def people() -> str:
    viewer, filters = current_viewer(), OutcomeFilters.from_query(request.args)
    which = chosen_which(request.args.get("which", ""))
    behind = people_behind(viewer, filters)
    found = behind[which]
    note_reading(course.participant.id for course in found)
    counts = {each: len(courses) for each, courses in behind.items()}
    return render_template(
        "outcomes/people.html",
        found=found,
        which=which,
        words=WHICH_WORDS[which],
        choices=people_choices(filters, counts),
        asked=filters.of_a_report().as_query(),
        said=filters_in_words(filters, filter_choices(headline(viewer, OutcomeFilters()))),
    )


@blueprint.post("/tables/<table>")
def take(table: str) -> Response:
    filters = OutcomeFilters.from_query(request.args).of_a_report()
    taken = export_outcomes(current_viewer(), filters, table)
    note_reading(taken.participant_ids)
    answer = Response(taken.content, mimetype="text/csv")
    name = f"outcomes-{table}-{current_viewer().as_of:%Y-%m-%d}.csv"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    answer.headers["X-Export-SHA256"] = taken.sha256
    answer.headers["X-Export-Rows"] = str(taken.rows)
    return answer


@blueprint.post("/<key>.csv")
def practice_table(key: str) -> Response:
    viewer = current_viewer()
    filters = OutcomeFilters.from_query(request.args).of_a_report()
    if not viewer.reads_clinical_records:
        raise NotOnCaseload

    def figures() -> list[Chart]:
        report = headline(viewer, filters)
        note_reading(practice_figures.named_participants(report))
        return practice_figures.figures(report)

    return take_table(viewer, key, figures, filters=filters.as_query())


@blueprint.get("/groups/<id:group_id>")
def group(group_id: int) -> str:
    found = group_outcomes(current_viewer(), group_id)
    note_reading(person.id for person in found.unstarted)
    figures = _figures_of_group(found)
    return render_template(
        "outcomes/group.html",
        found=found,
        figures=with_files(
            figures, lambda key: _url("outcomes.group_table", group_id=group_id, key=key)
        ),
    )


@blueprint.post("/groups/<id:group_id>/<key>.csv")
def group_table(group_id: int, key: str) -> Response:
    viewer = current_viewer()

    def figures() -> list[Chart]:
        return _figures_of_group(group_outcomes(viewer, group_id))

    return take_table(viewer, key, figures, filters={"group": group_id})


def _figures_of_group(found: GroupOutcomes) -> list[Chart]:
    note_reading(course.participant.id for course in found.courses)
    return group_figures.figures(found, coverage_in_group(current_viewer(), found.group))


@blueprint.get("/participants/<id:participant_id>")
def participant(participant_id: int) -> str:
    person, courses = participant_courses(current_viewer(), participant_id)
    note_reading([person.id])
    figures = _figures_of(person.id, courses)
    return render_template(
        "outcomes/participant.html",
        person=person,
        courses=courses,
        figures=with_files(
            figures,
            lambda key: _url("outcomes.participant_table", participant_id=person.id, key=key),
        ),
    )


@blueprint.post("/participants/<id:participant_id>/<key>.csv")
def participant_table(participant_id: int, key: str) -> Response:
    viewer = current_viewer()

    def figures() -> list[Chart]:
        person, courses = participant_courses(viewer, participant_id)
        note_reading([person.id])
        return _figures_of(person.id, courses)

    asked = {"participant": participant_id}
    return take_table(viewer, key, figures, filters=asked, participant_id=participant_id)


def _figures_of(participant_id: int, courses: list[TreatmentCourse]) -> list[Chart]:
    answers = answers_by_measure(current_viewer(), participant_id)
    return participant_figures.figures(courses, answers)


def _url(endpoint: str, **values: object) -> str:
    """The filters of the page go with its files."""
    asked = {name: value for name, value in request.args.items() if name not in values}
    return url_for(endpoint, **{**asked, **values})  # type: ignore[arg-type]
