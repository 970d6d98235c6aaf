"""Each answer kept as it is given; a risk answer raises its flag in the same transaction."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from weakref import WeakKeyDictionary

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from dashboard.clinical.checkins.questions import Question, answers_of, is_complete, questions_of
from dashboard.clinical.measures import MeasureDefinition, parse_definition
from dashboard.clinical.words import AssessmentSource
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn, CheckInAnswer
from dashboard.models.measures import MeasureVersion
from dashboard.models.participants import Participant
from dashboard.records.assessments import raise_safety_flags, record_assessment
from dashboard.records.trail import write_audit_line

Versions = Mapping[str, tuple[MeasureVersion, MeasureDefinition]]

_asked: WeakKeyDictionary[CheckIn, Versions] = WeakKeyDictionary()


def versions_asked(check_in: CheckIn) -> Versions:
    """Return the versions that the check-in asks, by measure, in its order."""
    # What is asked is fixed when a check-in is made, and a request looks at it many times.
    found = _asked.get(check_in)
    if found is None:
        found = _asked[check_in] = _read_versions(check_in)
    return found


def _read_versions(check_in: CheckIn) -> Versions:
    rows = db.session.scalars(
        select(MeasureVersion).where(MeasureVersion.id.in_(check_in.measure_version_ids))
    )
    by_id = {row.id: row for row in rows}
    ordered = [by_id[number] for number in check_in.measure_version_ids]
    found = [(row, _definition(json.dumps(row.definition))) for row in ordered]
    return {definition.key: (row, definition) for row, definition in found}


@lru_cache(maxsize=256)
def _definition(text: str) -> MeasureDefinition:
    """Read a definition once for each content, because a hundred people answer the same one."""
    return parse_definition(json.loads(text))


def questions_asked(check_in: CheckIn) -> list[Question]:
    """Return the questions of a check-in, in order."""
    return questions_of([definition for _, definition in versions_asked(check_in).values()])


def answers_given(check_in: CheckIn) -> dict[tuple[str, str], int]:
    """Return the answers so far, by measure and item."""
    return {(row.measure, row.item): row.answer for row in check_in.answers}


def save_answers(
    check_in: CheckIn, answers: Mapping[tuple[str, str], int], *, on: date, at: datetime
) -> None:
    """Keep some answers, by measure and item. Does not commit.

    A measure that is answered in full becomes an assessment at once, dated by the first answer;
    `on` is today where the group meets. Raises Refused, by "measure.item", for an answer that the
    question does not have; nothing is kept then.
    """
    versions = versions_asked(check_in)
    questions = {each.place: each for each in questions_of([one for _, one in versions.values()])}
    for place, answer in answers.items():
        _check(questions.get(place), place, answer)
    check_in.answered_on = check_in.answered_on or on
    kept = {(row.measure, row.item): row for row in check_in.answers}
    for (measure, item), answer in answers.items():
        row = kept.get((measure, item))
        if row is None:
            row = CheckInAnswer(measure=measure, item=item)
            check_in.answers.append(row)
        row.answer, row.answered_at = answer, at
    db.session.flush()
    for measure in dict.fromkeys(measure for measure, _ in answers):
        _take_in(check_in, *versions[measure], at=at)


def finish_check_in(check_in: CheckIn, *, at: datetime) -> None:
    """Close a check-in and take in what was answered in part. Does not commit."""
    given = answers_given(check_in)
    for version, definition in versions_asked(check_in).values():
        if any(answer is not None for answer in answers_of(definition, given).values()):
            _record(check_in, version, answers_of(definition, given), at)
    check_in.finished_at = at
    write_audit_line(
        by=None,
        at=at,
        action="finish check-in",
        subject="check_ins",
        subject_id=check_in.id,
        participant_id=check_in.enrollment.participant_id,
        detail={},
    )


def unfinished_check_ins(at: datetime) -> Sequence[CheckIn]:
    """Return the check-ins that have closed with answers, and were never finished."""
    return db.session.scalars(
        select(CheckIn)
        .options(
            selectinload(CheckIn.answers),
            joinedload(CheckIn.enrollment),
        )
        .where(
            CheckIn.closes_at <= at,
            CheckIn.finished_at.is_(None),
            CheckIn.answered_on.is_not(None),
        )
    ).all()


def take_in_closed(at: datetime) -> int:
    """Finish the check-ins that have closed with answers; return how many. Does not commit.

    Answers count even where nobody pressed the last button.
    """
    closed = unfinished_check_ins(at)
    for check_in in closed:
        finish_check_in(check_in, at=at)
    return len(closed)


def _check(question: Question | None, place: tuple[str, str], answer: int) -> None:
    field = ".".join(place)
    if question is None:
        raise Refused("This check-in has no such question.", field=field)
    low, high = question.item.minimum, question.item.maximum
    if not low <= answer <= high:
        raise Refused(f"Choose one of the answers from {low} to {high}.", field=field)


def _take_in(
    check_in: CheckIn, version: MeasureVersion, definition: MeasureDefinition, *, at: datetime
) -> None:
    given = answers_given(check_in)
    answers = answers_of(definition, given)
    if is_complete(definition, given):
        _record(check_in, version, answers, at)
        return
    raise_safety_flags(
        definition,
        answers,
        participant_id=check_in.enrollment.participant_id,
        on=check_in.answered_on or at.date(),
        at=at,
        group_session_id=check_in.group_session_id,
    )


def _record(
    check_in: CheckIn, version: MeasureVersion, answers: Mapping[str, int | None], at: datetime
) -> None:
    person = db.session.get_one(Participant, check_in.enrollment.participant_id)
    record_assessment(
        person,
        version,
        on=check_in.answered_on or at.date(),
        source=AssessmentSource.CHECK_IN,
        by=None,
        at=at,
        answers=answers,
        group_session_id=check_in.group_session_id,
    )
