"""Times and plans in a psychotherapy note."""

import pytest

from dashboard.clinical.notes import HintKind, psychotherapy_hints

TIMES, PLAN = HintKind.TIMES, HintKind.PLAN
HINTS = {
    "": [],
    "She called at 6 pm.": [],
    "I plan nothing here; the stop sign of page 3.": [],
    "Two to three people wept.": [],
    "On 3 to 5 days a week.": [],
    "6:00 pm to 7:30 pm": [(TIMES, "6:00 pm to 7:30 pm")],
    "We met 6-7:30pm, all of us": [(TIMES, "6-7:30pm")],
    "18.00 – 19.30": [(TIMES, "18.00 – 19.30")],
    "Session started at 6 p.m. sharp": [(TIMES, "started at 6 p.m.")],
    "Start time: 18:00\nStop: 19:30": [(TIMES, "Start time: 18:00"), (TIMES, "Stop: 19:30")],
    "A dream.\n- Plan: exposure again": [(PLAN, "- Plan: exposure again")],
    "P: call": [(PLAN, "P: call")],
    "The treatment plan bores me": [(PLAN, "treatment plan")],
    "Plan for the next session: 6 to 7 pm": [
        (PLAN, "Plan for the next session"),
        (TIMES, "6 to 7 pm"),
    ],
    "Homework: from 6 to 7 pm": [(PLAN, "Homework: from 6 to 7 pm")],
}


@pytest.mark.parametrize("text", HINTS)
def test_what_belongs_in_the_progress_note_is_marked(text):
    found = psychotherapy_hints(text)
    assert [(hint.kind, hint.text) for hint in found] == HINTS[text]
    assert [text[hint.start : hint.end] for hint in found] == [hint.text for hint in found]


def test_a_hint_says_where_it_belongs():
    (hint,) = psychotherapy_hints("Plan: rest")
    assert hint.message == "A plan belongs in the progress note."
