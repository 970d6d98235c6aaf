"""Importing assessments: all or nothing, and the same file twice changes nothing."""

import pytest
from sqlalchemy import select

from dashboard.errors import NotOnCaseload, Refused
from dashboard.extensions import db
from dashboard.imports.actions import import_assessments, preview_assessments
from dashboard.imports.layouts import Options
from dashboard.models.measures import Assessment
from dashboard.models.participants import Participant
from dashboard.models.trail import AuditLine, ImportBatch
from dashboard.records.trail import first_broken_line
from tests.cast import viewer_of
from tests.factories import make_user

LONG = b"participant,date,measure,score\n1,2026-10-06,phq9,12\n2.0,2026-10-06,PHQ-9,8\n"
WIDE = "\ufeffid;gad7_s0;gad7_s1\n1.0;14,0;NA\n2;;9\n".encode()


def run(viewer, content, **options):
    preview = preview_assessments(viewer, content, Options(**options))
    return import_assessments(viewer, content, preview, file_name="f.csv", by=None)


def outcomes(viewer, content, **options):
    rows = preview_assessments(viewer, content, Options(**options)).rows
    return [(row.entry.line, str(row.outcome), row.problem) for row in rows]


def scores():
    rows = db.session.scalars(select(Assessment).order_by(Assessment.id))
    return [(row.assessed_on.isoformat(), row.score, row.superseded_at is None) for row in rows]


def test_a_long_file_is_written_once_and_the_second_time_changes_nothing(practice):
    run(practice, LONG)
    again = run(practice, LONG)
    assert scores() == [("2026-10-06", 12.0, True), ("2026-10-06", 8.0, True)]
    assert [again.count("new"), again.count("unchanged")] == [0, 2]
    batch = db.session.scalars(select(ImportBatch)).one()
    assert (batch.rows_written, batch.rows_unchanged) == (2, 0)


def test_a_wide_file_puts_weeks_on_the_dates_of_the_cycle_and_leaves_gaps(practice):
    run(practice, WIDE, measure="gad7")
    assert scores() == [("2026-09-22", 14.0, True), ("2026-09-29", 9.0, True)]


def test_what_was_said_of_a_file_is_remembered_for_files_with_the_same_columns(practice):
    run(practice, WIDE, measure="gad7")
    again = preview_assessments(practice, WIDE.replace(b"9", b"8"), Options())
    assert (again.as_before, again.options.in_words) == (True, "measure gad7")
    assert [again.count("unchanged"), again.count("correction"), again.count("empty")] == [1, 1, 2]
    other = preview_assessments(practice, WIDE, Options(measure="phq9", prefix="gad7_s"))
    assert (other.as_before, other.count("new")) == (False, 2)
    with pytest.raises(Refused, match="No column"):
        preview_assessments(practice, WIDE.replace(b"id;", b"code;"), Options())


def test_each_score_has_its_line_in_an_unbroken_trail_and_risk_its_flag(practice):
    head = b"participant;date;measure;" + b";".join(b"%d" % n for n in range(1, 10))
    risk, none = b"\n1;2026-10-06;phq9;" + b"1;" * 8, b"\n2;2026-10-06;phq9;" + b"0;" * 8
    run(practice, head + risk + b"2" + none + b"0\n")
    query = select(AuditLine.action, Participant.code).outerjoin(
        Participant, Participant.id == AuditLine.participant_id
    )
    told = [tuple(line) for line in db.session.execute(query.order_by(AuditLine.id))]
    scored = "record assessment"
    assert told[-3:] == [(scored, "1"), (scored, "2"), ("raise flag", "1")]
    assert first_broken_line() is None


def test_a_changed_score_is_a_correction_that_supersedes(practice):
    run(practice, LONG)
    run(practice, LONG.replace(b",12", b",13"))
    assert scores()[0] == ("2026-10-06", 12.0, False)
    assert scores()[2] == ("2026-10-06", 13.0, True)


def test_corrected_scores_come_in_with_their_own_lines_and_flags(practice):
    head = b"participant,date,measure," + b",".join(b"%d" % n for n in range(1, 10))
    none, risk = b"\n1,2026-10-06,phq9" + b",0" * 9, b"\n1,2026-10-06,phq9" + b",0" * 8 + b",1"
    run(practice, head + none)
    run(practice, head + risk + none.replace(b"\n1,", b"\n2,"))
    told = list(db.session.scalars(select(AuditLine.action).order_by(AuditLine.id)))
    assert told[-4:] == [
        "import assessments",
        "record assessment",
        "correct assessment",
        "raise flag",
    ]
    assert first_broken_line() is None


