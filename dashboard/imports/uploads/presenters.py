"""A page of the preview: what is wrong first, then the lines in the order of the file."""

from dataclasses import dataclass

from dashboard.imports.plan import Outcome
from dashboard.imports.planning import Plan, Said

ON_PAGE = 200
WORDS = {
    Outcome.NEW: "New",
    Outcome.UNCHANGED: "Unchanged",
    Outcome.KEPT: "On record already",
    Outcome.CORRECTION: "Corrected",
    Outcome.EMPTY: "Nothing to record",
    Outcome.WRONG: "Wrong",
}


@dataclass(frozen=True)
class PreviewPage:
    """One page of lines, and where it stands among all."""

    lines: list[Said]
    first: int
    last: int
    total: int
    previous: int | None
    following: int | None

    @property
    def people(self) -> set[int]:
        """Those on record of whom the page tells something."""
        known = (line.person.id for line in self.lines if line.person is not None)
        return {person_id for person_id in known if person_id is not None}


def preview_page(plan: Plan, number: int) -> PreviewPage:
    """Return a page of a plan; a number beyond the last page is the last one."""
    lines = [*plan.wrong, *(line for line in plan.lines if line.outcome is not Outcome.WRONG)]
    pages = max(1, -(-len(lines) // ON_PAGE))
    number = min(max(number, 1), pages)
    begins = (number - 1) * ON_PAGE
    part = lines[begins : begins + ON_PAGE]
    return PreviewPage(
        part,
        begins + 1 if part else 0,
        begins + len(part),
        len(lines),
        number - 1 if number > 1 else None,
        number + 1 if number < pages else None,
    )


def counts_of(plan: Plan) -> list[tuple[str, int]]:
    """How many lines come out how, in words."""
    counts = plan.count()
    return [(WORDS[outcome], counts[outcome]) for outcome in Outcome if counts[outcome]]


def added_by(plan: Plan) -> str:
    """What all lines together add, in one sentence."""
    found = [f"{number:,} {name}" for name, number in plan.added().items()]
    return ", ".join(found)
