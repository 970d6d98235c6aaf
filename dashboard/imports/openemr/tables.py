"""Which table a file is, by its columns; what OpenEMR writes for nothing is nothing here."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from dashboard.errors import Refused
from dashboard.imports.files.sheet import LARGEST_BYTES, read_sheet

Record = dict[str, str]
# The columns by which a table is known; some files hold more.
KNOWN_BY: dict[str, frozenset[str]] = {
    "therapy_groups_participant_attendance": frozenset(
        {"form_id", "pid", "meeting_patient_status"}
    ),
    "therapy_groups_participants": frozenset({"group_id", "pid", "group_patient_start"}),
    "therapy_groups": frozenset({"group_id", "group_name"}),
    "form_group_attendance": frozenset({"id", "date", "group_id"}),
    "patient_data": frozenset({"pid", "fname", "lname"}),
}
NEEDED = tuple(name for name in KNOWN_BY if name != "patient_data")
# What is raised for a ZIP that is broken, locked, or packed in a way that cannot be read here.
UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError),
    *(RuntimeError, NotImplementedError),
)
NOTHING = frozenset({"", "NULL", "\\N", "0000-00-00", "0000-00-00 00:00:00"})


@dataclass
class Tables:
    """The records of each table, with small letters for the names of columns."""

    of: dict[str, list[Record]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> list[Record]:
        return self.of.get(name, [])


def tables_in(files: dict[str, bytes]) -> Tables:
    """Return the tables in files, whatever those are called. Raises Refused, naming the file."""
    found = Tables()
    for name, content in files.items():
        try:
            sheet = read_sheet(content)
        except Refused as refusal:
            raise Refused(f"{name}: {refusal}", field="file") from refusal
        columns = [column.casefold() for column in sheet.columns]
        table = next((each for each, known in KNOWN_BY.items() if known <= set(columns)), None)
        if table is None:
            raise Refused(f"{name} is none of OpenEMR's therapy-group tables.", field="file")
        found.of[table] = [
            {key: _plain(cell) for key, cell in zip(columns, cells, strict=True)}
            for _line, cells in sheet.lines
        ]
    missing = [name for name in NEEDED if name not in found.of]
    if missing:
        raise Refused(f"These tables are missing: {', '.join(missing)}.", field="file")
    return found


def _plain(cell: str) -> str:
    return "" if cell in NOTHING else cell


def unpacked_files(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files, and in place of a ZIP those that are in it. Raises Refused."""
    return dict(
        pair
        for name, content in files.items()
        for pair in (_in_zip(content) if content.startswith(b"PK\x03\x04") else [(name, content)])
    )


def _in_zip(content: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > LARGEST_BYTES:
                raise Refused("The files in the ZIP are too large.", field="file")
            for each in packed.infolist():
                if each.filename.casefold().endswith(".csv"):
                    yield each.filename, packed.read(each)
    except UNREADABLE as error:
        raise Refused("The ZIP cannot be read.", field="file") from error
