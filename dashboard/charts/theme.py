"""How every figure looks: quiet axes, clear ground, one kind of note."""

from collections.abc import Sequence
from typing import Any

from dashboard.charts.chart import Plot
from dashboard.charts.colors import CLEAR, GRID, INK, PAPER, SOFT

TEXT_SIZE = 12
NOTE_SIZE = 11
MARKER_SIZE = 9


def layout(height: int, *, legend: bool = False, top: int = 12, right: int = 12) -> Plot:
    """A layout without axes; `height` in pixels, the width is the page's."""
    return {
        "height": height,
        "autosize": True,
        "margin": {"l": 12, "r": right, "t": top, "b": 4},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"size": TEXT_SIZE, "color": SOFT},
        "hovermode": "closest",
        "hoverlabel": _pointed_at(),
        "dragmode": False,
        "showlegend": legend,
        "legend": _legend(),
        "shapes": [],
        "annotations": [],
    }


def _pointed_at() -> Plot:
    """What stands beside the point under the pointer."""
    font = {"color": INK, "size": TEXT_SIZE}
    return {"bgcolor": PAPER, "bordercolor": SOFT, "font": font, "align": "left"}


def _legend() -> Plot:
    """Above the figure, from the left; a click on it takes nothing away."""
    place: Plot = {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom"}
    place["traceorder"] = "normal"
    font = {"size": TEXT_SIZE, "color": INK}
    return {**place, "font": font, "itemclick": False, "itemdoubleclick": False}


def axis(title: str | None = None, **more: Any) -> Plot:
    """One axis: pale grid, no frame, fixed (a figure does not zoom under a scrolling finger)."""
    found: Plot = {
        "automargin": True,
        "fixedrange": True,
        "showline": False,
        "zeroline": False,
        "gridcolor": GRID,
        "tickfont": {"size": TEXT_SIZE, "color": SOFT},
        "ticks": "",
    }
    if title is not None:
        found["title"] = {"text": title, "standoff": 8, "font": {"size": TEXT_SIZE, "color": SOFT}}
    return {**found, **more}


def week_axis(weeks: Sequence[int], *, room: float = 0.5, **more: Any) -> Plot:
    """The axis of weeks, a tick at each (every second beyond 13), `room` weeks free at the end."""
    first, last = (min(weeks), max(weeks)) if weeks else (1, 8)
    step = 1 if last - first < 13 else 2
    ticks = {"tickmode": "linear", "tick0": first, "dtick": step}
    return axis("week", range=[first - 0.5, last + room], showgrid=False, **ticks, **more)


def note(text: str, **place: Any) -> Plot:
    """Words in a figure, without an arrow unless one is asked for."""
    font = {"size": NOTE_SIZE, "color": place.pop("color", SOFT)}
    return {"text": text, "showarrow": False, "font": font, **place}


def level_line(value: float, color: str, dash: str = "dash", **place: Any) -> Plot:
    """A level line over the whole width, above the grid and under the traces."""
    line = {"color": color, "width": 1.3, "dash": dash}
    ends = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": value, "y1": value}
    return {**ends, "line": line, "layer": "between", **place}


def upright_line(value: float, color: str, dash: str = "dash", **place: Any) -> Plot:
    """An upright line over the whole height, above the grid and under the traces."""
    line = {"color": color, "width": 1.3, "dash": dash}
    ends = {"type": "line", "yref": "paper", "y0": 0, "y1": 1, "x0": value, "x1": value}
    return {**ends, "line": line, "layer": "between", **place}


def tint(low: float, high: float, color: str, **place: Any) -> Plot:
    """A level tint over the whole width, behind everything."""
    ends = {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": low, "y1": high}
    return {**ends, "fillcolor": color, "line": {"width": 0}, "layer": "below", **place}


def points(x: Sequence[Any], y: Sequence[Any], words: Sequence[str], **more: Any) -> Plot:
    """A trace whose every point says `words` under the pointer and to the keyboard."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(x),
        "y": list(y),
        "hovertext": list(words),
        "hoverinfo": "text",
        "connectgaps": False,
        "cliponaxis": False,
        **more,
    }


def drawing(x: Sequence[Any], y: Sequence[Any], **more: Any) -> Plot:
    """A trace that is only a line: nothing to point at."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(x),
        "y": list(y),
        "hoverinfo": "skip",
        "connectgaps": False,
        "showlegend": False,
        **more,
    }
