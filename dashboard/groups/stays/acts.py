"""What may be done with a stay now, each with its words, its address and its form."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_wtf import FlaskForm
from wtforms import Field

from dashboard.clinical.enrollment import may_become
from dashboard.clinical.words import ENDED_STATUSES, SEATED_STATUSES, EnrollmentStatus
from dashboard.groups.stays.forms import EndForm, StepForm, TransferForm
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment

ACTIVE, ON_HOLD, RESERVED, WAITLISTED = (
    EnrollmentStatus.ACTIVE,
    EnrollmentStatus.ON_HOLD,
    EnrollmentStatus.RESERVED,
    EnrollmentStatus.WAITLISTED,
)
# (status now or any, status next): the label and what it means.
STEPS = {
    (ON_HOLD, ACTIVE): ("Return", "They are expected again from the day of their return."),
    (None, ACTIVE): ("Enroll", "They take a seat and are expected from this day on."),
    (None, ON_HOLD): ("Put on hold", "The seat is kept. Sessions while on hold do not count."),
    (None, WAITLISTED): ("Back to the waitlist", "The seat is given back; they go to the end."),
}


@dataclass(frozen=True)
class Act:
    """One thing that may be done, with the form that it asks for; open where it was refused."""

    label: str
    question: str
    url: str
    form: FlaskForm
    is_open: bool
    ends: bool = False

    @property
    def fields(self) -> list[Field]:
        """The fields that a person fills in."""
        return [field for field in self.form if field.type not in {"CSRFTokenField", "HiddenField"}]


def acts_of(
    stay: Enrollment, refused: FlaskForm | None, *, on: date, groups: Iterable[Group]
) -> list[Act]:
    """Return what may be done with a stay, `on` filled in, with what was typed where refused."""
    found = [*_steps(stay, refused, on)]
    if may_become(stay.status, RESERVED):
        words = "Offer a seat", "A free seat is kept for them, then it goes to the next."
        form = refused if type(refused) is FlaskForm else FlaskForm(None)
        found.append(_act("offer", words, stay, form, refused, "groups.stay_offer"))
    if stay.status in SEATED_STATUSES - {RESERVED}:
        words = "Transfer", "This stay ends, one in the other group begins, on the same day."
        moving = refused if isinstance(refused, TransferForm) else TransferForm(None, on=on)
        moving.offer(groups)
        found.append(_act("transfer", words, stay, moving, refused, "groups.stay_transfer"))
    if stay.status not in ENDED_STATUSES:
        words = "End the stay", "Marks, notes and scores are kept. A return is a new stay."
        ending = refused if isinstance(refused, EndForm) else EndForm(None, on=on)
        found.append(_act("end", words, stay, ending, refused, "groups.stay_end", ends=True))
    return found


def _steps(stay: Enrollment, refused: FlaskForm | None, on: date) -> Iterator[Act]:
    for status in (ACTIVE, ON_HOLD, WAITLISTED):
        if not may_become(stay.status, status):
            continue
        is_it = isinstance(refused, StepForm) and refused.status.data == status
        form = refused if is_it and refused else StepForm(None, status=status.value, on=on)
        words = STEPS.get((stay.status, status)) or STEPS[None, status]
        yield _act(status, words, stay, form, refused, "groups.stay_status")


def _act(
    key: str,
    words: tuple[str, str],
    stay: Enrollment,
    form: FlaskForm,
    refused: FlaskForm | None,
    endpoint: str,
    *,
    ends: bool = False,
) -> Act:
    for field in form:
        field.id = f"{key}-{field.name}"  # several forms on one page, each with its own labels
    url = url_for(endpoint, enrollment_id=stay.id)
    return Act(*words, url, form, is_open=form is refused, ends=ends)
