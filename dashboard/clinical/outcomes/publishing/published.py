"""The headline for people outside the practice: the same claim, no count of 1 to 10 in it."""

from dashboard.clinical.outcomes.headline import Headline
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.outcomes.publishing.percentages import proportion_text
from dashboard.clinical.outcomes.publishing.sentences import (
    MISSING_WORDS,
    WORSE_WORDS,
    claim_sentence,
    closing_sentence,
    headline_sentence,
    missing_sentence,
)
from dashboard.clinical.outcomes.publishing.small_numbers import LARGEST_SMALL_COUNT, is_small

_WITHHELD = (
    "No headline is published: a count of 1 to 10 people could be read from it or worked out."
)


def published_sentence(headline: Headline) -> str:
    """The sentence that may be copied out; small counts are bounds, or the whole is withheld."""
    if not headline.is_stated:
        return headline_sentence(headline)
    improved = headline.improved
    if is_small(improved.numerator) or is_small(improved.denominator - improved.numerator):
        return _WITHHELD
    return " ".join(
        [
            claim_sentence(headline),
            _missing_bound(headline),
            _worse_bound(headline),
            closing_sentence(headline),
        ]
    )


def _missing_bound(headline: Headline) -> str:
    if not is_small(headline.missing):
        return missing_sentence(headline)
    # The exact figure for everyone would give the missing away; its lowest possible value not.
    started = headline.improved.denominator + LARGEST_SMALL_COUNT
    lowest = Proportion(headline.improved.numerator, started)
    return (
        f"{LARGEST_SMALL_COUNT} or fewer others started and have no "
        f"{MISSING_WORDS[headline.form]}; counted as not improved, it is at least "
        f"{proportion_text(lowest)}."
    )


def _worse_bound(headline: Headline) -> str:
    worse = headline.worse.numerator
    neither = headline.improved.denominator - headline.improved.numerator - worse
    words = WORSE_WORDS[headline.form]
    if is_small(worse):
        return f"{LARGEST_SMALL_COUNT} or fewer {words}."
    if is_small(neither):
        return f"More than {LARGEST_SMALL_COUNT} {words}."
    return f"{proportion_text(headline.worse)} {words}."
