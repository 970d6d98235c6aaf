"""What is written down about people themselves."""

from dashboard.records.participants.adding import add_participant

__all__ = ["add_participant"]