def test_what_somebody_writes_after_the_preview_is_looked_at_again(practice):
    preview = preview_assessments(practice, LONG, Options())
    run(practice, LONG)
    again = import_assessments(practice, LONG, preview, file_name="f.csv", by=None)
    assert [preview.count("new"), again.count("new"), again.count("unchanged")] == [2, 0, 2]
    assert len(scores()) == 2


def test_one_wrong_row_keeps_the_whole_file_out(practice):
    with pytest.raises(Refused, match="1 entries are wrong"):
        run(practice, LONG + b"1,2026-10-07,phq9,99\n")
    assert scores() == []


def test_item_answers_are_scored(practice):
    content = b"code,week,gad_1,gad_2,gad_3,gad_4,gad_5,gad_6,gad_7\n1,2,1,1,1,1,1,1,1\n"
    run(practice, content, measure="gad7")
    assert scores() == [("2026-10-06", 7.0, True)]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("7,2026-10-06,phq9,1", "Nobody has the code 7."),
        (",2026-10-06,phq9,1", "Nobody is named in this row."),
        ("1,2026-10-06,xyz,1", "There is no measure xyz."),
        ("1,2026-10-06,,1", "No measure is given."),
        ("1,2026-13-06,phq9,1", "2026-13-06 is not a date like 2026-11-23."),
        ("1,2027-10-06,phq9,1", "2027-10-06 is in the future."),
        ("1,2026-10-06,phq9,many", "many is not a number."),
        ("1,2026-10-06,phq9,inf", "inf is not a number."),
        ("1,2026-10-06,phq9,1_2", "1_2 is not a number."),
        ("1,2026-10-06,phq9,１２", "１２ is not a number."),
        ("1,0001-01-01,phq9,1", "0001-01-01 is too long ago."),
        ("1,9999-12-31,phq9,1", "9999-12-31 is in the future."),
        ("1,2026-10-06,phq9,28", "PHQ-9 has no score 28: it goes from 0 to 27."),
        ("1,,phq9,1", "There is no date and no week."),
    ],
)
def test_what_is_wrong_is_said_with_its_line(practice, row, problem):
    content = f"participant,date,measure,score\n{row}\n".encode()
    assert outcomes(practice, content) == [(2, "wrong", problem)]


@pytest.mark.parametrize(
    ("code", "week", "problem"),
    [
        ("1", "9", "This person has no week 9 in their cycle."),
        ("1", "x", "x is not the number of a week."),
        ("1", "1.7", "1.7 is not the number of a week."),
        ("1", "nan", "nan is not the number of a week."),
        ("1", "٣", "٣ is not the number of a week."),
        ("1", "1e400", "1e400 is not the number of a week."),
        ("9", "1", "This person is in no group: give dates."),
    ],
)
def test_a_week_must_be_one_of_the_cycle(practice, code, week, problem):
    content = f"code,week,measure,score\n{code},{week},phq9,5\n".encode()
    assert outcomes(practice, content) == [(2, "wrong", problem)]


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        (b"code,date,remark", "No column holds a score"),
        (b"code,date,gad_1,item01", "The columns gad_1 and item01 both hold item 1."),
        (b"date,score", "No column holds the participant"),
        (b"code,score_of,1", "say what their names begin with"),
    ],
)
def test_a_file_whose_columns_say_too_little_or_too_much_is_refused(practice, columns, problem):
    row = b"1," * columns.count(b",") + b"1"
    with pytest.raises(Refused, match=problem):
        preview_assessments(practice, columns + b"\n" + row + b"\n", Options())


def test_a_file_of_some_megabytes_is_read(practice):
    row = b"1,2026-10-06,phq9,12," + b"x" * 120_000
    rows = b"\n".join(row.replace(b"-06", b"-%02d" % day) for day in range(1, 21))
    assert set(outcomes(practice, b"code,date,measure,score,remark\n" + rows)) == {
        (line, "new", "") for line in range(2, 22)
    }


def test_a_half_answer_and_a_second_row_for_one_date_are_wrong(practice):
    half = b"code,date,item1\n1,2026-10-06,1.5\n"
    assert outcomes(practice, half, measure="phq9") == [
        (2, "wrong", "Item 1 must be a whole number, not 1.5.")
    ]
    problem = "Line 2 has this person, measure and date already."
    assert outcomes(practice, LONG + b"1,2026-10-06,phq9,3\n")[2] == (4, "wrong", problem)


def test_a_therapist_imports_nothing(practice, database):
    viewer = viewer_of(make_user("Theo Therapist"))
    with pytest.raises(NotOnCaseload):
        preview_assessments(viewer, LONG, Options())
