"""A large file is made while its page can be left; it waits sealed for the one who asked."""

import io
import threading
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import select

from dashboard.errors import NotOnCaseload
from dashboard.exports import making
from dashboard.exports.later import orders, working
from dashboard.exports.making import Form, Wanted, make_file
from dashboard.extensions import db
from dashboard.models.trail import ExportLine, ReadingLine
from dashboard.models.types.sealing import SealBroken
from tests.exports.test_routes import CSV, take, words


@pytest.fixture
def large(monkeypatch, served):
    """The same few rows, where more than four are many."""
    monkeypatch.setattr(making, "MOST_AT_ONCE", 4)
    return served


@pytest.fixture
def order(database):
    return orders.new_order(7, name="attendance", file_name="a.csv", kind="text/csv")


def asked_for(browser, address="/exports/attendance"):
    """Ask for a large file, wait until it is made, and return the address of its page."""
    answer = browser.post(address, CSV)
    assert answer.status_code == 303
    name = f"work-{answer.location.rpartition('/')[2]}"
    for thread in threading.enumerate():
        if thread.name == name:
            thread.join()
    return answer.location


def test_it_is_the_same_file_with_its_checksum_and_counts(app, large, as_user, monkeypatch):
    ana = as_user(large.cast.ana.email)
    page = asked_for(ana)
    said = "3 sessions held, 4 person-sessions expected, 2 attended, 2 not recorded"
    assert f"5 rows: {said}." in words(ana.get(page))
    headers, content = take_ready(ana, page)
    assert headers["X-Export-SHA256"] == sha256(content).hexdigest()
    monkeypatch.setattr(making, "MOST_AT_ONCE", 9)
    assert take(ana, "/exports/attendance", CSV)[1] == content
    with app.app_context():
        taken = db.session.scalars(select(ExportLine.sha256)).all()
        readings = db.session.scalars(select(ReadingLine)).all()
    assert taken == [sha256(content).hexdigest()] * 2
    assert [line.page for line in readings if line.page.endswith("/content")] == [f"{page}/content"]


def take_ready(browser, page):
    answer = browser.get(f"{page}/content")
    content = answer.data
    answer.close()
    return answer.headers, content


def test_the_page_of_exports_says_how_many_rows_and_leads_back_to_the_file(large, as_user):
    ana = as_user(large.cast.ana.email)
    assert "At most 5 rows." in words(ana.get("/exports/"))
    page = asked_for(ana)
    listed = words(ana.get("/exports/"))
    assert f'<a href="{page}">Attendance, long, csv</a>: ready' in listed
    assert "At most" not in words(ana.get("/exports/?cycle=2"))
    told = ana.get(page, headers={"X-Background": "1"}).get_json()
    assert (told["what"], told["done"], told["running"]) == ("Finishing the file", 5, False)


def test_a_file_is_for_the_one_who_asked(large, as_user):
    page = asked_for(as_user(large.cast.ana.email))
    lena = as_user(large.cast.lena.email)
    assert [lena.get(path).status_code for path in (page, f"{page}/content")] == [404, 404]
    assert lena.get("/exports/files/nothing").status_code == 404
    assert "Your large files" not in words(lena.get("/exports/"))


def test_a_file_of_many_pieces_waits_sealed_and_comes_back(order, monkeypatch):
    monkeypatch.setattr(orders, "PIECE_BYTES", 5)
    with pytest.raises(NotOnCaseload):
        orders.pieces_of(order)
    orders.keep_file(order, io.BytesIO(b"SECRET-1 and SECRET-2"))
    order.state = orders.DONE
    assert (b"".join(orders.pieces_of(order)), order.size) == (b"SECRET-1 and SECRET-2", 21)
    kept = order.folder / "file"
    assert b"SECRET" not in kept.read_bytes()
    kept.write_bytes(kept.read_bytes()[:-1] + b"x")
    with pytest.raises(SealBroken):
        list(orders.pieces_of(order))


def test_an_error_of_ours_is_told_and_nothing_more(database, order, caplog):
    working.work(order, None, None)
    found = orders.find_order(order.token, 7)
    assert (found.state, found.message) == (
        "failed",
        "Something went wrong on our side, and there is no file.",
    )
    assert caplog.messages == ["An export failed"]
    assert [path.name for path in Path(order.folder).iterdir()] == ["state.json"]


@pytest.mark.parametrize("form", [Form.LONG, Form.REGISTER])
def test_how_far_it_is_is_told(small, form, monkeypatch):
    monkeypatch.setattr(making, "STRIDE", 2)
    told = []
    wanted = Wanted(making.AttendanceFilters(), form)
    make_file(small.ana, wanted, lambda *said: told.append(said)).file.close()
    reading = [("Reading attendance", number, 5) for number in (0, 2, 4)]
    assert told == [*reading, ("Finishing the file", 5, 5)]


def test_what_lies_in_the_table_is_what_was_counted(small):
    made = make_file(small.ana, Wanted(making.AttendanceFilters()))
    assert making.rows_at_most(small.ana, making.AttendanceFilters()) == made.rows
    made.file.close()
