"""What is taught, as it is written down: curricula, plans of cycles, make-ups."""

from dashboard.records.curriculum.make_ups import record_make_up

__all__ = ["record_make_up"]
