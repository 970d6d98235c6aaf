"""What the person with the link types."""

from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange
from wtforms.validators import Optional as MayBeEmpty

from dashboard.clinical.places import PLACES

LONGEST_CONTACT = 200
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
STATES = [SelectChoice("", "Choose a state"), *(SelectChoice(*each) for each in PLACES.items())]


class ConfirmForm(FlaskForm):
    day = IntegerField(
        "Day of your birthday",
        [MayBeEmpty(), NumberRange(1, 31, "A day is from 1 to 31.")],
        render_kw={"inputmode": "numeric", "autocomplete": "bday-day"},
    )
    month = SelectField(
        "Month of your birthday",
        [MayBeEmpty()],
        choices=["", *MONTHS],
        render_kw={"autocomplete": "bday-month"},
    )
    code = StringField(
        "Or the six-digit code from your therapist",
        [MayBeEmpty(), Length(max=20)],
        render_kw={"inputmode": "numeric", "autocomplete": "one-time-code"},
    )

    @property
    def month_number(self) -> int | None:
        return MONTHS.index(self.month.data) + 1 if self.month.data else None


class PlaceForm(FlaskForm):
    place = SelectField(
        "Where are you right now?",
        [InputRequired("Choose where you are right now.")],
        choices=STATES,
    )
    contact = StringField(
        "Somebody to call in an emergency, with their number",
        [MayBeEmpty(), Length(max=LONGEST_CONTACT)],
        render_kw={"autocomplete": "off"},
    )
