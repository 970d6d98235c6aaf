"""Counts of outcomes by group that may be passed on: no count of 1 to 10, and none derivable."""

from collections.abc import Sequence

from dashboard.caseload.outcomes import CountLine
from dashboard.clinical.outcomes.counting import OutcomeCounts
from dashboard.clinical.outcomes.publishing.suppression import suppress
from dashboard.sheet_text import Value

NAMES = ("group", "improved", "unchanged", "got_worse", "without_two_scores", "started")
ALL = "(all)"
HIDDEN = "suppressed"


def counts_rows(groups: Sequence[CountLine]) -> list[list[Value]]:
    """Return courses with a closed window by group and what became of them, and all of them."""
    if not groups:
        return []
    table = suppress([_line(line.counts) for line in groups])
    names = [*(line.label for line in groups), ALL]
    counts = [*table.cells, table.column_totals]
    totals = [*table.row_totals, table.total]
    return [
        [name, *map(_shown, [*line, total])]
        for name, line, total in zip(names, counts, totals, strict=True)
    ]


def _line(counts: OutcomeCounts) -> list[int]:
    improved, worse = counts.both_scores.numerator, counts.worse.numerator
    known = counts.both_scores.denominator
    return [improved, known - improved - worse, worse, counts.started - known]


def _shown(count: int | None) -> int | str:
    return HIDDEN if count is None else count
