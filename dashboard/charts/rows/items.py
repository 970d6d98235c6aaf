"""Rows about the answers to single items, and about change counted in reliable changes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AskedItem:
    """One question by its topic, in our words; `best` and `worst` are the points of its ends.

    `remark` says why the item is read apart, where it is.
    """

    topic: str
    best: int
    worst: int
    remark: str = ""


@dataclass(frozen=True)
class WeekAnswers:
    """One week's points by item, in order of the items; None: no answer.

    All None where only the total is known (`total_only`), and in a week in which nothing was
    answered at all (`is_gap`).
    """

    week: int
    points: tuple[int | None, ...]
    total_only: bool = False
    is_gap: bool = False


@dataclass(frozen=True)
class UnitSeries:
    """One measure by week: change from baseline toward better, in reliable changes."""

    name: str
    weeks: tuple[tuple[int, float | None], ...]
