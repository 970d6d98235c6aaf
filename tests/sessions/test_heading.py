"""The head says what is taught, with whom and how full the group is; the foot what is ready."""

import re

import pytest
from sqlalchemy import delete, select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.curricula import Module, PlannedSkill, Skill
from dashboard.models.group_sessions import GroupSession, Substitute

MINDFULNESS, TOLERANCE = "Mindfulness", "Distress tolerance"


def state_line(browser, path):
    found = re.search(r'<p class="session-state">(.*?)</p>', browser.get(path).text, re.S)[1]
    return " ".join(re.sub(r"<[^>]+>", "", found).split())


def plan_modules(*names):
    """Plan a skill of a module for each session of the group, in order; "" is none."""
    db.session.execute(delete(PlannedSkill))
    ids = db.session.scalars(select(GroupSession.id).order_by(GroupSession.starts_at)).all()
    for session_id, name in zip(ids, names, strict=False):
        query = select(Skill.id).join(Skill.module).where(Module.name == name)
        for skill_id in db.session.scalars(query.order_by(Skill.id).limit(1)):
            db.session.add(PlannedSkill(group_session_id=session_id, skill_id=skill_id))


@pytest.mark.parametrize(
    ("planned", "said"),
    [
        ((MINDFULNESS, TOLERANCE), f"{TOLERANCE}, week 1"),
        ((TOLERANCE, TOLERANCE), f"{TOLERANCE}, week 2"),
        ((TOLERANCE, "", TOLERANCE), "DBT skills"),
    ],
)
def test_the_module_and_its_week_come_first(app, ana, meeting, planned, said):
    with app.app_context(), writing():
        plan_modules(*planned)
        db.session.commit()
    facts = "with Ben Okafor · 3 of 10 seats · 0 of 3 present · 0 of 3 checked in"
    assert state_line(ana, meeting.path) == f"{said} · {facts}"


def test_a_substitute_is_told_nothing_of_the_group(app, as_user, cast, meeting):
    with app.app_context(), writing():
        plan_modules()
        standing_in = {"group_session_id": meeting.session_id, "user_id": cast.cleo.id}
        db.session.add(Substitute(**standing_in))
        db.session.commit()
    line = state_line((as_user(cast.cleo.email)), meeting.path)
    assert line == "DBT skills · 0 of 3 present · 0 of 3 checked in"


def test_the_foot_says_how_many_notes_are_ready(ana, save, written):
    def ready():
        return ana.get(f"{written.path}/entries").json["ready"]

    assert ready() == "3 of 3 notes ready"
    save(ana, f"attendance:{written.stays[0]}", "mark", "no_show", "present")
    assert ready() == "2 of 2 notes ready"
    before = ana.get(f"{written.path}/entries").json["values"]
    target = f"progress-note:{written.stays[1]}"
    save(ana, target, "response", "Tried ___ in the room.", before[f"{target}.response"])
    assert ready() == "1 of 2 notes ready"
    assert "1 of 2 notes ready" in ana.get(written.path).text
