"""Other people's names in a text that is handed out: each is covered, and counted."""

from collections.abc import Sequence

from dashboard.clinical.notes import NamedPerson, find_other_names

COVER = "[another participant]"


class Masks:
    """Covers names of others in texts about one person; `count` says how many it covered."""

    def __init__(self, own: NamedPerson, others: Sequence[NamedPerson]) -> None:
        self.own, self.others = own, others
        self.count = 0

    def cover(self, text: str | None) -> str:
        """Return the text with the names of others covered; a missing text is empty."""
        covered, reached = "", 0
        given = text or ""
        for found in find_other_names(given, self.others, self.own):
            covered += given[reached : found.start] + COVER
            reached = found.end
            self.count += 1
        return covered + given[reached:]
