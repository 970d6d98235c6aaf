"""The trajectory says what the rows say: gaps are gaps, lanes are the sessions."""

from dashboard.charts import participant_trajectory
from dashboard.charts.rows import Course, SessionMark, WeekGain, WeekSession, WeekSkill
from tests.charts.figures import BETTER_UP, WORSE_UP, checked, notes, trace, weeks

SESSIONS = (
    WeekSession(1, SessionMark.ATTENDED),
    WeekSession(2, SessionMark.MISSED),
    WeekSession(3, SessionMark.CANCELLED),
    WeekSession(4, SessionMark.ATTENDED, "late, 12 minutes"),
)
SKILLS = (WeekSkill(1, "STOP", True), WeekSkill(2, "TIP", False), WeekSkill(4, "STOP", True))
COURSE = Course(
    WORSE_UP, weeks([18, 17, None, None, 8, 7, 6]), SESSIONS, SKILLS, (WeekGain(4, 9),), 18.0
)


def test_the_scores_are_drawn_as_given_and_missing_weeks_are_gaps() -> None:
    figure = checked(participant_trajectory(COURSE))
    assert figure.data[0].x == (0, 1, 2, 3, 4, 5, 6)
    assert figure.data[0].y == (18, 17, None, None, 8, 7, 6)
    assert figure.data[0].connectgaps is False


def test_a_gap_is_named_once_in_its_middle() -> None:
    chart = participant_trajectory(COURSE)
    gaps = [n for n in chart.plot["layout"]["annotations"] if n["text"] == "no<br>score"]
    assert [gap["x"] for gap in gaps] == [2.5]


def test_the_ground_shows_bands_error_and_cutoff() -> None:
    shapes = participant_trajectory(COURSE).plot["layout"]["shapes"]
    assert [(s["type"], s["y0"], s["y1"]) for s in shapes] == [
        ("rect", 0, 10),
        ("rect", 10, 20),
        ("rect", 20, 27),
        ("rect", 12, 24),
        ("rect", 12, 24),
        ("line", 10, 10),
    ]


def test_everything_on_the_ground_is_named() -> None:
    assert notes(participant_trajectory(COURSE)) == [
        "low",
        "moderate",
        "severe",
        "cutoff 10",
        "\N{DOWNWARDS ARROW} better",
        "no<br>score",
        "may be measurement error",
        "sudden gain<br>9 points",
    ]


def test_the_error_band_stays_on_the_scale() -> None:
    chart = participant_trajectory(Course(WORSE_UP, weeks([3]), baseline=3.0))
    assert [shape["y0"] for shape in chart.plot["layout"]["shapes"][3:5]] == [0, 0]


def test_sessions_lie_in_one_lane_by_shape_and_skills_in_one_each() -> None:
    chart = participant_trajectory(COURSE)
    attended = trace(chart, "attended")
    assert (attended["x"], attended["y"], attended["marker"]["symbol"]) == (
        [1, 4],
        [0, 0],
        "circle",
    )
    assert trace(chart, "missed")["marker"]["symbol"] == "x"
    assert trace(chart, "cancelled")["x"] == [3]
    assert trace(chart, "skill attended")["y"] == [-1, -1]
    assert trace(chart, "skill missed")["y"] == [-2]
    assert attended["hovertext"][1] == "Week 4: session attended, late, 12 minutes"


def test_without_sessions_there_are_no_lanes() -> None:
    layout = participant_trajectory(Course(BETTER_UP, weeks([40, 60]))).plot["layout"]
    assert "yaxis2" not in layout
    assert layout["yaxis"]["title"]["text"] == "WHO-5 (higher is better)"
    assert layout["yaxis"]["domain"] == [0, 1]


def test_an_empty_course_is_a_figure_too() -> None:
    chart = participant_trajectory(Course(WORSE_UP, ()))
    checked(chart)
    assert chart.summary == "No PHQ-9 score yet."


def test_the_table_holds_every_week_and_leaves_unknown_unknown() -> None:
    table = participant_trajectory(COURSE).table
    assert [(row[0], row[2], row[3], row[4]) for row in table.rows] == [
        (0, 18, "", ""),
        (1, 17, "attended", "STOP"),
        (2, None, "missed", "TIP"),
        (3, None, "cancelled", ""),
        (4, 8, "attended, late, 12 minutes", "STOP"),
        (5, 7, "", ""),
        (6, 6, "", ""),
    ]
