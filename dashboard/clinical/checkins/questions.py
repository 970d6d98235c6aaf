"""The questions of one check-in, one after the other, and what is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.clinical.measures import Item, MeasureDefinition

# Answers by measure and item; what is absent is not answered.
Given = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Question:
    """One item as the participant meets it; `number` counts through the whole check-in from 1."""

    number: int
    measure: MeasureDefinition
    item: Item

    @property
    def place(self) -> tuple[str, str]:
        """The measure's and the item's key."""
        return self.measure.key, self.item.key

    @property
    def choices(self) -> list[tuple[int, str]]:
        """Every possible answer with its words; a bare number where there are none."""
        words = dict(self.item.answer_labels)
        values = range(self.item.minimum, self.item.maximum + 1)
        return [(value, words.get(value, "")) for value in values]


def questions_of(definitions: Sequence[MeasureDefinition]) -> list[Question]:
    """Return the questions in the order of the measures; those without wording are not asked."""
    asked = [
        (definition, item)
        for definition in definitions
        if definition.has_wording
        for item in definition.items
    ]
    return [Question(number, *each) for number, each in enumerate(asked, 1)]


def answers_of(definition: MeasureDefinition, given: Given) -> dict[str, int | None]:
    """Return the answers to one measure, by item; None where there is none."""
    return {item.key: given.get((definition.key, item.key)) for item in definition.items}


def is_complete(definition: MeasureDefinition, given: Given) -> bool:
    """Say whether every item of the measure is answered."""
    return all(answer is not None for answer in answers_of(definition, given).values())
