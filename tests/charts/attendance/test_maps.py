"""Maps: a letter and its words for every mark and skill, and nothing counted that is unknown."""

import pytest

from dashboard.charts import attendance_heat_map, skills_heat_map
from dashboard.charts.rows import Meeting, PersonMarks, PersonSkills, SkillState
from dashboard.clinical.words import Mark
from tests.charts.figures import checked

PEOPLE = (
    PersonMarks("Dana", (Mark.PRESENT, Meeting.CANCELLED, Mark.LATE_CANCELLATION, None)),
    PersonMarks("Eli", (Meeting.NOT_ENROLLED, Meeting.CANCELLED, Mark.LATE, None)),
)
SKILLS = (
    PersonSkills("Dana", (SkillState.ATTENDED, SkillState.MISSED, SkillState.NOT_YET)),
    PersonSkills("Eli", (SkillState.ATTENDED, SkillState.MADE_UP, SkillState.NOT_YET)),
)


def test_every_mark_is_a_letter_with_words() -> None:
    figure = checked(attendance_heat_map(PEOPLE, (1, 2, 3, 4)))
    assert figure.data[0].text == ("P", "–", "C", "?")
    assert figure.data[1].text == ("", "–", "L", "?")
    assert figure.data[0].hovertext[2] == "Dana, week 3: late cancellation"
    assert figure.layout.yaxis.ticktext == ("Dana", "Eli")


def test_the_legend_has_the_words_of_the_letters_that_occur() -> None:
    data = attendance_heat_map(PEOPLE, (1, 2, 3, 4)).plot["data"]
    assert [entry["name"] for entry in data[2:]] == [
        "P present",
        "L late",
        "C late cancellation",
        "– session cancelled",
        "not enrolled",
        "? not recorded",
    ]


def test_what_is_not_recorded_is_not_an_absence() -> None:
    chart = attendance_heat_map(PEOPLE, (1, 2, 3, 4))
    assert chart.summary == (
        "2 of 3 recorded marks are attended. 2 not recorded, counted as neither."
    )
    assert chart.table.rows[1] == (
        "Eli",
        "not enrolled",
        "session cancelled",
        "late",
        "not recorded",
    )


def test_marks_must_match_the_weeks() -> None:
    with pytest.raises(ValueError, match="zip"):
        attendance_heat_map(PEOPLE, (1, 2))


def test_a_group_that_has_not_met_says_so() -> None:
    chart = attendance_heat_map((), (1, 2))
    checked(chart)
    assert chart.summary == "No session held yet."


def test_skills_run_down_and_people_across() -> None:
    chart = skills_heat_map(SKILLS, ("STOP", "TIP", "GIVE"))
    figure = checked(chart)
    assert [entry.text for entry in figure.data[:3]] == [("✓", "✓"), ("✕", "M"), ("", "")]
    assert chart.summary == "2 of 3 skills taught. Attended or made up 3 of 4 times."
    assert chart.table.rows[1] == ("TIP", "missed", "made up")


def test_no_skill_taught_is_said() -> None:
    assert skills_heat_map((), ("STOP",)).summary == "0 of 1 skills taught."
