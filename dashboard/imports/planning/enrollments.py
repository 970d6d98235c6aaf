"""Files of stays: what is there stays as it is, because history is never overwritten."""

from dashboard.clinical.words import EnrollmentStatus
from dashboard.errors import Refused
from dashboard.imports.matching import group_of, person_of
from dashboard.imports.matching.stays import StayTold, add_stay, stay_told
from dashboard.imports.plan import Outcome
from dashboard.imports.planning.lines import Planner, adds
from dashboard.records.importing import GroupRow, PersonRow, StayRow

WAITLISTED = EnrollmentStatus.WAITLISTED


class EnrollmentPlanner(Planner):
    """One line a stay of a person in a group."""

    heads = ("Participant", "Group", "First day", "Status")

    def plan_line(self, line: int) -> tuple[Outcome, str]:
        made: list[str] = []
        group = group_of(self.picture, self.read)
        person = self.person = person_of(self.picture, self.read, made)
        told = stay_told(self.read)
        self._refuse_day(told, group)
        found = self._standing(group, person, told)
        if found is None:
            add_stay(self.picture, group, person, told, None, made).line = line
            return Outcome.NEW, adds(made)
        if found.id is None:
            raise Refused(f"Line {found.line} has this stay already.")
        if not told.agrees_with(found):
            raise Refused(
                "This stay stands otherwise here: change it on the group's page, "
                "so that its history is kept."
            )
        return Outcome.UNCHANGED, ""

    def about(self) -> tuple[str, ...]:
        names = ("code", "group", "enrolled_on", "status")
        return tuple(self.read(name) for name in names)

    def _refuse_day(self, told: StayTold, group: GroupRow) -> None:
        if (told.status is WAITLISTED) is (told.joined_on is not None):
            raise Refused("A stay needs its first day, and who only waits has none.")
        today = self.picture.today_in(group.time_zone)
        if told.joined_on is not None and max(told.joined_on, told.ended_on or today) > today:
            raise Refused("A stay cannot begin or end in the future.")

    def _standing(self, group: GroupRow, person: PersonRow, told: StayTold) -> StayRow | None:
        mine = self.picture.stays[group, person]
        same = [stay for stay in mine if stay.joined_on == told.joined_on]
        exact = [stay for stay in same if stay.ended_on == told.ended_on]
        return next(iter(exact or same), None)
