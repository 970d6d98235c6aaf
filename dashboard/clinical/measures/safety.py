"""The answers that want a human, read from whatever has been answered so far."""

from dataclasses import dataclass

from dashboard.clinical.measures.answers import Answers
from dashboard.clinical.measures.definition import (
    Item,
    MeasureDefinition,
    SafetyAction,
    SafetyItem,
)


@dataclass(frozen=True)
class SafetyAnswer:
    """One answer that wants a human, with its item and why."""

    item: Item
    answer: int
    action: SafetyAction
    reason: str

    @property
    def words(self) -> str:
        """Say what was answered, on which range."""
        low, high = self.item.minimum, self.item.maximum
        return f"{self.item.topic}, answered {self.answer} ({low} to {high})"


@dataclass(frozen=True)
class SafetyReading:
    """The risk answers of one form, and the risk items that were left out."""

    triggered: tuple[SafetyAnswer, ...]
    not_answered: tuple[Item, ...]

    @property
    def flagged(self) -> tuple[SafetyAnswer, ...]:
        """The answers that raise a safety flag, and are not only shown."""
        return tuple(answer for answer in self.triggered if answer.action is SafetyAction.FLAG)

    @property
    def shown(self) -> tuple[SafetyAnswer, ...]:
        """The answers that raise no flag, and that the therapist must see."""
        return tuple(answer for answer in self.triggered if answer.action is SafetyAction.SHOW)


def safety_answers(definition: MeasureDefinition, answers: Answers) -> SafetyReading:
    """Read the safety items, on a partial form too; other answers are not looked at."""
    triggered: list[SafetyAnswer] = []
    not_answered: list[Item] = []
    for safety in definition.safety_items:
        item, answer = definition.item(safety.item), answers.get(safety.item)
        if answer is None:
            not_answered.append(item)
        elif answer >= safety.at_least:
            triggered.append(safety_answer(safety, item, answer))
    return SafetyReading(tuple(triggered), tuple(not_answered))


def safety_answer(safety: SafetyItem, item: Item, answer: int) -> SafetyAnswer:
    """Put an answer together with why it wants a human."""
    return SafetyAnswer(item, answer, safety.action, safety.reason)
