"""The only place where a share becomes a percentage: every page rounds alike."""

from decimal import ROUND_HALF_UP, Decimal

from dashboard.clinical.outcomes.intervals import Interval, Proportion

# Shares are ratios of small whole numbers; the digits beyond these are floating-point dust.
_DECIMALS_KEPT = 9


def percent(share: float, decimals: int = 0) -> Decimal:
    """A share from 0 to 1 as a percentage, halves rounded up: 0.705 is 71."""
    settled = Decimal(repr(round(share * 100, _DECIMALS_KEPT)))
    return settled.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def percent_text(share: float | None, decimals: int = 0) -> str:
    """'70%', or a word when there is nobody to count."""
    return "unknown" if share is None else f"{percent(share, decimals)}%"


def interval_text(interval: Interval, decimals: int = 0) -> str:
    """'61 to 77': the bounds in percent, without a sign."""
    return f"{percent(interval.low, decimals)} to {percent(interval.high, decimals)}"


def proportion_text(proportion: Proportion) -> str:
    """'84 of 120 (70%, 95% interval 61 to 77)'; without people only the counts."""
    counts = f"{proportion.numerator} of {proportion.denominator}"
    interval = proportion.interval
    if interval is None:
        return counts
    return f"{counts} ({percent_text(proportion.share)}, 95% interval {interval_text(interval)})"
