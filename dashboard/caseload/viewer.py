"""Who is looking: the first argument of every question."""

from dataclasses import dataclass
from datetime import datetime

from dashboard.clinical.words import Role


@dataclass(frozen=True)
class Viewer:
    """A signed-in user, as the caseload sees them, at one moment (`as_of`, UTC)."""

    user_id: int
    name: str
    role: Role
    as_of: datetime
    credentials: str = ""

    @property
    def role_label(self) -> str:
        return self.role.replace("_", " ").capitalize()

    @property
    def reads_clinical_records(self) -> bool:
        """Whether notes and scores are theirs to read at all."""
        return self.role is not Role.ADMINISTRATOR

    @property
    def reads_every_group(self) -> bool:
        return self.role in {Role.CLINICAL_LEAD, Role.ADMINISTRATOR}

    @property
    def runs_the_practice(self) -> bool:
        """Whether accounts, group set-up, seats and imports are theirs."""
        return self.role is Role.ADMINISTRATOR

    @property
    def leads(self) -> bool:
        return self.role is Role.CLINICAL_LEAD
