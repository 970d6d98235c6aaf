"""Official wording on a page and from the command line, previewed, then kept as a version."""

import io
import json
import re

import pytest

from dashboard.carrying import packed
from dashboard.clinical.measures import library_measure
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.records.library import install_library
from tests.factories import LONG_AGO
from tests.shared_data import shared_data_files

GAD7 = library_measure("gad7")


def questionnaire(count=7, code=True):
    options = [{"valueCoding": {"display": label}} for label in ("a", "b", "c", "d")]
    items = [
        {
            "type": "choice",
            "text": f"Invented question {item.number}?",
            "code": [{"system": "http://loinc.org", "code": item.loinc_code}] if code else [],
            "answerOption": options,
        }
        for item in GAD7.items[:count]
    ]
    return json.dumps({"resourceType": "Questionnaire", "item": items}).encode()


@pytest.fixture
def run(app, cast, tmp_path):
    def run(content, *told, name="gad7.json"):
        (tmp_path / name).write_bytes(content)
        args = ["measures", "wording", str(tmp_path / name), *told]
        return app.test_cli_runner().invoke(args=args)

    return run


def test_the_command_finds_the_measure_by_its_codes(run):
    result = run(questionnaire())
    assert result.output.startswith("1. Invented question 1?\n")
    assert result.output.endswith("gad7: version 2 has its wording.\n")
    assert "gad7: version 2" in run(questionnaire()).output


def test_a_dry_run_and_a_bad_fit_write_nothing(run):
    assert "dry run" in run(questionnaire(), "--dry-run").output
    bad = run(questionnaire(6))
    assert (bad.exit_code, "Nothing was loaded" in bad.output) == (1, True)
    assert "version 2" in run(questionnaire()).output


def test_a_table_is_read_too(run):
    rows = "".join(f"{number},Q{number}?,a,b,c,d\n" for number in range(1, 8))
    content = f"item,question,0,1,2,3\n{rows}".encode()
    assert "Choose the measure" in run(content, name="w.csv").output
    assert "version 2" in run(content, "--measure", "gad7", name="w.csv").output


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["w.csv", "w.TXT"])
def test_a_table_as_spreadsheets_write_it(run, coding, name):
    rows = "".join(f"{number}\tÉ{number}?\ta\tb\tc\td\r\n" for number in range(1, 8))
    content = f"Item\tQuestion\t0\t1\t2\t3\r\n{rows}".encode(coding)
    assert "version 2" in run(content, "--measure", "gad7", name=name).output


def test_a_questionnaire_counts_as_one_whatever_its_file_is_called(run):
    assert "gad7: version 2" in run(questionnaire(), name="gad7.csv").output


@pytest.mark.parametrize(
    ("content", "told", "words"),
    [
        (b"\xff\xfe", (), "neither JSON nor UTF-8"),
        (b"{", (), "neither JSON nor UTF-8"),
        (b"{}", (), "not a FHIR Questionnaire"),
        (b"[" * 100_000, (), "neither JSON nor UTF-8"),
        (b" " * 2_000_001, (), "smaller than 2 MB"),
        (questionnaire(), ("--measure", "none"), "There is no measure none"),
        (questionnaire(code=False), (), "Choose the measure"),
    ],
)
def test_what_cannot_be_read_is_said(run, content, told, words):
    result = run(content, *told)
    assert (result.exit_code, words in result.output) == (1, True)


def test_what_was_left_out_and_another_order_are_told(run):
    data = json.loads(questionnaire())
    data["item"] = [*data["item"][::-1], {**data["item"][0], "text": "More?", "code": []}]
    said = run(json.dumps(data).encode()).output
    assert "another order" in said
    assert "no such item: More?" in said


def upload(browser, content, name="q.json"):
    file = {"file": (io.BytesIO(content), name)}
    return browser.post("/measures/gad7/wording", file)


def hidden(page, name):
    return re.search(rf'name="{name}"[^>]* value="([^"]*)"', page)[1]


def test_a_page_shows_every_question_before_it_is_kept(as_user, cast):
    lena = as_user(cast.lena.email)
    assert "Load the wording" in lena.get("/measures/gad7").text
    assert lena.get("/measures/gad7/wording").status_code == 200
    page = upload(lena, questionnaire()).text
    assert "Invented question 7?" in page
    kept = {name: hidden(page, name) for name in ("signed_file", "file_name")}
    answer = lena.post("/measures/gad7/wording/confirmed", kept)
    assert answer.location == "/measures/gad7"
    assert "Load it again" in lena.get("/measures/gad7").text


def test_what_does_not_fit_cannot_be_kept(as_user, cast):
    lena = as_user(cast.lena.email)
    page = upload(lena, questionnaire(6)).text
    assert "1 of 7 items do not fit" in page
    assert "not a FHIR Questionnaire" in upload(lena, b"{}").text
    answer = lena.post("/measures/gad7/wording/confirmed", {"signed_file": "x", "file_name": "q"})
    assert answer.location == "/measures/gad7/wording"
    assert "too old" in lena.get(answer.location).text


def test_a_bad_fit_is_refused_also_behind_the_page(app, as_user, cast):
    with app.app_context():
        signed = packed(questionnaire(6), cast.lena.id)
    lena = as_user(cast.lena.email)
    kept = {"signed_file": signed, "file_name": "q.json"}
    answer = lena.post("/measures/gad7/wording/confirmed", kept)
    assert answer.location == "/measures/gad7/wording"
    assert "does not fit" in lena.get(answer.location).text


def test_a_therapist_loads_no_wording(as_user, cast):
    ana = as_user(cast.ana.email)
    assert ana.get("/measures/gad7/wording").status_code == 404
    assert ana.post("/measures/gad7/wording/confirmed", {}).status_code == 404


def test_loaded_wording_outlives_a_new_start(app, run):
    run(questionnaire())
    with app.app_context(), writing():
        install_library(at=LONG_AGO)
        db.session.commit()
    assert "gad7: version 2" in run(questionnaire()).output


def test_the_real_questionnaires_load(app, cast):
    for path in shared_data_files("questionnaire_*_fhir_r4.json"):
        result = app.test_cli_runner().invoke(args=["measures", "wording", str(path)])
        assert "version 2 has its wording" in result.output
