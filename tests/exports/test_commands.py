"""`flask attendance export`: the same files from the command line, with counts and checksum."""

from hashlib import sha256

import pytest
from sqlalchemy import select

from dashboard.extensions import db
from dashboard.models.trail import ExportLine


@pytest.fixture
def run(app, served, tmp_path):
    def run(*told, name="out.csv"):
        out = tmp_path / name
        args = ["attendance", "export", *told, "--out", str(out)]
        return app.test_cli_runner().invoke(args=args), out

    return run


def test_a_file_is_written_whole_with_its_counts_and_checksum(run):
    result, out = run()
    assert result.exit_code == 0, result.output
    content = out.read_bytes()
    first = content.decode("utf-8-sig").splitlines()[0]
    columns = "session_date,group,cycle,week,participant,mark,minutes_attended,expected"
    assert first.startswith(columns)
    assert f"sha256 {sha256(content).hexdigest()}" in result.output
    assert "sessions held" in result.output
    assert oct(out.stat().st_mode & 0o777) == "0o600"


def test_filters_and_the_other_formats(run):
    everything = run()[0].stdout.split()[0]
    result, out = run("--from", "2100-01-01", "--to", "2100-12-31")
    assert result.stdout.split()[0] == "0"
    assert int(everything) > 0
    result, out = run("--form", "register", "--format", "xlsx", name="out.xlsx")
    assert result.exit_code == 0, result.output
    assert out.read_bytes().startswith(b"PK")


def test_a_group_that_is_not_there_is_said(run):
    result, _out = run("--group", "Nowhere")
    assert result.exit_code == 1
    assert "There is no group Nowhere." in result.output


@pytest.mark.parametrize(
    ("told", "name", "words"),
    [
        (["--type", "nothing"], "out.csv", "There is no kind of group nothing; there are "),
        (["--from", "2026-11-30", "--to", "2026-11-01"], "out.csv", "The last date lies before"),
        ([], "nowhere/out.csv", "There is no folder "),
    ],
)
def test_what_can_give_no_file_is_said_and_no_export_is_written_down(app, run, told, name, words):
    result, out = run(*told, name=name)
    assert (result.exit_code, words in result.output, out.exists()) == (1, True, False)
    with app.app_context():
        assert db.session.scalars(select(ExportLine)).all() == []
