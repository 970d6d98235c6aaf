"""Fields that several forms of groups have, and where a refusal is put."""

from flask_wtf import FlaskForm
from wtforms import DateField, StringField
from wtforms.validators import InputRequired, Length
from wtforms.validators import Optional as MayBeEmpty

from dashboard.errors import Refused


def day_field(label: str = "From") -> DateField:
    """Return a field for a day that has to be given."""
    return DateField(label, [InputRequired("Type the date, such as 2026-11-23.")])


def short(label: str, longest: int = 100) -> StringField:
    """Return a field for one line that may be left empty."""
    return StringField(label, [MayBeEmpty(), Length(max=longest, message="That is too long.")])


def put_beside(form: FlaskForm, refusal: Refused) -> None:
    """Put a refusal beside the field that it belongs to, or above the form."""
    if refusal.field is not None and refusal.field in form:
        form[refusal.field].errors = [*form[refusal.field].errors, str(refusal)]
    else:
        form.form_errors.append(str(refusal))
