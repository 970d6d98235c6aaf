"""What a person chooses for a cycle: a preset, or skills for each week ahead."""

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice

from dashboard.caseload.curriculum import GroupTeaching, TaughtWeek
from dashboard.clinical.words import SessionState
from dashboard.models.curricula import CurriculumPlan

OWN = "own"


def version_of(field: HiddenField) -> int:
    """Return the version that the page was made with; 0, which nothing has, for anything else."""
    text = str(field.data)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


class PresetForm(FlaskForm):
    version = HiddenField(render_kw={"id": None})
    preset = SelectField("Preset")

    def offer(self, presets: Sequence[CurriculumPlan]) -> "PresetForm":
        """Hand in the presets of the curriculum."""
        named = [SelectChoice(row.key, f"{row.name} ({len(row.weeks)} weeks)") for row in presets]
        self.preset.choices = [SelectChoice(OWN, "None: planned week by week"), *named]
        return self


class WeeksForm(FlaskForm):
    version = HiddenField(render_kw={"id": None})

    def chosen(self) -> dict[int, list[int]]:
        """Return the skills chosen, by session."""
        return {
            int(name.removeprefix("week_")): field.data
            for name, field in self._fields.items()
            if name.startswith("week_")
        }

    def field_of(self, week: TaughtWeek) -> SelectMultipleField | None:
        """Return the field of a week, or None where it cannot be planned any more."""
        return self._fields.get(f"week_{week.group_session.id}")


def weeks_form(teaching: GroupTeaching) -> WeeksForm:
    """Return the form of a cycle: a field for each session that has not begun."""
    skills = [skill for module in teaching.curriculum.modules for skill in module.skills]
    choices = [SelectChoice(skill.id, skill.name) for skill in skills]
    fields = {
        f"week_{week.group_session.id}": SelectMultipleField(
            f"Week {week.group_session.week}",
            coerce=int,
            choices=choices,
            default=[skill.id for skill in week.planned],
        )
        for week in teaching.weeks
        if week.state is SessionState.PLANNED
    }
    form: WeeksForm = type("CycleWeeksForm", (WeeksForm,), fields)()
    return form
