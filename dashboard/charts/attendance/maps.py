"""Maps of people by week or skill: a letter in every field, words for every letter.

Fields are drawn as shapes under rows of letters, so that their ground follows the theme, the arrow
keys move along a row, and the legend gives each letter its words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.charts.chart import Plot
from dashboard.charts.colors import INK, SOFT
from dashboard.charts.theme import TEXT_SIZE, axis, layout, points

_ROW = 28
# Half the side of a field, in places of the axis; the rest is the gap to its neighbor.
_HALF = 0.47


@dataclass(frozen=True)
class Field:
    """How one value is shown: a letter, its words, and a pale ground for them."""

    letter: str
    words: str
    ground: str


Values = Sequence[Sequence[StrEnum | None]]
Said = Sequence[Sequence[str]]
Fields = Mapping[StrEnum | None, Field]


def map_traces(names: Sequence[str], values: Values, fields: Fields, said: Said) -> list[Plot]:
    """One trace a row, so that the arrow keys move through fields and rows; then the legend."""
    rows = [
        points(
            list(range(len(row))),
            [place] * len(row),
            words,
            mode="text",
            name=names[place],
            text=[fields[value].letter for value in row],
            textfont={"size": TEXT_SIZE, "color": INK},
            showlegend=False,
        )
        for place, (row, words) in enumerate(zip(values, said, strict=True))
    ]
    seen = {value for row in values for value in row}
    return [*rows, *(_legend_entry(field) for value, field in fields.items() if value in seen)]


def map_layout(
    columns: Sequence[str], names: Sequence[str], values: Values, fields: Fields
) -> Plot:
    """Fields of one height, the first row at the top."""
    found = layout(_ROW * len(names) + 130, legend=True)
    quiet: Plot = {"showgrid": False, "tickmode": "array"}
    across: Plot = {"range": [-0.5, len(columns) - 0.5], "tickvals": list(range(len(columns)))}
    found["xaxis"] = axis(ticktext=list(columns), **across, **quiet)
    down: Plot = {"range": [len(names) - 0.5, -0.5], "tickvals": list(range(len(names)))}
    found["yaxis"] = axis(ticktext=list(names), **down, **quiet)
    found["shapes"] = [
        _ground(column, row, fields[value].ground)
        for row, line in enumerate(values)
        for column, value in enumerate(line)
    ]
    return found


def _ground(column: int, row: int, color: str) -> Plot:
    ends = {"x0": column - _HALF, "x1": column + _HALF, "y0": row - _HALF, "y1": row + _HALF}
    return {"type": "rect", **ends, "fillcolor": color, "line": {"width": 0}, "layer": "below"}


def _legend_entry(field: Field) -> Plot:
    """What a letter and its ground mean; it draws nothing itself."""
    outline = {"color": SOFT, "width": 1}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [None],
        "y": [None],
        "hoverinfo": "skip",
        "name": f"{field.letter} {field.words}".strip(),
        "marker": {"symbol": "square", "size": 14, "color": field.ground, "line": outline},
    }
