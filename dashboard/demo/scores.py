"""What invented people answer: item by item, adding up to the severity of the week."""

from datetime import date, datetime
from random import Random
from typing import Any

from sqlalchemy import select

from dashboard.clinical.measures import (
    GroupTypeDefault,
    MeasureDefinition,
    group_types,
    parse_definition,
    score_answers,
)
from dashboard.clinical.words import AssessmentSource, Direction
from dashboard.extensions import db
from dashboard.models.measures import Measure, MeasureVersion
from dashboard.models.participants import Participant


class Measures:
    """The measures of the practice, each with its newest definition, read once."""

    def __init__(self) -> None:
        rows = db.session.execute(
            select(Measure.key, MeasureVersion.id, Measure.id, MeasureVersion.definition)
            .join(MeasureVersion, MeasureVersion.measure_id == Measure.id)
            .order_by(MeasureVersion.number)
        )
        self.by_key = {
            key: (version_id, measure_id, parse_definition(data))
            for key, version_id, measure_id, data in rows
        }
        self.kinds: dict[str, GroupTypeDefault] = {kind.key: kind for kind in group_types()}

    def form(
        self, key: str, *, person: Participant, severity: float, on: date, at: datetime
    ) -> dict[str, Any]:
        """Return one assessment row, answered item by item and scored by the engine."""
        version_id, measure_id, definition = self.by_key[key]
        habit = Random(f"{person.code} {key}")  # noqa: S311  # invented people, not secrets
        answers = answer_items(definition, severity, habit)
        score = score_answers(definition, answers)
        return {
            "participant_id": person.id,
            "measure_id": measure_id,
            "measure_version_id": version_id,
            "assessed_on": on,
            "answers": answers,
            "score": score.total,
            "subscales": dict(score.subscales),
            "prorated": 0,
            "total_only": 0,
            "source": AssessmentSource.STAFF,
            "recorded_at": at,
        }


def answer_items(definition: MeasureDefinition, severity: float, habit: Random) -> dict[str, int]:
    """Return answers whose sum is as near to the severity (0 to 1) as the items allow.

    `habit` begins the same for one person and measure each week, so that what troubles somebody
    most stays what troubles them most, and an item moves only as far as the score does.
    Safety items stay at their lowest answer; the story raises them on purpose.
    """
    quiet = {safety.item for safety in definition.safety_items}
    high = severity if definition.higher_is is Direction.WORSE else 1 - severity
    room = {item.key: item.maximum - item.minimum for item in definition.items}
    given = {item.key: 0 for item in definition.items}
    points = round(high * sum(room.values()))
    open_items = [key for key in given if key not in quiet]
    while points > 0 and open_items:
        key = habit.choice(open_items)
        given[key] += 1
        points -= 1
        if given[key] == room[key]:
            open_items.remove(key)
    return {item.key: item.value(item.minimum + given[item.key]) for item in definition.items}
