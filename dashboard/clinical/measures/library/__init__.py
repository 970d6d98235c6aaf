"""The measures that ship with the product: one TOML file a measure, and how they are read."""

import tomllib
from functools import cache
from pathlib import Path

from dashboard.clinical.measures.definition import MeasureDefinition, parse_definition

LIBRARY = Path(__file__).parent


class UnknownMeasure(LookupError):
    """No measure of that key is in the library."""


def read_definition(path: Path) -> MeasureDefinition:
    """Read one TOML file; DefinitionError where it does not hold a definition."""
    return parse_definition(tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def library() -> tuple[MeasureDefinition, ...]:
    """All the measures that ship with the product, by key."""
    return tuple(read_definition(path) for path in sorted(LIBRARY.glob("*.toml")))


def library_measure(key: str) -> MeasureDefinition:
    """Find one shipped measure by its key; UnknownMeasure where there is none."""
    for definition in library():
        if definition.key == key:
            return definition
    raise UnknownMeasure(key)
