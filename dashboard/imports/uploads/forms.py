"""What is uploaded, and which of its columns is what."""

from dataclasses import dataclass

from flask_wtf import FlaskForm
from flask_wtf.file import FileRequired, MultipleFileField
from wtforms import RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length
from wtforms.validators import Optional as MayBeEmpty

from dashboard.errors import Refused
from dashboard.imports.actions import KIND as SCORES
from dashboard.imports.files.sheet import Sheet, read_sheet
from dashboard.imports.mapped.cells import shown
from dashboard.imports.mapped.fields import FIELDS, Field, Kind
from dashboard.imports.mapped.mapping import ColumnMapping
from dashboard.imports.openemr import joined, unpacked_files

OPENEMR = "openemr"
KINDS = [
    SelectChoice(Kind.ROSTER.value, "People"),
    SelectChoice(Kind.ENROLLMENTS.value, "Stays in groups"),
    SelectChoice(Kind.ATTENDANCE.value, "Attendance"),
    SelectChoice(SCORES, "Scores"),
    SelectChoice(OPENEMR, "OpenEMR groups"),
]


@dataclass(frozen=True)
class Upload:
    """One file with what it is."""

    kind: str
    name: str
    content: bytes


class UploadForm(FlaskForm):
    kind = RadioField("What is in it", choices=KINDS, default=Kind.ROSTER.value)
    file = MultipleFileField("CSV file", [FileRequired("Choose a file.")])

    def upload(self) -> Upload:
        """Return the file as it is imported. Raises Refused for what cannot be."""
        files = {}
        for given in self.file.data:
            with given.stream as stream:
                files[given.filename or "file.csv"] = stream.read()
        if self.kind.data == OPENEMR:
            content = joined(unpacked_files(files))
            read_sheet(content)
            return Upload(Kind.ATTENDANCE, "OpenEMR", content)
        if len(files) > 1:
            raise Refused("Choose one file: only OpenEMR's tables come several at once.")
        [(name, content)] = files.items()
        read_sheet(content)
        return Upload(self.kind.data, name, content)


class ColumnsForm(FlaskForm):
    """For each field a column; `fields_of` makes the form of one file."""

    asked: tuple[Field, ...] = ()

    def mapping(self) -> ColumnMapping:
        """Return what was chosen."""
        columns = {
            each.name: self[f"column_{each.name}"].data for each in self.asked if not each.choices
        }
        for_all = {
            each.name: (self[f"all_{each.name}"].data or "").strip()
            for each in self.asked
            if each.for_all
        }
        return ColumnMapping(
            {name: column for name, column in columns.items() if column},
            {name: text for name, text in for_all.items() if text},
        )

    def wrong(self, field: str | None, message: str) -> None:
        """Put what was refused beside its field, or above all."""
        name = f"column_{field}"
        if name in self:
            self[name].errors = [message]
        else:
            self.form_errors.append(message)


def columns_form(kind: Kind, sheet: Sheet, mapping: ColumnMapping) -> ColumnsForm:
    """Return the form for a sheet, filled with what is known of its columns."""
    choices = [SelectChoice("", "Not in the file"), *_choices(sheet)]
    parts: dict[str, object] = {"asked": FIELDS[kind]}
    for each in FIELDS[kind]:
        if not each.choices:
            chosen = mapping.columns.get(each.name, "")
            parts[f"column_{each.name}"] = SelectField(each.label, choices=choices, default=chosen)
        if each.for_all:
            parts[f"all_{each.name}"] = _for_all(each, mapping.for_all.get(each.name, ""))
    made: ColumnsForm = type("ColumnsOfFile", (ColumnsForm,), parts)()
    return made


def _for_all(each: Field, said: str) -> SelectField | StringField:
    if each.choices:
        offered = [SelectChoice(*pair) for pair in each.choices]
        return SelectField(each.label, choices=offered, default=said)
    checks = [MayBeEmpty(), Length(max=100)]
    return StringField(f"{each.label}, for all rows", checks, default=said)


def _choices(sheet: Sheet) -> list[SelectChoice]:
    """Each column with the first thing that stands in it."""
    found = []
    for place, name in enumerate(sheet.columns):
        if name:
            said = next((cells[place] for _, cells in sheet.lines[:50] if cells[place]), "")
            found.append(SelectChoice(name, f"{name}: {shown(said)}" if said else name))
    return found
