"""Check-ins in words, links as addresses, and the weeks that somebody typed."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from flask import current_app, url_for

from dashboard.caseload.checkins import PersonAsked
from dashboard.caseload.measures import MeasureInUse

STATES = ("done", "under way", "left empty", "opened", "not opened", "not asked")
LONGEST_LIST = 200


def counts_in_words(people: Sequence[PersonAsked]) -> str:
    """Say "3 of 8 have answered: 1 under way, 4 not opened"."""
    counts = Counter(person.state for person in people)
    rest = [f"{counts[state]} {state}" for state in STATES[1:] if counts[state]]
    told = f"{counts['done']} of {len(people)} have answered"
    return f"{told}: {', '.join(rest)}" if rest else told


def asked_rows(people: Sequence[PersonAsked]) -> list[dict[str, object]]:
    """Return what a page that is open needs to bring itself up to date: no answer, no name."""
    return [
        {
            "enrollment": person.stay.id,
            "state": person.state,
            "answered": person.answered,
            "asked": person.asked,
        }
        for person in people
    ]


def short_names(
    measures: Sequence[MeasureInUse], wanted: Sequence[str], left_out: Collection[str]
) -> list[str]:
    """The short names of the measures wanted, in their order, without those left out."""
    names = {each.definition.key: each.definition.short_name for each in measures}
    return [names.get(key, key) for key in wanted if key not in left_out]


def link_address(token: str) -> str:
    """Return the whole address of a link, as it is copied into a chat or a letter."""
    public = str(current_app.config["PUBLIC_ADDRESS"]).rstrip("/")
    if not public:
        return url_for("checkin.confirm", token=token, _external=True)
    # A command has no request, so the path comes from the map of addresses alone.
    paths = current_app.url_map.bind("")
    return f"{public}{paths.build('checkin.confirm', {'token': token})}"


def read_weeks(
    typed: Mapping[str, str], cycle_length: int
) -> tuple[dict[str, list[int]], dict[str, str]]:
    """Read which measures are asked in which weeks, and what is wrong, by measure.

    `asked.KEY` says that a measure is asked, `weeks.KEY` in which weeks; empty means every week.
    """
    weeks: dict[str, list[int]] = {}
    errors: dict[str, str] = {}
    keys = [name.removeprefix("asked.") for name in typed if name.startswith("asked.")]
    for key in keys:
        text = typed.get(f"weeks.{key}", "")
        parts = text.replace(",", " ").split()[:LONGEST_LIST]
        numbers = [int(part) for part in parts if part.isascii() and part.isdigit()]
        if len(numbers) < len(parts) or any(not 1 <= each <= cycle_length for each in numbers):
            errors[key] = f"Weeks are numbers from 1 to {cycle_length}, such as 1, 4, 8."
        weeks[key] = sorted(set(numbers))
    if not keys:
        errors[""] = "Choose at least one measure."
    return weeks, errors
