"""The check-ins of the cycle under way: who was asked what, and who has answered."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert

from dashboard.clinical.checkins.rhythm import WEEKLY_RATINGS
from dashboard.clinical.checkins.timing import closes_at, opens_at
from dashboard.demo.scores import Measures
from dashboard.demo.stays import Stay
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn, CheckInAnswer
from dashboard.models.group_sessions import GroupSession
from dashboard.models.types.columns import random_id

READING = timedelta(minutes=3)


@dataclass(frozen=True)
class Asked:
    """One person asked before one session: the keys of the measures, and when they answer."""

    stay: Stay
    meeting: GroupSession
    keys: Sequence[str]
    answered_at: datetime


@dataclass
class CheckInRows:
    """What is to be written of a group's check-ins, all at once."""

    check_ins: list[dict[str, Any]] = field(default_factory=list)
    answers: list[dict[str, Any]] = field(default_factory=list)

    def add(self, asked: Asked, forms: list[dict[str, Any]], measures: Measures) -> None:
        """Add one check-in, with the answers of the forms; without forms nobody has opened it.

        Those who have not answered are asked what can be sent: the measures that have their
        wording.
        """
        opens = opens_at(asked.meeting.starts_at)
        keys = asked.keys if forms else [WEEKLY_RATINGS]
        row = {
            "id": random_id(),
            "enrollment_id": asked.stay.enrollment.id,
            "group_session_id": asked.meeting.id,
            "measure_version_ids": [measures.by_key[key][0] for key in keys],
            "opens_at": opens,
            "closes_at": closes_at(asked.meeting.ends_at),
            "created_at": opens,
            "opened_at": asked.answered_at - READING if forms else None,
            "answered_on": asked.meeting.on_date if forms else None,
            "finished_at": asked.answered_at if forms else None,
        }
        self.check_ins.append(row)
        self.answers.extend(
            _answer(row["id"], asked, key, item, answer)
            for key, form in zip(asked.keys, forms, strict=False)
            for item, answer in form["answers"].items()
        )

    def write(self) -> None:
        if self.check_ins:
            db.session.execute(insert(CheckIn), self.check_ins)
        if self.answers:
            db.session.execute(insert(CheckInAnswer), self.answers)


def _answer(check_in_id: Any, asked: Asked, key: str, item: str, answer: int) -> dict[str, Any]:
    return {
        "check_in_id": check_in_id,
        "measure": key,
        "item": item,
        "answer": answer,
        "answered_at": asked.answered_at,
    }
