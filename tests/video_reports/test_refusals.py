"""What is wrong with a report, or with what was said of it, is said, and nothing is written."""

import io

import pytest

from tests.video_reports.conftest import EVENING, fields, recorded, zoom

NO_REPORTS = (
    b"\x00\x01\x02",
    b"one,two\n1,2\n",
    b"",
    b"Name,Duration (Minutes)\n",
    b"x" * 400_000,
)


@pytest.mark.parametrize("field", ["mark", "minutes_attended"])
def test_what_another_recorded_meanwhile_stands_and_is_shown(
    app, as_user, cast, ana, path, save, answered, meeting, field
):
    ben = as_user(cast.ben.email)
    target = f"attendance:{meeting.stays[2]}"
    save(ben, target, "mark", "left_early" if field == "mark" else "present")
    if field == "minutes_attended":
        save(ben, target, "minutes_attended", "41", "90")
    page = ana.post(f"{path}/confirmed", fields(answered)).get_data(as_text=True)
    assert "Somebody else recorded attendance here since." in page
    assert "Recorded already:" in page
    assert len(recorded(app)) == 1


def test_minutes_that_are_none_are_said_beside_the_person_and_all_is_kept(
    app, ana, path, answered, meeting
):
    form = fields(answered) | {f"minutes-{meeting.stays[1]}": "9999"}
    page = ana.post(f"{path}/confirmed", form).get_data(as_text=True)
    assert f'id="error-{meeting.stays[1]}">Minutes are a whole number from 0 to' in page
    assert 'value="9999"' in page
    assert recorded(app) == []


def test_with_nothing_ticked_nothing_is_written(app, ana, path, answered):
    form = {name: value for name, value in fields(answered).items() if name[:5] != "take-"}
    page = ana.post(f"{path}/confirmed", form).get_data(as_text=True)
    assert "Nothing is ticked, so nothing would be written." in page
    assert recorded(app) == []


def test_lines_sent_before_every_name_is_said_write_nothing(app, ana, path, asked, meeting):
    form = fields(asked) | {f"mark_seen-{meeting.stays[0]}": "", f"take-{meeting.stays[0]}": "yes"}
    page = ana.post(f"{path}/confirmed", form).get_data(as_text=True)
    assert "Say first whose each name is." in page
    assert recorded(app) == []


@pytest.mark.parametrize("content", NO_REPORTS)
def test_what_is_no_report_gets_a_word_beside_the_field(app, drop, content):
    answer = drop(content)
    assert answer.status_code == 200
    assert 'id="file-error"' in answer.get_data(as_text=True)
    assert recorded(app) == []


def test_no_file_is_asked_for(ana, path):
    assert "Choose a file." in ana.post(path, {}).get_data(as_text=True)
    assert "Nothing is written until you confirm" in ana.get(path).get_data(as_text=True)


def test_a_changed_or_old_preview_asks_for_the_file_again(ana, path, asked):
    page = ana.post(f"{path}/confirmed", fields(asked) | {"carried": "x.y.z"})
    assert "Choose the file again." in page.get_data(as_text=True)


def test_a_stranger_and_a_lead_who_does_not_write_there_find_nothing(as_user, cast, path):
    for user in (cast.cleo, cast.max, cast.lena):
        browser = as_user(user.email)
        assert browser.get(path).status_code == 404
        assert browser.post(path, {"file": (io.BytesIO(EVENING), "a.csv")}).status_code == 404
        assert browser.post(f"{path}/confirmed", {}).status_code == 404


def test_a_session_that_began_late_is_read_against_its_own_times(ana, save, drop):
    save(ana, "group-session", "started_at", "18:20")
    save(ana, "group-session", "ended_at", "19:30")
    page = drop(zoom(("Omar Reyes", "06:20:00 PM", "07:30:00 PM", 70))).get_data(as_text=True)
    assert "In the room 70 of 70 minutes, known by name." in page


def test_a_line_that_is_not_clear_is_said_with_its_number(drop):
    page = drop(zoom(("Iris Holm", "soon", "07:30:00 PM", 91))).get_data(as_text=True)
    assert "Line 2:" in page
