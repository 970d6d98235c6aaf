"""What a person types about a rule, and how they decide about misses."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange
from wtforms.validators import Optional as MayBeEmpty

from dashboard.attendance_rules.presenters import MARKS
from dashboard.clinical.attendance import RuleKind, RuleStep
from dashboard.clinical.words import Mark
from dashboard.models.flags import AttendanceRule
from dashboard.models.groups import GroupType

COUNTED = (Mark.EXCUSED, Mark.LATE_CANCELLATION, Mark.NO_SHOW, Mark.LATE, Mark.LEFT_EARLY)
WEIGHTS = (("0", "not a miss"), ("1/3", "a third"), ("1/2", "half a miss"), ("1", "a miss"))
KINDS = ((RuleKind.CONSECUTIVE, "Misses in a row"), (RuleKind.WINDOW, "Within the last sessions"))
STEPS = (
    (RuleStep.OUTREACH, "Somebody gets in touch"),
    (RuleStep.REVIEW, "The facilitators talk about it"),
    (RuleStep.DROP_OUT, "Counts as dropped out by rule"),
)


def weight_field(mark: Mark) -> SelectField:
    """Return the field that says what one mark counts as."""
    choices = [SelectChoice(value, label) for value, label in WEIGHTS]
    at_first = "0" if mark in (Mark.LATE, Mark.LEFT_EARLY) else "1"
    return SelectField(MARKS[mark].capitalize(), choices=choices, default=at_first)


class RuleForm(FlaskForm):
    version = HiddenField()
    name = StringField("Name", [InputRequired("Give the rule a name."), Length(max=100)])
    kind = RadioField(
        "Counts",
        choices=[SelectChoice(str(value), label) for value, label in KINDS],
        default=str(RuleKind.CONSECUTIVE),
    )
    misses = IntegerField(
        "How many misses",
        [InputRequired("Type how many."), NumberRange(1, 52, "From 1 to 52.")],
        render_kw={"inputmode": "numeric"},
    )
    window = IntegerField(
        "Of the last how many sessions",
        [MayBeEmpty(), NumberRange(1, 52, "From 1 to 52.")],
        render_kw={"inputmode": "numeric"},
    )
    excused = weight_field(Mark.EXCUSED)
    late_cancellation = weight_field(Mark.LATE_CANCELLATION)
    no_show = weight_field(Mark.NO_SHOW)
    late = weight_field(Mark.LATE)
    left_early = weight_field(Mark.LEFT_EARLY)
    made_up_forgives = BooleanField("What was made up counts for nothing", default=True)
    step = SelectField(
        "When it is reached", choices=[SelectChoice(str(value), label) for value, label in STEPS]
    )
    source = StringField("Where the rule comes from", [MayBeEmpty(), Length(max=300)])
    group_types = SelectMultipleField("Kinds of group that go by it", coerce=int)

    def offer(self, kinds: Sequence[GroupType]) -> "RuleForm":
        """Hand in the kinds of group."""
        self.group_types.choices = [SelectChoice(kind.id, kind.name) for kind in kinds]
        return self

    def fill(self, row: AttendanceRule) -> None:
        """Show a rule as it is kept."""
        rule = row.rule
        self.version.data = str(row.version)
        self.name.data, self.source.data = rule.name, rule.source
        self.kind.data, self.step.data = str(rule.kind), str(rule.step)
        self.misses.data, self.window.data = round(rule.misses), rule.window
        self.made_up_forgives.data = rule.made_up_forgives
        for mark in COUNTED:
            self[mark.value].data = str(rule.weight(mark))
        self.group_types.data = [link.group_type_id for link in row.group_types]

    def given(self) -> dict[str, Any]:
        """Return what was typed, in the shape that a rule is read from."""
        in_window = self.kind.data == RuleKind.WINDOW
        return {
            "name": (self.name.data or "").strip(),
            "kind": self.kind.data,
            "step": self.step.data,
            "misses": self.misses.data,
            "window": self.window.data if in_window else None,
            "counts": {
                m.value: self[m.value].data for m in COUNTED if Fraction(self[m.value].data)
            },
            "made_up_forgives": self.made_up_forgives.data,
            "source": (self.source.data or "").strip(),
        }
