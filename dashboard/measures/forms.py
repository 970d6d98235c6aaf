"""What a person types: a definition of the practice's own, and one completed measure."""

from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import (
    DateField,
    FloatField,
    HiddenField,
    IntegerField,
    SelectField,
    StringField,
)
from wtforms.validators import InputRequired, Length, NumberRange
from wtforms.validators import Optional as MayBeEmpty

from dashboard.clinical.measures import MeasureDefinition
from dashboard.clinical.words import Direction, Evidence

OWN = "The practice's own"
FIGURES = ("sd", "reliability", "clinical_mean", "functional_mean", "functional_sd")


def figure(label: str) -> FloatField:
    """Return a field for a number that may be unknown."""
    return FloatField(label, [MayBeEmpty()], render_kw={"inputmode": "decimal"})


class MeasureForm(FlaskForm):
    key = StringField("Key, as imports write it", [InputRequired("Give it a key, such as bdi.")])
    name = StringField("Name", [InputRequired("Give it a name."), Length(max=200)])
    minimum = FloatField("Lowest score", [InputRequired("Type the lowest score.")])
    maximum = FloatField("Highest score", [InputRequired("Type the highest score.")])
    higher_is = SelectField("A higher score is", choices=[str(word) for word in Direction])
    sd = figure("Spread (SD) at the start")
    reliability = figure("Reliability")
    clinical_mean = figure("Mean at the start")
    functional_mean = figure("Mean of people without the problem")
    functional_sd = figure("Spread (SD) of people without the problem")
    cutoff = figure("Clinical cutoff")
    reliable_change = figure("Reliable change, in points")
    citation = StringField("Where the figures come from", [MayBeEmpty(), Length(max=500)])

    def definition(self) -> dict[str, object]:
        """Return what was typed, in the shape that a definition is read from."""
        figures = {name: self[name].data for name in FIGURES}
        known = {"evidence": str(Evidence.PRACTICE), "source": self.citation.data or OWN}
        side = "ge" if self.higher_is.data == Direction.WORSE else "le"
        cutoff, points = self.cutoff.data, self.reliable_change.data
        return {
            "key": (self.key.data or "").strip(),
            "name": self.name.data,
            "short_name": self.name.data,
            "version": "1",
            "citation": self.citation.data or "",
            "minimum": self.minimum.data,
            "maximum": self.maximum.data,
            "higher_is": self.higher_is.data,
            "score": {"kind": "sum"},
            "missing": {"allowed": 0, "rounded": False, "evidence": str(Evidence.PRACTICE)},
            "psychometrics": figures,
            "cutoff": None if cutoff is None else {"value": cutoff, "comparison": side, **known},
            "reliable_change": None
            if points is None
            else {"points": points, "rule": "at_least", **known},
        }


class WordingForm(FlaskForm):
    file = FileField("FHIR R4 Questionnaire (JSON) or CSV", [FileRequired("Choose a file.")])


class KeptWordingForm(FlaskForm):
    """The second step: the file as it was shown, under our signature."""

    signed_file = HiddenField(validators=[InputRequired("Choose the file again.")])
    file_name = HiddenField()


class AssessmentForm(FlaskForm):
    on = DateField("Date", [InputRequired("Type the date, such as 2026-11-23.")])
    total = FloatField("Total score", [MayBeEmpty()], render_kw={"inputmode": "decimal"})

    def given_answers(self) -> dict[str, int | None]:
        """Return the answers by item key, None for those left out."""
        prefix = "item_"
        return {
            name.removeprefix(prefix): field.data
            for name, field in self._fields.items()
            if name.startswith(prefix)
        }


def assessment_form(definition: MeasureDefinition, **given: Any) -> AssessmentForm:
    """Return the form of one measure: a field an item, and the total where there is one."""
    fields: Mapping[str, Any] = {
        f"item_{item.key}": IntegerField(
            f"{item.number}. {item.topic}",
            [MayBeEmpty(), NumberRange(item.minimum, item.maximum)],
            render_kw={"inputmode": "numeric", "min": item.minimum, "max": item.maximum},
        )
        for item in definition.items
    }
    form_class = type("MeasureAssessmentForm", (AssessmentForm,), dict(fields))
    form: AssessmentForm = form_class(**given)
    if not definition.has_total:
        del form.total
    return form
