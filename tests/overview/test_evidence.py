"""The words beside each name on Today: what the reasons rest on."""

from datetime import date

import pytest

from dashboard.caseload.outcomes import Standing
from dashboard.caseload.session_page import RosterRow
from dashboard.caseload.session_page.roster import LatestScore
from dashboard.caseload.today import PersonNeeding, Reason
from dashboard.clinical.measures import library_measure
from dashboard.clinical.outcomes.windows import DatedScore
from dashboard.clinical.words import Track
from dashboard.models.participants import Enrollment
from dashboard.overview.presenters import evidence


def row_with(score):
    return RosterRow(
        stay=Enrollment(),
        attendance=None,
        score=score,
        is_expected=True,
        is_first=False,
        missed_last=False,
        homework_last=None,
        has_safety_flag=False,
    )


@pytest.mark.parametrize(
    ("values", "today", "baseline", "reasons", "words"),
    [
        ((), None, None, (), "No BSL-23 yet"),
        ((1.5,), 1.5, None, (), "BSL-23 1.5, the first"),
        ((1.5, 2.087), 2.087, None, (), "BSL-23 2.09"),
        ((1.5, 2.0), None, 1.5, (), "BSL-23 2 last, none this week"),
        ((1.5, 3.0, 2.5), 2.5, 1.5, (Reason.WORSE,), "BSL-23 1.5 at the start, 2.5 now"),
        (
            *((3.0, 3.0), 3.0, 3.0, (Reason.NOT_ON_TRACK,)),
            "BSL-23 3 at the start, 3 now. Week 5, still at or above the cutoff of 1.5",
        ),
    ],
)
def test_each_name_stands_with_its_evidence(values, today, baseline, reasons, words):
    row = row_with(LatestScore(values, today, None))
    first = None if baseline is None else DatedScore(date(2026, 10, 6), 1, baseline)
    person = PersonNeeding(row, reasons, Standing(Track.AMBER, 5, first))
    assert evidence(person, library_measure("bsl23")) == words


def test_a_measure_on_which_higher_is_better_has_its_clinical_side_below():
    row = row_with(LatestScore((9.0, 9.0), 9.0, 0.0))
    standing = Standing(Track.AMBER, 4, DatedScore(date(2026, 10, 6), 1, 9.0))
    who5 = library_measure("who5")
    said = evidence(PersonNeeding(row, (Reason.NOT_ON_TRACK,), standing), who5)
    assert said == "WHO-5 9 at the start, 9 now. Week 4, still at or below the cutoff of 50"
