"""The lanes under a trajectory: what each session was, and one line for every skill taught."""

from collections.abc import Sequence

from dashboard.charts.chart import Plot
from dashboard.charts.colors import ACCENT, GREEN, INK, SOFT, VERMILLION
from dashboard.charts.rows import Course, SessionMark, WeekSession, WeekSkill
from dashboard.charts.theme import NOTE_SIZE, points

LANE_HEIGHT = 20

# What a mark looks like: shape first, color second.
_MARKS = {
    SessionMark.ATTENDED: ("circle", ACCENT),
    SessionMark.MISSED: ("x", VERMILLION),
    SessionMark.CANCELLED: ("square-open", SOFT),
    SessionMark.NOT_RECORDED: ("circle-open-dot", SOFT),
}

_SKILLS = (
    (True, "skill attended", "diamond", GREEN),
    (False, "skill missed", "diamond-open", SOFT),
    (None, "skill, attendance not recorded", "circle-open", SOFT),
)
_TAUGHT = {
    True: "taught while present",
    False: "taught while absent",
    None: "taught, attendance not recorded",
}


def lane_height(course: Course) -> int:
    """Pixels that the lanes need: one for the sessions, one for each skill taught."""
    lanes = bool(course.sessions) + len(_lane_names(course.skills))
    return lanes * LANE_HEIGHT


def session_traces(sessions: Sequence[WeekSession]) -> list[Plot]:
    """One trace a kind of mark, all in the uppermost lane."""
    return [_marks(mark, sessions) for mark in SessionMark if any(s.mark is mark for s in sessions)]


def _marks(mark: SessionMark, sessions: Sequence[WeekSession]) -> Plot:
    shape, color = _MARKS[mark]
    rows = [session for session in sessions if session.mark is mark]
    words = [
        f"Week {row.week}: session {mark}{f', {row.detail}' if row.detail else ''}" for row in rows
    ]
    marker = {"symbol": shape, "color": color, "size": 10}
    return points(
        [row.week for row in rows],
        [0] * len(rows),
        words,
        yaxis="y2",
        name=str(mark),
        marker=marker,
    )


def _lane_names(skills: Sequence[WeekSkill]) -> list[str]:
    """Each skill once, in order of the week in which it was first taught."""
    return list(dict.fromkeys(row.skill for row in sorted(skills, key=lambda row: row.week)))


def skill_traces(skills: Sequence[WeekSkill]) -> list[Plot]:
    """One trace a kind: taught while the participant was there, missed, not recorded."""
    return [
        _skills(skills, attended, name, {"symbol": shape, "color": color, "size": 9})
        for attended, name, shape, color in _SKILLS
        if any(row.attended is attended for row in skills)
    ]


def _skills(skills: Sequence[WeekSkill], attended: bool | None, name: str, marker: Plot) -> Plot:
    """One kind of skill mark, each named beside itself, towards the middle of the figure."""
    lanes = _lane_names(skills)
    rows = [row for row in skills if row.attended is attended]
    weeks = [row.week for row in skills]
    middle = (min(weeks) + max(weeks)) / 2
    return points(
        [row.week for row in rows],
        [-1 - lanes.index(row.skill) for row in rows],
        [f"Week {row.week}: {row.skill}, {_TAUGHT[attended]}" for row in rows],
        mode="markers+text",
        text=[f" {row.skill} " for row in rows],
        textposition=["middle right" if row.week <= middle else "middle left" for row in rows],
        textfont={"size": NOTE_SIZE, "color": INK},
        yaxis="y2",
        name=name,
        marker=marker,
    )
