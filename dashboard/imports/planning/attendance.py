"""Files of attendance: one line a person at a session, with all that is needed to make them."""

from datetime import date

from dashboard.clinical.attendance import Stay, Unmarked
from dashboard.clinical.attendance.minutes import LONGEST_MINUTES
from dashboard.clinical.words import ATTENDED_MARKS, Mark
from dashboard.errors import Refused
from dashboard.imports.files.sheet import Sheet
from dashboard.imports.mapped.cells import number, word
from dashboard.imports.matching import person_of, session_of, stay_of
from dashboard.imports.plan import Outcome
from dashboard.imports.planning.lines import Planner, adds
from dashboard.imports.planning.numbering import places_by_date
from dashboard.records.importing import MarkRow, SessionRow, StayRow

NO_MARKS = frozenset({"", "na", "n/a", "unknown", *Unmarked})


class AttendancePlanner(Planner):
    """One line a person at a session. No mark never takes away one that is recorded."""

    heads = ("Date", "Group", "Participant", "Mark")

    def look_ahead(self, sheet: Sheet) -> None:
        self.places = places_by_date(self.picture, self.read, sheet)
        self.seen: dict[tuple[StayRow, SessionRow], int] = {}

    def plan_line(self, line: int) -> tuple[Outcome, str]:
        made: list[str] = []
        mark, minutes = self._mark()
        session = session_of(self.picture, self.read, self.places, made)
        person = self.person = person_of(self.picture, self.read, made)
        group = session.cycle.group
        stay = stay_of(self.picture, self.read, group, person, session.on, made)
        stay.line = stay.line or line
        place = stay, session
        if place in self.seen:
            raise Refused(f"Line {self.seen[place]} has this person at this session already.")
        self.seen[place] = line
        if mark is not None:
            _refuse_mark(stay, session, session.on)
            return self._planned(MarkRow(stay, session, mark, minutes), made)
        return (Outcome.NEW if made else Outcome.EMPTY), adds(made)

    def about(self) -> tuple[str, ...]:
        names = ("session_date", "group", "code", "mark")
        return tuple(self.read(name) for name in names)

    def _mark(self) -> tuple[Mark | None, int | None]:
        """Read mark and minutes. Raises Refused when one does not fit the other."""
        said = self.read("mark")
        plain = said.casefold().replace(" ", "_")
        mark = None if plain in NO_MARKS else word(said, Mark, "mark")
        minutes = number(self.read("minutes_attended"), "Minutes", 0, LONGEST_MINUTES)
        if minutes is not None and mark not in ATTENDED_MARKS:
            raise Refused("There are minutes, but no mark of somebody who was there.")
        return mark, minutes

    def _planned(self, row: MarkRow, made: list[str]) -> tuple[Outcome, str]:
        there = self.picture.marked(row.stay, row.session)
        if there is None:
            self.picture.rows.marks.append(row)
            return Outcome.NEW, adds(["the mark", *made])
        row.id = there.id
        if there.mark == row.mark and row.minutes in (None, there.minutes):
            return Outcome.UNCHANGED, ""
        self.picture.rows.corrected_marks.append(row)
        if there.mark is None:
            return Outcome.NEW, "adds the mark"
        was = there.mark if there.minutes is None else f"{there.mark}, {there.minutes} minutes"
        return Outcome.CORRECTION, f"was {was}"


def _refuse_mark(stay: StayRow, session: SessionRow, on: date) -> None:
    if session.cancelled:
        raise Refused("There is a mark, but the session was cancelled.")
    if not Stay(stay.joined_on, stay.ended_on, stay.holds).active_on(on):
        raise Refused("There is a mark, but the person was not in the group on that day.")
