"""When a license runs out, and how long ahead that is said."""

from datetime import date
from enum import StrEnum

FIRST_WARNING_DAYS = 60
LAST_WARNING_DAYS = 14


class LicenseState(StrEnum):
    """How a license stands on a day."""

    VALID = "valid"
    EXPIRES_SOON = "expires within 60 days"
    EXPIRES_VERY_SOON = "expires within 14 days"
    EXPIRED = "expired"


def license_state(expires_on: date, today: date) -> LicenseState:
    """Say how a license stands; it is still valid on the day on which it expires."""
    days = (expires_on - today).days
    if days < 0:
        return LicenseState.EXPIRED
    if days <= LAST_WARNING_DAYS:
        return LicenseState.EXPIRES_VERY_SOON
    return LicenseState.EXPIRES_SOON if days <= FIRST_WARNING_DAYS else LicenseState.VALID
