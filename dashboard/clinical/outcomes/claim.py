"""Whether a public claim, such as 70%, is borne out by a practice's own figure."""

from enum import StrEnum

from dashboard.clinical.outcomes.intervals import Proportion

# Shares are ratios of whole numbers; the digits beyond these are floating-point dust.
_DECIMALS = 9


class ClaimCheck(StrEnum):
    """What a figure says about a claim; NOT_RULED_OUT is no support, only too little data."""

    REACHED = "reached"
    NOT_RULED_OUT = "not_ruled_out"
    NOT_BORNE_OUT = "not_borne_out"
    UNKNOWN = "unknown"


def check_claim(proportion: Proportion, claim: float) -> ClaimCheck:
    """Hold a share against a claim, both from 0 to 1, at the share's 95% interval.

    Reached: the share itself is at least the claim. Not ruled out: it is lower, but the claim lies
    within its interval. Not borne out: even the interval's upper end is lower.
    """
    share, interval = proportion.share, proportion.interval
    if share is None or interval is None:
        return ClaimCheck.UNKNOWN
    if round(share - claim, _DECIMALS) >= 0:
        return ClaimCheck.REACHED
    if round(interval.high - claim, _DECIMALS) >= 0:
        return ClaimCheck.NOT_RULED_OUT
    return ClaimCheck.NOT_BORNE_OUT
