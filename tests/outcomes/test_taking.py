"""Outcomes taken out: the rows give the lead's numbers again, the counts give nobody away."""

import csv
import io
import json
from hashlib import sha256

import pytest
from sqlalchemy import select

from dashboard.caseload.outcomes import OutcomeFilters, headline
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.groups import Group
from dashboard.models.trail import AuditLine, ExportLine, ReadingLine
from dashboard.outcomes.data.courses_table import NAMES
from tests.cast import viewer_of
from tests.outcomes.practices import AS_OF, seed

PEOPLE = [{0: 18, 30: 9}] * 14 + [{0: 18, 30: 17}] * 12 + [{0: 8, 42: 20}] * 11 + [{0: 18}] * 12
COURSES, COUNTS = "/outcomes/tables/courses", "/outcomes/tables/counts"


def rows(answer):
    assert answer.status_code == 200
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))


def test_the_rows_have_stable_columns_and_gaps_where_a_score_is_missing(app, cast, as_user):
    group_id, people = seed(app, cast.ana, [{0: 18, 30: 9}, {0: 18}])
    answer = as_user(cast.ana.email).post(f"{COURSES}?group={group_id}")
    names, *people_rows = rows(answer)
    assert names == NAMES
    # The rows are in the order of names, which the two invented people may have either way.
    first, second = sorted(people_rows, key=lambda row: row[NAMES.index("last")] == "")
    found = dict(zip(names, first, strict=True))
    assert (found["first"], found["first_on"]) == ("18", "2026-09-29")
    assert (found["last"], found["last_on"]) == ("9", "2026-10-29")
    assert (found["category"], found["sessions_attended"]) == ("recovered", "8")
    missing = dict(zip(names, second, strict=True))
    assert (missing["last"], missing["last_on"], missing["category"]) == ("", "", "")
    assert "outcomes-courses-2026-12-15.csv" in answer.headers["Content-Disposition"]
    with app.app_context():
        reading = db.session.scalars(select(ReadingLine)).one()
        assert reading.participant_ids == sorted(people)


def test_the_copy_is_written_down_with_its_checksum(app, cast, as_user):
    group_id, _ = seed(app, cast.ana, PEOPLE[:3])
    answer = as_user(cast.lena.email).post(f"{COURSES}?group={group_id}&from=2026-01-01")
    checksum = sha256(answer.data).hexdigest()
    assert (answer.headers["X-Export-SHA256"], answer.headers["X-Export-Rows"]) == (checksum, "3")
    with app.app_context():
        line = db.session.scalars(select(ExportLine)).one()
        assert (line.user_id, line.what, line.rows) == (cast.lena.id, "outcomes, courses, csv", 3)
        assert line.filters == {"group": group_id, "from": "2026-01-01"}
        assert line.sha256 == checksum
        audit = db.session.scalars(select(AuditLine).where(AuditLine.action == "export")).one()
        assert audit.detail["rows"] == 3


def test_classifying_the_file_gives_the_numbers_of_the_leads_page(app, cast, as_user, tmp_path):
    seed(app, cast.ana, PEOPLE)
    path = tmp_path / "courses.csv"
    path.write_bytes(as_user(cast.lena.email).post(COURSES).data)
    with app.app_context():
        counts = headline(viewer_of(cast.lena, AS_OF), OutcomeFilters()).counts
    # PHQ-9: a change of at least 6 points is reliable.
    told = ["--pre", "first", "--post", "last", "--points", "6"]
    told += ["--method", "minimal_important_difference"]
    result = app.test_cli_runner().invoke(args=["outcomes", "classify", str(path), *told])
    answer = json.loads(result.output)
    found = answer["categories"]
    assert (answer["n"], answer["n_missing"]) == (37, 12)
    assert answer["n"] == counts.both_scores.denominator
    assert answer["n"] + answer["n_missing"] == counts.started
    assert found["recovered"] + found["improved"] == counts.both_scores.numerator == 14
    assert found["deteriorated"] + found["harmed"] == counts.worse.numerator == 11


def test_the_counts_hide_small_numbers_and_what_gives_them_away(app, cast, as_user):
    seed(app, cast.ana, PEOPLE, name="Large")
    seed(app, cast.ben, [*PEOPLE, {0: 18, 30: 9}], name="Also large")
    names, *found = rows(as_user(cast.lena.email).post(COUNTS))
    assert names == ["group", "improved", "unchanged", "got_worse", "without_two_scores", "started"]
    assert found == [
        ["Also large", "15", "12", "11", "12", "50"],
        ["Large", "14", "12", "11", "12", "49"],
        ["(all)", "29", "24", "22", "24", "99"],
    ]
    seed(app, cast.cleo, PEOPLE[:3] + PEOPLE[-2:], name="Small")
    _, *found = rows(as_user(cast.lena.email).post(COUNTS))
    hidden = "suppressed"
    # No one line holds a single hidden count, so that the rest of it does not give it away.
    assert found == [
        ["Also large", "15", "12", "11", "12", "50"],
        ["Large", hidden, "12", "11", hidden, hidden],
        ["Small", hidden, "0", "0", hidden, hidden],
        ["(all)", "32", "24", "22", "26", "104"],
    ]


def test_nothing_started_is_a_table_without_rows(app, cast, as_user):
    seed(app, cast.ana, PEOPLE[:1])
    cleo = as_user(cast.cleo.email)
    assert [len(rows(cleo.post(table))) for table in (COUNTS, COURSES)] == [1, 1]


def test_a_name_that_is_a_formula_stays_text(app, cast, as_user):
    group_id, _ = seed(app, cast.ana, PEOPLE[:1])
    with app.app_context(), writing():
        db.session.get_one(Group, group_id).name = "=HYPERLINK(1)"
        db.session.commit()
    for table in (COURSES, COUNTS):
        assert rows(as_user(cast.ana.email).post(table))[1][0] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("table", [COURSES, COUNTS, "/outcomes/tables/people"])
def test_administrators_and_strangers_take_nothing(app, cast, as_user, table):
    group_id, _ = seed(app, cast.ana, PEOPLE[:2])
    assert as_user(cast.max.email).post(table).status_code == 404
    cleo = as_user(cast.cleo.email)
    if table.endswith("people"):
        assert cleo.post(table).status_code == 404
    else:
        assert len(rows(cleo.post(f"{table}?group={group_id}"))) == 1


def test_both_pages_offer_them_with_their_filters(app, cast, as_user):
    group_id, _ = seed(app, cast.ana, PEOPLE[:2])
    ana = as_user(cast.ana.email)
    assert f'action="{COURSES}?type=depression"' in ana.get("/outcomes/?type=depression").text
    assert f'action="{COUNTS}?group={group_id}"' in ana.get(f"/outcomes/groups/{group_id}").text
