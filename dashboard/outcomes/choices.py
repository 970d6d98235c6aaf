"""What the filters of the outcome page offer."""

from dataclasses import dataclass

from dashboard.caseload.outcomes import Breakdown, OutcomeReport


@dataclass(frozen=True)
class Choice:
    """One value of a filter, as the query string and the page say it."""

    value: str
    label: str


@dataclass(frozen=True)
class FilterChoices:
    """What at least one course has: by name, and cycles by number."""

    types: list[Choice]
    groups: list[Choice]
    cycles: list[Choice]
    measures: list[Choice]
    curricula: list[Choice]


def filter_choices(report: OutcomeReport) -> FilterChoices:
    """Offer what the unfiltered report has, whether its windows have closed or not."""

    def offered(kind: Breakdown) -> list[Choice]:
        return [Choice(line.value, line.label) for line in kind.lines(report.started)]

    return FilterChoices(
        types=offered(Breakdown.TYPE),
        groups=offered(Breakdown.GROUP),
        cycles=offered(Breakdown.CYCLE),
        measures=offered(Breakdown.MEASURE),
        curricula=offered(Breakdown.CURRICULUM),
    )
