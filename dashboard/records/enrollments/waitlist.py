"""What is said of somebody who waits, and their place in the line."""

from datetime import datetime

from sqlalchemy import select

from dashboard.clinical.words import ENDED_STATUSES, EnrollmentStatus
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.participants import Enrollment, in_waiting_order
from dashboard.records.enrollments.seats import lock_group
from dashboard.records.enrollments.written import write_stay_line


def move_on_waitlist(stay: Enrollment, *, steps: int, by: int, at: datetime) -> None:
    """Move somebody up (-1) or down (1) the waitlist; the caller commits.

    Offers follow this order. Who joins the list later comes after. Raises Refused for who does
    not wait, and at the ends of the list.
    """
    lock_group(stay.group_id)
    waiting = db.session.scalars(
        select(Enrollment)
        .where(
            Enrollment.group_id == stay.group_id,
            Enrollment.status == EnrollmentStatus.WAITLISTED,
        )
        .order_by(*in_waiting_order())
    ).all()
    line = [each for each in waiting if each is not stay]
    if len(line) == len(waiting):
        raise Refused("Only somebody who waits has a place on the waitlist.")
    before = waiting.index(stay)
    if not 0 <= before + steps < len(waiting):
        raise Refused("This is the end of the waitlist.")
    line.insert(before + steps, stay)
    for place, each in enumerate(line, start=1):
        each.waitlist_place = place
    detail = {"from": before + 1, "to": before + steps + 1}
    db.session.flush()
    write_stay_line(stay, "move on waitlist", by=by, at=at, detail=detail)


def change_fit_note(stay: Enrollment, note: str, *, by: int, at: datetime) -> None:
    """Change what is said of the fit, with an audit line without the words; the caller commits.

    Raises Refused where the stay has ended.
    """
    if stay.status in ENDED_STATUSES:
        raise Refused("This stay has ended: what was said of it stays as it is.")
    stay.waitlist_note = note.strip()
    db.session.flush()
    write_stay_line(stay, "change fit note", by=by, at=at, detail={})
