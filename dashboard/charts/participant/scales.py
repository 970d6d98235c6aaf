"""The ground a score is drawn on: severity bands, cutoff, and the band of measurement error."""

from collections.abc import Sequence

from dashboard.charts.chart import Plot, number_text
from dashboard.charts.colors import ACCENT, CLEAR, INK, REFERENCE, SEVERITY, SOFT
from dashboard.charts.rows import ScoreScale, WeekScore
from dashboard.charts.theme import level_line, note, tint
from dashboard.clinical.words import Direction


def better_words(scale: ScoreScale) -> str:
    """Which way is better, as the axis says it."""
    return "lower is better" if scale.higher_is is Direction.WORSE else "higher is better"


def axis_title(scale: ScoreScale) -> str:
    """The measure and which way is better."""
    return f"{scale.name} ({better_words(scale)})"


def direction_name(scale: ScoreScale) -> list[Plot]:
    """Where a course is hoped to go, at the foot or the head of the figure."""
    is_down = scale.higher_is is Direction.WORSE
    edge = {"xref": "paper", "x": 0, "xanchor": "left", "color": SOFT}
    if is_down:
        return [note("\N{DOWNWARDS ARROW} better", y=scale.low, yanchor="bottom", **edge)]
    return [note("\N{UPWARDS ARROW} better", y=scale.high, yanchor="top", **edge)]


def room_for_names(scale: ScoreScale) -> float:
    """Weeks left free at the right, so that the names of bands stand beside the last score."""
    return 0.9 if scale.bands else 0.5


def band_tints(scale: ScoreScale) -> list[Plot]:
    """One pale tint a severity band."""
    return [tint(band.low, band.high, SEVERITY[band.step - 1]) for band in scale.bands]


def band_names(scale: ScoreScale, yref: str = "y") -> list[Plot]:
    """The names of the bands at the right edge, inside the figure."""
    edge = {"xref": "paper", "x": 1, "xanchor": "right", "yref": yref}
    return [
        note(band.name, y=(band.low + band.high) / 2, color=SOFT, **edge) for band in scale.bands
    ]


def cutoff_line(scale: ScoreScale) -> list[Plot]:
    """The clinical cutoff; nothing for a measure without one."""
    return [] if scale.cutoff is None else [level_line(scale.cutoff.value, REFERENCE)]


def cutoff_name(scale: ScoreScale) -> list[Plot]:
    """The cutoff named at the left edge, on its clinical side's far edge."""
    if scale.cutoff is None:
        return []
    edge = {"xref": "paper", "x": 0, "xanchor": "left", "yanchor": "bottom"}
    value = scale.cutoff.value
    return [note(f"cutoff {number_text(value)}", y=value, color=REFERENCE, **edge)]


def error_band(scale: ScoreScale, baseline: float | None) -> list[Plot]:
    """The band around the first score within which a change may be measurement error."""
    if baseline is None or scale.reliable_change is None:
        return []
    low = max(scale.low, baseline - scale.reliable_change.points)
    high = min(scale.high, baseline + scale.reliable_change.points)
    edges = {"fillcolor": CLEAR, "line": {"color": ACCENT, "width": 1, "dash": "dot"}}
    return [tint(low, high, ACCENT, opacity=0.1), {**tint(low, high, CLEAR), **edges}]


def error_band_name(scale: ScoreScale, baseline: float | None) -> list[Plot]:
    """What the band around the first score means, in its upper left corner."""
    if baseline is None or scale.reliable_change is None:
        return []
    high = min(scale.high, baseline + scale.reliable_change.points)
    edge = {"xref": "paper", "x": 0, "xanchor": "left", "yanchor": "top", "color": ACCENT}
    return [note("may be measurement error", y=high, **edge)]


def score_words(scale: ScoreScale, row: WeekScore) -> str:
    """'Week 3: 12, moderate': what a point says."""
    if row.score is None:
        return f"Week {row.week}: no score"
    where = f", {row.band}" if row.band else ""
    return f"Week {row.week}: {scale.name} {number_text(row.score)}{where}"


def gap_runs(scores: Sequence[WeekScore]) -> list[tuple[int, int]]:
    """First and last week of every run of weeks without a score, in order."""
    runs: list[tuple[int, int]] = []
    for week in sorted(row.week for row in scores if row.score is None):
        if runs and runs[-1][1] == week - 1:
            runs[-1] = (runs[-1][0], week)
        else:
            runs.append((week, week))
    return runs


def gap_names(scores: Sequence[WeekScore], floor: float) -> list[Plot]:
    """'no score' at the foot of every gap."""
    place = {"y": floor, "yanchor": "bottom", "color": INK}
    return [note("no<br>score", x=(first + last) / 2, **place) for first, last in gap_runs(scores)]


def gap_words(scores: Sequence[WeekScore]) -> str:
    """' No score in week 3 and weeks 5 to 6.', or nothing when there is no gap."""
    runs = gap_runs(scores)
    if not runs:
        return ""
    named = [f"week {a}" if a == b else f"weeks {a} to {b}" for a, b in runs]
    return f" No score in {' and '.join(named)}."
