"""The page of score imports: what would happen, then all of it, and the same file again."""

import re
from io import BytesIO

import pytest
from sqlalchemy import func, select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.measures import Assessment
from dashboard.models.participants import Participant
from tests.factories import make_group
from tests.imports.conftest import LATE

PAGE = "/imports/assessments"
WIDE = b"id,mood_1,mood_2\n1,14,\n2.0,9,NA\n"


@pytest.fixture
def max_(app, cast, as_user):
    """Max at his browser, with the people 1 and 2 in a group of Ana's."""
    app.config["NOW"] = lambda: LATE
    with app.app_context(), writing():
        for number, stay in enumerate(make_group(cast.ana, people=2).enrollments, 1):
            db.session.get_one(Participant, stay.participant_id).code = str(number)
        db.session.commit()
    return as_user(cast.max.email)


def upload(browser, content, **typed):
    said = {"measure": "gad7", "prefix": "mood_", **typed}
    return browser.post(PAGE, {**said, "file": (BytesIO(content), "mood.csv")}).text


def confirm(browser, preview):
    """Send the second step as the page holds it."""
    inputs = [
        dict(re.findall(r'(\w+)="([^"]*)"', tag)) for tag in re.findall(r"<input[^>]*>", preview)
    ]
    chosen = re.findall(
        r'<select[^>]* name="(\w+)".*?<option selected value="(\w*)"', preview, re.S
    )
    sent = {each["name"]: each.get("value", "") for each in inputs if "name" in each}
    del sent["csrf_token"]
    return browser.post(f"{PAGE}/confirmed", {**sent, **dict(chosen)})


def kept(app):
    with app.app_context():
        return db.session.scalar(select(func.count(Assessment.id)))


def cells(page):
    rows = re.findall(r"<tr>\s*<th scope=\"row\">(.*?)</tr>", page, re.DOTALL)
    return [[part.strip() for part in re.sub(r"<[^>]+>", "|", row).split("|")] for row in rows]


def test_each_row_is_told_and_nothing_is_written_before_the_second_step(app, max_):
    preview = upload(max_, WIDE)
    assert "2 new, 0 unchanged, 0 corrections, 2 empty, 0 wrong" in preview
    told = [[part for part in row if part] for row in cells(preview)]
    assert told[:2] == [
        ["2", "1", "gad7", "2026-09-29", "14", "new"],
        ["2", "1", "gad7", "week 2", "empty"],
    ]
    assert kept(app) == 0


def test_all_of_it_is_written_once_however_often_it_is_confirmed(app, max_):
    preview = upload(max_, WIDE)
    assert confirm(max_, preview).location == PAGE
    assert (kept(app), confirm(max_, preview).location, kept(app)) == (2, PAGE, 2)
    assert "0 new, 2 unchanged" in upload(max_, WIDE)


def test_a_file_that_is_refused_leaves_what_was_said_about_it(app, max_):
    page = upload(max_, WIDE, prefix="weekly_", id_column="id", week_offset="x")
    assert "say what their names begin with" in upload(max_, WIDE, prefix="weekly_")
    assert "Not a valid integer value." in page
    assert 'value="weekly_"' in page and 'value="id"' in page and 'value="x"' in page
    assert re.search(r'<option selected[^>]*value="gad7"', page)


def test_a_preview_of_somebody_else_or_of_long_ago_is_refused_plainly(app, max_, as_user, cast):
    preview = upload(max_, WIDE)
    answer = confirm(as_user(cast.lena.email), preview)
    assert "The preview is too old. Choose the file again." in answer.text
    assert kept(app) == 0
