"""How a share of people is drawn: with its interval, grey when few, never a percent under ten."""

from collections.abc import Sequence

from dashboard.charts.chart import Cell, Plot
from dashboard.charts.colors import BLUE, SOFT
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.outcomes.publishing.percentages import percent_text
from dashboard.clinical.outcomes.publishing.small_numbers import (
    MINIMUM_FOR_PERCENT,
    interval_words,
    is_greyed,
    share_text,
)

SHARE_HEADERS = ("Improved", "Of", "Share", "95% interval")


def is_drawn(proportion: Proportion) -> bool:
    """Whether the share is placed on an axis of percentages at all."""
    return proportion.denominator >= MINIMUM_FOR_PERCENT


def drawn_share(proportion: Proportion) -> float | None:
    """The share from 0 to 1, or a gap where the people are too few."""
    return proportion.share if is_drawn(proportion) else None


def share_words(label: str, proportion: Proportion) -> str:
    """'Q1 2026: 70% (35 of 50), 95% interval 56 to 81', or only the counts when few."""
    told, ends = f"{label}: {share_text(proportion)}", interval_words(proportion)
    return f"{told}, 95% interval {ends}" if ends else told


def share_cells(proportion: Proportion) -> tuple[Cell, ...]:
    """Counts, share and interval for a table."""
    counts = (proportion.numerator, proportion.denominator)
    if not is_drawn(proportion):
        return (*counts, "too few for a percentage", "")
    return (*counts, percent_text(proportion.share), interval_words(proportion))


def share_color(proportion: Proportion) -> str:
    """Grey under 30 people, since the share says little."""
    return SOFT if is_greyed(proportion.denominator) else BLUE


def whiskers(proportions: Sequence[Proportion], color: str) -> Plot:
    """The 95% intervals of shares that are drawn, as distances from the share."""
    up, down = [], []
    for proportion in proportions:
        share, interval = drawn_share(proportion), proportion.interval
        known = share is not None and interval is not None
        up.append(interval.high - share if known and interval and share is not None else None)
        down.append(share - interval.low if known and interval and share is not None else None)
    ends = {"type": "data", "symmetric": False, "array": up, "arrayminus": down}
    return {**ends, "color": color, "thickness": 1.8, "width": 0}
