"""All trajectories of a group, thin, and their mean with its interval."""

from dashboard.charts.chart import Cell, Chart, Plot, mean_text, table_of
from dashboard.charts.colors import BLUE, PAPER, SOFT
from dashboard.charts.participant.scales import (
    axis_title,
    band_names,
    band_tints,
    cutoff_line,
    cutoff_name,
    room_for_names,
    score_words,
)
from dashboard.charts.rows import GroupCourse, PersonCourse, ScoreScale
from dashboard.charts.theme import axis, layout, note, points, week_axis
from dashboard.clinical.outcomes.intervals import MeanInterval

_HEIGHT = 400


def group_trajectories(group: GroupCourse, *, key: str = "trajectories") -> Chart:
    """One thin line a person, the mean by week on top, and how many it is of under the axis."""
    return Chart(
        key=key,
        title=f"{group.scale.name} of everyone by week",
        summary=_summary(group),
        plot={"data": _traces(group), "layout": _layout(group)},
        table=table_of(
            ("Participant", *(f"Week {week}" for week in _weeks(group))),
            [*(_person_row(person, _weeks(group)) for person in group.people), *_mean_rows(group)],
        ),
    )


def _weeks(group: GroupCourse) -> list[int]:
    weeks = {row.week for person in group.people for row in person.scores}
    return sorted(weeks | {row.week for row in group.means})


def _traces(group: GroupCourse) -> list[Plot]:
    return [*(_person(group.scale, person) for person in group.people), _mean(group)]


def _person(scale: ScoreScale, person: PersonCourse) -> Plot:
    scores = sorted(person.scores, key=lambda row: row.week)
    return points(
        [row.week for row in scores],
        [row.score for row in scores],
        [f"{person.name}, {score_words(scale, row)}" for row in scores],
        mode="lines+markers",
        name=person.name,
        line={"color": SOFT, "width": 1},
        marker={"size": 4, "color": SOFT},
        opacity=0.75,
    )


def _mean(group: GroupCourse) -> Plot:
    """The mean; a week whose mean has no interval (one person) has no whisker."""
    known = [(row.week, row.mean) for row in group.means]
    return points(
        [week for week, _ in known],
        [mean.mean if mean else None for _, mean in known],
        [_mean_words(week, mean) for week, mean in known],
        mode="lines+markers",
        name="mean",
        line={"color": BLUE, "width": 3},
        marker={"size": 10, "color": BLUE, "line": {"color": PAPER, "width": 1.5}},
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [_reach(mean, up=True) for _, mean in known],
            "arrayminus": [_reach(mean, up=False) for _, mean in known],
            "color": BLUE,
            "thickness": 2,
            "width": 5,
        },
    )


def _reach(mean: MeanInterval | None, *, up: bool) -> float | None:
    if mean is None or mean.interval is None:
        return None
    return mean.interval.high - mean.mean if up else mean.mean - mean.interval.low


def _mean_words(week: int, mean: MeanInterval | None) -> str:
    if mean is None:
        return f"Week {week}: nobody has a score"
    told = f"Week {week}: mean {mean_text(mean.mean)} of {mean.n}"
    if mean.interval is None:
        return f"{told}, one person only"
    low, high = mean_text(mean.interval.low), mean_text(mean.interval.high)
    return f"{told}, 95% interval {low} to {high}"


def _layout(group: GroupCourse) -> Plot:
    scale = group.scale
    found = layout(_HEIGHT)
    found["xaxis"] = week_axis(_weeks(group), room=room_for_names(scale))
    span = scale.high - scale.low
    ends = [scale.low - span * 0.08, scale.high + span * 0.02]
    found["yaxis"] = axis(axis_title(scale), range=ends, showgrid=not scale.bands)
    found["shapes"] = [*band_tints(scale), *cutoff_line(scale)]
    counts = [
        note(str(row.mean.n if row.mean else 0), x=row.week, y=ends[0], yanchor="bottom")
        for row in group.means
    ]
    edge = {"xref": "paper", "x": 0, "xanchor": "right", "yanchor": "bottom"}
    named = note("n", y=ends[0], xshift=-4, **edge)
    found["annotations"] = [*band_names(scale), *cutoff_name(scale), *counts, named]
    return found


def _person_row(person: PersonCourse, weeks: list[int]) -> tuple[Cell, ...]:
    score_in = {row.week: row.score for row in person.scores}
    return (person.name, *(score_in.get(week) for week in weeks))


def _mean_rows(group: GroupCourse) -> list[tuple[Cell, ...]]:
    mean_in = {row.week: row.mean for row in group.means}
    means = [mean_in.get(week) for week in _weeks(group)]
    return [
        ("Mean", *(mean.mean if mean else None for mean in means)),
        ("Interval, low", *(_end(mean, high=False) for mean in means)),
        ("Interval, high", *(_end(mean, high=True) for mean in means)),
        ("Scores", *(mean.n if mean else 0 for mean in means)),
    ]


def _end(mean: MeanInterval | None, *, high: bool) -> float | None:
    if mean is None or mean.interval is None:
        return None
    return mean.interval.high if high else mean.interval.low


def _summary(group: GroupCourse) -> str:
    known = [(row.week, row.mean) for row in group.means if row.mean is not None]
    if not known:
        return f"Nobody of {len(group.people)} has a {group.scale.in_a_sentence} score yet."
    (first, begun), (last, ended) = known[0], known[-1]
    people = f"{len(group.people)} people. "
    if first == last:
        return f"{people}Mean {mean_text(begun.mean)} of {begun.n} in week {first}."
    told = (
        f"{people}The mean {group.scale.in_a_sentence} went from {mean_text(begun.mean)} "
        f"in week {first} (n {begun.n}) to {mean_text(ended.mean)} in week {last} (n {ended.n})"
    )
    if ended.interval is None:
        return f"{told}; one score has no interval."
    low, high = (
        mean_text(ended.interval.low),
        mean_text(ended.interval.high),
    )
    return f"{told}, 95% interval {low} to {high}; those who answer differ from week to week."
