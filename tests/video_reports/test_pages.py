"""A report is dropped in, its names are assigned, and attendance is confirmed in one act."""

import re

import pytest
from sqlalchemy import select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.trail import AuditLine
from dashboard.models.video_aliases import VideoAlias
from tests.sessions.conftest import DURING
from tests.video_reports.conftest import EVENING, fields, recorded, zoom


def takes(page):
    return re.findall(r'name="(take-\d+)"', page)


def test_a_name_of_nobody_is_asked_and_nothing_is_written(app, asked):
    assert "Blue Heron" in asked
    assert "Left out because they lead the group: Ana Ruiz." in asked
    assert recorded(app) == []


def test_what_is_confirmed_is_recorded_with_flags_and_names_remembered(
    app, ana, path, answered, meeting
):
    answer = ana.post(f"{path}/confirmed", fields(answered))
    assert (answer.status_code, answer.location) == (303, meeting.path)
    assert recorded(app) == [("present", 90), ("late", 70), ("present", 89)]
    with app.app_context():
        alias = db.session.scalars(select(VideoAlias)).one()
        assert (alias.participant_id, alias.name) == (meeting.people[2], "Blue Heron")
        line = db.session.scalars(select(AuditLine).order_by(AuditLine.id.desc()).limit(1)).one()
        assert (line.action, line.detail) == ("take over video report", {"people": 3})


def test_a_remembered_name_is_not_asked_again(app, ana, drop, path, answered):
    ana.post(f"{path}/confirmed", fields(answered))
    page = drop(EVENING).get_data(as_text=True)
    assert "known by the name remembered from before" in page
    again = ana.post(f"{path}/confirmed", fields(page) | dict.fromkeys(takes(page), "yes"))
    assert again.status_code == 303
    with app.app_context():
        assert len(db.session.scalars(select(VideoAlias)).all()) == 1


def test_nobody_of_this_group_is_an_answer_and_the_rest_stayed_away(app, ana, path, asked):
    form = fields(asked) | {"who-1": "nobody"}
    page = ana.post(f"{path}/confirmed", form).get_data(as_text=True)
    assert "Not in the report." in page
    ana.post(f"{path}/confirmed", fields(page))
    assert [mark for mark, _minutes in recorded(app)] == ["present", "late", "no_show"]
    with app.app_context():
        assert db.session.scalars(select(VideoAlias)).all() == []


def test_two_devices_of_one_name_at_once_are_asked_apart_and_not_remembered(
    app, ana, drop, path, meeting
):
    two = ("iPhone", "06:00:00 PM", "07:30:00 PM", 90), ("iPhone", "06:20:00 PM", "07:30:00 PM", 70)
    page = drop(zoom(*two)).get_data(as_text=True)
    assert re.findall(r'name="name-\d+" value="([^"]+)"', page) == [
        "iPhone (1 of 2)",
        "iPhone (2 of 2)",
    ]
    assert "from 6:20 pm ET to 7:30 pm ET" in page
    said = {f"who-{place}": str(meeting.stays[place]) for place in (1, 2)}
    page = ana.post(f"{path}/confirmed", fields(page) | said).get_data(as_text=True)
    ana.post(f"{path}/confirmed", fields(page))
    assert recorded(app) == [("no_show", None), ("present", 90), ("late", 70)]
    with app.app_context():
        assert db.session.scalars(select(VideoAlias)).all() == []


@pytest.mark.parametrize("answer", ["", "7", "what?"])
def test_who_answers_nothing_is_asked_again(app, ana, path, asked, answer):
    page = ana.post(f"{path}/confirmed", fields(asked) | {"who-1": answer}).get_data(as_text=True)
    assert "Say of each name whose it is." in page
    assert recorded(app) == []


def test_what_stands_already_is_shown_and_not_written_over_without_a_tick(
    app, ana, path, save, asked, meeting
):
    save(ana, f"attendance:{meeting.stays[0]}", "mark", "excused")
    form = fields(asked) | {"who-1": str(meeting.stays[2])}
    page = ana.post(f"{path}/confirmed", form).get_data(as_text=True)
    assert "Recorded already: Excused." in page
    ana.post(f"{path}/confirmed", fields(page))
    assert [mark for mark, _minutes in recorded(app)] == ["excused", "late", "present"]


def test_a_name_said_of_two_people_is_asked_each_time_and_kept_once(
    app, cast, ana, drop, path, meeting
):
    with app.app_context(), writing():
        for person in meeting.people[1:]:
            said = {"said_by_id": cast.ana.id, "said_at": DURING}
            db.session.add(VideoAlias(participant_id=person, name="Blue Heron", **said))
        db.session.commit()
    form = fields(drop(EVENING).get_data(as_text=True)) | {"who-1": str(meeting.stays[2])}
    page = ana.post(f"{path}/confirmed", form).get_data(as_text=True)
    assert ana.post(f"{path}/confirmed", fields(page)).status_code == 303
    with app.app_context():
        assert len(db.session.scalars(select(VideoAlias)).all()) == 2


@pytest.mark.parametrize(
    ("setting", "value", "marks"),
    [
        ("VIDEO_GRACE_MINUTES", 20, ["present", "present", "present"]),
        ("VIDEO_GRACE_MINUTES", 19, ["present", "late", "present"]),
        ("VIDEO_PRESENT_PERCENT", 78, ["present", "present"]),
    ],
)
def test_the_practice_sets_who_was_there_and_who_was_late(
    app, ana, path, asked, meeting, setting, value, marks
):
    app.config[setting] = value
    form = fields(asked) | {"who-1": str(meeting.stays[2])}
    page = ana.post(f"{path}/confirmed", form).get_data(as_text=True)
    ana.post(f"{path}/confirmed", fields(page))
    assert [mark for mark, _minutes in recorded(app)] == marks
