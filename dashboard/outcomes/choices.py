"""What the filters of the outcome page offer."""

from dataclasses import dataclass

from dashboard.caseload.outcomes import OutcomeReport


@dataclass(frozen=True)
class Choice:
    """One value of a filter, as the query string and the page say it."""

    value: str
    label: str


@dataclass(frozen=True)
class FilterChoices:
    """Types and groups with at least one course, by name, and cycles by number."""

    types: list[Choice]
    groups: list[Choice]
    cycles: list[Choice]


def filter_choices(report: OutcomeReport) -> FilterChoices:
    """Offer what the unfiltered report has."""
    groups = {course.group.id: course.group for course in report.started}
    types = {group.group_type.key: group.group_type.name for group in groups.values()}
    cycles = {course.cycle.number for course in report.started}
    by_name = sorted(types.items(), key=lambda kind: kind[1])
    return FilterChoices(
        types=[Choice(key, name) for key, name in by_name],
        groups=[
            Choice(str(group.id), group.name)
            for group in sorted(groups.values(), key=lambda group: group.name)
        ],
        cycles=[Choice(str(number), f"Cycle {number}") for number in sorted(cycles)],
    )
