"""What an import would do, row by row, before anything is written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.caseload.assessments import KeptScore, Weeks
from dashboard.caseload.measures import MeasureInUse
from dashboard.errors import Refused
from dashboard.imports.known import Known
from dashboard.imports.layouts import Entry
from dashboard.models.participants import Participant
from dashboard.records.assessments import Scored, check_date, score_form
from dashboard.records.importing import Progress, no_progress

# Python itself would read more, such as 1_2 for twelve; a file that says so means something else.
NUMBER = re.compile(r"[+-]?([0-9]{1,15}(\.[0-9]*)?|\.[0-9]+)(e[+-]?[0-9]{1,2})?", re.IGNORECASE)
# Spreadsheets make 1.0 of 1.
WEEK = re.compile(r"[+-]?[0-9]{1,4}(\.0*)?")


class Outcome(StrEnum):
    """What will become of one entry."""

    NEW = "new"
    UNCHANGED = "unchanged"
    # Of a score that the one who imports may not read: nothing tells whether it is the same.
    KEPT = "on record already"
    CORRECTION = "correction"
    EMPTY = "empty"
    WRONG = "wrong"


@dataclass(frozen=True)
class Given:
    """An entry that can be understood: whose it is, of what, when, and what it comes to.

    `supersedes` is the row on record of that person, measure and date, where there is one.
    """

    participant_id: int
    measure: MeasureInUse
    on: date
    scored: Scored
    supersedes: int | None = None


@dataclass(frozen=True)
class Planned:
    """One entry of the file with what will happen, or what is wrong and why."""

    entry: Entry
    outcome: Outcome
    problem: str = ""
    given: Given | None = None


def planned(found: list[Entry], known: Known, progress: Progress = no_progress) -> list[Planned]:
    """Return what will happen to each entry; a second one for the same date is wrong."""
    lines: dict[tuple[int, int, date], int] = {}
    plan: list[Planned] = []
    for number, entry in enumerate(found):
        if number % 1_000 == 0:
            progress("Checking scores", number, len(found))
        row = plan_entry(entry, known)
        if row.given is not None:
            key = place(row.given)
            if key in lines:
                problem = f"Line {lines[key]} has this person, measure and date already."
                row = Planned(entry, Outcome.WRONG, problem)
            lines.setdefault(key, entry.line)
        plan.append(row)
    return plan


def place(given: Given) -> tuple[int, int, date]:
    """Return person, measure and date: there is one assessment for each."""
    return given.participant_id, given.measure.version.measure_id, given.on


def plan_entry(entry: Entry, known: Known) -> Planned:
    """Return what will happen to one entry."""
    try:
        participant = person(entry, known.people)
        if not entry.total and not entry.answers:
            return Planned(entry, Outcome.EMPTY)
        found = measure(entry, known.measures)
        nowhere = Weeks({}, "is in no group: give dates")
        on = when(entry, known.weeks.get(participant.id, nowhere))
        scored = scored_entry(entry, found, known)
        check_date(on, known.at)
        earlier = known.on_record.get((participant.id, found.version.measure_id, on))
        given = Given(participant.id, found, on, scored, earlier.id if earlier else None)
        return Planned(entry, outcome(scored, earlier, known), given=given)
    except Refused as refusal:
        return Planned(entry, Outcome.WRONG, str(refusal))


def scored_entry(entry: Entry, measure: MeasureInUse, known: Known) -> Scored:
    """Return what answers come to, or the total where there are none. Raises Refused."""
    total = number(entry.total, known) if entry.total else None
    answers = {key: whole(key, text, known) for key, text in entry.answers.items()}
    return score_form(measure.definition, answers, None if answers else total)


def outcome(scored: Scored, earlier: KeptScore | None, known: Known) -> Outcome:
    """Say what becomes of an entry that is understood.

    What is on record stays as it is, whatever the file says, where it must not be told: scores
    could be guessed otherwise, one file after the other.
    """
    if earlier is None:
        return Outcome.NEW
    if not known.tells_scores:
        return Outcome.KEPT
    said = (scored.answers, scored.score, scored.total_only)
    return Outcome.UNCHANGED if said == earlier[1:] else Outcome.CORRECTION


def person(entry: Entry, people: Mapping[str, Participant]) -> Participant:
    """Find the person; spreadsheets make 1.0 of the code 1."""
    plain = entry.code[:-2] if entry.code.endswith(".0") else entry.code
    found = people.get(entry.code) or people.get(plain)
    if found is None:
        name = f"has the code {entry.code}" if entry.code else "is named in this row"
        raise Refused(f"Nobody {name}.")
    return found


def measure(entry: Entry, measures: Mapping[str, MeasureInUse]) -> MeasureInUse:
    """Find the measure by its key or short name."""
    wanted = entry.measure.casefold()
    for found in measures.values():
        if wanted in (found.definition.key, found.definition.short_name.casefold()):
            return found
    raise Refused(f"There is no measure {entry.measure}." if wanted else "No measure is given.")


def when(entry: Entry, weeks: Weeks) -> date:
    """Return the date, given or that of the week's session in the person's cycle."""
    if entry.on:
        try:
            return date.fromisoformat(entry.on)
        except ValueError:
            raise Refused(f"{entry.on} is not a date like 2026-11-23.") from None
    if not entry.week:
        raise Refused("There is no date and no week.")
    if WEEK.fullmatch(entry.week) is None:
        raise Refused(f"{entry.week} is not the number of a week.")
    week = int(float(entry.week))
    if week not in weeks.dates:
        raise Refused(f"This person {weeks.problem or f'has no week {week} in their cycle'}.")
    return weeks.dates[week]


def number(text: str, known: Known) -> float:
    """Read a number; a decimal comma is one where commas do not part the columns."""
    plain = text.replace(",", ".") if known.decimal_comma else text
    if NUMBER.fullmatch(plain) is None:
        raise Refused(f"{text} is not a number.")
    return float(plain)


def whole(key: str, text: str, known: Known) -> int:
    """Read an answer, which is a whole number."""
    value = number(text, known)
    if not value.is_integer():
        raise Refused(f"Item {key} must be a whole number, not {text}.")
    return int(value)
