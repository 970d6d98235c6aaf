"""What a person types to sign in and to change their password."""

from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from dashboard.records.passwords import LONGEST, SHORTEST


class SignInForm(FlaskForm):
    email = StringField(
        "E-mail",
        [InputRequired("Type your e-mail address."), Length(max=200, message="That is too long.")],
        render_kw={"autocomplete": "username", "inputmode": "email", "autocapitalize": "none"},
    )
    password = PasswordField(
        "Password",
        [InputRequired("Type your password."), Length(max=LONGEST, message="That is too long.")],
        render_kw={"autocomplete": "current-password"},
    )


class PasswordForm(FlaskForm):
    current = PasswordField(
        "Current password",
        [InputRequired("Type the password that you have now.")],
        render_kw={"autocomplete": "current-password"},
    )
    new = PasswordField(
        "New password",
        [
            InputRequired("Type a new password."),
            Length(SHORTEST, LONGEST, f"Use {SHORTEST} to {LONGEST} characters."),
        ],
        render_kw={"autocomplete": "new-password"},
    )
