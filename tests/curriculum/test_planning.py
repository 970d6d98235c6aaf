"""Planning a cycle on its page: from a preset, week by week, and who may."""

import pytest
from sqlalchemy import select

from dashboard.clinical.words import FacilitatorRole
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.curricula import PlannedSkill, Skill
from dashboard.models.groups import Cycle, Facilitator
from tests.factories import make_group


def text(answer):
    return " ".join(answer.get_data(as_text=True).split())


@pytest.fixture
def ana(as_user, cast, taught):
    return as_user(cast.ana.email)


@pytest.fixture
def planned(app, taught):
    """The keys of the skills planned for a week."""

    def planned(week):
        session_id = taught.session_ids[week - 1]
        query = select(Skill.key).join(PlannedSkill, PlannedSkill.skill_id == Skill.id)
        with app.app_context():
            found = db.session.scalars(query.where(PlannedSkill.group_session_id == session_id))
            return sorted(found)

    return planned


def path(taught, what):
    return f"/curriculum/groups/{taught.group_id}/cycles/1/{what}"


def test_the_page_offers_presets_and_the_weeks_ahead(ana, taught):
    page = text(ana.get(f"/curriculum/groups/{taught.group_id}/plan"))
    assert "DBT, 24 weeks standard (24 weeks)" in page
    assert page.count("<details") - page.count("<details data-closes") >= 4
    assert f'name="week_{taught.session_ids[4]}"' in page
    assert f'name="week_{taught.session_ids[3]}"' not in page


def test_a_preset_is_used(ana, taught, planned):
    form = {"preset": "dbt_8_weeks_emotion_regulation", "version": "2"}
    answer = ana.post(path(taught, "preset"), form)
    assert answer.status_code == 303
    assert (planned(5), planned(2)[0]) == (["opposite_action", "problem_solving"], "effectively")
    page = text(ana.get(f"/curriculum/groups/{taught.group_id}"))
    assert "DBT, 8 weeks: mindfulness and emotion regulation" in page


def test_no_preset_keeps_what_is_planned(ana, taught, planned):
    assert ana.post(path(taught, "preset"), {"preset": "own", "version": "2"}).status_code == 303
    assert planned(5) == ["accepts", "self_soothe"]
    assert "A plan of the group&#39;s own" in text(ana.get(f"/curriculum/groups/{taught.group_id}"))


def test_an_unknown_preset_is_said(ana, taught, planned):
    answer = ana.post(path(taught, "preset"), {"preset": "x", "version": "2"})
    assert (answer.status_code, "Not a valid choice." in text(answer)) == (200, True)


def week_form(app, taught, *keys, version="2"):
    with app.app_context():
        ids = [db.session.scalars(select(Skill.id).where(Skill.key == key)).one() for key in keys]
    return {"version": version, f"week_{taught.session_ids[4]}": [str(id_) for id_ in ids]}


def test_weeks_are_planned_by_hand(app, ana, taught, planned):
    assert ana.post(path(taught, "weeks"), week_form(app, taught, "tip")).status_code == 303
    assert (planned(5), planned(6)) == (["tip"], [])


def test_a_stale_plan_keeps_what_was_chosen(app, ana, taught, planned):
    ana.post(path(taught, "weeks"), week_form(app, taught, "tip"))
    answer = ana.post(path(taught, "weeks"), week_form(app, taught, "stop"))
    assert (answer.status_code, planned(5)) == (409, ["tip"])
    assert "What you chose is still here" in text(answer)
    assert 'name="version" type="hidden" value="3"' in text(answer)
    stale = ana.post(path(taught, "preset"), {"preset": "own", "version": "x"})
    assert stale.status_code == 409


def test_a_skill_from_elsewhere_is_refused(ana, taught, planned):
    form = {"version": "2", f"week_{taught.session_ids[4]}": ["4611686"]}
    answer = ana.post(path(taught, "weeks"), form)
    assert (answer.status_code, planned(5)) == (200, ["accepts", "self_soothe"])


def test_who_keeps_the_roster_plans(app, as_user, cast, taught):
    with app.app_context(), writing():
        role = {"group_id": taught.group_id, "role": FacilitatorRole.OBSERVER}
        since = db.session.scalars(select(Cycle.starts_on)).first()
        db.session.add(Facilitator(user_id=cast.ben.id, since=since, **role))
        db.session.commit()
    page = f"/curriculum/groups/{taught.group_id}/plan"
    found = {name: as_user(user.email).get(page).status_code for name, user in vars(cast).items()}
    assert found == {"ana": 200, "ben": 404, "cleo": 404, "lena": 200, "max": 200}
    ben = as_user(cast.ben.email)
    assert ben.post(path(taught, "weeks"), {"version": "2"}).status_code == 404


def test_a_group_without_a_curriculum_or_cycle_has_no_plan(app, ana, cast, taught):
    with app.app_context(), writing():
        group_id = make_group(db.session.merge(cast.ana)).group.id
        db.session.commit()
    assert ana.get(f"/curriculum/groups/{group_id}/plan").status_code == 404
    assert "No curriculum" in text(ana.get(f"/curriculum/groups/{group_id}"))
