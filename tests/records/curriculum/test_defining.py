"""A curriculum of one's own: named, changed, and never taken from under a record."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from dashboard.errors import Conflict, Refused
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.curricula import Curriculum, Module, SkillMakeUp
from dashboard.models.groups import GroupType
from dashboard.records.curriculum import (
    NamedModule,
    NamedSkill,
    Outline,
    assign_curriculum,
    change_curriculum,
    define_curriculum,
)
from tests.cast import make_cast
from tests.factories import LONG_AGO
from tests.factories.teaching import make_taught_group

WHO = {"by": 1, "at": LONG_AGO}


def module(name, *skills, id_=None):
    return NamedModule(name, tuple(NamedSkill(skill) for skill in skills), id_)


def loaded(key):
    db.session.expire_all()
    with_skills = selectinload(Curriculum.modules).selectinload(Module.skills)
    query = select(Curriculum).options(with_skills).where(Curriculum.key == key)
    return db.session.scalars(query).one()


def outline_of(row, renamed=(), without=()):
    """The curriculum as it is, with names changed and parts left out, both by key."""
    names = dict(renamed)
    modules = [
        NamedModule(
            names.get(each.key, each.name),
            tuple(
                NamedSkill(names.get(skill.key, skill.name), skill.id)
                for skill in each.skills
                if skill.key not in without
            ),
            each.id,
        )
        for each in row.modules
        if each.key not in without
    ]
    return Outline(row.name, tuple(modules))


@pytest.fixture
def grief(database):
    make_cast()
    parts = (module("Telling", "The story", "Photographs"), module("Living", "Small steps"))
    define_curriculum(Outline(" Grief  work ", (*parts, module("", "", " "))), **WHO)
    return loaded("grief_work")


def test_it_is_kept_as_typed_with_keys_of_its_own(grief):
    contents = grief.contents
    assert (contents.key, contents.name) == ("grief_work", "Grief work")
    assert [(each.key, each.name) for each in contents.modules] == [
        ("telling", "Telling"),
        ("living", "Living"),
    ]
    assert [skill.key for skill in contents.skills] == ["the_story", "photographs", "small_steps"]


def test_renaming_keeps_keys_and_adding_comes_after(grief):
    renamed = outline_of(grief, [("the_story", "My story"), ("telling", "Saying")])
    more = NamedModule(
        "Saying", (*renamed.modules[0].skills, NamedSkill("Letters")), grief.modules[0].id
    )
    change_curriculum(
        grief,
        Outline("Grief", (more, renamed.modules[1], module("Ending", "The story!"))),
        version=grief.version,
        **WHO,
    )
    contents = loaded("grief_work").contents
    assert [(skill.key, skill.name) for skill in contents.skills] == [
        ("the_story", "My story"),
        ("photographs", "Photographs"),
        ("letters", "Letters"),
        ("small_steps", "Small steps"),
        ("the_story_2", "The story!"),
    ]
    assert [each.name for each in contents.modules] == ["Saying", "Living", "Ending"]


def test_what_nobody_uses_can_be_taken_away(grief):
    without = outline_of(grief, without=["photographs", "living"])
    change_curriculum(grief, without, version=grief.version, **WHO)
    row = loaded("grief_work")
    assert [skill.key for skill in row.contents.skills] == ["the_story"]
    assert row.version == 2


def test_what_is_made_up_somewhere_stays(grief):
    stay = make_taught_group(ana()).rosa
    skill = grief.modules[1].skills[0]
    db.session.add(SkillMakeUp(enrollment_id=stay.id, skill_id=skill.id, on_date=stay.joined_on))
    with pytest.raises(Refused, match="Small steps is in use") as refusal:
        change_curriculum(
            grief, outline_of(grief, without=["living"]), version=grief.version, **WHO
        )
    assert refusal.value.field == "modules"


def ana():
    return db.session.scalars(select(User).where(User.email == "ana@example.org")).one()


def test_what_a_preset_plans_stays(grief):
    dbt = loaded("dbt")
    with pytest.raises(Refused, match="Validation is in use"):
        change_curriculum(dbt, outline_of(dbt, without=["validation"]), version=1, **WHO)
    first, *others = outline_of(dbt).modules
    moved = (NamedModule("Other", first.skills), *others)
    with pytest.raises(Refused, match="Mindfulness is in a plan"):
        change_curriculum(dbt, Outline("DBT", moved), version=1, **WHO)


@pytest.mark.parametrize(
    ("outline", "field", "said"),
    [
        (Outline(" ", (module("A", "b"),)), "name", "Give it a name."),
        (Outline("x" * 121, (module("A", "b"),)), "name", "A name has at most 120 characters."),
        (Outline("A", ()), "modules", "A curriculum needs one skill at least."),
        (Outline("A", (module("B"),)), "modules", "B needs a skill, or no name."),
        (Outline("A", (module("", "b"),)), "modules", "Give every module that has skills a name."),
        (Outline("A", (module("B", "c", "C "),)), "modules", "C is there twice."),
        (Outline("A", (module("B", "c"), module("b", "d"))), "modules", "B is there twice."),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(grief, outline, field, said):
    with pytest.raises(Refused) as refusal:
        define_curriculum(outline, **WHO)
    assert (refusal.value.field, str(refusal.value).casefold()) == (field, said.casefold())


def test_somebody_elses_change_is_not_overwritten(grief):
    with pytest.raises(Conflict):
        change_curriculum(grief, outline_of(grief), version=7, **WHO)


def test_kinds_of_group_teach_one_curriculum_each(grief):
    kinds = {kind.key: kind for kind in db.session.scalars(select(GroupType))}
    dbt_id = kinds["dbt_skills"].curriculum_id
    assign_curriculum(grief, {kinds["grief"].id, kinds["trauma"].id}, **WHO)
    assign_curriculum(grief, {kinds["grief"].id}, **WHO)
    found = {kind.key: kind.curriculum_id for kind in kinds.values() if kind.curriculum_id}
    assert found == {"grief": grief.id, "dbt_skills": dbt_id}
