"""`flask attendance export`: the same files from the command line, with counts and checksum."""

from hashlib import sha256

import pytest


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
    everything = run()[0].output.split()[0]
    result, out = run("--from", "2100-01-01", "--to", "2100-12-31")
    assert result.output.split()[0] == "0"
    assert int(everything) > 0
    result, out = run("--form", "register", "--format", "xlsx", name="out.xlsx")
    assert result.exit_code == 0, result.output
    assert out.read_bytes().startswith(b"PK")


def test_a_group_that_is_not_there_is_said(run):
    result, _out = run("--group", "Nowhere")
    assert result.exit_code == 1
    assert "There is no group Nowhere." in result.output
