"""What is exported comes in again, and goes out as the same bytes; by the commands alone."""

import shutil
from pathlib import Path

import pytest

from dashboard.database import writing
from dashboard.extensions import db
from tests.databases import lay_out
from tests.imports.mapped.awkward_practice import make_awkward_practice
from tests.imports.mapped.conftest import LATE

EXPORT = ("attendance", "export", "--format", "csv", "--out")


@pytest.fixture
def start_over(app, stocked_database):
    """Put a practice without people in the place of this one."""

    def start():
        with app.app_context():
            db.session.remove()
            db.engine.dispose()
        lay_out(stocked_database, Path(app.config["INSTANCE_FOLDER"]))

    return start


def test_the_long_table_goes_in_and_out_as_the_same_bytes(app, flask, tmp_path, start_over):
    app.config["NOW"] = lambda: LATE
    with app.app_context(), writing():
        make_awkward_practice()
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    assert flask(*EXPORT, str(first)).exit_code == 0
    assert first.read_bytes().count(b"\r\n") == 1 + 32
    start_over()
    told = flask("import", "attendance", str(first), "--yes")
    assert told.exit_code == 0, told.output
    assert "8 people, 2 groups, 3 cycles" in told.output
    assert flask(*EXPORT, str(second)).exit_code == 0
    assert second.read_bytes() == first.read_bytes()


def test_the_second_time_nothing_is_written(app, flask, tmp_path, start_over):
    app.config["NOW"] = lambda: LATE
    with app.app_context(), writing():
        make_awkward_practice()
    first = tmp_path / "first.csv"
    flask(*EXPORT, str(first))
    start_over()
    flask("import", "attendance", str(first), "--yes")
    folder = Path(app.config["INSTANCE_FOLDER"])
    shutil.copy(folder / "groupwork.db", tmp_path / "before.db")
    told = flask("import", "attendance", str(first), "--yes")
    assert "Everything in the file is on record already: nothing was written." in told.output
    assert "0 new" in told.output
    assert (tmp_path / "before.db").read_bytes() == (folder / "groupwork.db").read_bytes()


def test_a_practice_that_has_it_all_takes_nothing_from_its_own_export(app, flask, tmp_path):
    app.config["NOW"] = lambda: LATE
    with app.app_context(), writing():
        make_awkward_practice()
    file = tmp_path / "own.csv"
    flask(*EXPORT, str(file))
    told = flask("import", "attendance", str(file), "--yes")
    assert "nothing was written" in told.output
    assert " 0 wrong" in told.output
