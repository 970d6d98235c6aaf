"""What every test of a figure needs: a check by Plotly itself, and invented rows."""

import json
import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from plotly.graph_objects import Figure

from dashboard.charts.chart import Chart, Plot
from dashboard.charts.colors import resolve_colors
from dashboard.charts.rows import ScoreScale, SeverityBand, WeekScore
from dashboard.clinical.change.thresholds import Comparison, Cutoff, Threshold, ThresholdRule
from dashboard.clinical.words import Direction

TOKENS = (Path(__file__).resolve().parents[2] / "static" / "css" / "tokens.css").read_text()
PALETTE = dict(re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6}),", TOKENS))

BANDS = (
    SeverityBand("low", 0, 10, 1),
    SeverityBand("moderate", 10, 20, 3),
    SeverityBand("severe", 20, 27, 5),
)
WORSE_UP = ScoreScale(
    "PHQ-9",
    0,
    27,
    Direction.WORSE,
    BANDS,
    Cutoff(10, Comparison.GE),
    Threshold(6, ThresholdRule.AT_LEAST),
)
BETTER_UP = ScoreScale("WHO-5", 0, 100, Direction.BETTER)


def checked(chart: Chart) -> Figure:
    """The figure as Plotly reads it; a misspelled attribute or unknown color raises here."""
    assert set(chart.plot) == {"data", "layout"}
    # Bold and the like would become style attributes, which the content policy refuses.
    assert not re.search(r"<(?!br>)", json.dumps(chart.plot))
    assert all(len(row) == len(chart.table.headers) for row in chart.table.rows)
    return Figure(resolve_colors(chart.plot, PALETTE))


def weeks(scores: Sequence[float | None], first: int = 0) -> tuple[WeekScore, ...]:
    """A score a week from week `first`, seven days apart from 1 September 2026."""
    start = date(2026, 9, 1)
    return tuple(
        WeekScore(first + place, score, start + timedelta(weeks=place))
        for place, score in enumerate(scores)
    )


def notes(chart: Chart) -> list[str]:
    """Every word written in the figure."""
    return [entry["text"] for entry in chart.plot["layout"]["annotations"]]


def trace(chart: Chart, name: str) -> Plot:
    """The one trace of that name."""
    (found,) = (entry for entry in chart.plot["data"] if entry.get("name") == name)
    return found
