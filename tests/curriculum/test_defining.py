"""A curriculum of the practice's own, on its pages."""

import pytest
from sqlalchemy import select

from dashboard.curriculum.defining.actions import check
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.curricula import Curriculum, Module, Skill
from tests.cast import viewer_of

TYPED = {"name": "Grief work", "modules": "Telling", "new_skills": "The story\n\nPhotographs\n"}


def text(answer):
    return " ".join(answer.get_data(as_text=True).split())


@pytest.fixture
def lena(as_user, cast, taught):
    return as_user(cast.lena.email)


@pytest.fixture
def grief(app, lena):
    """The fields of the page of a new curriculum, by what they hold."""
    answer = lena.post("/curriculum/new", TYPED)
    assert answer.status_code == 303
    with app.app_context():
        row = db.session.scalars(select(Curriculum).where(Curriculum.key == "grief_work")).one()
        module = db.session.scalars(select(Module).where(Module.curriculum_id == row.id)).one()
        skills = db.session.scalars(select(Skill).where(Skill.module_id == module.id))
        ids = {skill.key: f"skill_{skill.id}" for skill in skills}
        return {"path": f"/curriculum/{row.id}/edit", "module": module.id, **ids}


def form_of(grief, **change):
    fields = {
        "version": "1",
        "name": "Grief work",
        f"module_{grief['module']}": "Telling",
        grief["the_story"]: "The story",
        grief["photographs"]: "Photographs",
    }
    return {**fields, **change}


def test_it_is_defined_changed_and_shown_to_everyone(cast, as_user, lena, grief):
    change = {grief["the_story"]: "My story", f"more_{grief['module']}": "Letters"}
    form = form_of(grief, **change, group_types="7", modules="Living", new_skills="Small steps")
    assert lena.post(grief["path"], form).status_code == 303
    page = text(as_user(cast.cleo.email).get("/curriculum/"))
    assert "<strong>Telling</strong>: My story, Photographs, Letters" in page
    assert "<strong>Living</strong>: Small steps" in page
    again = text(lena.get(grief["path"]))
    assert 'value="7" checked' in again
    assert 'value="My story"' in again


def test_an_emptied_name_takes_a_skill_away(cast, as_user, lena, grief):
    lena.post(grief["path"], form_of(grief, **{grief["photographs"]: ""}))
    assert "<strong>Telling</strong>: The story<" in text(lena.get("/curriculum/"))


@pytest.mark.parametrize(
    ("change", "said"),
    [({"name": ""}, "Give it a name."), ({"new_skills": "x"}, "Give every module")],
)
def test_a_change_that_cannot_be_keeps_what_was_typed(lena, grief, change, said):
    answer = lena.post(grief["path"], form_of(grief, **change, **{grief["photographs"]: "Pics"}))
    assert (answer.status_code, said in text(answer)) == (200, True)
    assert 'value="Pics"' in text(answer)


def test_a_stale_page_keeps_what_was_typed(lena, grief):
    form = form_of(grief, **{grief["photographs"]: "Pics"})
    assert lena.post(grief["path"], form).status_code == 303
    stale = lena.post(grief["path"], form_of(grief, **{grief["photographs"]: "Drawings"}))
    assert (stale.status_code, 'value="Drawings"' in text(stale)) == (409, True)
    assert 'name="version" type="hidden" value="2"' in text(stale)


def test_nothing_typed_is_refused_on_the_first_page(lena):
    answer = lena.post("/curriculum/new", {"name": "Empty"})
    assert (answer.status_code, "needs one skill at least" in text(answer)) == (200, True)


@pytest.mark.parametrize("path", ["/curriculum/new", "/curriculum/1/edit", "/curriculum/99/edit"])
def test_curricula_are_the_leads_and_administrators_to_define(as_user, cast, taught, path):
    codes = {name: as_user(user.email).get(path).status_code for name, user in vars(cast).items()}
    known = 404 if "99" in path else 200
    assert codes == {"ana": 404, "ben": 404, "cleo": 404, "lena": known, "max": known}


def test_a_therapist_defines_nothing(as_user, cast, taught):
    assert as_user(cast.ana.email).post("/curriculum/new", TYPED).status_code == 404
    with pytest.raises(NotOnCaseload):
        check(viewer_of(cast.ana))
