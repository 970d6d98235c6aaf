"""Letters with links: one invitation a person a session, one reminder, and nothing twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.caseload.checkins import sessions_to_ask
from dashboard.caseload.checkins.completion import find_check_in
from dashboard.caseload.viewer import Viewer
from dashboard.checkins.actions import check_ins_for
from dashboard.checkins.presenters import link_address
from dashboard.clinical.checkins.timing import reminder_is_due
from dashboard.database import writing
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.mail import Letter, MailNotSent, send
from dashboard.models.check_ins import CheckIn
from dashboard.models.group_sessions import GroupSession
from dashboard.records.checkins.answering import answers_given, questions_asked, take_in_closed
from dashboard.records.checkins.invitations import all_links_revoked, make_link


@dataclass
class Sent:
    """What one run did; `failed` letters are tried again by the next run."""

    invited: int = 0
    reminded: int = 0
    without_address: int = 0
    failed: int = 0
    closed: int = 0


def send_due(viewer: Viewer, config: Mapping[str, Any]) -> Sent:
    """Make, send and remind of every check-in that is due, and take in those that have closed."""
    sent = Sent()
    with writing():
        sent.closed = take_in_closed(viewer.as_of)
        waiting = [
            (check_in.id, session)
            for session in sessions_to_ask(viewer)
            for check_in in _made(viewer, session)
        ]
        db.session.commit()
    for check_in_id, group_session in waiting:
        with writing():
            _send_one(viewer, check_in_id, group_session, config, sent)
    return sent


def _made(viewer: Viewer, group_session: GroupSession) -> list[CheckIn]:
    try:
        return check_ins_for(viewer, group_session)
    except Refused:  # nothing with its wording: there is nothing to send
        return []


def _send_one(
    viewer: Viewer,
    check_in_id: int,
    group_session: GroupSession,
    config: Mapping[str, Any],
    sent: Sent,
) -> None:
    check_in = find_check_in(viewer, check_in_id)
    column = _due(check_in, group_session, viewer)
    if column is None:
        return
    letter = _letter(viewer, check_in, column)
    if letter is None:
        sent.without_address += column == "sent_at"
        return
    try:
        send(letter, config)
    except MailNotSent:
        sent.failed += 1
        setattr(find_check_in(viewer, check_in_id), column, None)
        db.session.commit()
        return
    sent.invited += column == "sent_at"
    sent.reminded += column == "reminded_at"


def _letter(viewer: Viewer, check_in: CheckIn, column: str) -> Letter | None:
    """Write first that the letter is out: one that is lost is better than one sent twice."""
    person = check_in.enrollment.participant
    if not person.email:
        return None
    setattr(check_in, column, viewer.as_of)
    check_in.wrong_tries = 0
    token = make_link(check_in, participant_id=person.id, by=None, at=viewer.as_of)
    letter = Letter(person.email, *_words(link_address(token), column))
    db.session.commit()
    return letter


def _due(check_in: CheckIn, group_session: GroupSession, viewer: Viewer) -> str | None:
    """Which letter is due: the invitation, the one reminder, or none.

    None to somebody who has answered everything, or whose links were revoked: a new one is then
    made and handed out by hand.
    """
    if check_in.finished_at is not None or _is_answered(check_in) or all_links_revoked(check_in):
        return None
    if check_in.sent_at is None:
        return "sent_at"
    starts_at, is_reminded = group_session.starts_at, check_in.reminded_at is not None
    if not is_reminded and reminder_is_due(starts_at, viewer.as_of, check_in.sent_at):
        return "reminded_at"
    return None


def _is_answered(check_in: CheckIn) -> bool:
    given = answers_given(check_in)
    return all(question.place in given for question in questions_asked(check_in))


def _words(address: str, column: str) -> tuple[str, str]:
    """Nothing in a letter says what kind of group it is, or who."""
    subject = "Your check-in is ready" if column == "sent_at" else "Your check-in, once more"
    text = (
        "Two minutes of questions before we meet:\n\n"
        f"{address}\n\n"
        "The link is for you alone; please do not pass it on. It stops working a day after we "
        "meet.\nYour answers are not watched live. In an emergency call or text 988, or call 911.\n"
    )
    return subject, text
