"""A FHIR R4 Questionnaire as plain data, as LOINC gives it out: questions that are chosen from."""

from collections.abc import Iterator, Mapping
from typing import Any

from dashboard.clinical.measures.wording.worded import WordedItem, WordingError

LOINC = "http://loinc.org"
# The last one is what R5 calls the first.
CHOSEN = frozenset({"choice", "open-choice", "coding"})
WEIGHTS = ("ordinalValue", "itemWeight")
DEEPEST = 10


def read_questionnaire(data: object) -> list[WordedItem]:
    """Return the questions that have a list of answers, in order; totals and headings are none.

    Raises WordingError when it is not a Questionnaire or has no such question.
    """
    if not isinstance(data, Mapping) or data.get("resourceType") != "Questionnaire":
        raise WordingError("This is not a FHIR Questionnaire.")
    sets = {f"#{found.get('id')}": found for found in _tables(data.get("contained"))}
    items = [_worded(item, sets) for item in _flat(data, DEEPEST)]
    found = [item for item in items if item.labels]
    if not found:
        raise WordingError("No question in this file has a list of answers.")
    return found


def _flat(part: Mapping[str, Any], deeper: int) -> Iterator[Mapping[str, Any]]:
    for item in _tables(part.get("item")):
        if item.get("type") in CHOSEN:
            yield item
        yield from _flat(item, deeper - 1) if deeper else ()


def _worded(item: Mapping[str, Any], sets: Mapping[str, Mapping[str, Any]]) -> WordedItem:
    options = _options(item, sets)
    weights = [_weight(option) for option, _ in options]
    known = tuple(weight for weight in weights if weight is not None)
    return WordedItem(
        question=_text(item.get("text")),
        labels=tuple(label for _, label in options),
        codes=tuple(_codes(item.get("code"))),
        values=known if options and len(known) == len(weights) else None,
    )


def _options(
    item: Mapping[str, Any], sets: Mapping[str, Mapping[str, Any]]
) -> list[tuple[Mapping[str, Any], str]]:
    found = [(option, _label(option)) for option in _tables(item.get("answerOption"))]
    named = sets.get(_text(item.get("answerValueSet")), {})
    for system in _tables(_table(named.get("compose")).get("include")):
        found += [(each, _text(each.get("display"))) for each in _tables(system.get("concept"))]
    return [(option, label) for option, label in found if label]


def _label(option: Mapping[str, Any]) -> str:
    coding = _table(option.get("valueCoding"))
    for value in (coding.get("display"), option.get("valueString"), option.get("valueInteger")):
        if value not in (None, ""):
            return str(value).strip()
    return ""


def _weight(option: Mapping[str, Any]) -> int | None:
    """The number of an answer, from an extension of the option or of its coding, if it is whole."""
    places = [option, _table(option.get("valueCoding"))]
    for extension in (each for place in places for each in _tables(place.get("extension"))):
        value = _whole(extension.get("valueDecimal", extension.get("valueInteger")))
        if value is not None and _text(extension.get("url")).endswith(WEIGHTS):
            return value
    return _whole(option.get("valueInteger"))


def _whole(value: object) -> int | None:
    """Read a whole number; JSON as Python reads it may also hold NaN and Infinity."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _codes(codings: object) -> list[str]:
    return [_text(each.get("code")) for each in _tables(codings) if each.get("system") == LOINC]


def _tables(value: object) -> list[Mapping[str, Any]]:
    rows = value if isinstance(value, list) else []
    return [row for row in rows if isinstance(row, Mapping)]


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
