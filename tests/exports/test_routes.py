"""The page: what it counts, the file, who may take what, and what is written down."""

from hashlib import sha256

from sqlalchemy import event, select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.groups import Group
from dashboard.models.trail import AuditLine, ExportLine, ReadingLine
from tests.factories import make_enrollment

CSV = {"form": "long", "file_format": "csv"}


def take(browser, address, asked):
    """Return the answer's headers and its content, read to the end and closed."""
    answer = browser.post(address, asked)
    content = answer.data
    answer.close()
    return answer.headers, content


def lines(app):
    with app.app_context():
        return list(db.session.scalars(select(ExportLine).order_by(ExportLine.id)))


def words(answer):
    return " ".join(answer.get_data(as_text=True).split())


def test_the_counts_stand_before_the_download(served, as_user):
    page = words(as_user(served.cast.ana.email).get("/exports/"))
    assert '<span class="number-value">3</span>' in page
    assert "person-sessions expected" in page
    assert "of 4 attended" in page


def test_a_file_has_its_checksum_and_is_written_down(app, served, as_user):
    headers, content = take(as_user(served.cast.ana.email), "/exports/attendance?cycle=1", CSV)
    checksum = sha256(content).hexdigest()
    assert headers["X-Export-SHA256"] == checksum
    assert headers["Content-Disposition"].endswith("attendance-long-2026-10-15.csv")
    (line,) = lines(app)
    assert (line.user_id, line.what) == (served.cast.ana.id, "attendance, long, csv")
    assert (line.filters, line.rows, line.sha256) == ({"cycle": 1}, 5, checksum)


def test_the_trail_has_the_export_and_whose_records_left(app, served, as_user):
    take(as_user(served.cast.ana.email), "/exports/attendance", CSV)
    people = sorted([served.dana.participant_id, served.elias.participant_id])
    with app.app_context():
        audit = db.session.scalars(select(AuditLine).where(AuditLine.action == "export")).one()
        readings = db.session.scalars(select(ReadingLine)).all()
    assert (audit.subject, audit.detail["rows"]) == ("export_lines", 5)
    assert [(line.page, line.participant_ids) for line in readings] == [
        ("/exports/attendance", people)
    ]


def test_looking_writes_no_export(app, served, as_user):
    as_user(served.cast.ana.email).get("/exports/?marks=present&from=2026-09-29")
    assert lines(app) == []


def test_a_stranger_gets_an_empty_file_whatever_is_asked_for(served, as_user):
    cleo = as_user(served.cast.cleo.email)
    headers, _ = take(cleo, f"/exports/attendance?group={served.group.id}", CSV)
    assert headers["X-Export-Rows"] == "0"
    page = words(cleo.get(f"/exports/?group={served.group.id}"))
    assert [name for name in ("Dana", "Depression, Tuesday") if name in page] == []


def test_lead_and_administrator_take_attendance_of_every_group(served, as_user):
    for user in (served.cast.lena, served.cast.max):
        headers, _ = take(as_user(user.email), "/exports/attendance", CSV)
        assert headers["X-Export-Rows"] == "5"


def test_a_therapist_sees_their_own_exports_and_the_lead_sees_all(served, as_user):
    ana, cleo = as_user(served.cast.ana.email), as_user(served.cast.cleo.email)
    checksum = take(ana, "/exports/attendance", CSV)[0]["X-Export-SHA256"]
    assert checksum in words(ana.get("/exports/"))
    assert checksum not in words(cleo.get("/exports/"))
    assert checksum in words(as_user(served.cast.lena.email).get("/exports/"))


def test_the_register_takes_every_mark_and_the_xlsx_is_one(app, served, as_user):
    asked = {"form": "register", "file_format": "xlsx", "pseudonyms": "y"}
    ana = as_user(served.cast.ana.email)
    headers, content = take(ana, "/exports/attendance?marks=late", asked)
    assert (content[:2], headers["X-Export-Rows"]) == (b"PK", "3")
    (line,) = lines(app)
    assert (line.what, line.filters) == ("attendance, register, xlsx, pseudonyms", {})


def test_a_shape_that_there_is_not_comes_back_with_a_message(app, served, as_user):
    answer = as_user(served.cast.ana.email).post("/exports/attendance", {"form": "x"})
    assert "Not a valid choice" in words(answer)
    assert lines(app) == []


def test_filters_that_make_no_sense_are_no_filters(served, as_user):
    bad = (
        "type=&group=0&facilitator=x&participant=99999999999999999999&cycle=-1&from=1&to=2026-13-01"
    )
    page = words(as_user(served.cast.ana.email).get(f"/exports/?{bad}&marks=planned&marks=x"))
    assert "of 4 attended" in page


def test_the_page_asks_as_often_with_many_people_as_with_few(app, served, as_user):
    ana = as_user(served.cast.ana.email)
    few = statements(app, lambda: ana.get("/exports/"))
    with app.app_context(), writing():
        for _ in range(28):
            make_enrollment(db.session.get_one(Group, served.group.id))
        db.session.commit()
    assert statements(app, lambda: ana.get("/exports/")) == few


def statements(app, act):
    """Count the questions that an act asks."""
    asked = []
    with app.app_context():
        engine = db.engine

    def count(*said):
        asked.append(said[2])

    event.listen(engine, "before_cursor_execute", count)
    act()
    event.remove(engine, "before_cursor_execute", count)
    return len(asked)
