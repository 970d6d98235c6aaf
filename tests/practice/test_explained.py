"""Each setting of the practice is explained where it is set: to eyes, and to screen readers."""

import re

import pytest
from sqlalchemy import select

from dashboard.extensions import db
from dashboard.models.groups import GroupType

CONTROL = re.compile(r"<(?:input|select|textarea)\b[^>]*>")
UNSEEN = re.compile(r'type="(?:hidden|search)"')


def unexplained(page: str) -> list[str]:
    """The controls of forms that write which no text describes."""
    forms = [part.split("</form>")[0] for part in page.split("<form")[1:]]
    writing = "".join(part for part in forms if 'method="post"' in part.split(">")[0])
    seen = [control for control in CONTROL.findall(writing) if not UNSEEN.search(control)]
    assert seen
    return [control for control in seen if 'aria-describedby="' not in control]


@pytest.mark.parametrize("page", ["settings", "accounts", "licenses", "closures"])
def test_every_control_of_the_practices_pages(max_, page):
    assert unexplained(max_.get(f"/practice/{page}").text) == []


def test_every_control_of_an_account_and_of_a_kind_of_group(app, max_, cast):
    with app.app_context():
        kind_id = db.session.scalars(select(GroupType.id).limit(1)).one()
    for path in (f"accounts/{cast.ana.id}", f"group-types/{kind_id}"):
        assert unexplained(max_.get(f"/practice/{path}").text) == []


def test_a_control_without_words_is_found():
    assert unexplained('<form method="post"><input name="x"></form>') == ['<input name="x">']
