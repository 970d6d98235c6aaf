"""`flask import roster` and its sisters: shown first, then asked, then done."""

import pytest
from sqlalchemy import select

from dashboard.extensions import db
from dashboard.models.import_mappings import ImportMapping
from dashboard.models.participants import Participant

ROSTER = "nr,given_name,family_name\nB-1,Ana,Roth\n"


def codes(app):
    with app.app_context():
        return db.session.scalars(select(Participant.code)).all()


def test_it_asks_and_takes_no_for_an_answer(app, flask):
    told = flask("import", "roster", "--map", "code=nr", text=ROSTER, answer="n\n")
    assert told.exit_code == 1
    assert "1 new, 0 unchanged" in told.output
    assert codes(app) == []


def test_it_imports_and_remembers_the_columns(app, flask):
    told = flask("import", "roster", "--map", "code=nr", text=ROSTER, answer="y\n")
    assert told.exit_code == 0, told.output
    assert "Checking rows: 1 of 1" in told.output
    assert codes(app) == ["B-1"]
    more = ROSTER.replace("B-1", "B-2")
    assert flask("import", "roster", "--yes", text=more).exit_code == 0
    assert codes(app) == ["B-1", "B-2"]
    with app.app_context():
        kept = db.session.scalars(select(ImportMapping)).one()
        assert kept.choices["columns"]["code"] == "nr"


def test_a_dry_run_writes_nothing(app, flask):
    told = flask("import", "roster", "--map", "code=nr", "--dry-run", text=ROSTER)
    assert told.output.splitlines()[-1] == "Nothing was written: dry run."
    assert codes(app) == []


def test_what_is_wrong_is_told_with_lines(app, flask):
    wrong = "".join(f"B-{number},Ana,\n" for number in range(105))
    told = flask("import", "roster", "--map", "code=nr", "--yes", text=ROSTER + wrong)
    assert told.exit_code == 1
    assert "line 3: A new person needs a given name and a family name." in told.output
    assert "and 5 more lines are wrong" in told.output
    assert codes(app) == []


@pytest.mark.parametrize(
    ("option", "said"),
    [("code", "code is not written as FIELD=COLUMN."), ("code=x", "There is no column x")],
)
def test_a_wrong_option_is_told(app, flask, option, said):
    told = flask("import", "roster", "--map", option, text=ROSTER)
    assert told.exit_code == 1
    assert said in told.output
