"""What is typed about the practice and those who work there."""

from zoneinfo import available_timezones

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import InputRequired, Length, NumberRange
from wtforms.validators import Optional as MayBeEmpty

SETTINGS = ("name", "time_zone", "letterhead", "crisis_text", "claim_text")
NUMBERS = ("claim_percent", "escalation_hours", "asks_emergency_contact")


class SettingsForm(FlaskForm):
    name = StringField(
        "Name of the practice", [InputRequired("A name is needed."), Length(max=200)]
    )
    time_zone = StringField("Time zone", [InputRequired("Name the time zone."), Length(max=60)])
    letterhead = TextAreaField("Letterhead", [MayBeEmpty(), Length(max=1000)])
    crisis_text = TextAreaField(
        "Where to get help now", [InputRequired("Participants need to see this."), Length(max=1000)]
    )
    escalation_hours = IntegerField(
        "Hours until the clinical leads see it too",
        [InputRequired("From 1 to 48."), NumberRange(1, 48)],
    )
    asks_emergency_contact = BooleanField("Check-ins ask for somebody to call in an emergency")
    claim_percent = IntegerField("Public claim, percent", [MayBeEmpty(), NumberRange(0, 100)])
    claim_text = TextAreaField("Public claim, in its words", [MayBeEmpty(), Length(max=500)])
    version = HiddenField()

    def validate_time_zone(self, field: StringField) -> None:
        """Refuse a zone that no clock keeps."""
        if field.data not in available_timezones():
            raise ValidationError("There is no such time zone, e.g. America/New_York.")


class ClosureForm(FlaskForm):
    on_date = DateField("Day", [InputRequired("Type the date, such as 2026-12-25.")])
    reason = StringField("Why", [MayBeEmpty(), Length(max=200)])
