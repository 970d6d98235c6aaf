"""The file that is dropped in, and the same file carried from page to page."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField


class DropForm(FlaskForm):
    file = FileField("Attendance file of Zoom, Teams or Meet", [FileRequired("Choose a file.")])


class CarriedForm(FlaskForm):
    """The same file as it was read, under our signature; it is kept nowhere else."""

    carried = HiddenField()
