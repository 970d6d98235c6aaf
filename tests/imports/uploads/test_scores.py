"""Files of scores on the pages: said, shown, carried out in the background, and given again."""

import re
from io import BytesIO

import pytest
from sqlalchemy import func, select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.measures import Assessment
from dashboard.models.participants import Participant
from dashboard.models.trail import ReadingLine
from tests.factories import make_group
from tests.imports.conftest import LATE
from tests.imports.uploads.steps import carried_out, words

WIDE = b"id,mood_1,mood_2\n1,14,\n2.0,9,NA\n"
SAID = {"measure": "gad7", "prefix": "mood_"}


@pytest.fixture
def max_(app, cast, as_user):
    """Max at his browser, with the people 1 and 2 in a group of Ana's."""
    app.config["NOW"] = lambda: LATE
    with app.app_context(), writing():
        for number, stay in enumerate(make_group(cast.ana, people=2).enrollments, 1):
            db.session.get_one(Participant, stay.participant_id).code = str(number)
        db.session.commit()
    return as_user(cast.max.email)


def upload(browser, content=WIDE):
    """Upload a file of scores; return the address of the upload."""
    file = {"kind": "assessments", "file": (BytesIO(content), "mood.csv")}
    return browser.post("/imports/", file).headers["Location"].removesuffix("/columns")


def said(browser, content=WIDE, **typed):
    """Upload a file and say how it is read; return the address of the upload."""
    place = upload(browser, content)
    assert browser.post(f"{place}/columns", {**SAID, **typed}).location == place
    return place


def kept(app):
    with app.app_context():
        return db.session.scalar(select(func.count(Assessment.id)))


def lines(page):
    rows = re.findall(r"<tr>\s*(<th scope=\"row\".*?)</tr>", page.text, re.DOTALL)
    parts = [re.sub(r"<[^>]+>", "|", row).split("|") for row in rows]
    return [[part.strip() for part in row if part.strip()] for row in parts]


def test_each_row_is_told_and_nothing_is_written_before_the_second_step(app, max_):
    page = max_.get(said(max_))
    assert lines(page)[:2] == [
        ["2", "New", "1", "gad7", "2026-09-29", "14"],
        ["2", "Nothing to record", "1", "gad7", "week 2"],
    ]
    assert "Adds or corrects 2 scores." in words(page)
    assert kept(app) == 0


def test_all_of_it_is_written_once_however_often_it_is_brought(app, max_):
    assert "Imported: 2 new, 2 nothing to record." in carried_out(max_, said(max_))
    assert kept(app) == 2
    again = said(max_)
    assert "there is nothing to import" in words(max_.get(again))
    carried_out(max_, again)
    assert kept(app) == 2


def test_the_next_file_with_these_columns_is_read_as_the_last_one_was(max_):
    carried_out(max_, said(max_))
    place = upload(max_, WIDE.replace(b"NA", b"7"))
    form = max_.get(f"{place}/columns").text
    assert '<option selected value="gad7">' in form and 'value="mood_"' in form
    note = "Read as the last file with these columns was: measure gad7, weeks in mood_...."
    assert note in words(max_.get(place))


def test_an_administrator_cannot_tell_whether_a_score_is_the_same(app, max_):
    carried_out(max_, said(max_))
    told = []
    for content in (WIDE, WIDE.replace(b"14", b"13").replace(b"NA", b"5")):
        place = said(max_, content)
        told.append([line[1] for line in lines(max_.get(place))][:3])
        assert "a clinical lead corrects" in words(max_.get(place))
        carried_out(max_, place)
    assert told == [["On record already", "Nothing to record", "On record already"]] * 2
    with app.app_context():
        found = db.session.execute(select(Assessment.score, Assessment.superseded_at))
        assert sorted(tuple(row) for row in found) == [(5.0, None), (9.0, None), (14.0, None)]


def test_a_lead_sees_what_is_the_same_and_corrects_the_rest(app, max_, as_user, cast):
    carried_out(max_, said(max_))
    lena = as_user(cast.lena.email)
    place = said(lena, WIDE.replace(b"14", b"13"))
    told = [line[1] for line in lines(lena.get(place))]
    assert told == ["Corrected", "Nothing to record", "Unchanged", "Nothing to record"]
    assert "Adds or corrects 1 corrected scores." in words(lena.get(place))
    assert "1 corrected" in carried_out(lena, place)


def test_what_is_taken_back_is_not_remembered_into_the_file(max_):
    carried_out(max_, said(max_))
    place = upload(max_)
    answer = max_.post(f"{place}/columns", {"measure": "", "prefix": ""})
    assert "say what their names begin with" in words(answer)


def test_what_is_refused_stands_beside_what_was_said_about_it(max_):
    place = upload(max_)
    assert "2 rows" in words(max_.get(f"{place}/columns"))
    page = max_.post(f"{place}/columns", {**SAID, "id_column": "nr", "prefix": "weekly_"}).text
    assert "There is no column nr." in page
    assert 'value="weekly_"' in page and 'value="nr"' in page
    assert re.search(r'<option selected[^>]*value="gad7"', page)
    page = max_.post(f"{place}/columns", {**SAID, "week_offset": "x"}).text
    assert "Not a valid integer value." in page and 'value="x"' in page
    assert max_.get(place).location == f"{place}/columns"


def test_what_is_wrong_comes_first_and_keeps_the_file_out(app, max_):
    rows = b"".join(b"%d,2024-01-01,phq9,\n" % (number % 2 + 1) for number in range(250))
    place = said(max_, b"participant,date,measure,score\n" + rows + b"7,2026-10-06,phq9,1\n")
    page = max_.get(place)
    assert lines(page)[0][:2] == ["252", "Wrong"]
    assert "Lines 1 to 200 of 251" in words(page)
    assert "Nobody has the code 7." in words(page)
    assert "Nothing was imported: 1 entries are wrong." in carried_out(max_, place)
    assert kept(app) == 0


def test_a_file_of_more_rows_than_a_page_holds_comes_in(max_):
    rows = b"1,2024-01-01,phq9,\n" * 20_001
    place = said(max_, b"participant,date,measure,score\n1,2024-01-02,phq9,3\n" + rows)
    assert "20,002 lines" in words(max_.get(place))


def test_the_preview_of_somebody_else_is_not_there(max_, as_user, cast):
    place, lena = said(max_), as_user(cast.lena.email)
    for path in (place, f"{place}/columns", f"{place}/progress"):
        assert lena.get(path).status_code == 404
    assert lena.post(f"{place}/import").status_code == 404


def test_the_preview_is_a_reading_of_those_on_it(app, max_):
    place = said(max_)
    max_.get(place)
    with app.app_context():
        people = sorted(db.session.scalars(select(Participant.id)))
        [line] = db.session.scalars(select(ReadingLine).where(ReadingLine.page == place))
        assert line.participant_ids == people


def test_the_old_address_leads_to_the_kind(max_):
    assert max_.get("/imports/assessments").location == "/imports/?kind=assessments"
    page = max_.get("/imports/?kind=assessments").text
    [chosen] = re.findall(r"<input[^>]* checked[^>]*>", page)
    assert 'value="assessments"' in chosen
