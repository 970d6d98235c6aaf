"""What happened at the sessions behind us, and what has come in for those of today."""

from dashboard.demo.happenings.answering import assess
from dashboard.demo.happenings.attending import attend

__all__ = ["assess", "attend"]
