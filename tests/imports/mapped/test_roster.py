"""People from a file: added, corrected, never emptied."""

import pytest
from sqlalchemy import select

from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.participants import Participant
from dashboard.models.trail import AuditLine, ImportBatch
from tests.imports.mapped.bringing import bring, problem

FILE = '''ID;First Name;Last Name;DOB;State;E-Mail;Phone
A-1;Dana;Wells;1990-05-17;ny;dana@example.org;
B-7;"Ana ""Nina""";O'Hara;;;;"'+1 555 0100"
'''


def people():
    return {row.code: row for row in db.session.scalars(select(Participant))}


def test_new_people_are_added_and_known_ones_corrected(importer):
    assert bring(importer, "roster", FILE) == [
        (2, "correction", "changes home state, birth date, email"),
        (3, "new", "adds the participant"),
    ]
    dana, ana = people()["A-1"], people()["B-7"]
    assert (dana.birth_date, dana.home_state) == ("1990-05-17", "NY")
    assert dana.email == "dana@example.org"
    assert (ana.name, ana.phone, ana.nickname) == ('Ana "Nina" O\'Hara', "+1 555 0100", "")
    batch = db.session.scalars(select(ImportBatch)).one()
    assert (batch.kind, batch.rows_written, batch.rows_unchanged) == ("roster", 2, 0)


def test_one_audit_line_tells_of_the_whole_file(importer):
    before = db.session.scalars(select(AuditLine.id)).all()
    bring(importer, "roster", FILE)
    lines = db.session.scalars(select(AuditLine)).all()[len(before) :]
    assert [(line.action, line.subject) for line in lines] == [("import roster", "import_batches")]
    assert lines[0].detail["people"] == 1
    assert lines[0].detail["corrected people"] == 1


def test_the_same_file_twice_changes_nothing_and_an_empty_cell_takes_nothing_away(importer):
    bring(importer, "roster", FILE)
    version = people()["A-1"].version
    assert [line[1] for line in bring(importer, "roster", FILE)] == ["unchanged", "unchanged"]
    short = "code,given name,family name,phone\nA-1,,,\nB-7.0,Ana,O'Hara,\n"
    assert bring(importer, "roster", short) == [
        (2, "unchanged", ""),
        (3, "correction", "changes given name"),
    ]
    assert people()["A-1"].version == version
    assert people()["B-7"].phone == "+1 555 0100"
    assert db.session.scalars(select(ImportBatch)).all()[-1].rows_unchanged == 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",Ana,Roth,,,", "Nobody is named in this row: the code is empty."),
        ("C-1,Ana,,,,", "A new person needs a given name and a family name."),
        ("C-1,Ana,Roth,1990-02-30,,", "1990-02-30 is not a date: There is no such day"),
        ("C-1,Ana,Roth,2030-02-01,,", "2030-02-01 is in the future."),
        ("C-1,Ana,Roth,,ZZ,", "ZZ is no state: two letters such as NY are meant."),
        ("C-1,Ana,Roth,,,nobody@", "nobody@ is no e-mail address."),
        (f"{'C' * 41},Ana,Roth,,,", "The code has 41 letters; it can have 40."),
        (f"C-1,{'A' * 101},Roth,,,", "The given name has 101 letters; it can have 100."),
        ('"C\nX: 1",Ana,Roth,,,', "The code holds a line end, or a sign that cannot be seen."),
        (
            "C-1,\u202eanA,Roth,,,",
            "The given name holds a line end, or a sign that cannot be seen.",
        ),
    ],
)
def test_what_is_wrong_is_said(importer, row, said):
    head = "code,given_name,family_name,birth_date,home_state,email"
    assert problem(importer, "roster", head, row).startswith(said)


def test_nothing_is_written_where_one_line_is_wrong(importer):
    with pytest.raises(Refused, match=r"^Nothing was imported: 1 lines are wrong\.$"):
        bring(importer, "roster", FILE + "A-1;Dana;Wells;;;;\n")
    assert sorted(people()) == ["A-1", "A-2", "N-1"]
    said = bring(importer, "roster", FILE + "A-1;Dana;Wells;;;;\n", dry=True)
    assert said[-1] == (4, "wrong", "Line 2 is about this person already.")
