"""Headlines from four whole numbers, for the tests of what is said."""

from datetime import date

from dashboard.clinical.outcomes.headline import (
    Headline,
    HeadlineForm,
    Period,
    refusals_for,
)
from dashboard.clinical.outcomes.intervals import Proportion


def headline(improved, known, started, worse, form=HeadlineForm.RELIABLE) -> Headline:
    completeness = Proportion(known, started)
    return Headline(
        form=form,
        period=Period(date(2026, 3, 1), date(2026, 6, 30)),
        improved=Proportion(improved, known),
        everyone=Proportion(improved, started),
        worse=Proportion(worse, known),
        completeness=completeness,
        refusals=refusals_for(completeness),
        rules_version="1",
    )
