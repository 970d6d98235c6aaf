"""Weekly series stacked on one week axis: never two scales on one panel."""

from collections.abc import Sequence

from dashboard.charts.chart import Cell, Chart, Plot, number_text, table_of
from dashboard.charts.colors import BLUE, GREEN, INK, PAPER, REFERENCE, SEVERITY, VERMILLION
from dashboard.charts.participant.scales import (
    band_names,
    better_words,
    gap_words,
    room_for_names,
    score_words,
)
from dashboard.charts.rows import RatingSeries
from dashboard.charts.theme import (
    MARKER_SIZE,
    axis,
    layout,
    level_line,
    note,
    points,
    tint,
    week_axis,
)
from dashboard.clinical.change.thresholds import points_improved
from dashboard.clinical.outcomes.together import Together

_GAP = 34
_AXIS_HEIGHT = 50
# Panels differ by shape as well as by color.
_LOOKS = ((BLUE, "circle"), (VERMILLION, "diamond"), (GREEN, "square"))


def pain_and_mood(
    pain: RatingSeries, mood: RatingSeries, found: Together, *, key: str = "pain-and-mood"
) -> Chart:
    """Pain above mood by week; `found` is how they moved from week to week."""
    series = (pain, mood)
    told = " ".join(_series_words(one) for one in series)
    summary = f"{told} {together_words(found)}"
    return _stacked(series, "Pain and mood by week", summary, key, height=170)


def together_words(found: Together) -> str:
    """How often both moved the same way: one goes with the other, and brings about nothing."""
    if not found.steps:
        return "No two weeks in a row have both, so whether they move together is not known."
    steps = "one step" if found.steps == 1 else f"{found.steps} steps"
    still = found.steps - found.same_way - found.opposite_ways
    told = (
        f"Of {steps} from week to week with both, they moved the same way in {found.same_way} "
        f"and opposite ways in {found.opposite_ways}"
    )
    rest = f"; in {still} at least one stayed" if still else ""
    return f"{told}{rest}. The one may go with the other; this does not say which brings which."


def weekly_ratings(series: Sequence[RatingSeries], *, key: str = "ratings") -> Chart:
    """One small panel a rating. The ratings are not validated and never classified."""
    told = " ".join(_series_words(one) for one in series) or "No weekly ratings yet."
    return _stacked(series, "Weekly ratings", told, key, height=84)


def _stacked(
    series: Sequence[RatingSeries], title: str, summary: str, key: str, *, height: int
) -> Chart:
    traces = [_trace(one, place) for place, one in enumerate(series)]
    names = [one.scale.name for one in series]
    return Chart(
        key=key,
        title=title,
        summary=summary,
        plot={"data": traces, "layout": _layout(series, height)},
        table=table_of(("Week", *names), _rows(series)),
    )


def _axis_name(place: int) -> str:
    return "y" if place == 0 else f"y{place + 1}"


def _trace(one: RatingSeries, place: int) -> Plot:
    color, shape = _LOOKS[place % len(_LOOKS)]
    scores = sorted(one.scores, key=lambda row: row.week)
    return points(
        [row.week for row in scores],
        [row.score for row in scores],
        [score_words(one.scale, row) for row in scores],
        mode="lines+markers",
        name=one.scale.name,
        yaxis=_axis_name(place),
        line={"color": color, "width": 2.2},
        marker={
            "size": MARKER_SIZE,
            "symbol": shape,
            "color": color,
            "line": {"color": PAPER, "width": 1},
        },
    )


def _layout(series: Sequence[RatingSeries], height: int) -> Plot:
    """Every panel as tall as the others, its name above it, the axis of weeks under the last."""
    count = max(1, len(series))
    inner = count * (height + _GAP)
    found = layout(inner + _AXIS_HEIGHT, top=4)
    last = _axis_name(count - 1)
    room = max((room_for_names(one.scale) for one in series), default=0.5)
    found["xaxis"] = week_axis(_weeks(series), room=room, anchor=last)
    for place, one in enumerate(series):
        top = 1 - (place * (height + _GAP) + _GAP) / inner
        found[f"yaxis{'' if place == 0 else place + 1}"] = axis(
            range=[one.scale.low, one.scale.high],
            domain=[max(0.0, top - height / inner), top],
            nticks=4,
        )
        found["shapes"] += _ground(one, _axis_name(place))
        found["annotations"] += [_name(one, top), *band_names(one.scale, _axis_name(place))]
    return found


def _ground(one: RatingSeries, axis_name: str) -> list[Plot]:
    tints = [
        tint(band.low, band.high, SEVERITY[band.step - 1], yref=axis_name)
        for band in one.scale.bands
    ]
    cutoff = one.scale.cutoff
    line = (
        []
        if cutoff is None
        else [level_line(cutoff.value, REFERENCE, yref=axis_name, layer="above")]
    )
    return tints + line


def _name(one: RatingSeries, top: float) -> Plot:
    edge = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "yanchor": "bottom"}
    return note(f"{one.scale.name}, {better_words(one.scale)}", y=top, color=INK, **edge)


def _weeks(series: Sequence[RatingSeries]) -> list[int]:
    return sorted({row.week for one in series for row in one.scores})


def _rows(series: Sequence[RatingSeries]) -> list[tuple[Cell, ...]]:
    score_in = [{row.week: row.score for row in one.scores} for one in series]
    return [(week, *(scores.get(week) for scores in score_in)) for week in _weeks(series)]


def _series_words(one: RatingSeries) -> str:
    """From the first to the last rating, and which way that is; gaps are named."""
    known = [(row.week, row.score) for row in one.scores if row.score is not None]
    if not known:
        return f"{one.scale.name}: not rated yet."
    (first, began), (last, ended) = min(known), max(known)
    if first == last:
        return f"{one.scale.name}: {number_text(began)} in week {first}, one rating only."
    improved = points_improved(began, ended, one.scale.higher_is)
    way = "no change" if improved == 0 else "better" if improved > 0 else "worse"
    told = f"{number_text(began)} in week {first}, {number_text(ended)} in week {last} ({way})"
    return f"{one.scale.name}: {told}.{gap_words(one.scores)}"
