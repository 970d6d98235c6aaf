"""One column of a table: its name, what it means, and where its value comes from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

# None is what is not known or does not apply: an empty cell.
Value = str | int | float | date | datetime | None
RowType = TypeVar("RowType")


@dataclass(frozen=True)
class Column(Generic[RowType]):
    """A column that is documented and keeps its name and meaning from version to version."""

    name: str
    meaning: str
    value: Callable[[RowType], Value]
