"""A share over time, and the same people counted in several ways."""

from collections.abc import Sequence
from textwrap import wrap

from dashboard.charts.chart import Cell, Chart, Plot, table_of
from dashboard.charts.colors import BLUE, REFERENCE, SOFT
from dashboard.charts.practice.shares import (
    SHARE_HEADERS,
    drawn_share,
    is_drawn,
    share_cells,
    share_color,
    share_words,
    whiskers,
)
from dashboard.charts.rows import CountedShare, PeriodShare, Reference
from dashboard.charts.theme import axis, layout, level_line, note, points
from dashboard.clinical.outcomes.publishing.percentages import percent_text
from dashboard.clinical.outcomes.publishing.small_numbers import share_text

# A name under the axis that is longer goes on in a second line.
_WIDE = 8
# Pixels at the right for the names of the lines.
_BESIDE = 92
_PERCENT: Plot = {"tickformat": ".0%", "range": [-0.02, 1.04]}


def headline_by_period(
    periods: Sequence[PeriodShare],
    references: Sequence[Reference] = (),
    *,
    title: str = "Reliable improvement over time",
    key: str = "periods",
    column: str = "Period",
    caution: str = "",
) -> Chart:
    """The share of each period with its interval, against named lines.

    Where the parts are no periods, `column` says what they are; `caution` ends the sentence.
    """
    return Chart(
        key=key,
        title=title,
        summary=f"{_periods_summary(periods, references)} {caution}".strip(),
        plot={"data": [_periods(periods)], "layout": _periods_layout(periods, references)},
        table=table_of(
            (column, *SHARE_HEADERS, "Source"),
            [
                *((row.period, *share_cells(row.proportion), "") for row in periods),
                *(_reference_row(line) for line in references),
            ],
        ),
    )


def three_counts(counts: Sequence[CountedShare], *, key: str = "counts") -> Chart:
    """The same people counted in different ways, one under the other."""
    found = layout(44 * len(counts) + 70)
    found["xaxis"] = axis(**_PERCENT)
    found["yaxis"] = axis(autorange="reversed", showgrid=False)
    found["annotations"] = [_count_note(row) for row in counts]
    told = "; ".join(f"{row.label} {share_text(row.proportion)}" for row in counts)
    return Chart(
        key=key,
        title="The same people, counted in different ways",
        summary=f"{told[0].upper()}{told[1:]}." if told else "Nobody to count yet.",
        plot={"data": [_bars(counts)], "layout": found},
        table=table_of(
            ("Way of counting", *SHARE_HEADERS),
            [(row.label, *share_cells(row.proportion)) for row in counts],
        ),
    )


def _periods(periods: Sequence[PeriodShare]) -> Plot:
    proportions = [row.proportion for row in periods]
    colors = [share_color(proportion) for proportion in proportions]
    shapes = ["circle-open" if color == SOFT else "circle" for color in colors]
    return points(
        [row.period for row in periods],
        [drawn_share(proportion) for proportion in proportions],
        [share_words(row.period, row.proportion) for row in periods],
        name="share",
        marker={"color": colors, "symbol": shapes, "size": 11},
        error_y=whiskers(proportions, BLUE),
    )


def _periods_layout(periods: Sequence[PeriodShare], references: Sequence[Reference]) -> Plot:
    found = layout(340, right=_BESIDE if references else 12)
    names = [row.period for row in periods]
    ticks: Plot = {
        "tickmode": "array",
        "tickvals": names,
        "ticktext": [_in_lines(name) for name in names],
    }
    found["xaxis"] = axis(
        type="category", categoryarray=names, showgrid=False, range=_all(names), **ticks
    )
    found["yaxis"] = axis(**_PERCENT)
    dashes = ("dash", "dot", "dashdot")
    for place, line in enumerate(references):
        dash = dashes[place % len(dashes)]
        found["shapes"].append(level_line(line.share, REFERENCE, dash))
        found["annotations"].append(_reference_note(line, above=_stands_higher(line, references)))
    found["annotations"] += [_few_note(row) for row in periods if not is_drawn(row.proportion)]
    return found


def _in_lines(name: str) -> str:
    """Long names go on in a second line, so that a phone does not have to turn them."""
    return "<br>".join(wrap(name, _WIDE))


def _all(names: Sequence[str]) -> list[float]:
    """The range that keeps periods at the ends on the axis though they may be gaps."""
    return [-0.5, len(names) - 0.5]


def _stands_higher(line: Reference, references: Sequence[Reference]) -> bool:
    """Names sit above the highest line and under the others, so that near ones do not touch."""
    return line.share == max(each.share for each in references)


def _reference_note(line: Reference, *, above: bool) -> Plot:
    """Beside the figure, where no point and no whisker runs through the words."""
    side = {"xref": "paper", "x": 1, "xanchor": "left", "xshift": 4}
    edge = {"y": line.share, "yanchor": "bottom" if above else "top"}
    text = f"{line.short or line.label} {_exact(line.share)}"
    return note(text, color=REFERENCE, **side, **edge)


def _exact(share: float) -> str:
    """A published share with the decimals it was published with."""
    return percent_text(share, 0 if round(share * 1000) % 10 == 0 else 1)


def _few_note(row: PeriodShare) -> Plot:
    text = share_text(row.proportion) if row.proportion.denominator else "nobody"
    return note(text, x=row.period, y=0, yanchor="bottom")


def _reference_row(line: Reference) -> tuple[Cell, ...]:
    return (line.label, "", "", _exact(line.share), "", line.source)


def _periods_summary(periods: Sequence[PeriodShare], references: Sequence[Reference]) -> str:
    counted = [row for row in periods if row.proportion.denominator]
    named = "; ".join(f"{line.label} {_exact(line.share)}" for line in references)
    lines = f" Lines: {named} (sources in the table)." if named else ""
    if not counted:
        return f"Nobody to count yet.{lines}"
    last = counted[-1]
    told = f"{share_words(last.period, last.proportion)}."
    if len(counted) > 1:
        told = f"{share_words(counted[0].period, counted[0].proportion)}. {told}"
    few = any(share_color(row.proportion) == SOFT for row in counted)
    grey = " Grey: under 30 people." if few else ""
    return f"{told}{grey}{lines}"


def _bars(counts: Sequence[CountedShare]) -> Plot:
    proportions = [row.proportion for row in counts]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [row.label for row in counts],
        "x": [drawn_share(proportion) for proportion in proportions],
        "hovertext": [share_words(row.label, row.proportion) for row in counts],
        "hoverinfo": "text",
        "width": 0.42,
        "marker": {"color": [share_color(proportion) for proportion in proportions]},
        "error_x": whiskers(proportions, SOFT),
    }


def _count_note(row: CountedShare) -> Plot:
    """The counts over the bar, so that they are read whatever its length."""
    edge = {"xref": "paper", "x": 0, "xanchor": "left", "yanchor": "bottom", "yshift": 9}
    return note(share_text(row.proportion), y=row.label, **edge)
