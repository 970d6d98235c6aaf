"""Which column is what: guessed from the names, chosen by a person, checked before use."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.errors import Refused
from dashboard.imports.mapped.fields import DATE_ORDER, FIELDS, Kind

DATES = {each.name for fields in FIELDS.values() for each in fields if each.is_date}
WITH_YEAR_LAST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
NOT_A_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class ColumnMapping:
    """The column of each field, and what is the same for all rows where no column says it."""

    columns: Mapping[str, str] = field(default_factory=dict)
    for_all: Mapping[str, str] = field(default_factory=dict)

    def as_choices(self) -> dict[str, Any]:
        """The same as plain values."""
        return {"columns": dict(self.columns), "for_all": dict(self.for_all)}

    @classmethod
    def from_choices(cls, choices: Mapping[str, Any]) -> "ColumnMapping":
        """Read what `as_choices` gave."""
        return cls(choices["columns"], choices["for_all"])

    def over(self, other: "ColumnMapping") -> "ColumnMapping":
        """Return these choices, and those of another mapping where these say nothing."""
        rest = {
            name: column
            for name, column in other.columns.items()
            if name not in self.for_all and column not in self.columns.values()
        }
        return ColumnMapping({**rest, **self.columns}, {**other.for_all, **self.for_all})


def plain_name(name: str) -> str:
    """Return a column's name in small letters with single spaces."""
    return NOT_A_LETTER.sub(" ", name).strip().casefold()


def guessed(kind: Kind, columns: tuple[str, ...]) -> ColumnMapping:
    """Return the columns that are called as their fields often are; each is taken once."""
    free = {plain_name(name): name for name in reversed(columns) if name}
    found: dict[str, str] = {}
    for wanted in FIELDS[kind]:
        for called in () if wanted.choices else (plain_name(wanted.name), *wanted.called):
            if called in free:
                found[wanted.name] = free.pop(called)
                break
    return ColumnMapping(found)


def year_first(text: str, order: str) -> str:
    """Return a date with its year last as year-month-day; anything else as it is."""
    found = WITH_YEAR_LAST.fullmatch(text)
    if found is None:
        return text
    first, second, year = found.groups()
    month, day = (first, second) if order == "mdy" else (second, first)
    return f"{year}-{month:0>2}-{day:0>2}"


def check_mapping(kind: Kind, mapping: ColumnMapping, columns: tuple[str, ...]) -> None:
    """Raise Refused, by field, where a needed field or a named column is missing."""
    fields = {wanted.name: wanted for wanted in FIELDS[kind]}
    for name, column in mapping.columns.items():
        if name not in fields or fields[name].choices:
            raise Refused(f"There is no field {name} in a file of {kind}.")
        if column not in columns:
            raise Refused(f"There is no column {column} in the file.", field=name)
    for name, said in mapping.for_all.items():
        if name not in fields or not fields[name].for_all:
            raise Refused(f"{name} cannot be one and the same for all rows.")
        offered = [value for value, _label in fields[name].choices]
        if offered and said not in offered:
            raise Refused(f"{name} is one of {', '.join(filter(None, offered))}.")
    for wanted in fields.values():
        if wanted.required and wanted.name not in {*mapping.columns, *mapping.for_all}:
            raise Refused(f"Choose the column with: {wanted.label}.", field=wanted.name)


class Reader:
    """The cells of one row after another, by the names of the fields."""

    def __init__(self, mapping: ColumnMapping, columns: tuple[str, ...]) -> None:
        self.places = {name: columns.index(column) for name, column in mapping.columns.items()}
        self.for_all = mapping.for_all
        self.order = mapping.for_all.get(DATE_ORDER.name, "")
        self.cells: list[str] = []

    def __call__(self, name: str) -> str:
        """Return what the row says of a field; '' for nothing."""
        place = self.places.get(name)
        said = "" if place is None else self.cells[place]
        if self.order and name in DATES:
            said = year_first(said, self.order)
        return said or self.for_all.get(name, "")

    def has(self, name: str) -> bool:
        """Whether the file can say anything of a field."""
        return name in self.places or name in self.for_all
