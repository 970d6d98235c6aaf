"""What is typed about cycles, days and stand-ins."""

from flask_wtf import FlaskForm
from wtforms import DateField, IntegerField, SelectField, SelectMultipleField
from wtforms.validators import InputRequired, NumberRange

from dashboard.models.types.columns import as_id

LONGEST_CYCLE = 52


class CycleForm(FlaskForm):
    first_on = DateField("From", [InputRequired("Type the day, such as 2026-11-24.")])
    length = IntegerField(
        "Number of weekly sessions",
        [InputRequired("Say how many."), NumberRange(1, LONGEST_CYCLE)],
    )
    staying = SelectMultipleField("Who stays on", coerce=as_id, validate_choice=False)


class MoveForm(FlaskForm):
    on = DateField("New day", [InputRequired("Type the day, such as 2026-11-24.")])


class SubstituteForm(FlaskForm):
    user_id = SelectField("Who stands in", coerce=as_id, validate_choice=False)
