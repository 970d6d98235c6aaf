"""What kind of file somebody wants."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, RadioField
from wtforms.fields.choices import SelectChoice

from dashboard.caseload.attendance_export import AttendanceFilters
from dashboard.exports.making import FileFormat, Form, Wanted


class DownloadForm(FlaskForm):
    form = RadioField(
        "Shape",
        choices=[
            SelectChoice(Form.LONG.value, "Long table"),
            SelectChoice(Form.REGISTER.value, "Register"),
        ],
        default=Form.LONG.value,
    )
    file_format = RadioField(
        "File",
        choices=[
            SelectChoice(FileFormat.CSV.value, "CSV"),
            SelectChoice(FileFormat.XLSX.value, "Excel (XLSX)"),
        ],
        default=FileFormat.CSV.value,
    )
    pseudonyms = BooleanField("Pseudonyms in place of names and codes")

    def wanted(self, filters: AttendanceFilters) -> Wanted:
        """Return what was chosen, with these filters."""
        return Wanted(
            filters,
            Form(self.form.data),
            FileFormat(self.file_format.data),
            self.pseudonyms.data,
        )
