"""One participant's course: scores on their severity bands, sessions and skills underneath."""

from dashboard.charts.chart import Cell, Chart, Plot, table_of
from dashboard.charts.colors import BLUE, PAPER
from dashboard.charts.participant.course_words import course_summary
from dashboard.charts.participant.gains import gain_names
from dashboard.charts.participant.lanes import (
    LANE_HEIGHT,
    lane_height,
    session_traces,
    skill_traces,
)
from dashboard.charts.participant.scales import (
    axis_title,
    band_names,
    band_tints,
    cutoff_line,
    cutoff_name,
    direction_name,
    error_band,
    error_band_name,
    gap_names,
    room_for_names,
    score_words,
)
from dashboard.charts.rows import Course
from dashboard.charts.theme import MARKER_SIZE, axis, layout, points, week_axis

SCORES_HEIGHT = 300
_AXIS_HEIGHT = 56


def participant_trajectory(course: Course, *, key: str = "trajectory") -> Chart:
    """The trajectory of one participant on one measure, by week."""
    return Chart(
        key=key,
        title=f"{course.scale.name} by week",
        summary=course_summary(course),
        plot={"data": _traces(course), "layout": _layout(course)},
        table=table_of(
            ("Week", "Date", course.scale.name, "Session", "Skills taught"), _rows(course)
        ),
    )


def _traces(course: Course) -> list[Plot]:
    scores = sorted(course.scores, key=lambda row: row.week)
    line = points(
        [row.week for row in scores],
        [row.score for row in scores],
        [score_words(course.scale, row) for row in scores],
        mode="lines+markers",
        name=course.scale.name,
        line={"color": BLUE, "width": 2.5},
        marker={"size": MARKER_SIZE, "color": BLUE, "line": {"color": PAPER, "width": 1.5}},
        showlegend=False,
    )
    return [line, *session_traces(course.sessions), *skill_traces(course.skills)]


def _layout(course: Course) -> Plot:
    lanes = lane_height(course)
    legend = bool(course.sessions or course.skills)
    found = layout(SCORES_HEIGHT + lanes + _AXIS_HEIGHT, legend=legend)
    found.update(_axes(course, lanes))
    found["shapes"] = _ground(course)
    found["annotations"] = _names(course)
    return found


def _axes(course: Course, lanes: int) -> Plot:
    """One axis of weeks under two panels: the scores, and the lanes below them if there are any."""
    scale = course.scale
    weeks = week_axis(_weeks(course), room=room_for_names(scale), anchor="y2" if lanes else "y")
    share = lanes / (SCORES_HEIGHT + lanes)
    span = scale.high - scale.low
    scores = axis(
        axis_title(scale),
        range=[scale.low - span * 0.02, scale.high + span * 0.02],
        domain=[share + 0.01 if lanes else 0, 1],
        showgrid=not scale.bands,
    )
    if not lanes:
        return {"xaxis": weeks, "yaxis": scores}
    quiet: Plot = {"showgrid": False, "showticklabels": False}
    below = axis(range=[0.5 - lanes / LANE_HEIGHT, 0.5], domain=[0, share], **quiet)
    return {"xaxis": weeks, "yaxis": scores, "yaxis2": below}


def _ground(course: Course) -> list[Plot]:
    scale = course.scale
    return [*band_tints(scale), *error_band(scale, course.baseline), *cutoff_line(scale)]


def _names(course: Course) -> list[Plot]:
    scale = course.scale
    return [
        *band_names(scale),
        *cutoff_name(scale),
        *direction_name(scale),
        *gap_names(course.scores, scale.low),
        *error_band_name(scale, course.baseline),
        *gain_names(course, _weeks(course)),
    ]


def _weeks(course: Course) -> list[int]:
    """Every week that the figure shows, in order."""
    weeks = {row.week for row in course.scores}
    weeks |= {row.week for row in course.sessions} | {row.week for row in course.skills}
    return sorted(weeks)


def _rows(course: Course) -> list[tuple[Cell, ...]]:
    score_in = {row.week: row for row in course.scores}
    session_in = {row.week: row for row in course.sessions}
    rows: list[tuple[Cell, ...]] = []
    for week in _weeks(course):
        score, session = score_in.get(week), session_in.get(week)
        skills = ", ".join(row.skill for row in course.skills if row.week == week)
        told = f"{session.mark}{f', {session.detail}' if session.detail else ''}" if session else ""
        rows.append(
            (week, score.on if score else None, score.score if score else None, told, skills)
        )
    return rows
