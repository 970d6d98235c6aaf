"""A license is warned of 60 and 14 days ahead, and expired from the day after its last."""

from datetime import date, timedelta

import pytest

from dashboard.clinical.licenses import LicenseState, license_state

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (61, LicenseState.VALID),
        (60, LicenseState.EXPIRES_SOON),
        (15, LicenseState.EXPIRES_SOON),
        (14, LicenseState.EXPIRES_VERY_SOON),
        (0, LicenseState.EXPIRES_VERY_SOON),
        (-1, LicenseState.EXPIRED),
    ],
)
def test_each_boundary(days, state):
    assert license_state(TODAY + timedelta(days=days), TODAY) is state
