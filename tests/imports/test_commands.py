"""Scores from the command line: each row told, and what is on record said as it is."""

from sqlalchemy import func, select

from dashboard.extensions import db
from dashboard.models.measures import Assessment

LONG = b"participant,date,measure,score\n1,2026-10-06,phq9,12\n2.0,2026-10-06,PHQ-9,8\n"


def test_the_command_tells_each_row_before_anything_is_written(app, practice, tmp_path):
    file = tmp_path / "scores.csv"
    file.write_bytes(LONG + b"1,2026-10-13,phq9,\n1,2026-10-20,phq9,99\n")
    told = app.test_cli_runner().invoke(args=["assessments", "import", str(file), "--dry-run"])
    assert told.exit_code == 1
    assert told.stdout.splitlines() == [
        "line 2: 1, phq9, 2026-10-06, 12: new",
        "line 3: 2.0, PHQ-9, 2026-10-06, 8: new",
        "line 4: 1, phq9, 2026-10-13: empty",
        "line 5: 1, phq9, 2026-10-20, 99: wrong",
        "2 new, 0 unchanged, 0 correction, 1 empty, 1 wrong",
    ]
    assert "line 5: PHQ-9 has no score 99: it goes from 0 to 27." in told.stderr
    assert db.session.scalar(select(func.count(Assessment.id))) == 0


def test_the_command_corrects_and_says_so(app, practice, tmp_path):
    file, run = tmp_path / "scores.csv", app.test_cli_runner().invoke
    file.write_bytes(LONG)
    assert (
        "2 new, 0 unchanged, 0 correction" in run(args=["assessments", "import", str(file)]).output
    )
    file.write_bytes(LONG.replace(b",12", b",13"))
    told = run(args=["assessments", "import", str(file)]).stdout.splitlines()
    assert told == ["0 new, 1 unchanged, 1 correction, 0 empty, 0 wrong", "Done."]
    standing = select(Assessment.score).where(Assessment.superseded_at.is_(None))
    assert sorted(db.session.scalars(standing)) == [8.0, 13.0]
