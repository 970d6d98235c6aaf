"""OpenEMR's tables come in as attendance, whole, and the second time change nothing."""

import io
import zipfile

import pytest

from dashboard.errors import Refused
from dashboard.imports.openemr import joined, unpacked_files
from tests.imports.openemr.tables import TABLES, table_files

TOLD = ("group_type=anxiety", "start_time=18:00", "duration_minutes=90")
SAME = [part for each in TOLD for part in ("--same", each)]
CALM = '"Calm, evenings"'


@pytest.fixture
def flask(app, tmp_path):
    def run(*told, files=None):
        paths = []
        for name, content in (files or {}).items():
            (tmp_path / name).write_bytes(content)
            paths.append(str(tmp_path / name))
        return app.test_cli_runner().invoke(args=[*told, *paths])

    return run


def test_the_tables_become_one_table_of_attendance():
    assert joined(table_files()).decode().splitlines()[1:] == [
        f"2026-09-01,{CALM},11,Ana,Roth,present,2026-09-01,,held",
        f"2026-09-01,{CALM},12,Ben,Stone,late,2026-09-01,2026-09-08,held",
        f"2026-09-01,{CALM},13,Cleo,'=Khan,no_show,2026-09-01,2026-09-08,held",
        f"2026-09-08,{CALM},11,Ana,Roth,present,2026-09-01,,held",
        f"2026-09-08,{CALM},12,Ben,Stone,excused,2026-09-01,2026-09-08,held",
        f"2026-09-08,{CALM},13,Cleo,'=Khan,present,2026-09-01,2026-09-08,held",
        f"2026-09-08,{CALM},14,Dana,Wells,,2026-09-08,,held",
        f"2026-09-15,{CALM},11,Ana,Roth,,2026-09-01,,cancelled",
        f"2026-09-15,{CALM},14,Dana,Wells,,2026-09-08,,cancelled",
    ]


def test_they_come_in_by_command_and_go_out_as_attendance(flask, tmp_path):
    told = flask("import", "openemr", *SAME, "--yes", files=table_files())
    assert told.exit_code == 0, told.output
    assert "Adds: 4 people, 1 groups, 1 cycles, 3 sessions, 4 stays, 6 marks" in told.output
    out = tmp_path / "out.csv"
    flask("attendance", "export", "--out", str(out))
    marks = [line.split(",")[6] for line in out.read_text("utf-8").splitlines()[1:]]
    missed = ["no_show", "excused", "not_recorded", "cancelled", "cancelled"]
    assert sorted(marks) == sorted([*missed, "present", "present", "present", "late"])
    again = flask("import", "openemr", "--yes", files=table_files())
    assert "nothing was written" in again.output


def test_a_zip_of_them_is_the_same(flask):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "nothing")
        for name, text in TABLES.items():
            archive.writestr(f"folder/{name}", text)
    files = unpacked_files({"all.zip": packed.getvalue()})
    assert joined(files) == joined(table_files())
    told = flask("import", "openemr", *SAME, "--dry-run", files={"all.zip": packed.getvalue()})
    assert told.output.splitlines()[-1] == "Nothing was written: dry run."


def test_what_is_missing_is_asked_for(flask):
    told = flask("import", "openemr", "--yes", files=table_files())
    assert told.exit_code == 1
    assert "A new session needs the time of day at which it begins" in told.output
    told = flask("import", "openemr", "--yes", files={"therapy_groups.csv": b"a,b\n1,2\n"})
    assert "therapy_groups.csv is none of OpenEMR's therapy-group tables." in told.output


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (table_files(therapy_groups=None), "These tables are missing: therapy_groups."),
        (table_files(patient_data="pid,pid\n1,1\n"), "patient_data.csv: The column pid is there"),
        (
            table_files(therapy_groups="group_id,group_name\n2,B\n"),
            "therapy_groups has no group 1.",
        ),
        (
            table_files(
                therapy_groups_participant_attendance="form_id,pid,meeting_patient_status\n101,11,!\n"
            ),
            "OpenEMR's attendance ! is not one that is known here.",
        ),
    ],
)
def test_tables_that_do_not_fit_are_refused(files, said):
    with pytest.raises(Refused) as refusal:
        joined(files)
    assert str(refusal.value).startswith(said)


def test_a_broken_or_huge_zip_is_refused(monkeypatch):
    with pytest.raises(Refused, match=r"^The ZIP cannot be read\.$"):
        unpacked_files({"all.zip": b"PK\x03\x04 and no more"})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.csv", "x" * 100)
    monkeypatch.setattr("dashboard.imports.openemr.tables.LARGEST_BYTES", 99)
    with pytest.raises(Refused, match=r"^The files in the ZIP are too large\.$"):
        unpacked_files({"all.zip": packed.getvalue()})


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("place", [50, 60, 70, 90])
def test_a_zip_that_was_damaged_on_its_way_is_refused(packing, place):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", packing) as archive:
        archive.writestr("a.csv", "".join(f"{number},{number**2}\n" for number in range(500)))
    damaged = bytearray(packed.getvalue())
    damaged[place : place + 8] = b"\xff" * 8
    with pytest.raises(Refused, match=r"^The ZIP cannot be read\.$"):
        unpacked_files({"all.zip": bytes(damaged)})
