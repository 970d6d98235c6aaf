"""A chart as every page takes it: a sentence, a figure and a table from the same rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Plot = dict[str, Any]
Cell = str | int | float | date | None


@dataclass(frozen=True)
class Table:
    """What the figure shows, as plain values; None is what is not known."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Chart:
    """One figure of a page. `key` is unique on the page; `csv_url` takes its table out, by POST.

    `cell_urls` are the addresses of whom a number of the table counts, by row and column.
    """

    key: str
    title: str
    summary: str
    plot: Plot
    table: Table
    csv_url: str | None = None
    cell_urls: dict[tuple[int, int], str] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """The table's headers; the first names the row."""
        return self.table.headers

    @property
    def rows(self) -> list[list[str]]:
        """The table's rows as a page shows them."""
        return [[cell_text(cell) for cell in row] for row in self.table.rows]


def cell_text(cell: Cell) -> str:
    """A value as people write it; what is not known is said."""
    if cell is None:
        return "not known"
    if isinstance(cell, date):
        return f"{cell.day} {cell:%b %Y}"
    return number_text(cell) if isinstance(cell, float) else str(cell)


def number_text(value: float) -> str:
    """A score in points: at most two decimals, none that say nothing."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "\N{MINUS SIGN}")


def points_text(value: float) -> str:
    """So many points: '1 point', '2.5 points'."""
    return f"{number_text(value)} point{'' if value == 1 else 's'}"


def mean_text(value: float) -> str:
    """A mean in points: one decimal is as much as an interval beside it leaves."""
    return number_text(round(value, 1))


def table_of(headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Table:
    """A table from any sequences of headers and rows."""
    return Table(tuple(headers), tuple(tuple(row) for row in rows))
