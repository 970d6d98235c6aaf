"""Invented histories, written as letters: one a week from the first Tuesday of 2026."""

from datetime import date, timedelta

from dashboard.clinical.attendance import History, SessionMark, Stay
from dashboard.clinical.words import Mark, SessionState

FIRST = date(2026, 1, 6)
LETTERS = {
    "P": Mark.PRESENT,
    "L": Mark.LATE,
    "l": Mark.LEFT_EARLY,
    "E": Mark.EXCUSED,
    "C": Mark.LATE_CANCELLATION,
    "N": Mark.NO_SHOW,
    "?": None,
    "x": None,
    ".": None,
    "M": Mark.NO_SHOW,  # missed, and made up
}
STATES = {"x": SessionState.CANCELLED, ".": SessionState.PLANNED}


def week(number):
    """The date of a week, from 1."""
    return FIRST + timedelta(weeks=number - 1)


def weeks(*numbers):
    return tuple(week(number) for number in numbers)


def session(number, letter):
    state = STATES.get(letter, SessionState.HELD)
    return SessionMark(week(number), LETTERS[letter], state, letter == "M")


def history(letters, stay=None):
    """A history from letters, of somebody who was there from the first week on."""
    sessions = (session(number, letter) for number, letter in enumerate(letters, start=1))
    return History(stay or Stay(FIRST), tuple(sessions))
