"""Homework by week: asked and answered, and what nobody asked."""

from dashboard.charts import homework_map, skills_heat_map
from dashboard.charts.rows import Meeting, PersonHomework, PersonSkills, SkillState
from dashboard.clinical.words import Homework
from tests.charts.figures import checked

PEOPLE = (
    PersonHomework("Dana", (Homework.NOT_ASSIGNED, Homework.DONE, None, Meeting.CANCELLED)),
    PersonHomework("Eli", (Homework.PARTLY, Homework.NOT_DONE, Meeting.NOT_THERE, None)),
)


def test_every_answer_is_a_letter_and_a_gap_is_named() -> None:
    chart = homework_map(PEOPLE, (1, 2, 3, 4))
    assert checked(chart).data[1].text == ("P", "N", "", "?")
    assert chart.summary == "1 of 3 times done, 1 partly. 2 not recorded, counted as neither."
    assert chart.table.rows[0] == (
        "Dana",
        "none was set",
        "done",
        "not recorded",
        "session cancelled",
    )


def test_nothing_reviewed_is_said() -> None:
    chart = homework_map([PersonHomework("Dana", (Homework.NOT_ASSIGNED,))], (1,))
    assert chart.summary == "No homework reviewed yet."


def test_a_skill_whose_attendance_is_not_recorded_is_neither_had_nor_missed() -> None:
    states = (SkillState.NOT_RECORDED, SkillState.NOT_ENROLLED, SkillState.ATTENDED)
    chart = skills_heat_map([PersonSkills("Dana", states)], ["STOP", "TIP", "GIVE"])
    assert chart.summary == "3 of 3 skills taught. Attended or made up 1 of 1 times."
    assert [row[1] for row in chart.table.rows] == [
        "attendance not recorded",
        "not in the group then",
        "attended",
    ]
