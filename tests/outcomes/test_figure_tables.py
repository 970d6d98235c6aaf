"""The table of a chart as a file: taken by a form, and never without a line of who took what."""

import csv
import io
import re
from hashlib import sha256

import pytest
from sqlalchemy import func, select

from dashboard.extensions import db
from dashboard.models.trail import AuditLine, ExportLine, ReadingLine
from tests.outcomes.practices import seed

IMPROVED = {0: 18, 30: 9}
UNCHANGED = {0: 18, 30: 17}
TAKES = re.compile(r'<form method="post" action="([^"]+\.csv[^"]*)"')


def rows_of(answer) -> list[list[str]]:
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    return list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig"))))


def test_a_groups_table_is_its_people(app, cast, as_user):
    group, _ = seed(app, cast.ana, [IMPROVED])
    answer = as_user(cast.ana.email).post(f"/outcomes/groups/{group}/change.csv")
    head, *rows = rows_of(answer)
    assert head == ["Participant", "First score", "Last score", "Change", "Category"]
    assert [row[1:] for row in rows] == [["18.0", "9.0", "-9.0", "recovered"]]
    name = answer.headers["Content-Disposition"]
    assert name == "attachment; filename=change-2026-12-15.csv"


def test_who_took_what_is_kept_with_the_rows_and_the_checksum(app, cast, as_user):
    group, people = seed(app, cast.ana, [IMPROVED, UNCHANGED])
    answer = as_user(cast.lena.email).post(f"/outcomes/groups/{group}/change.csv")
    checksum = sha256(answer.data).hexdigest()
    assert (answer.headers["X-Export-SHA256"], answer.headers["X-Export-Rows"]) == (checksum, "2")
    with app.app_context():
        line = db.session.scalars(select(ExportLine)).one()
        assert (line.user_id, line.rows, line.sha256) == (cast.lena.id, 2, checksum)
        assert (line.what, line.filters) == (
            "chart, Change in PHQ-9 by participant, csv",
            {"group": group},
        )
        assert db.session.scalars(select(ReadingLine)).one().participant_ids == sorted(people)


def test_a_persons_table_stands_in_their_trail(app, cast, as_user):
    _, people = seed(app, cast.ana, [IMPROVED])
    browser = as_user(cast.ana.email)
    page = browser.get(f"/outcomes/participants/{people[0]}").text
    (path,) = TAKES.findall(page)
    assert rows_of(browser.post(path))[0][0] == "Week"
    with app.app_context():
        line = db.session.scalars(select(AuditLine).where(AuditLine.action == "export")).one()
        assert line.participant_id == people[0]
        assert line.detail["filters"] == {"participant": people[0]}


def test_the_practices_tables_go_with_the_filters_of_the_page(app, cast, as_user):
    group, _ = seed(app, cast.ana, [IMPROVED] * 12)
    seed(app, cast.ben, [UNCHANGED] * 12, name="Other")
    lena = as_user(cast.lena.email)
    found = TAKES.findall(lena.get(f"/outcomes/?group={group}&cycle=1").text)
    taken = {path.split("?")[0].rsplit("/", 1)[1]: path.replace("&amp;", "&") for path in found}
    assert list(taken) == [
        *("periods.csv", "cycles.csv", "funnel.csv", "by-sessions.csv"),
        *("drop-out.csv", "improving.csv", "attendance-outcome.csv"),
    ]
    assert rows_of(lena.post(taken["cycles.csv"]))[1][:3] == ["Cycle 1", "12", "12"]
    with app.app_context():
        line = db.session.scalars(select(ExportLine)).one()
        assert line.filters == {"group": group, "cycle": 1}


@pytest.mark.parametrize(
    "path",
    [
        "/outcomes/{}.csv",
        "/outcomes/groups/{group}/{}.csv",
        "/outcomes/participants/{person}/{}.csv",
    ],
)
def test_what_is_not_there_or_not_theirs_leaves_no_line(app, cast, as_user, path):
    group, people = seed(app, cast.ana, [IMPROVED])
    key = "trajectory-1" if "person" in path else "change" if "group" in path else "funnel"
    whose = {"group": group, "person": people[0]}
    assert as_user(cast.ana.email).post(path.format("nothing", **whose)).status_code == 404
    assert as_user(cast.max.email).post(path.format(key, **whose)).status_code == 404
    if path != "/outcomes/{}.csv":
        assert as_user(cast.cleo.email).post(path.format(key, **whose)).status_code == 404
    assert as_user(cast.ana.email).get(path.format(key, **whose)).status_code == 405
    with app.app_context():
        assert db.session.scalars(select(func.count()).select_from(ExportLine)).one() == 0
