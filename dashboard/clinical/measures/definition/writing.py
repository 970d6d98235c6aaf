"""From a definition back to plain data, ready for JSON: the shape that parse_definition reads."""

from dataclasses import fields, is_dataclass

from dashboard.clinical.measures.definition.measure import MeasureDefinition

# Pairs (name, value) that are written as a table.
TABLES = frozenset({"answer_labels", "needed"})


def definition_data(definition: MeasureDefinition) -> dict[str, object]:
    """Write a definition as dictionaries, lists, texts and numbers; what is unknown is left out."""
    return plain_fields(definition)


def plain_fields(value: object) -> dict[str, object]:
    """Write one frozen value as a dictionary, without the fields that hold nothing."""
    if not is_dataclass(value):
        raise TypeError(f"{value!r} is not a part of a definition")
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    return {
        name: plain(name, part)
        for name, part in held.items()
        if part is not None and part != () and part != ""
    }


def plain(name: str, value: object) -> object:
    """Write one field: a word as text, a tuple as a list, pairs as a table."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple) and name in TABLES:
        return {str(key): part for key, part in value}
    if isinstance(value, tuple):
        return [plain(name, part) for part in value]
    return plain_fields(value) if is_dataclass(value) else value
