"""The pages of an upload: file, columns, preview, the work itself, and how far it is."""

import io

import pytest
from sqlalchemy import select

from dashboard.extensions import db
from dashboard.imports.openemr.joining import HEAD
from dashboard.models.participants import Participant
from dashboard.models.trail import ReadingLine
from tests.imports.openemr.tables import table_files
from tests.imports.uploads.steps import carried_out, words

ROSTER = b"Nr,Given name,Family name\nB-1,Ana,Roth\nB-2,Ben,Stone\n"
CHOSEN = {
    "column_code": "Nr",
    "column_given_name": "Given name",
    "column_family_name": "Family name",
}


@pytest.fixture
def importer(app, cast, as_user):
    return as_user(cast.max.email)


def upload(browser, content=ROSTER, kind="roster"):
    """Upload a file; return the answer and the address of the upload, where there is one."""
    file = {"kind": kind, "file": (io.BytesIO(content), "people.csv")}
    answer = browser.post("/imports/", file)
    return answer, answer.headers.get("Location", "").removesuffix("/columns")


def codes(app):
    with app.app_context():
        return db.session.scalars(select(Participant.code).order_by(Participant.code)).all()


def test_a_file_goes_in_by_four_steps(app, importer):
    answer, place = upload(importer)
    assert answer.status_code == 303
    columns = words(importer.get(f"{place}/columns"))
    assert "Nr: B-1" in columns and "2 rows" in columns
    chosen = importer.post(f"{place}/columns", CHOSEN)
    assert chosen.headers["Location"] == place
    preview = words(importer.get(place))
    assert "Adds or corrects 2 people." in preview
    assert codes(app) == []
    assert "Imported: 2 new." in carried_out(importer, place)
    assert codes(app) == ["B-1", "B-2"]


def test_the_order_of_dates_is_chosen_for_the_file(importer):
    _answer, place = upload(importer, b"code,given name,family name,dob\nB-1,Ana,Roth,5/17/1990\n")
    chosen = {f"column_{name}": name.replace("_", " ") for name in ("code", "given_name")}
    form = {**chosen, "column_family_name": "family name", "column_birth_date": "dob"}
    importer.post(f"{place}/columns", form)
    assert "5/17/1990 is not a date" in words(importer.get(place))
    importer.post(f"{place}/columns", {**form, "all_date_order": "mdy"})
    assert "Adds or corrects 1 people." in words(importer.get(place))


def test_the_choice_of_columns_is_there_the_next_time(app, importer):
    _answer, place = upload(importer)
    importer.post(f"{place}/columns", CHOSEN)
    _answer, place = upload(importer, ROSTER.replace(b"B-1", b"B-3"))
    page = importer.get(f"{place}/columns").get_data(as_text=True)
    assert '<option selected value="Nr">' in page
    assert words(importer.get(place)).count("adds the participant") == 2


def test_the_second_time_there_is_nothing_to_import(importer):
    for said in ("Adds or corrects 2 people.", "there is nothing to import"):
        _answer, place = upload(importer)
        importer.post(f"{place}/columns", CHOSEN)
        assert said in words(importer.get(place))
        carried_out(importer, place)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file needs a line of column names"),
        (b"a,a\n1,2\n", "The column a is there twice."),
        (b"a,b\n1,\x00\n", "Line 2 holds a NUL"),
        (b"a,b\n1," + b"x" * 200_000 + b"\n", "Line 2: a cell holds more text"),
        (b"a,b\n1,\x81\n", "Line 2 holds bytes"),
    ],
)
def test_a_broken_file_is_refused_beside_its_field(importer, content, said):
    answer, _place = upload(importer, content)
    assert answer.status_code == 200
    assert said in words(answer)


def test_no_file_and_no_kind_are_asked_for(importer):
    assert "Choose a file." in words(importer.post("/imports/", {"kind": "roster"}))
    assert upload(importer, kind="secrets")[0].status_code == 200


def test_a_column_that_is_needed_is_asked_for(importer):
    _answer, place = upload(importer)
    answer = importer.post(f"{place}/columns", {**CHOSEN, "column_code": ""})
    assert "Choose the column with: Participant" in words(answer)
    assert importer.get(place).headers["Location"] == f"{place}/columns"


def test_what_is_wrong_is_on_top_and_keeps_the_file_out(app, importer):
    _answer, place = upload(importer, ROSTER + b"B-3,,\n" * 201)
    importer.post(f"{place}/columns", CHOSEN)
    page = words(importer.get(place))
    assert "Nothing can be imported until every line is right." in page
    assert "1 to 200 of 203 lines" in page
    assert "201 to 203 of 203 lines" in words(importer.get(f"{place}?page=9"))
    assert "Nothing was imported: 201 lines are wrong." in carried_out(importer, place)
    assert codes(app) == []


def test_progress_is_told_to_the_script_and_a_file_that_is_in_is_gone(importer):
    _answer, place = upload(importer)
    importer.post(f"{place}/columns", CHOSEN)
    carried_out(importer, place)
    told = importer.get(f"{place}/progress", headers={"X-Background": "1"}).get_json()
    assert told["running"] is False
    assert importer.get(place).status_code == 404


def test_a_preview_is_a_reading_of_the_people_on_it(app, importer):
    for _ in range(2):
        _answer, place = upload(importer)
        importer.post(f"{place}/columns", CHOSEN)
        importer.get(place)
        carried_out(importer, place)
    with app.app_context():
        lines = db.session.scalars(select(ReadingLine)).all()
        people = sorted(db.session.scalars(select(Participant.id)))
    previews = [line for line in lines if line.page.startswith("/imports/uploads")]
    assert [line.participant_ids for line in previews] == [people]


def test_only_who_has_brought_a_file_sees_it(cast, importer, as_user):
    _answer, place = upload(importer)
    assert as_user(cast.lena.email).get(f"{place}/columns").status_code == 404
    assert as_user(cast.ana.email).get("/imports/").status_code == 404
    assert importer.get("/imports/uploads/nothing/columns").status_code == 404
    assert importer.get(f"/imports/uploads/{'0' * 32}").status_code == 404


def test_the_tables_of_openemr_come_together(importer):
    files = [(io.BytesIO(content), name) for name, content in table_files().items()]
    answer = importer.post("/imports/", {"kind": "openemr", "file": files})
    place = answer.headers["Location"].removesuffix("/columns")
    form = {f"column_{name}": name for name in HEAD}
    told = {"all_group_type": "anxiety", "all_start_time": "18:00", "all_duration_minutes": "90"}
    importer.post(f"{place}/columns", {**form, **told})
    assert "4 people, 1 groups, 1 cycles, 3 sessions" in words(importer.get(place))


def test_several_files_at_once_are_openemrs_alone(importer):
    files = [(io.BytesIO(ROSTER), name) for name in ("a.csv", "b.csv")]
    answer = importer.post("/imports/", {"kind": "roster", "file": files})
    assert "Choose one file" in words(answer)
