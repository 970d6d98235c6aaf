"""The verbs of seats: who gets one, who waits, how a stay goes on and how it ends."""

from dashboard.records.enrollments.beginnings import begin_stay
from dashboard.records.enrollments.offers import expire_seats, offer_free_seats, offer_seat
from dashboard.records.enrollments.seats import lock_group, refuse_closed
from dashboard.records.enrollments.steps import LEAVING, change_status, leave
from dashboard.records.enrollments.transfers import transfer
from dashboard.records.enrollments.waitlist import change_fit_note, move_on_waitlist

__all__ = [
    "LEAVING",
    "begin_stay",
    "change_fit_note",
    "change_status",
    "expire_seats",
    "leave",
    "lock_group",
    "move_on_waitlist",
    "offer_free_seats",
    "offer_seat",
    "refuse_closed",
    "transfer",
]
