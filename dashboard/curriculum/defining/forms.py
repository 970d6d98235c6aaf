"""A curriculum as a person types it: a line for each module and skill."""

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired
from wtforms.validators import Optional as MayBeEmpty

from dashboard.models.curricula import Curriculum, Module
from dashboard.models.groups import GroupType
from dashboard.records.curriculum import NamedModule, NamedSkill, Outline

MORE_SKILLS = "More skills, one a line"


def lines(text: str | None) -> tuple[NamedSkill, ...]:
    """Return the new skills of a text, one a line."""
    return tuple(NamedSkill(line) for line in (text or "").splitlines() if line.strip())


class CurriculumForm(FlaskForm):
    version = HiddenField()
    name = StringField("Name", [InputRequired("Give it a name.")])
    modules = StringField("Name of a new module", [MayBeEmpty()])
    new_skills = TextAreaField("Its skills, one a line", [MayBeEmpty()])
    group_types = SelectMultipleField("Kinds of group that teach it", coerce=int)

    def offer(self, kinds: Sequence[GroupType]) -> "CurriculumForm":
        """Hand in the kinds of group."""
        self.group_types.choices = [SelectChoice(kind.id, kind.name) for kind in kinds]
        return self

    def outline(self, row: Curriculum | None) -> Outline:
        """Return what was typed; a part whose name was emptied has none."""
        known = () if row is None else tuple(self._typed(module) for module in row.modules)
        new = NamedModule(self.modules.data or "", lines(self.new_skills.data))
        return Outline(self.name.data or "", (*known, new))

    def _typed(self, module: Module) -> NamedModule:
        skills = tuple(
            NamedSkill(self[f"skill_{skill.id}"].data or "", skill.id) for skill in module.skills
        )
        more = lines(self[f"more_{module.id}"].data)
        return NamedModule(self[f"module_{module.id}"].data or "", (*skills, *more), module.id)

    def fill(self, row: Curriculum, kinds: Sequence[GroupType]) -> None:
        """Show a curriculum as it is kept."""
        self.version.data, self.name.data = str(row.version), row.name
        self.group_types.data = [kind.id for kind in kinds]


def curriculum_form(row: Curriculum | None, kinds: Sequence[GroupType]) -> CurriculumForm:
    """Return the form of a curriculum: a field for each of its modules and skills."""
    fields: dict[str, StringField | TextAreaField] = {}
    for module in row.modules if row else ():
        fields[f"module_{module.id}"] = StringField("Module", default=module.name)
        for place, skill in enumerate(module.skills, start=1):
            fields[f"skill_{skill.id}"] = StringField(f"Skill {place}", default=skill.name)
        fields[f"more_{module.id}"] = TextAreaField(MORE_SKILLS, [MayBeEmpty()])
    form: CurriculumForm = type("ThisCurriculumForm", (CurriculumForm,), fields)()
    return form.offer(kinds)
