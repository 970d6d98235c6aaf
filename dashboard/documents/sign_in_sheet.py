"""Who is expected, as a sheet may say it where everybody sees it: first name and initial."""

from collections.abc import Sequence

from dashboard.models.participants import Participant


def sheet_names(people: Sequence[Participant]) -> list[str]:
    """Return "Iris H." for each, in order; two who would be alike get more of the family name."""
    return [_name(person, people) for person in people]


def _name(person: Participant, people: Sequence[Participant]) -> str:
    given = person.nickname or person.given_name
    same = [
        one.family_name
        for one in people
        if one is not person and (one.nickname or one.given_name) == given
    ]
    family = person.family_name
    for letters in range(1, len(family)):
        if not any(other[:letters] == family[:letters] for other in same):
            return f"{given} {family[:letters]}."
    return f"{given} {family}"
