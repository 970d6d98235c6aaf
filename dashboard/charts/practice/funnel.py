"""Groups by size against the limits of chance: outside says 'look closer', nobody is ranked."""

from collections import Counter

from dashboard.charts.chart import Cell, Chart, Plot, table_of
from dashboard.charts.colors import BLUE, INK, ORANGE, SOFT, VERMILLION
from dashboard.charts.practice.shares import SHARE_HEADERS, share_cells, share_words
from dashboard.charts.theme import axis, drawing, layout, level_line, note, points
from dashboard.clinical.outcomes.funnel import Funnel, FunnelPoint, FunnelZone
from dashboard.clinical.outcomes.publishing.percentages import percent_text

_LOOKS = {
    FunnelZone.INSIDE: ("within the limits", "circle", BLUE),
    FunnelZone.OUTSIDE_95: ("outside 95%", "diamond", ORANGE),
    FunnelZone.OUTSIDE_998: ("outside 99.8%", "triangle-up", VERMILLION),
}
_OUTSIDE = (FunnelZone.OUTSIDE_95, FunnelZone.OUTSIDE_998)


def funnel(found: Funnel, *, key: str = "funnel") -> Chart:
    """Each group's share by its number of people, in order of names in the table."""
    return Chart(
        key=key,
        title="Groups compared fairly",
        summary=_summary(found),
        plot={"data": [*_limits(found), *_points(found)], "layout": _layout(found)},
        table=table_of(
            ("Group", *SHARE_HEADERS, "Where it lies"),
            [
                *(_row(point) for point in found.points),
                *((name, "", 0, "", "", "no data") for name in found.without_data),
            ],
        ),
    )


def _row(point: FunnelPoint) -> tuple[Cell, ...]:
    return point.name, *share_cells(point.proportion), _LOOKS[point.zone][0]


def _limits(found: Funnel) -> list[Plot]:
    sizes = [limit.n for limit in found.limits]
    kinds = (("low_95", "dash"), ("high_95", "dash"), ("low_998", "solid"), ("high_998", "solid"))
    return [
        drawing(
            sizes,
            [getattr(limit, name) for limit in found.limits],
            line={"color": SOFT, "width": 1, "dash": dash},
        )
        for name, dash in kinds
    ]


def _points(found: Funnel) -> list[Plot]:
    return [_zone(zone, rows) for zone in FunnelZone if (rows := _in(found, zone))]


def _in(found: Funnel, *zones: FunnelZone) -> list[FunnelPoint]:
    return [point for point in found.points if point.zone in zones]


def _zone(zone: FunnelZone, rows: list[FunnelPoint]) -> Plot:
    name, shape, color = _LOOKS[zone]
    return points(
        [row.proportion.denominator for row in rows],
        [row.proportion.share for row in rows],
        [f"{share_words(row.name, row.proportion)}, {name}" for row in rows],
        name=f"{name} ({len(rows)})",
        marker={"symbol": shape, "color": color, "size": 10},
    )


def _layout(found: Funnel) -> Plot:
    figure = layout(380, legend=True, right=56)
    largest = max((limit.n for limit in found.limits), default=10)
    figure["xaxis"] = axis("people with two scores", range=[0, largest * 1.05], showgrid=False)
    figure["yaxis"] = axis(range=[-0.03, 1.03], tickformat=".0%")
    if found.pooled.share is not None:
        figure["shapes"] = [level_line(found.pooled.share, SOFT, "solid")]
    figure["annotations"] = [_name(row, largest) for row in _in(found, *_OUTSIDE)]
    figure["annotations"] += [*_line_names(found), *_shared(found)]
    return figure


def _line_names(found: Funnel) -> list[Plot]:
    """What each line is, at its right end beside the figure."""
    if found.pooled.share is None:
        return []
    end, edge = found.limits[-1], {"xref": "paper", "x": 1, "xanchor": "left", "xshift": 4}
    named = ((end.high_95, "95%"), (end.low_95, "95%"), (end.low_998, "99.8%"))
    pooled = note(f"all {percent_text(found.pooled.share)}", y=found.pooled.share, **edge)
    return [pooled, *(note(text, y=share, **edge) for share, text in named)]


def _shared(found: Funnel) -> list[Plot]:
    """How many groups stand on one point, where one mark hides the others."""
    places = Counter((row.proportion.denominator, row.proportion.share) for row in found.points)
    return [
        note(f"\N{MULTIPLICATION SIGN}{count}", x=size, y=share, xanchor="left", xshift=7)
        for (size, share), count in places.items()
        if count > 1
    ]


def _name(row: FunnelPoint, largest: int) -> Plot:
    """Named towards the middle of the figure, so that the name is not cut off."""
    early = row.proportion.denominator < largest / 2
    return note(
        row.name,
        x=row.proportion.denominator,
        y=row.proportion.share,
        xanchor="left" if early else "right",
        xshift=9 if early else -9,
        color=INK,
    )


def _summary(found: Funnel) -> str:
    """How many lie outside, and how many would by chance alone."""
    groups = len(found.points)
    without = f" Without data: {'; '.join(found.without_data)}." if found.without_data else ""
    if not groups:
        return f"No group has anybody with two scores yet.{without}"
    outside = _in(found, *_OUTSIDE)
    expected = round(groups * 0.05)
    chance = f"about {expected}" if expected else "fewer than one"
    named = f": {'; '.join(row.name for row in outside)}" if outside else ""
    told = f"{len(outside)} of {groups} groups outside the 95% limits{named}"
    pooled = percent_text(found.pooled.share)
    lines = f"The level line is all groups together, {pooled}; dashed 95%, solid 99.8%."
    return f"{told}; by chance alone {chance} would be. {lines}{without}"
