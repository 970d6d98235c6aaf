"""The people behind a number, as the page names and counts them."""

from dataclasses import dataclass

from flask import url_for

from dashboard.caseload.outcomes import Breakdown, OutcomeFilters, Which
from dashboard.charts.chart import number_text
from dashboard.clinical.outcomes.windows import DatedScore
from dashboard.outcomes.choices import FilterChoices

WHICH_WORDS = {
    Which.STARTED: "started",
    Which.TWO_SCORES: "with two scores",
    Which.IMPROVED: "improved reliably",
    Which.UNCHANGED: "not reliably changed",
    Which.WORSE: "got reliably worse",
    Which.WITHOUT_TWO_SCORES: "without two scores",
    Which.CARRIED: "with a first and any later score",
    Which.CARRIED_IMPROVED: "improved at their last score",
    Which.RATED: "rated themselves",
    Which.RATED_IMPROVED: "rated themselves much or very much improved",
    Which.RATED_WORSE: "rated themselves worse",
    Which.NOT_RATED: "did not rate",
    Which.DROPPED_OUT: "dropped out so far",
    Which.IMPROVED_ONCE: "improved reliably at some time",
}


@dataclass(frozen=True)
class Choice:
    """One number of the report with the words for whom it counts."""

    which: Which
    words: str
    count: int
    url: str


def chosen_which(said: str) -> Which:
    """Return whom a number counts; what is not a word of ours means everyone who started."""
    return Which(said) if said in set(Which) else Which.STARTED


def chosen_breakdown(said: str) -> Breakdown:
    """Return what to count by; what is not a word of ours means groups."""
    return Breakdown(said) if said in set(Breakdown) else Breakdown.GROUP


def sessions_text(fewest: int, most: int) -> str:
    """'7 to 8 sessions attended'."""
    if fewest == most:
        return "1 session attended" if most == 1 else f"{most} sessions attended"
    return f"{fewest} to {most} sessions attended"


def score_text(score: DatedScore | None) -> str:
    """A score of the window as people write it."""
    return "not known" if score is None else number_text(score.value)


def people_url(filters: OutcomeFilters, which: Which, **part: str) -> str:
    """Return the address of the people behind a number; `part` narrows the filters of its page."""
    asked = {**filters.as_query(), **part}
    return url_for("outcomes.people", which=which.value, **asked)  # type: ignore[arg-type]


def people_choices(filters: OutcomeFilters, counts: dict[Which, int]) -> list[Choice]:
    """Offer every number of the same report."""
    return [
        Choice(which, words, counts[which], people_url(filters, which))
        for which, words in WHICH_WORDS.items()
    ]


def filters_in_words(filters: OutcomeFilters, choices: FilterChoices) -> str:
    """Say which courses are asked for: 'OCD, windows closed from Jan 1, 2026'.

    It stands alone, so that it begins as a sentence does.
    """
    offered = (
        (filters.group_type, choices.types),
        (filters.group_id, choices.groups),
        (filters.cycle, choices.cycles),
        (filters.measure, choices.measures),
        (filters.curriculum, choices.curricula),
    )
    said = [
        next((choice.label for choice in of if choice.value == str(value)), str(value))
        for value, of in offered
        if value is not None
    ]
    if filters.sessions is not None:
        said.append(sessions_text(*filters.sessions))
    if filters.improved_in is not None:
        said.append(f"first improved reliably in week {filters.improved_in}")
    if filters.closed_from is not None:
        said.append(f"windows closed from {filters.closed_from:%b %-d, %Y}")
    if filters.closed_to is not None:
        said.append(f"windows closed to {filters.closed_to:%b %-d, %Y}")
    told = ", ".join(said) or "every course with a closed window"
    return f"{told[0].upper()}{told[1:]}"
