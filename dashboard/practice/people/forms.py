"""What is typed about those who work here, and their licenses."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, HiddenField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Email, InputRequired, Length
from wtforms.validators import Optional as MayBeEmpty

from dashboard.clinical.places import STATES
from dashboard.clinical.words import Role
from dashboard.practice.fields import as_number
from dashboard.records.practice.credentials import Credential

ROLES = [SelectChoice(role.value, role.value.replace("_", " ").capitalize()) for role in Role]
HOMES = [SelectChoice(*each) for each in STATES.items()]


class AccountForm(FlaskForm):
    name = StringField("Name", [InputRequired("A name is needed."), Length(max=200)])
    email = StringField(
        "E-mail", [InputRequired("Type the address."), Email("This is no e-mail address.")]
    )
    role = SelectField("Role", choices=ROLES)


class DescribeForm(FlaskForm):
    credentials = StringField("Letters after the name", [MayBeEmpty(), Length(max=60)])
    supervisor = SelectField("Supervised by", choices=[], validate_choice=True)


class LicenseForm(FlaskForm):
    """One license, changed or renewed."""

    profession = StringField("Profession", [InputRequired("Such as LCSW."), Length(max=60)])
    number = StringField("Number", [InputRequired("The number is needed."), Length(max=60)])
    jurisdiction = SelectField("State", choices=HOMES)
    compact = SelectField("Under a compact", choices=[], validate_choice=False)
    issued_on = DateField("Issued", [MayBeEmpty()])
    expires_on = DateField("Expires", [InputRequired("Type the date, such as 2027-06-30.")])
    is_verified = BooleanField("I have looked this up at the board just now")
    version = HiddenField()

    def told(self) -> Credential:
        """Return what was typed."""
        return Credential(
            profession=self.profession.data.strip(),
            number=self.number.data.strip(),
            jurisdiction=self.jurisdiction.data,
            issued_on=self.issued_on.data,
            expires_on=self.expires_on.data,
            compact_id=as_number(self.compact.data),
        )


class NewLicenseForm(LicenseForm):
    """A license that is not on record yet, and whose it is."""

    user = SelectField("Whose", choices=[])
