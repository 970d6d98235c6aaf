"""Whether answers fit their items: what is wrong with each, for the page or the import to say."""

from collections.abc import Mapping

from dashboard.clinical.measures.definition import Item, MeasureDefinition

Answers = Mapping[str, int | None]


class AnswerError(ValueError):
    """An answer that its item cannot have: `item` is the item's key."""

    def __init__(self, item: str, problem: str) -> None:
        super().__init__(f"item {item}: {problem}")
        self.item = item
        self.problem = problem


def answer_problems(definition: MeasureDefinition, answers: Answers) -> dict[str, str]:
    """Say, by item key, what is wrong with each answer; an empty dictionary is good."""
    items = {item.key: item for item in definition.items}
    problems: dict[str, str] = {}
    for key, answer in answers.items():
        item = items.get(key)
        if item is None:
            problems[key] = f"{definition.short_name} has no item {key}"
        elif answer is not None and not fits(item, answer):
            problems[key] = f"must be a whole number from {item.minimum} to {item.maximum}"
    return problems


def fits(item: Item, answer: object) -> bool:
    """Say whether an answer is a whole number in the item's range."""
    if isinstance(answer, bool) or not isinstance(answer, int):
        return False
    return item.minimum <= answer <= item.maximum


def check_answers(definition: MeasureDefinition, answers: Answers) -> None:
    """Raise AnswerError for the first answer that does not fit."""
    for key, problem in answer_problems(definition, answers).items():
        raise AnswerError(key, problem)
