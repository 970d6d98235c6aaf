"""Wording held against a definition: the same questions, the same answers, the same order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.clinical.measures.definition import Item, MeasureDefinition
from dashboard.clinical.measures.definition.fields import LONGEST_TEXT
from dashboard.clinical.measures.wording.worded import WordedItem


@dataclass(frozen=True)
class FittedItem:
    """One item of the definition with the wording that was found, and what is wrong with it."""

    item: Item
    worded: WordedItem | None
    problem: str = ""


@dataclass(frozen=True)
class WordingFit:
    """What a file comes to for one measure; `left_out` are questions that the measure has not.

    `definition` has the wording, and is None while there is a problem.
    """

    items: tuple[FittedItem, ...]
    left_out: tuple[WordedItem, ...]
    notes: tuple[str, ...]
    definition: MeasureDefinition | None

    @property
    def problems(self) -> tuple[str, ...]:
        return tuple(each.problem for each in self.items if each.problem)


def fit_wording(definition: MeasureDefinition, worded: Sequence[WordedItem]) -> WordingFit:
    """Match by LOINC code, else by the item's number or key, else by order; check each answer list.

    By order the file must have exactly as many questions as the measure, and no codes of another.
    """
    found, twice = _matched(definition, worded), _standing_twice(worded)
    items = tuple(_checked(item, found.get(item.key), twice) for item in definition.items)
    used = [id(each.worded) for each in items if each.worded is not None]
    left_out = tuple(each for each in worded if id(each) not in used)
    fits = bool(items) and not any(each.problem for each in items)
    return WordingFit(
        items=items,
        left_out=left_out,
        notes=_notes(definition, items, worded),
        definition=_with_words(definition, items) if fits else None,
    )


def _matched(definition: MeasureDefinition, worded: Sequence[WordedItem]) -> dict[str, WordedItem]:
    by_code = {code: each for each in reversed(worded) for code in each.codes}
    by_name = {each.name: each for each in reversed(worded) if each.name}
    coded = {
        item.key: by_code[item.loinc_code]
        for item in definition.items
        if item.loinc_code in by_code
    }
    named = {
        item.key: by_name.get(item.key) or by_name[str(item.number)]
        for item in definition.items
        if item.key in by_name or str(item.number) in by_name
    }
    if coded or named:
        return coded or named
    if len(worded) != len(definition.items) or _of_another(definition, worded):
        return {}
    return {item.key: each for item, each in zip(definition.items, worded, strict=True)}


def _of_another(definition: MeasureDefinition, worded: Sequence[WordedItem]) -> bool:
    """Say whether the file's codes are none of the measure's, which has codes of its own."""
    own = {item.loinc_code for item in definition.items if item.loinc_code}
    codes = {code for each in worded for code in each.codes}
    return bool(own and codes) and own.isdisjoint(codes)


def _standing_twice(worded: Sequence[WordedItem]) -> set[str]:
    """Return the codes, numbers and keys that more than one question of the file has."""
    counts = Counter(mark for each in worded for mark in {*each.codes, each.name} if mark)
    return {mark for mark, count in counts.items() if count > 1}


def _checked(item: Item, worded: WordedItem | None, twice: set[str]) -> FittedItem:
    if worded is None:
        return FittedItem(
            item, None, f"Item {item.number} ({item.topic}) has no wording in the file."
        )
    if not twice.isdisjoint({*worded.codes, worded.name}):
        return FittedItem(item, worded, f"Item {item.number} stands in the file more than once.")
    return FittedItem(item, worded, _problem(item, worded))


def _problem(item: Item, worded: WordedItem) -> str:
    values = list(range(item.minimum, item.maximum + 1))
    if not worded.question:
        return f"Item {item.number} has no question."
    if any(
        len(text) > LONGEST_TEXT or "\x00" in text for text in (worded.question, *worded.labels)
    ):
        return f"Item {item.number} has a text that is not plain or longer than {LONGEST_TEXT}."
    if worded.values is not None and list(worded.values) != values:
        said = ", ".join(map(str, worded.values))
        return f"Item {item.number} has the answers {said}; the definition has {_range(item)}."
    if len(worded.labels) != len(values):
        return (
            f"Item {item.number} has {len(worded.labels)} answers; the definition has "
            f"{len(values)} ({_range(item)})."
        )
    return ""


def _range(item: Item) -> str:
    return f"{item.minimum} to {item.maximum}"


def _notes(
    definition: MeasureDefinition, items: Sequence[FittedItem], worded: Sequence[WordedItem]
) -> tuple[str, ...]:
    """Say where the file is of another measure, or its order is another one."""
    if _of_another(definition, worded):
        return (f"The codes in the file are not those of {definition.short_name}.",)
    places = [worded.index(each.worded) for each in items if each.worded is not None]
    if places == sorted(places):
        return ()
    return ("The questions stand in another order in the file; they were matched one by one.",)


def _with_words(definition: MeasureDefinition, items: Sequence[FittedItem]) -> MeasureDefinition:
    return replace(
        definition,
        items=tuple(
            replace(
                each.item,
                question=each.worded.question,
                answer_labels=tuple(enumerate(each.worded.labels, start=each.item.minimum)),
            )
            for each in items
            if each.worded is not None
        ),
    )


def carry_wording(old: MeasureDefinition, new: MeasureDefinition) -> MeasureDefinition:
    """Return the new definition with the old one's words where an item's range is the same."""
    kept = {item.key: item for item in old.items if item.question}

    def worded(item: Item) -> Item:
        before = kept.get(item.key)
        if before is None or item.question:
            return item
        if (before.minimum, before.maximum) != (item.minimum, item.maximum):
            return item
        return replace(item, question=before.question, answer_labels=before.answer_labels)

    return replace(new, items=tuple(worded(item) for item in new.items))
