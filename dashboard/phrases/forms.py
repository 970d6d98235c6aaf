"""What is typed of a phrase."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Regexp
from wtforms.validators import Optional as MayBeEmpty


class PhraseForm(FlaskForm):
    short_name = StringField(
        "Short name",
        [
            InputRequired("Give it a short name to type."),
            Length(max=20, message="At most 20 characters."),
            Regexp(r"[a-z0-9-]+\Z", message="Small letters, digits and hyphens only."),
        ],
    )
    title = StringField("What it is for", [InputRequired("Say what it is for."), Length(max=100)])
    text = TextAreaField("Text", [InputRequired("The text is missing."), Length(max=4000)])
    plan = TextAreaField("Into the plan, along with it", [MayBeEmpty(), Length(max=2000)])
    version = HiddenField()

    def given(self) -> dict[str, str]:
        """Return the fields as they are kept."""
        named = (self.short_name, self.title, self.text, self.plan)
        return {each.name: (each.data or "").replace("\r\n", "\n").strip() for each in named}
