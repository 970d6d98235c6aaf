"""What a person types about a stay."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from flask_wtf import FlaskForm
from wtforms import (
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, Length, NumberRange
from wtforms.validators import Optional as MayBeEmpty

from dashboard.clinical.person_names import plain_name
from dashboard.clinical.words import EnrollmentStatus
from dashboard.groups.actions import NewPerson
from dashboard.groups.fields import day_field, short
from dashboard.models.groups import Group
from dashboard.models.participants import Participant
from dashboard.models.types.columns import as_id
from dashboard.records.enrollments import LEAVING

PLACES = [
    SelectChoice("active", "Enroll"),
    SelectChoice("reserved", "Reserve a seat"),
    SelectChoice("waitlisted", "Waitlist"),
]
NOBODY = "0"


def remark_field() -> StringField:
    return short("Remark", 500)


def note_field() -> TextAreaField:
    return TextAreaField("Fit", [MayBeEmpty(), Length(max=1000, message="That is too long.")])


class AddPersonForm(FlaskForm):
    participant = SelectField("Who", default=NOBODY, validate_choice=False)
    given_name = short("Given name")
    family_name = short("Family name")
    code = short("Code in the practice")
    home_state = StringField("Home state", [MayBeEmpty(), Length(2, 2, "Two letters, such as NY.")])
    email = short("E-mail", 200)
    phone = short("Phone", 50)
    place = RadioField("Place", choices=PLACES, default="active")
    on = day_field()
    days = IntegerField(
        "Keep the seat for so many days",
        [MayBeEmpty(), NumberRange(1, 60, "Keep it for 1 to 60 days.")],
        default=7,
    )
    note = note_field()

    def offer(self, people: Iterable[Participant]) -> None:
        """Offer these people to choose from, beside somebody new."""
        known = [SelectChoice(str(one.id), f"{one.name} ({one.code})") for one in people]
        self.participant.choices = [SelectChoice(NOBODY, "Somebody new"), *known]

    def chosen_id(self) -> int | None:
        """Return the id of the person who was chosen; none for somebody new."""
        return None if self.participant.data == NOBODY else as_id(self.participant.data)

    def new_person(self) -> NewPerson:
        names = ("given_name", "family_name", "code", "home_state", "email", "phone")
        typed = {name: self[name].data or "" for name in names}
        named = {name: plain_name(typed[name]) for name in ("given_name", "family_name", "code")}
        return NewPerson(**{**typed, **named})

    def status(self) -> EnrollmentStatus:
        return EnrollmentStatus(self.place.data)

    def until(self, at: datetime) -> datetime | None:
        """Return until when a reserved seat is kept; none for the other places."""
        reserved = self.status() is EnrollmentStatus.RESERVED
        return at + timedelta(days=self.days.data or 7) if reserved else None


class StepForm(FlaskForm):
    status = HiddenField(validators=[AnyOf([*EnrollmentStatus])])
    on = day_field()
    remark = remark_field()


class NoteForm(FlaskForm):
    note = note_field()


class PlaceForm(FlaskForm):
    direction = HiddenField(validators=[AnyOf(["up", "down"])])


class EndForm(FlaskForm):
    reason = SelectField(
        "Reason", choices=[SelectChoice(why, why.replace("_", " ").capitalize()) for why in LEAVING]
    )
    on = day_field("Last day")
    remark = remark_field()


class TransferForm(FlaskForm):
    to_group = SelectField("To", coerce=as_id, validate_choice=False)
    on = day_field("From")
    remark = remark_field()

    def offer(self, groups: Iterable[Group]) -> None:
        """Offer these groups to go to."""
        self.to_group.choices = [SelectChoice(group.id, group.name) for group in groups]
