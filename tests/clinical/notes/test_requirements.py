"""What a group record lacks."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dashboard.clinical.notes import Gap, GapPlace, PersonRecord, SessionRecord, record_gaps
from dashboard.clinical.words import ATTENDED_MARKS, MISSED_MARKS, Mark

START, STOP = datetime(2026, 11, 24, 23, tzinfo=UTC), datetime(2026, 11, 25, 0, 30, tzinfo=UTC)
ROSA = PersonRecord(1, "Rosa Lind", Mark.PRESENT, "Named one trigger.")
IDRIS = PersonRecord(2, "Idris Vane", Mark.NO_SHOW, "")
COMPLETE = SessionRecord(START, STOP, "Chain analysis", (ROSA, IDRIS))

NO_START = Gap(GapPlace.START, "When the session started is missing.")
NO_STOP = Gap(GapPlace.STOP, "When the session stopped is missing.")
ORDER = Gap(GapPlace.STOP, "The session stops before it starts: correct one of the times.")
NO_DEED = Gap(GapPlace.INTERVENTIONS, "The interventions are missing from the group note.")
NO_WORD = Gap(GapPlace.RESPONSE, "Rosa Lind's response is missing from the progress note.", 1)
NO_MARK = Gap(GapPlace.NUMBER_PRESENT, "Attendance is not recorded for Idris Vane.", 2)
NOBODY = Gap(GapPlace.NUMBER_PRESENT, "Nobody is marked as present.")

GAPS = [
    ({}, []),
    ({"started_at": None}, [NO_START]),
    ({"ended_at": None}, [NO_STOP]),
    ({"started_at": None, "ended_at": None}, [NO_START, NO_STOP]),
    ({"started_at": STOP}, [ORDER]),
    ({"interventions": " \n"}, [NO_DEED]),
    ({"people": (replace(ROSA, response="\t"), IDRIS)}, [NO_WORD]),
    ({"people": (ROSA, replace(IDRIS, mark=None))}, [NO_MARK]),
    ({"people": (IDRIS,)}, [NOBODY]),
    ({"people": ()}, [NOBODY]),
    ({"people": (replace(IDRIS, mark=None),)}, [NO_MARK]),
]


@pytest.mark.parametrize(("changed", "gaps"), GAPS)
def test_each_thing_that_is_missing_is_named(changed, gaps):
    assert list(record_gaps(replace(COMPLETE, **changed))) == gaps


@pytest.mark.parametrize("mark", sorted(ATTENDED_MARKS))
def test_everyone_who_was_there_needs_a_response(mark):
    assert record_gaps(replace(COMPLETE, people=(replace(ROSA, mark=mark, response=""),))) == (
        NO_WORD,
    )


@pytest.mark.parametrize("mark", sorted(MISSED_MARKS))
def test_nobody_who_missed_the_session_needs_a_response(mark):
    assert record_gaps(replace(COMPLETE, people=(ROSA, replace(IDRIS, mark=mark)))) == ()


def test_the_number_present_is_unknown_while_a_mark_is_missing():
    assert COMPLETE.number_present == 1
    assert replace(COMPLETE, people=(ROSA, replace(IDRIS, mark=None))).number_present is None
