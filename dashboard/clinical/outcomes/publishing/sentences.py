"""The headline as a sentence that survives a regulator's question."""

from datetime import date

from dashboard.clinical.outcomes.headline import (
    MINIMUM_DATA_PERCENT,
    MINIMUM_PEOPLE,
    Headline,
    HeadlineForm,
    Refusal,
    RefusalReason,
)
from dashboard.clinical.outcomes.publishing.percentages import (
    interval_text,
    percent_text,
    proportion_text,
)

_IMPROVED = {
    HeadlineForm.PARTICIPANT_REPORTED: "rated themselves much or very much improved",
    HeadlineForm.RELIABLE: "improved by more than measurement error on their primary measure",
}
WORSE_WORDS = {
    HeadlineForm.PARTICIPANT_REPORTED: "rated themselves worse",
    HeadlineForm.RELIABLE: "got worse by more than measurement error",
}
MISSING_WORDS = {
    HeadlineForm.PARTICIPANT_REPORTED: "rating",
    HeadlineForm.RELIABLE: "score",
}
_CLOCK = (
    "Each participant's cycle is the 63 days from their first attended session; a return counts "
    "again."
)
_UNCONTROLLED = "This is uncontrolled: there is no comparison group, and people improve untreated."


def day_text(day: date) -> str:
    """'March 1, 2026'."""
    return f"{day:%B} {day.day}, {day.year}"


def refusal_text(refusal: Refusal) -> str:
    """Why no headline is stated, and what would be needed."""
    more = f"{refusal.people_needed} more " + (
        "person with an outcome is" if refusal.people_needed == 1 else "people with an outcome are"
    )
    if refusal.reason is RefusalReason.TOO_FEW_PEOPLE:
        return f"Fewer than {MINIMUM_PEOPLE} people have an outcome: {more} needed."
    return (
        f"Fewer than {MINIMUM_DATA_PERCENT}% of those who started have an outcome: {more} needed."
    )


def headline_sentence(headline: Headline) -> str:
    """The whole statement with exact counts, for those who may see them; or why there is none."""
    if not headline.is_stated:
        reasons = " ".join(refusal_text(refusal) for refusal in headline.refusals)
        return f"No headline is stated. {reasons}"
    return " ".join(
        [
            claim_sentence(headline),
            missing_sentence(headline),
            f"{proportion_text(headline.worse)} {WORSE_WORDS[headline.form]}.",
            closing_sentence(headline),
        ]
    )


def claim_sentence(headline: Headline) -> str:
    """How many improved, of whom, in which cycles."""
    improved = headline.improved
    interval = improved.interval
    # A stated headline has at least MINIMUM_PEOPLE people, so the interval exists.
    bounds = interval_text(interval) if interval else ""
    first, last = day_text(headline.period.first), day_text(headline.period.last)
    return (
        f"In the cycles that ended between {first} and {last}, "
        f"{improved.numerator} of {improved.denominator} participants "
        f"({percent_text(improved.share)}, 95% interval {bounds}) {_IMPROVED[headline.form]}."
    )


def missing_sentence(headline: Headline) -> str:
    """How many have no outcome, and the figure with them counted as not improved."""
    if headline.missing == 0:
        return f"Everyone who started has a {MISSING_WORDS[headline.form]}."
    who = "other started and has" if headline.missing == 1 else "others started and have"
    return (
        f"{headline.missing} {who} no {MISSING_WORDS[headline.form]}; counted as not improved, "
        f"it is {proportion_text(headline.everyone)}."
    )


def closing_sentence(headline: Headline) -> str:
    """On which clock it was counted, what it cannot show, and by which rules."""
    return f"{_CLOCK} {_UNCONTROLLED} Rules version {headline.rules_version}."
