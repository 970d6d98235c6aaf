"""Dates within bounds, ages in days, the week a date belongs to."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.clinical.calendar import (
    DateRefused,
    age_in_days,
    day_in_words,
    parse_bounded_date,
    week_of,
)

FORM = "Write the date as year-month-day, for example 2026-11-24."
YEARS = "The year must be between 1900 and 2200."
NO_DAY = "There is no such day in the calendar."
REFUSED = {
    "": FORM,
    "24.11.2026": FORM,
    "11/24/2026": FORM,
    "2026-1-4": FORM,
    "20261124": FORM,
    "\uff12\uff10\uff12\uff16-11-24": FORM,
    "2026-11-24T10:00": FORM,
    "1899-12-31": YEARS,
    "2201-01-01": YEARS,
    "0001-01-01": YEARS,
    "9999-12-31": YEARS,
    "2026-02-29": NO_DAY,
    "2026-13-01": NO_DAY,
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused_with_a_plain_word(text):
    with pytest.raises(DateRefused) as refusal:
        parse_bounded_date(text)
    assert str(refusal.value) == REFUSED[text]


@pytest.mark.parametrize("on", [date(1900, 1, 1), date(2024, 2, 29), date(2200, 12, 31)])
def test_a_date_within_bounds_is_read(on):
    assert parse_bounded_date(f" {on.isoformat()}\n") == on


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_every_date_within_bounds_is_read_back(on):
    assert parse_bounded_date(on.isoformat()) == on


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_refused(text):
    try:
        assert parse_bounded_date(text).isoformat() == text.strip()
    except DateRefused as refusal:
        assert str(refusal) in {FORM, YEARS, NO_DAY}


def test_ages_are_counted_in_days():
    start = date(2026, 2, 27)
    assert [age_in_days(start, start + timedelta(days=n)) for n in (-1, 0, 7)] == [-1, 0, 7]


def test_a_week_without_a_session_belongs_to_the_one_before():
    sessions = [date(2026, 11, 3), date(2026, 11, 10), date(2026, 11, 24)]
    asked = {2: None, 3: 1, 9: 1, 10: 2, 17: 2, 23: 2, 24: 3, 30: 3}
    assert {day: week_of(sessions, date(2026, 11, day)) for day in asked} == asked


def test_a_day_is_said_with_its_weekday():
    assert day_in_words(date(2026, 11, 3)) == "Tue 3 Nov 2026"
