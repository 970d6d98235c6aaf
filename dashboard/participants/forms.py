"""What is known of a person, as it is typed."""

from datetime import timedelta

from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Email, Length
from wtforms.validators import Optional as MayBeEmpty

from dashboard.access import now
from dashboard.clinical.calendar import DateRefused, parse_bounded_date
from dashboard.clinical.person_names import plain_name
from dashboard.clinical.places import STATES
from dashboard.models.participants import Participant

HOMES = [SelectChoice("", "Not known"), *(SelectChoice(*each) for each in STATES.items())]
SHORT = Length(max=100)
NEEDED = DataRequired("A name is needed.")


class ParticipantForm(FlaskForm):
    given_name = StringField("Given name", [NEEDED, SHORT], filters=[plain_name])
    family_name = StringField("Family name", [NEEDED, SHORT], filters=[plain_name])
    nickname = StringField("Called", [MayBeEmpty(), SHORT])
    code = StringField(
        "Code", [DataRequired("A code is needed."), Length(max=40)], filters=[plain_name]
    )
    birth_date = StringField(
        "Date of birth", [MayBeEmpty()], render_kw={"placeholder": "1990-05-17"}
    )
    home_state = SelectField("Home state", choices=HOMES)
    email = StringField("E-mail", [MayBeEmpty(), Email("This is no e-mail address."), SHORT])
    phone = StringField("Phone", [MayBeEmpty(), Length(max=40)])
    emergency_contact = StringField("Emergency contact", [MayBeEmpty(), Length(max=200)])
    version = HiddenField()

    def validate_birth_date(self, field: StringField) -> None:
        """Refuse dates that nobody was born on, in words."""
        if not field.data:
            return
        try:
            born = parse_bounded_date(field.data)
        except DateRefused as refused:
            raise ValidationError(str(refused)) from refused
        # Whoever is born today anywhere on earth may be entered; nobody later.
        if born > (now() + timedelta(hours=14)).date():
            raise ValidationError("This date is in the future.")

    def fields(self) -> dict[str, str]:
        """What was typed, by the names of the columns."""
        names = [name for name in self.data if name not in ("csrf_token", "version")]
        return {name: str(self[name].data or "") for name in names}

    @property
    def version_read(self) -> int:
        """The version that the page showed; 0, which no row has, for anything else."""
        text = str(self.version.data or "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def form_of(person: Participant) -> ParticipantForm:
    """The form as the person stands."""
    return ParticipantForm(
        formdata=None,
        **{name: getattr(person, name) or "" for name in ParticipantForm().fields()},
        version=str(person.version),
    )
