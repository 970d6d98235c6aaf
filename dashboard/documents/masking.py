"""Names of others left out of every text of one record, and counted."""

from typing import Any

from dashboard.caseload.documents import NamesAround
from dashboard.clinical.notes import NamesToLeaveOut


class Masks:
    """Leaves names of others out of texts about one person; `count` says how many."""

    def __init__(self, names: NamesAround) -> None:
        self.names = NamesToLeaveOut(names.own, names.others, names.elsewhere)
        self.count = 0

    def cover(self, text: str | None) -> str:
        """Return the text with a mark for each name of others; a missing text is empty."""
        left = self.names.leave_out(text or "")
        self.count += left.count
        return left.text

    def cover_all(self, value: Any) -> Any:
        """Return plain data with all texts in it covered, names of fields too."""
        if isinstance(value, str):
            return self.cover(value)
        if isinstance(value, dict):
            return {self.cover(str(key)): self.cover_all(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self.cover_all(each) for each in value]
        return value
