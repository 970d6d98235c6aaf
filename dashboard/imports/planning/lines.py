"""One line after another, each planned or said to be wrong; what is common to all kinds."""

from dashboard.errors import Refused
from dashboard.imports.files.sheet import Sheet
from dashboard.imports.mapped.cells import shown
from dashboard.imports.mapped.mapping import Reader
from dashboard.imports.matching import Picture, give_seats
from dashboard.imports.plan import Outcome
from dashboard.imports.planning.outcomes import Plan, Said
from dashboard.records.importing import PersonRow, Progress

STEP = 2_000


class Planner:
    """Plans the lines of one kind of file against a picture of the practice."""

    heads: tuple[str, ...] = ()

    def __init__(self, picture: Picture, read: Reader) -> None:
        self.picture = picture
        self.read = read
        self.person: PersonRow | None = None

    def plan(self, sheet: Sheet, progress: Progress) -> Plan:
        """Return what becomes of each line of a sheet."""
        plan = Plan(self.heads, rows=self.picture.rows)
        self.look_ahead(sheet)
        for number, (line, cells) in enumerate(sheet.lines):
            if number % STEP == 0:
                progress("Checking rows", number, len(sheet.lines))
            self.read.cells = cells
            plan.lines.append(self.said(line))
        progress("Checking rows", len(sheet.lines), len(sheet.lines))
        try:
            give_seats(self.picture)
        except Refused as refusal:
            plan.lines.append(Said(0, ("",) * len(self.heads), Outcome.WRONG, str(refusal)))
        plan.notes = list(self.picture.notes)
        return plan

    def said(self, line: int) -> Said:
        """Return what becomes of the line whose cells are being read."""
        self.person = None
        try:
            outcome, says = self.plan_line(line)
        except Refused as refusal:
            outcome, says = Outcome.WRONG, str(refusal)
        about = tuple(shown(text) for text in self.about())
        return Said(line, about, outcome, says, self.person)

    def look_ahead(self, sheet: Sheet) -> None:
        """Read what has to be known of the whole sheet before its first line."""

    def plan_line(self, line: int) -> tuple[Outcome, str]:
        """Return what becomes of the line that is being read. Raises Refused."""
        raise NotImplementedError

    def about(self) -> tuple[str, ...]:
        """Return the cells that tell people which line this is, one for each head."""
        raise NotImplementedError


def adds(made: list[str]) -> str:
    """Say what else a line brings along."""
    return f"adds {', '.join(made)}" if made else ""
