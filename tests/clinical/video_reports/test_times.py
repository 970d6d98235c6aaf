"""Times and durations in many forms; what has two meanings is not guessed."""

from zoneinfo import ZoneInfo

import pytest

from dashboard.clinical.video_reports.problems import Unreadable
from dashboard.clinical.video_reports.times import moments_of, seconds_of
from tests.clinical.video_reports.evening import EVENING, NEW_YORK, frame, local

DURATIONS = {
    "1h 27m 51s": 5271,
    "1 hr 2 min": 3720,
    "58 min": 3480,
    "27m 51s": 1671,
    "45s": 45,
    "1:27:51": 5271,
    "01:00:00": 3600,
    "1 Std. 2 Min.": 3720,
    "1 Stunde, 2 Minuten": 3720,
    "1 hora 2 minutos": 3720,
    "1 heure 2 minutes": 3720,
    "1\u202fh 5\u00a0min": 3900,
    "0 min": 0,
}


@pytest.mark.parametrize("text", DURATIONS)
def test_durations_with_units(text):
    assert seconds_of(text, in_minutes=False) == DURATIONS[text]


@pytest.mark.parametrize(
    ("text", "seconds"), [("90", 5400), ("1.5", 90), ("1,5", 90), ("2 h", 7200)]
)
def test_bare_numbers_are_minutes_where_the_head_says_so(text, seconds):
    assert seconds_of(text, in_minutes=True) == seconds


UNKNOWN_DURATIONS = [
    "90",
    "27:51",
    "1:60:00",
    "five",
    "5 apples",
    "5 min or so",
    "-5 min",
    "",
    "--",
]


@pytest.mark.parametrize("text", UNKNOWN_DURATIONS)
def test_other_durations_are_not_guessed(text):
    with pytest.raises(Unreadable) as refusal:
        seconds_of(text, in_minutes=False)
    assert str(refusal.value) == f"The duration {text!r} was not understood."


SIX_TEN = [
    "11/24/2026 06:10:00 PM",
    "24.11.2026 18:10",
    "24/11/2026, 18:10:00",
    "11/24/26, 6:10 PM",
    "2026-11-24 18:10:00",
    "2026-11-24T18:10:00",
    "2026/11/24 6:10:00 p.m.",
    "Nov 24, 2026 6:10 PM",
    "November 24, 2026 6:10:00 PM",
    "24 nov. 2026 18:10",
    "24. November 2026 18:10",
    "24 de noviembre de 2026 6:10 p. m.",
    "24 novembre 2026 18:10",
    "6:10\u202fPM",
    "18:10",
    "2026-11-24T23:10:00Z",
    "2026-11-24T18:10:00.000-05:00",
    "2026-11-25 00:10:00+0100",
    "2026-11-24 23:10 UTC",
]


@pytest.mark.parametrize("text", SIX_TEN)
def test_times_in_many_forms_are_one_moment(text):
    assert moments_of(text, EVENING) == (local(2026, 11, 24, 18, 10),)


NOT_TIMES = {
    "": "The time '' was not understood.",
    "soon": "The time 'soon' was not understood.",
    "6 PM": "The time '6 PM' was not understood.",
    "13:10 PM": "The time '13:10 PM' was not understood.",
    "0:10 PM": "The time '0:10 PM' was not understood.",
    "25:10": "The time '25:10' was not understood.",
    "2026-11-31T18:10:00Z": "The time '2026-11-31T18:10:00Z' was not understood.",
    "11/24 18:10": "The date in '11/24 18:10' was not understood.",
    "31/31/2026 18:10": "The date in '31/31/2026 18:10' was not understood.",
    "24 foo 2026 18:10": "The date in '24 foo 2026 18:10' was not understood.",
    "foo 24, 2026 18:10": "The date in 'foo 24, 2026 18:10' was not understood.",
    "11/22/2026 18:10": "'11/22/2026 18:10' is not of the day of this session.",
    "11/26/2026 18:10": "'11/26/2026 18:10' is not of the day of this session.",
}


@pytest.mark.parametrize("text", NOT_TIMES)
def test_what_is_not_understood_is_said(text):
    with pytest.raises(Unreadable) as refusal:
        moments_of(text, EVENING)
    assert str(refusal.value) == NOT_TIMES[text]


@pytest.mark.parametrize("text", ["03/04/2026 18:10", "04.03.2026 18:10"])
@pytest.mark.parametrize(("month", "day"), [(3, 4), (4, 3)])
def test_day_and_month_are_told_apart_by_the_session(text, month, day):
    found = moments_of(text, frame(2026, month, day, 18, 0))
    assert found == (local(2026, month, day, 18, 10),)


def test_times_without_a_date_cross_midnight():
    late = frame(2026, 11, 24, 23, 30)
    assert moments_of("11:40 PM", late) == (local(2026, 11, 24, 23, 40),)
    assert moments_of("12:20 AM", late) == (local(2026, 11, 25, 0, 20),)


def test_an_hour_shown_twice_has_two_meanings():
    autumn = frame(2026, 11, 1, 0, 30)
    assert moments_of("1:15 AM", autumn) == (
        local(2026, 11, 1, 1, 15),
        local(2026, 11, 1, 1, 15, fold=1),
    )


@pytest.mark.parametrize(
    ("zone", "start"),
    [(NEW_YORK, (2026, 3, 8, 1, 30)), (ZoneInfo("Europe/Berlin"), (2026, 3, 29, 1, 30))],
)
def test_an_hour_left_out_is_no_time(zone, start):
    with pytest.raises(Unreadable, match="in the hour that the clocks left out that night"):
        moments_of("2:30", frame(*start, zone=zone))
