"""Styles and scripts: several in one file, packed, kept by browsers until it changes."""

import gzip
import re

import pytest

from dashboard.web.assets import TOGETHER
from tests.architecture.house import ROOT

STATIC = ROOT / "static"
SCRIPT = """try {{
{}}} catch (problem) {{
  reportError(problem);
}}
"""


@pytest.fixture
def sheet(browser):
    """The address of the sheet, as the sign-in page has it."""
    page = browser.get("/sign-in").get_data(as_text=True)
    (address,) = re.findall('href="(/assets/[0-9a-f]{16}/groupwork[.]css)"', page)
    return address


def test_the_sheet_is_every_part_in_its_order(browser, sheet):
    names = TOGETHER["groupwork.css"]
    parts = [(STATIC / "css" / f"{name}.css").read_text() for name in names]
    assert browser.get(sheet).get_data(as_text=True) == "\n".join(parts)


@pytest.mark.parametrize("name", ["groupwork.js", "session.js"])
def test_each_script_of_several_fails_for_itself(browser, name):
    parts = [(STATIC / "js" / f"{part}.js").read_text() for part in TOGETHER[name]]
    told = browser.get(f"/assets/{'0' * 16}/{name}").get_data(as_text=True)
    assert told == "\n".join(SCRIPT.format(part) for part in parts)


def test_every_script_is_loaded_in_one_way():
    """Together with others, or by the pages that name it."""
    templates = "".join(path.read_text() for path in (ROOT / "templates").rglob("*.html"))
    named = re.findall(r"asset\('js/(\w+)\.js'\)", templates)
    together = [*TOGETHER["groupwork.js"], *TOGETHER["session.js"]]
    files = [
        path.relative_to(STATIC / "js").with_suffix("").as_posix()
        for path in (STATIC / "js").rglob("*.js")
    ]
    assert sorted([*set(named), *together]) == sorted(files)


def test_styles_and_scripts_are_kept_for_a_year_and_packed(browser, sheet):
    plain, packed = browser.get(sheet), browser.get(sheet, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert gzip.decompress(packed.get_data()) == plain.get_data()


def test_an_address_of_older_content_gives_todays_and_is_not_kept(browser, sheet):
    older = re.sub("[0-9a-f]{16}", "0" * 16, sheet)
    answer = browser.get(older)
    assert answer.get_data() == browser.get(sheet).get_data()
    assert "immutable" not in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    "name", ["css", "css/no_such.css", "..%2Fwsgi.py", "css/..%2F..%2Fwsgi.py"]
)
def test_what_is_no_static_file_is_missing(browser, name):
    assert browser.get(f"/assets/{'0' * 16}/{name}").status_code == 404
