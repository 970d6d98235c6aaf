"""Two columns of any CSV file, classified outside the database."""

import csv
import io
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean, stdev

from dashboard.clinical.change.pairs import Pair, PairReport, PairRules, judge_pairs, tally
from dashboard.clinical.words import Category
from dashboard.errors import Refused

DELIMITERS = (",", ";", "\t")
# How many columns a refusal names.
MOST_NAMED = 20
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
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
    asked = [column for column in columns if column is not None]
    try:
        delimiter, places, lines = _lines(text, asked)
    except csv.Error as error:
        raise Refused(f"The file is not a table of comma-separated values: {error}.") from error
    pair, group = asked[:2], asked[2:]
    return [
        Row(
            _pair([(column, _cell(cells, places[column])) for column in pair], delimiter, at),
            _cell(cells, places[group[0]]) if group else "",
        )
        for at, cells in lines
    ]


def _lines(
    text: str, asked: Sequence[str]
) -> tuple[str, dict[str, int], list[tuple[int, list[str]]]]:
    """The delimiter, where each column stands, and the lines under the header with their numbers.

    A line longer than the header is refused: a comma within a number would shift its cells.
    """
    delimiter, header = _header(text, asked)
    for column in asked:
        if header.count(column) > 1:
            raise Refused(f"The column {column} stands {header.count(column)} times in the file.")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    next(reader, None)
    found = []
    for cells in reader:
        if len(cells) > len(header):
            raise Refused(f"Line {reader.line_num} has more cells than the header.")
        if cells:
            found.append((reader.line_num, cells))
    return delimiter, {column: header.index(column) for column in asked}, found


def _header(text: str, asked: Sequence[str]) -> tuple[str, list[str]]:
    """Commas, or what else programs write, as long as the columns asked for are found by it."""
    for delimiter in DELIMITERS:
        first = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
        header = [name.strip() for name in first]
        if set(asked) <= set(header):
            return delimiter, header
    by_comma = next(csv.reader(io.StringIO(text, newline="")), [])
    missing = next(name for name in asked if name not in {cell.strip() for cell in by_comma})
    named = ", ".join(by_comma[:MOST_NAMED]) or "none"
    raise Refused(f"There is no column {missing} in the file. Its columns: {named}.")


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""


def _pair(cells: Sequence[tuple[str, str]], delimiter: str, at: int) -> Pair | None:
    first, second = (_number(cell, column, delimiter, at) for column, cell in cells)
    return None if first is None or second is None else (first, second)


def _number(cell: str, column: str, delimiter: str, at: int) -> float | None:
    """A number as people write it; where commas part no cells, one may be the decimal sign."""
    if cell.casefold() in MISSING:
        return None
    text = cell if delimiter == "," else cell.replace(",", ".")
    value = float(text) if NUMBER.fullmatch(text) else math.nan
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
