"""A table as a file: nothing in it runs as a formula, unknown is empty, and every chart has one."""

import re
from datetime import date

import pytest

from dashboard.charts.chart import Chart, table_of
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.figures.taking import take_table
from dashboard.models.trail import ExportLine
from tests.cast import viewer_of
from tests.outcomes.practices import AS_OF, seed

TAKES = re.compile(r'<form method="post" action="([^"]+\.csv[^"]*)"')
CELLS = ["=1+1", "+1", "-1", "@x", "\tx", "Dana W.", -9.0, 3, None, date(2026, 9, 29)]


def taken(viewer, headers, *rows):
    chart = Chart("a", "T", "S", {}, table_of(headers, rows))
    return take_table(viewer, "a", lambda: [chart], filters={})


def test_no_cell_and_no_header_runs_as_a_formula(app, cast):
    with app.app_context():
        answer = taken(viewer_of(cast.ana, AS_OF), ["=Skill", *"bcdefghij"], CELLS)
    head, row = answer.get_data().decode("utf-8-sig").splitlines()
    assert head == "'=Skill,b,c,d,e,f,g,h,i,j"
    assert row == "'=1+1,'+1,'-1,'@x,'\tx,Dana W.,-9.0,3,,2026-09-29"


def test_a_table_without_rows_is_written_down_as_none(app, cast):
    with app.app_context():
        answer = taken(viewer_of(cast.ana, AS_OF), ["Week"])
        assert answer.headers["X-Export-Rows"] == "0"
        assert db.session.query(ExportLine.what, ExportLine.rows).all() == [("chart, T, csv", 0)]


def test_a_figure_that_is_not_there_leaves_no_line(app, cast):
    with app.app_context():
        with pytest.raises(NotOnCaseload):
            take_table(viewer_of(cast.ana, AS_OF), "a", list, filters={})
        assert db.session.query(ExportLine).count() == 0


def test_the_participants_page_hands_out_its_chart(app, cast, as_user):
    _, people = seed(app, cast.ana, [{0: 18, 30: 9}])
    browser, page = as_user(cast.ana.email), f"/participants/{people[0]}"
    (path,) = TAKES.findall(browser.get(page).text)
    assert browser.post(path).text.splitlines()[0].lstrip("\ufeff").startswith("Week,")
    assert as_user(cast.cleo.email).post(path).status_code == 404
    assert as_user(cast.max.email).post(path).status_code == 404
    with app.app_context():
        assert db.session.query(ExportLine.filters).all() == [({"participant": people[0]},)]
