"""What every file can do: take a head, take rows, and be finished with its definitions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from dashboard.sheet_text import Value


@dataclass(frozen=True)
class Definitions:
    """What the file is and what its columns and words mean, as pairs."""

    about: Sequence[tuple[str, Value]]
    columns: Sequence[tuple[str, str]]
    words: Sequence[tuple[str, str]]


class Sheet(Protocol):
    """A table that is being written."""

    def head(self, names: Sequence[str]) -> None: ...

    def row(self, values: Iterable[Value]) -> None: ...

    def finish(self, definitions: Definitions) -> None: ...
