"""The two forms of the headline as cards: the figure, its denominators, what it does not say."""

from dataclasses import dataclass

from dashboard.caseload.outcomes import OutcomeFilters, OutcomeReport, Which
from dashboard.clinical.outcomes.claim import ClaimCheck
from dashboard.clinical.outcomes.headline import Headline, HeadlineForm
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.outcomes.publishing.percentages import (
    interval_text,
    percent,
    percent_text,
)
from dashboard.clinical.outcomes.publishing.published import published_sentence
from dashboard.clinical.outcomes.publishing.sentences import (
    WORSE_WORDS,
    day_text,
    refusal_text,
)
from dashboard.clinical.outcomes.publishing.small_numbers import (
    MINIMUM_FOR_PERCENT,
    share_with_interval,
)
from dashboard.outcomes.people import people_url

CLAIM_WORDS = {
    ClaimCheck.REACHED: "is reached",
    ClaimCheck.NOT_RULED_OUT: "is not reached, and not ruled out",
    ClaimCheck.NOT_BORNE_OUT: "is not borne out",
    ClaimCheck.UNKNOWN: "cannot be checked",
}

DEFINITIONS = {
    HeadlineForm.RELIABLE: (
        "Improved: the group's primary measure moved toward better by more than its own error."
    ),
    HeadlineForm.PARTICIPANT_REPORTED: (
        "Improved: the person's own global rating, from day 21 to day 63, was much or very much "
        "improved."
    ),
}

_LEADS = {
    HeadlineForm.RELIABLE: (Which.WORSE, Which.TWO_SCORES),
    HeadlineForm.PARTICIPANT_REPORTED: (Which.RATED_WORSE, Which.RATED),
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
    url: str


@dataclass(frozen=True)
class Beside:
    """What must not be left out beside a headline, and where the people behind it are."""

    text: str
    url: str


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
    beside: list[Beside]
    claim: str
    definition: str
    sentence: str


def report_cards(report: OutcomeReport, filters: OutcomeFilters) -> list[Card]:
    """Both forms, the measure's first; every count leads to the people behind it."""
    return [_reliable_card(report, filters), _own_card(report, filters)]


def _reliable_card(report: OutcomeReport, filters: OutcomeFilters) -> Card:
    counts, improved = report.counts, people_url(filters, Which.IMPROVED)
    carried = people_url(filters, Which.CARRIED_IMPROVED)
    return _card(
        report,
        report.reliable,
        "Reliable improvement on the group's measure",
        "with two scores",
        [
            _share("both scores", counts.both_scores, improved),
            _share("last score carried forward", counts.carried_forward, carried),
            _share("everyone who started", counts.everyone, improved),
        ],
        filters,
    )


def _own_card(report: OutcomeReport, filters: OutcomeFilters) -> Card:
    improved = people_url(filters, Which.RATED_IMPROVED)
    return _card(
        report,
        report.reported,
        "Participants' own rating: much or very much improved",
        "who answered",
        [
            _share("of those who answered", report.reported.improved, improved),
            _share("everyone who started", report.reported.everyone, improved),
        ],
        filters,
    )


def _card(
    report: OutcomeReport,
    headline: Headline,
    title: str,
    who: str,
    shares: list[Share],
    filters: OutcomeFilters,
) -> Card:
    improved, stated = headline.improved, headline.is_stated
    interval = improved.interval
    return Card(
        key=headline.form.value.replace("_", "-"),
        title=title,
        value=percent_text(improved.share) if stated else "",
        of=f"{improved.numerator} of {improved.denominator} {who}",
        interval=f"95% interval {interval_text(interval)}" if stated and interval else "",
        shares=shares,
        refusals=[refusal_text(refusal) for refusal in headline.refusals],
        beside=_beside(headline, filters),
        claim=_claim(report, headline),
        definition=_definition(headline),
        sentence=published_sentence(headline),
    )


def _beside(headline: Headline, filters: OutcomeFilters) -> list[Beside]:
    """Who got worse, and how many have data, each with its interval."""
    worse, known = _LEADS[headline.form]
    got_worse = f"{share_with_interval(headline.worse)} {WORSE_WORDS[headline.form]}."
    have_data = share_with_interval(headline.completeness)
    return [
        Beside(got_worse, people_url(filters, worse)),
        Beside(f"{have_data} of those who started have an outcome.", people_url(filters, known)),
    ]


def _definition(headline: Headline) -> str:
    """Who counts, what counts as improved, from when to when, by which rules."""
    first, last = day_text(headline.period.first), day_text(headline.period.last)
    return (
        f"Counts everyone who attended a session and whose 63 days closed between {first} and "
        f"{last}. {DEFINITIONS[headline.form]} Uncontrolled: some people improve untreated. "
        f"Rules version {headline.rules_version}."
    )


def _share(label: str, proportion: Proportion, url: str) -> Share:
    counts = f"{proportion.numerator} of {proportion.denominator}"
    interval = proportion.interval
    if interval is None or proportion.denominator < MINIMUM_FOR_PERCENT:
        return Share(label, 0, None, None, "", counts, url)
    return Share(
        label,
        float(percent(proportion.share or 0.0, 1)),
        float(percent(interval.low, 1)),
        float(percent(interval.high, 1)),
        percent_text(proportion.share),
        counts,
        url,
    )


def _claim(report: OutcomeReport, headline: Headline) -> str:
    """The claim against those with data and against everyone; nothing where none is stated."""
    if not headline.is_stated:
        return ""
    if report.claim is None:
        return "No public claim of the practice is on record."
    known, everyone = (
        CLAIM_WORDS[report.check(share)] for share in (headline.improved, headline.everyone)
    )
    claim = f"The practice says {percent_text(report.claim)}: that {known}"
    if known == everyone:
        return f"{claim}, both among those with an outcome and among everyone who started."
    return f"{claim} among those with an outcome, and {everyone} among everyone who started."
