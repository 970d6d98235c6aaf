"""One column of a table: its name, what it means, and where its value comes from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from dashboard.sheet_text import Value

RowType = TypeVar("RowType")


@dataclass(frozen=True)
class Column(Generic[RowType]):
    """A column that is documented and keeps its name and meaning from version to version."""

    name: str
    meaning: str
    value: Callable[[RowType], Value]
