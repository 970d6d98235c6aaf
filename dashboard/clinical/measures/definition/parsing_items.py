"""From plain data to items, subscales and safety items."""

from dashboard.clinical.measures.definition.fields import Fields
from dashboard.clinical.measures.definition.measure import (
    Item,
    SafetyAction,
    SafetyItem,
    ScoreKind,
    Subscale,
)
from dashboard.clinical.words import Direction

ITEM_FIELDS = ("key", "number", "topic", "minimum", "maximum", "is_reversed", "loinc_code")
WORDING_FIELDS = ("question", "answer_labels")
SUBSCALE_FIELDS = ("key", "name", "kind", "items", "higher_is", "missing_allowed")


def parse_items(fields: Fields) -> tuple[Item, ...]:
    """Read the items; `answers` gives the range of those that do not give their own."""
    low, high = None, None
    if fields.has("answers"):
        answers = fields.table("answers").only("minimum", "maximum")
        low, high = answers.whole("minimum"), answers.whole("maximum")
    return tuple(parse_item(row, low, high) for row in fields.tables("items"))


def parse_item(row: Fields, low: int | None, high: int | None) -> Item:
    """Read one item; its key is its number unless it has another."""
    row.only(*ITEM_FIELDS, *WORDING_FIELDS)
    number = row.whole("number")
    item = Item(
        key=row.optional_text("key") or str(number),
        number=number,
        topic=row.text("topic"),
        minimum=row.whole("minimum", low),
        maximum=row.whole("maximum", high),
        is_reversed=row.truth("is_reversed"),
        loinc_code=row.optional_text("loinc_code"),
        question=row.optional_text("question"),
        answer_labels=parse_answer_labels(row),
    )
    if not item.minimum < item.maximum:
        raise row.error("maximum", "must be more than the minimum")
    if any(not item.minimum <= value <= item.maximum for value, _ in item.answer_labels):
        raise row.error("answer_labels", "must label answers within the item's range")
    return item


def parse_answer_labels(row: Fields) -> tuple[tuple[int, str], ...]:
    """Read what some answers are called, as a table from the answer's value to its label."""
    if not row.has("answer_labels"):
        return ()
    labels = row.table("answer_labels")
    for name in labels.names():
        if not (name.isascii() and name.isdigit() and len(name) < 4):
            raise labels.error(name, "must be the value of an answer")
    return tuple(sorted((int(name), labels.text(name)) for name in labels.names()))


def parse_subscales(fields: Fields, higher_is: Direction) -> tuple[Subscale, ...]:
    """Read the subscales; one that gives no direction has the measure's."""
    return tuple(parse_subscale(row, higher_is) for row in fields.tables("subscales"))


def parse_subscale(row: Fields, higher_is: Direction) -> Subscale:
    """Read one subscale: a sum or a mean of at least one item."""
    row.only(*SUBSCALE_FIELDS)
    kind = row.word("kind", ScoreKind, ScoreKind.SUM)
    if kind is ScoreKind.NONE:
        raise row.error("kind", "must be sum or mean")
    items = row.keys("items")
    allowed = row.whole("missing_allowed", 0)
    if not items:
        raise row.error("items", "must name at least one item")
    if not 0 <= allowed < len(items):
        raise row.error("missing_allowed", "must leave at least one answer")
    direction = row.word("higher_is", Direction, higher_is)
    return Subscale(row.text("key"), row.text("name"), kind, items, direction, allowed)


def parse_safety_items(fields: Fields) -> tuple[SafetyItem, ...]:
    """Read the items whose answer wants a human."""
    rows = fields.tables("safety_items")
    return tuple(parse_safety_item(row) for row in rows)


def parse_safety_item(row: Fields) -> SafetyItem:
    """Read one item that wants a human, the answer from which it does, and why."""
    row.only("item", "at_least", "action", "reason")
    return SafetyItem(
        item=row.text("item"),
        at_least=row.whole("at_least"),
        action=row.word("action", SafetyAction),
        reason=row.text("reason"),
    )
