"""What a person types about what is taught: a make-up."""

from collections.abc import Iterable

from flask_wtf import FlaskForm
from wtforms import DateField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired


class MakeUpForm(FlaskForm):
    skill = SelectField("Skill", [InputRequired("Choose the skill.")])
    on = DateField("Made up on", [InputRequired("Type the date, such as 2026-11-23.")])
    who = SelectField("With", [InputRequired("Choose who went through it.")], coerce=int)

    def offer(
        self, skills: Iterable[tuple[str, str]], people: Iterable[tuple[int, str]]
    ) -> "MakeUpForm":
        """Hand in what may be chosen: skills by key, people by id."""
        self.skill.choices = [SelectChoice(key, name) for key, name in skills]
        self.who.choices = [SelectChoice(id_, name) for id_, name in people]
        return self
