"""The two forms of the headline as cards: the figure, its denominators, what it does not say."""

from dataclasses import dataclass

from dashboard.caseload.outcomes import OutcomeReport
from dashboard.clinical.outcomes.claim import ClaimCheck
from dashboard.clinical.outcomes.headline import Headline
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.outcomes.publishing.percentages import (
    interval_text,
    percent,
    percent_text,
)
from dashboard.clinical.outcomes.publishing.published import published_sentence
from dashboard.clinical.outcomes.publishing.sentences import WORSE_WORDS, refusal_text
from dashboard.clinical.outcomes.publishing.small_numbers import MINIMUM_FOR_PERCENT, share_text

CLAIM_WORDS = {
    ClaimCheck.REACHED: "is reached",
    ClaimCheck.NOT_RULED_OUT: "is not reached, and not ruled out",
    ClaimCheck.NOT_BORNE_OUT: "is not borne out",
    ClaimCheck.UNKNOWN: "cannot be checked",
}


@dataclass(frozen=True)
class Share:
    """One way of counting, as the row of a card; the numbers are percentages."""

    label: str
    percent: float
    low: float | None
    high: float | None
    percent_text: str
    count_text: str


@dataclass(frozen=True)
class Card:
    """One form of the headline. `value` is empty where none is stated, and `refusals` say why."""

    key: str
    title: str
    value: str
    of: str
    interval: str
    shares: list[Share]
    refusals: list[str]
    worse: str
    completeness: str
    claims: list[str]
    sentence: str


def report_cards(report: OutcomeReport) -> list[Card]:
    """Both forms, the measure's first."""
    counts, reported = report.counts, report.reported
    both = ("both scores", counts.both_scores)
    carried = ("last score carried forward", counts.carried_forward)
    everyone = "everyone who started"
    own_ways = [("of those who answered", reported.improved), (everyone, reported.everyone)]
    title = "Reliable improvement on the group's measure"
    own = "Participants' own rating: much or very much improved"
    ways = [both, carried, (everyone, counts.everyone)]
    return [
        _card(report, report.reliable, title, "with two scores", ways),
        _card(report, reported, own, "who answered", own_ways),
    ]


def _card(
    report: OutcomeReport,
    headline: Headline,
    title: str,
    who: str,
    ways: list[tuple[str, Proportion]],
) -> Card:
    improved, stated = headline.improved, headline.is_stated
    interval = improved.interval
    return Card(
        key=headline.form.value.replace("_", "-"),
        title=title,
        value=percent_text(improved.share) if stated else "",
        of=f"{improved.numerator} of {improved.denominator} {who}",
        interval=f"95% interval {interval_text(interval)}" if stated and interval else "",
        shares=[_share(label, proportion) for label, proportion in ways],
        refusals=[refusal_text(refusal) for refusal in headline.refusals],
        worse=f"{share_text(headline.worse)} {WORSE_WORDS[headline.form]}.",
        completeness=f"{share_text(headline.completeness)} of those who started have an outcome.",
        claims=_claims(report, headline),
        sentence=published_sentence(headline),
    )


def _share(label: str, proportion: Proportion) -> Share:
    counts = f"{proportion.numerator} of {proportion.denominator}"
    interval = proportion.interval
    if interval is None or proportion.denominator < MINIMUM_FOR_PERCENT:
        return Share(label, 0, None, None, "", counts)
    return Share(
        label,
        float(percent(proportion.share or 0.0, 1)),
        float(percent(interval.low, 1)),
        float(percent(interval.high, 1)),
        percent_text(proportion.share),
        counts,
    )


def _claims(report: OutcomeReport, headline: Headline) -> list[str]:
    """The claim against those with data and against everyone; nothing where none is stated."""
    if not headline.is_stated:
        return []
    claim = percent_text(report.claim)
    return [
        f"The practice says {claim}: that {CLAIM_WORDS[report.check(proportion)]} {of_whom}."
        for proportion, of_whom in (
            (headline.improved, "among those with an outcome"),
            (headline.everyone, "among everyone who started"),
        )
    ]
