"""Styles and scripts: one sheet, packed, kept by browsers until it changes, and nothing else."""

import gzip
import re

import pytest

from dashboard.web.assets import STYLES
from tests.architecture.house import ROOT


@pytest.fixture
def sheet(browser):
    """The address of the sheet, as the sign-in page has it."""
    page = browser.get("/sign-in").get_data(as_text=True)
    (address,) = re.findall('href="(/assets/[0-9a-f]{16}/groupwork[.]css)"', page)
    return address


def test_the_sheet_is_every_part_in_its_order(browser, sheet):
    parts = [(ROOT / "static" / "css" / f"{style}.css").read_text() for style in STYLES]
    assert browser.get(sheet).get_data(as_text=True) == "\n".join(parts)


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
