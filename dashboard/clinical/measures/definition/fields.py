"""Reading fields out of plain data, with an error that names the field and what is wrong."""

import math
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

Word = TypeVar("Word", bound=StrEnum)
LONGEST_TEXT = 2000


class DefinitionError(ValueError):
    """A definition that cannot be used: `field` says where, `problem` says what is wrong."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem


class Fields:
    """One table of fields, read by name; a null field counts as absent."""

    def __init__(self, data: object, where: str = "") -> None:
        if not isinstance(data, Mapping):
            raise DefinitionError(where or "definition", "must be a table of fields")
        self._data = {str(name): value for name, value in data.items() if value is not None}
        self._where = where

    def path(self, name: str) -> str:
        """Name a field by its whole path, as an error shows it."""
        return f"{self._where}.{name}" if self._where else name

    def error(self, name: str, problem: str) -> DefinitionError:
        """Make the error for one field of this table."""
        return DefinitionError(self.path(name), problem)

    def has(self, name: str) -> bool:
        """Say whether the field was given."""
        return name in self._data

    def only(self, *names: str) -> "Fields":
        """Refuse fields that nobody reads: a misspelled threshold must not be lost silently."""
        unknown = sorted(set(self._data) - set(names))
        if unknown:
            raise self.error(unknown[0], "is not a field of a definition")
        return self

    def text(self, name: str, default: str | None = None) -> str:
        """Read a text, stripped; without a default it must be there and not be empty."""
        value = self._data.get(name, default)
        if value is None:
            raise self.error(name, "is missing")
        if not isinstance(value, str):
            raise self.error(name, "must be a text")
        if len(value) > LONGEST_TEXT or "\x00" in value:
            raise self.error(name, f"must be plain text of at most {LONGEST_TEXT} characters")
        if not value.strip() and default is None:
            raise self.error(name, "must not be empty")
        return value.strip()

    def optional_text(self, name: str) -> str | None:
        """Read a text that may be absent; an empty one is absent."""
        return self.text(name, "") or None

    def number(self, name: str, default: float | None = None) -> float:
        """Read a finite number."""
        value = self._data.get(name, default)
        if value is None:
            raise self.error(name, "is missing")
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(name, "must be a number")
        if abs(value) > 1_000_000 or math.isnan(value):
            raise self.error(name, "must be a number between -1,000,000 and 1,000,000")
        return float(value)

    def optional_number(self, name: str) -> float | None:
        """Read a number that may be absent."""
        return self.number(name) if self.has(name) else None

    def whole(self, name: str, default: int | None = None) -> int:
        """Read a whole number."""
        value = self.number(name, default)
        if not value.is_integer():
            raise self.error(name, "must be a whole number")
        return int(value)

    def truth(self, name: str, default: bool = False) -> bool:
        """Read a yes or no."""
        value = self._data.get(name, default)
        if not isinstance(value, bool):
            raise self.error(name, "must be true or false")
        return value

    def word(self, name: str, words: type[Word], default: Word | None = None) -> Word:
        """Read one word of a closed set."""
        value = self.text(name, default)
        try:
            return words(value)
        except ValueError:
            choices = ", ".join(words)
            raise self.error(name, f"must be one of: {choices}") from None

    def table(self, name: str) -> "Fields":
        """Read a table inside this one."""
        if not self.has(name):
            raise self.error(name, "is missing")
        return Fields(self._data[name], self.path(name))

    def names(self) -> list[str]:
        """List the fields that were given, in their order."""
        return list(self._data)

    def rows(self, name: str) -> list[object]:
        """Read a list; an absent one is empty."""
        value = self._data.get(name, [])
        if not isinstance(value, list | tuple):
            raise self.error(name, "must be a list")
        return list(value)

    def tables(self, name: str) -> list["Fields"]:
        """Read a list of tables; an absent one is empty."""
        rows = self.rows(name)
        return [Fields(row, f"{self.path(name)}[{place}]") for place, row in enumerate(rows, 1)]

    def keys(self, name: str) -> tuple[str, ...]:
        """Read a list of item keys; numbers are allowed, since most keys are item numbers."""
        return tuple(str(row) for row in self.rows(name))
