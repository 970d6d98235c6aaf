"""What is typed about a kind of group."""

from collections.abc import Iterable

from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange

from dashboard.caseload.measures import MeasureInUse
from dashboard.models.curricula import Curriculum
from dashboard.practice.fields import as_number
from dashboard.records.practice.group_types import KindSettings


def _number(label: str, lowest: int, highest: int) -> IntegerField:
    words = f"Type a number from {lowest} to {highest}."
    return IntegerField(label, [InputRequired(words), NumberRange(lowest, highest, words)])


class KindForm(FlaskForm):
    name = StringField("Name", [InputRequired("A name is needed."), Length(max=100)])
    primary_measure_id = SelectField("Primary measure", validate_choice=False)
    curriculum_id = SelectField("Curriculum", validate_choice=False)
    duration_minutes = _number("Minutes of a session", 15, 480)
    cycle_length = _number("Sessions in a cycle", 1, 52)
    version = HiddenField()

    def offer(self, measures: Iterable[MeasureInUse], curricula: Iterable[Curriculum]) -> None:
        """Offer these to choose from."""
        self.primary_measure_id.choices = [
            SelectChoice(str(each.version.measure_id), each.definition.short_name)
            for each in measures
        ]
        taught = [SelectChoice(str(each.id), each.name) for each in curricula]
        self.curriculum_id.choices = [SelectChoice("", "None"), *taught]

    def told(self) -> KindSettings:
        """Return what was typed."""
        return KindSettings(
            name=self.name.data.strip(),
            primary_measure_id=as_number(self.primary_measure_id.data) or 0,
            curriculum_id=as_number(self.curriculum_id.data),
            duration_minutes=self.duration_minutes.data,
            cycle_length=self.cycle_length.data,
        )

    def fill(self, kept: KindSettings) -> None:
        """Put in what is kept now."""
        for name, value in vars(kept).items():
            self[name].data = value
        self.primary_measure_id.data = str(kept.primary_measure_id)
        self.curriculum_id.data = str(kept.curriculum_id or "")
