"""Each field of the session page is written over what its writer saw, and over nothing else."""

import pytest


def values(browser, meeting):
    return browser.get(f"{meeting.path}/entries").json["values"]


def place(meeting, target):
    return target.format(stay=meeting.stays[0])


@pytest.mark.parametrize(
    ("target", "field", "value"),
    [
        ("attendance:{stay}", "mark", "late"),
        ("attendance:{stay}", "homework", "partly"),
        ("attendance:{stay}", "practice_rating", "7"),
        ("progress-note:{stay}", "participation", "prompted"),
        ("progress-note:{stay}", "risk", "none_voiced"),
        ("progress-note:{stay}", "response", "Spoke of work.\nStayed with it."),
        ("progress-note:{stay}", "plan", "Once a day"),
        ("group-note", "topic", "Radical acceptance"),
        ("group-note", "interventions", "Taught and practiced"),
        ("group-session", "started_at", "18:02"),
        ("group-session", "homework_set", "One skill a day"),
    ],
)
def test_each_field_is_kept_and_taken_back(ana, save, meeting, target, field, value):
    target = place(meeting, target)
    assert save(ana, target, field, value) == {
        "target": target,
        "field": field,
        "status": "saved",
        "value": value,
    }
    assert values(ana, meeting)[f"{target}.{field}"] == value
    assert save(ana, target, field, "", value)["value"] == ""
    assert values(ana, meeting)[f"{target}.{field}"] == ""


def test_a_skill_is_taught_or_not(ana, save, meeting):
    field = str(meeting.skill_id)
    assert save(ana, "skills", field, "taught")["status"] == "saved"
    assert values(ana, meeting)[f"skills.{field}"] == "taught"
    assert save(ana, "skills", field, "", "taught")["status"] == "saved"
    assert values(ana, meeting)[f"skills.{field}"] == ""


def test_how_somebody_used_one_skill(ana, save, meeting):
    target, field = f"practice:{meeting.stays[0]}", str(meeting.skill_id)
    assert save(ana, target, field, "3")["value"] == "3"
    assert save(ana, target, field, "4", "3")["value"] == "4"
    assert save(ana, target, field, "", "4")["value"] == ""


@pytest.mark.parametrize(
    ("target", "field", "value", "words"),
    [
        ("attendance:{stay}", "mark", "asleep", "Choose one of the answers"),
        ("attendance:{stay}", "minutes_attended", "60", "Choose a mark first"),
        ("attendance:{stay}", "practice_rating", "8", "from 0 to 7"),
        ("attendance:{stay}", "practice_rating", "x", "from 0 to 7"),
        ("attendance:{stay}", "version", "3", "no such field"),
        ("attendance:999", "mark", "present", "not in this group"),
        ("attendance:x", "mark", "present", "no such place"),
        ("attendance", "mark", "present", "no such place"),
        ("group-note:3", "topic", "x", "no such place"),
        ("elsewhere", "topic", "x", "no such place"),
        ("progress-note:{stay}", "risk", "high", "Choose one of the answers"),
        ("progress-note:{stay}", "response", "x" * 20_001, "at most 20,000 characters"),
        ("group-session", "started_at", "quarter past", "a time such as 18:05"),
        ("group-session", "homework_set", "x" * 20_001, "at most 20,000 characters"),
        ("skills", "{skill}", "learned", "taught or it was not"),
        ("skills", "999999", "taught", "has no such skill"),
        ("skills", "x", "taught", "no such field"),
        ("practice:{stay}", "{skill}", "9", "from 0 to 7"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(ana, save, meeting, target, field, value, words):
    field = field.format(skill=meeting.skill_id)
    result = save(ana, place(meeting, target), field, value)
    assert result["status"] == "refused"
    assert words in result["message"]


def test_present_brings_the_minutes_and_a_missed_session_takes_them(ana, save, meeting):
    target = f"attendance:{meeting.stays[0]}"
    entry = {"target": target, "field": "mark", "value": "present", "base": ""}
    answer = ana.post(f"{meeting.path}/entries", json={"entries": [entry]}).json
    assert [(each["field"], each["value"]) for each in answer["results"]] == [
        ("mark", "present"),
        ("minutes_attended", "90"),
    ]
    assert answer["present"] == "1 of 3 present"
    assert save(ana, target, "minutes_attended", "721", "90")["status"] == "refused"
    assert save(ana, target, "minutes_attended", "70", "90")["value"] == "70"
    assert save(ana, target, "mark", "late", "present")["value"] == "late"
    assert values(ana, meeting)[f"{target}.minutes_attended"] == "70"
    assert save(ana, target, "minutes_attended", "", "70")["value"] == ""
    save(ana, target, "mark", "no_show", "late")
    assert values(ana, meeting)[f"{target}.minutes_attended"] == ""


def test_minutes_are_those_of_the_session_as_it_happened(ana, save, meeting):
    save(ana, "group-session", "started_at", "18:10")
    save(ana, "group-session", "ended_at", "19:20")
    target = f"attendance:{meeting.stays[0]}"
    save(ana, target, "mark", "present")
    assert values(ana, meeting)[f"{target}.minutes_attended"] == "70"


def test_a_session_stops_after_it_starts_also_after_midnight(ana, save, meeting):
    save(ana, "group-session", "started_at", "18:10")
    result = save(ana, "group-session", "ended_at", "18:10")
    assert "stops after it starts" in result["message"]
    assert values(ana, meeting)["group-session.ended_at"] == ""
    assert save(ana, "group-session", "ended_at", "00:15")["value"] == "00:15"
