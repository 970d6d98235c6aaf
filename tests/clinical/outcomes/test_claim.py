import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.outcomes.claim import ClaimCheck, check_claim
from dashboard.clinical.outcomes.intervals import Proportion


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (0, 0, ClaimCheck.UNKNOWN),
        (83, 120, ClaimCheck.NOT_RULED_OUT),
        (84, 120, ClaimCheck.REACHED),
        (85, 120, ClaimCheck.REACHED),
        # 73 of 120 reaches up to 69.1%, 74 of 120 to 69.9%, 75 of 120 to 70.6%.
        (73, 120, ClaimCheck.NOT_BORNE_OUT),
        (74, 120, ClaimCheck.NOT_BORNE_OUT),
        (75, 120, ClaimCheck.NOT_RULED_OUT),
    ],
)
def test_the_claim_of_seventy_percent(numerator, denominator, expected):
    assert check_claim(Proportion(numerator, denominator), 0.70) is expected


@settings(max_examples=100)
@given(st.integers(0, 100), st.floats(0, 1), st.floats(0, 1))
def test_a_lower_claim_is_never_harder_to_reach(numerator, one, other):
    order = [ClaimCheck.NOT_BORNE_OUT, ClaimCheck.NOT_RULED_OUT, ClaimCheck.REACHED]
    lower, higher = sorted((one, other))
    figure = Proportion(numerator, 100)
    assert order.index(check_claim(figure, lower)) >= order.index(check_claim(figure, higher))
