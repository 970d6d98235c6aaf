"""What a person says about a file of scores: its layout, and where things stand in it."""

from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length
from wtforms.validators import Optional as MayBeEmpty

from dashboard.clinical.measures import MeasureDefinition
from dashboard.imports.layouts import Options

LAYOUTS = [
    SelectChoice("", "Find out"),
    SelectChoice("long", "A row an assessment"),
    SelectChoice("wide", "A row a participant"),
]


class OptionsForm(FlaskForm):
    measure = SelectField("Measure, where the file names none", validate_choice=False, default="")
    layout = SelectField("Layout", choices=LAYOUTS, default="")
    id_column = StringField("Column with the participant's code", [MayBeEmpty(), Length(max=100)])
    prefix = StringField("Weeks' columns begin with", [MayBeEmpty(), Length(max=100)])
    week_offset = IntegerField("Add to the week's number", [MayBeEmpty()], default=0)

    def offer(self, measures: list[MeasureDefinition]) -> None:
        """Offer these measures to choose from."""
        named = [SelectChoice(measure.key, measure.short_name) for measure in measures]
        self.measure.choices = [SelectChoice("", "The file names it"), *named]

    def options(self) -> Options:
        """Return what was said, as the import reads it."""
        return Options(
            measure=self.measure.data or "",
            layout=self.layout.data or "",
            id_column=self.id_column.data or "",
            prefix=self.prefix.data or "",
            week_offset=self.week_offset.data or 0,
        )

    def wrong(self, field: str | None, message: str) -> None:
        """Put what was refused beside its field, or above all."""
        if field is not None and field in self:
            self[field].errors = [message]
        else:
            self.form_errors.append(message)
