"""What the person with the link does: confirm, say where they are, answer, finish."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hmac import compare_digest
from zoneinfo import ZoneInfo

from dashboard.clinical.checkins.questions import answers_of
from dashboard.clinical.measures import safety_answers
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn
from dashboard.records.checkins.answering import (
    answers_given,
    finish_check_in,
    questions_asked,
    save_answers,
    versions_asked,
)
from dashboard.records.checkins.invitations import check_in_code, open_check_in
from dashboard.records.sign_ins import count_try, too_many_tries

# A day and a month can be guessed; a link that was tried so often asks for a new one.
MOST_WRONG_TRIES = 10


class LinkLeadsNowhere(Exception):
    """Wrong, expired, revoked, used up or guessed too often: the same answer for each."""


def find_open(token: str, *, at: datetime) -> CheckIn:
    """Return the check-in of a link. Raises LinkLeadsNowhere.

    A good link opens whatever others tried from the same address: a waiting room shares one, and
    an answer at risk must never be turned away. 256 bits are not guessed; a birthday could be, and
    that is counted for each link.
    """
    found = open_check_in(token, at=at)
    if found is None or found.wrong_tries >= MOST_WRONG_TRIES:
        raise LinkLeadsNowhere
    return found


def count_guess(*, address: str, at: datetime) -> bool:
    """Write down that somebody came with a link that leads nowhere; tell whether that was often.

    From then on such links are only told to slow down, each of them alike, and no more is written.
    """
    guesser = _guesser(address)
    if too_many_tries(guesser, guesser, at=at):
        return True
    count_try(guesser, guesser, at=at)
    db.session.commit()
    return False


def _guesser(address: str) -> str:
    return f"check-in from {address}"


def confirm(
    check_in: CheckIn, *, day: int | None, month: int | None, code: str, at: datetime
) -> None:
    """Let the person in by their birthday's day and month, or by the code. Raises Refused."""
    born = check_in.enrollment.participant.birth_date
    by_birthday = born is not None and _is_birthday(date.fromisoformat(born), day, month)
    if not (by_birthday or compare_digest(code.encode(), check_in_code(check_in).encode())):
        check_in.wrong_tries += 1
        db.session.commit()
        raise Refused("That does not fit. Check the day and the month, or ask for the code.")
    check_in.opened_at = check_in.opened_at or at
    db.session.commit()


def _is_birthday(born: date, day: int | None, month: int | None) -> bool:
    return (born.day, born.month) == (day, month)


def say_where(check_in: CheckIn, *, place: str, contact: str | None) -> None:
    """Keep where the person is today (a postal code of a state, or ELSEWHERE); whom to call."""
    check_in.located_in = place
    check_in.emergency_contact = (contact or "").strip() or None
    db.session.commit()


@dataclass(frozen=True)
class Kept:
    """How a check-in stands once answers are kept."""

    risk: bool
    answered: int
    asked: int


def answer(check_in: CheckIn, answers: Mapping[tuple[str, str], int], *, at: datetime) -> Kept:
    """Keep some answers; the flag of a risk answer is raised with them. Raises Refused."""
    zone = ZoneInfo(check_in.group_session.group.time_zone)
    save_answers(check_in, answers, on=at.astimezone(zone).date(), at=at)
    # Looked at before the commit: one transaction an answer, however many people answer at once.
    kept = Kept(shows_risk(check_in), len(check_in.answers), len(questions_asked(check_in)))
    db.session.commit()
    return kept


def finish(check_in: CheckIn, *, at: datetime) -> None:
    """Close the check-in with what was answered."""
    finish_check_in(check_in, at=at)
    db.session.commit()


def shows_risk(check_in: CheckIn) -> bool:
    """Tell whether an answer so far has raised a safety flag."""
    given = answers_given(check_in)
    return any(
        safety_answers(definition, answers_of(definition, given)).flagged
        for _, definition in versions_asked(check_in).values()
    )
