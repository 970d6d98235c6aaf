"""What is typed when a group closes."""

from flask_wtf import FlaskForm

from dashboard.groups.fields import day_field, short


class ClosureForm(FlaskForm):
    """`reason` is for the sessions ahead, which are cancelled with it."""

    on = day_field("Closed on")
    reason = short("Reason", 300)
