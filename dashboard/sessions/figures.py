"""The figure of a session's page: who was present week by week, and its table as a file."""

from flask import url_for
from werkzeug.wrappers import Response

from dashboard import charts
from dashboard.access import current_viewer
from dashboard.caseload.reach import find_group_session
from dashboard.caseload.session_page import present_by_week
from dashboard.caseload.viewer import Viewer
from dashboard.charts import Chart
from dashboard.charts.rows import WeekPresence
from dashboard.figures.taking import take_table, with_files
from dashboard.models.group_sessions import GroupSession
from dashboard.sessions.blueprint import blueprint


def session_figures(viewer: Viewer, group_session: GroupSession) -> list[Chart]:
    """Every figure of the page, with where its table can be taken."""
    weeks = present_by_week(viewer, group_session)
    chart = charts.attendance_by_week([WeekPresence(each.week, each.present) for each in weeks])
    number = group_session.id
    return with_files(
        [chart], lambda key: url_for("sessions.table", group_session_id=number, key=key)
    )


@blueprint.post("/<id:group_session_id>/<key>.csv")
def table(group_session_id: int, key: str) -> Response:
    viewer = current_viewer()

    def figures() -> list[Chart]:
        return session_figures(viewer, find_group_session(viewer, group_session_id))

    return take_table(viewer, key, figures, filters={"session": group_session_id})
