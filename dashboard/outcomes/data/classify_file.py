"""Two columns of any CSV file, classified outside the database."""

import csv
import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean, stdev

from dashboard.clinical.change.pairs import Pair, PairReport, PairRules, judge_pairs, tally
from dashboard.clinical.words import Category
from dashboard.errors import Refused

MISSING = frozenset({"", "na", "n/a", "nan", "null", "."})


@dataclass(frozen=True)
class Row:
    """One line of the file; the pair is None where a score is missing."""

    pair: Pair | None
    group: str


def classify_text(
    text: str, before: str, after: str, rules: PairRules, group: str | None = None
) -> dict[str, object]:
    """Return what the command prints. Raises Refused for a file or rules that cannot be used.

    The thresholds are those of the whole file; a group's own mean and spread are beside it.
    """
    rows = read_rows(text, [before, after, group])
    pairs = [row.pair for row in rows if row.pair is not None]
    try:
        report = judge_pairs(pairs, rules)
    except ValueError as error:
        raise Refused(f"This cannot be classified: {error}.") from error
    answer = _answer(rows, report, report.each)
    if group is not None:
        answer["groups"] = _by_group(rows, report, rules.sd)
    return answer


def read_rows(text: str, columns: Sequence[str | None]) -> list[Row]:
    """Read the pairs and the group of every line. Raises Refused with the line that is wrong."""
    reader = csv.DictReader(io.StringIO(text))
    before, after, group = columns
    for column in columns:
        if column is not None and column not in (reader.fieldnames or ()):
            raise Refused(f"There is no column {column} in the file.")
    return [
        Row(_pair(line, (before, after), reader.line_num), (line[group] or "") if group else "")
        for line in reader
    ]


def _pair(line: dict[str, str], columns: tuple[str | None, str | None], at: int) -> Pair | None:
    first, second = (_number(line[str(column)], str(column), at) for column in columns)
    return None if first is None or second is None else (first, second)


def _number(text: str | None, column: str, at: int) -> float | None:
    cell = (text or "").strip()
    if cell.casefold() in MISSING:
        return None
    try:
        value = float(cell)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise Refused(f"Line {at}: {column} is not a number: {cell}.")
    return value


def _answer(rows: Iterable[Row], report: PairReport, each: Sequence[Category]) -> dict[str, object]:
    missing = sum(row.pair is None for row in rows)
    return {
        "n": len(each),
        "n_missing": missing,
        "sd_pre": report.sd_before,
        "mean_pre": report.mean_before,
        "reliable_change": report.reliable_change,
        "cutoff": report.cutoff,
        "categories": {str(category): count for category, count in tally(each).items()},
    }


def _by_group(
    rows: Sequence[Row], report: PairReport, sd: float | None
) -> dict[str, dict[str, object]]:
    categories = iter(report.each)
    placed = [(row, None if row.pair is None else next(categories)) for row in rows]
    found = {}
    for name in sorted({row.group for row in rows}):
        own = [(row, category) for row, category in placed if row.group == name]
        each = [category for _, category in own if category is not None]
        found[name] = _answer([row for row, _ in own], report, each)
        found[name].update(_start([row.pair[0] for row, _ in own if row.pair], sd))
    return found


def _start(before: Sequence[float], sd: float | None) -> dict[str, float | None]:
    """A group's own first scores; what too few people cannot give is None."""
    own = stdev(before) if len(before) > 1 else None
    return {"mean_pre": mean(before) if before else None, "sd_pre": own if sd is None else sd}
