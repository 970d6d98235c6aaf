"""What is written down about people themselves."""

from dashboard.records.participants.adding import add_participant
from dashboard.records.participants.changing import change_participant

__all__ = ["add_participant", "change_participant"]
