"""Sudden gains named in the figure, where the line leaves room."""

from collections.abc import Sequence

from dashboard.charts.chart import Plot, points_text
from dashboard.charts.colors import GREEN, INK, PAPER
from dashboard.charts.rows import Course, WeekGain
from dashboard.charts.theme import note
from dashboard.clinical.words import Direction

# Pixels from the score to its words.
_ACROSS, _UP = 26, 38


def gain_names(course: Course, weeks: Sequence[int]) -> list[Plot]:
    """Every sudden gain, named at the score that it led to."""
    score_in = {row.week: row.score for row in course.scores}
    return [
        _gain_name(course, gain, score, early=gain.week <= weeks[-1] - 3)
        for gain in course.gains
        if (score := score_in.get(gain.week)) is not None
    ]


def _gain_name(course: Course, gain: WeekGain, score: float, *, early: bool) -> Plot:
    """The line comes from one corner; the words stand after it, or on its far side near the end."""
    toward = 1 if course.scale.higher_is is Direction.WORSE else -1
    return note(
        f"sudden gain<br>{points_text(gain.points)}",
        x=gain.week,
        y=score,
        color=INK,
        bgcolor=PAPER,
        showarrow=True,
        arrowcolor=GREEN,
        arrowhead=2,
        arrowwidth=1.2,
        ax=_ACROSS if early else -_ACROSS,
        ay=(-_UP if early else _UP) * toward,
        xanchor="left" if early else "right",
    )
