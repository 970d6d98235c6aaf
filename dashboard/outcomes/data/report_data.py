"""The lead's page as plain data, for `flask outcomes report`."""

from dashboard.caseload.outcomes import Breakdown, OutcomeReport
from dashboard.clinical.outcomes.counting import NhsCounts, OutcomeCounts
from dashboard.clinical.outcomes.headline import Headline
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.outcomes.publishing.published import published_sentence
from dashboard.clinical.outcomes.publishing.sentences import refusal_text
from dashboard.clinical.outcomes.retention import remaining_intervals


def report_data(report: OutcomeReport) -> dict[str, object]:
    """Return both headlines, the ways of counting, the groups and who stays."""
    counts = report.counts
    return {
        "rules_version": report.reliable.rules_version,
        "started": len(report.started),
        "closed": counts.started,
        "headlines": {
            str(headline.form): _headline(report, headline)
            for headline in (report.reliable, report.reported)
        },
        "counting": _counting(counts),
        "nhs_rules": _nhs(report.nhs),
        "worse": _share(counts.worse),
        "completeness": _share(counts.completeness),
        "categories": {str(word): count for word, count in counts.categories.items()},
        "groups": _parts(report, Breakdown.GROUP),
        "by": {str(kind): _parts(report, kind) for kind in Breakdown if kind != Breakdown.GROUP},
        "quarters": {label: _share(share) for label, share in report.quarters},
        "by_sessions_attended": {label: _share(share) for label, share in report.by_sessions},
        **_staying(report),
    }


def _counting(counts: OutcomeCounts) -> dict[str, object]:
    return {
        "both_scores": _share(counts.both_scores),
        "carried_forward": _share(counts.carried_forward),
        "everyone": _share(counts.everyone),
    }


def _nhs(counts: NhsCounts) -> dict[str, object]:
    return {
        "finished": counts.finished,
        "improvement": _share(counts.improvement),
        "recovery": _share(counts.recovery),
        "reliable_recovery": _share(counts.reliable_recovery),
        "deterioration": _share(counts.deterioration),
    }


def _parts(report: OutcomeReport, kind: Breakdown) -> dict[str, object]:
    return {
        line.label: {
            **_share(line.counts.both_scores),
            "started": line.counts.started,
            "worse": _share(line.counts.worse),
        }
        for line in report.lines(kind)
    }


def _staying(report: OutcomeReport) -> dict[str, object]:
    found = report.staying
    return {
        "median_sessions_attended": found.median_sessions,
        "dropped_out": _share(found.dropped_out),
        "drop_out": [
            {
                "session": step.at,
                "followed": step.followed,
                "dropped_out": step.happened,
                "remaining": step.remaining,
                "low": None if interval is None else interval.low,
                "high": None if interval is None else interval.high,
            }
            for step, interval in zip(
                found.drop_out, remaining_intervals(found.drop_out), strict=True
            )
        ],
        "first_reliable_improvement": {
            "median_week": found.median_weeks,
            "improved": found.improved,
            "followed": found.followed,
        },
    }


def _headline(report: OutcomeReport, headline: Headline) -> dict[str, object]:
    return {
        "stated": headline.is_stated,
        "from": headline.period.first.isoformat(),
        "to": headline.period.last.isoformat(),
        "improved": _share(headline.improved),
        "everyone": _share(headline.everyone),
        "worse": _share(headline.worse),
        "completeness": _share(headline.completeness),
        "claim": report.claim,
        "claim_check": str(report.check(headline.improved)),
        "claim_check_everyone": str(report.check(headline.everyone)),
        "refusals": [refusal_text(refusal) for refusal in headline.refusals],
        "sentence": published_sentence(headline),
    }


def _share(proportion: Proportion) -> dict[str, object]:
    interval = proportion.interval
    return {
        "count": proportion.numerator,
        "of": proportion.denominator,
        "share": proportion.share,
        "low": None if interval is None else interval.low,
        "high": None if interval is None else interval.high,
    }
