"""Files of people: new ones are added, what is said anew of known ones is corrected."""

from dashboard.clinical.places import STATES
from dashboard.errors import Refused
from dashboard.imports.mapped.cells import day, short, shown
from dashboard.imports.matching.people import code_of, known_person, new_person
from dashboard.imports.matching.picture import DETAILS
from dashboard.imports.plan import Outcome
from dashboard.imports.planning.lines import Planner
from dashboard.records.importing import PersonRow

NAMES = ("given_name", "family_name")
LENGTHS = {"phone": 40, "emergency_contact": 200}


class RosterPlanner(Planner):
    """One line a person. An empty cell never takes away what is known."""

    heads = ("Code", "Given name", "Family name")

    def plan_line(self, line: int) -> tuple[Outcome, str]:
        code = code_of(self.read)
        details = self._details()
        person = self.person = known_person(self.picture, code)
        self._refuse_second(code if person is None else person.code, line)
        if person is None:
            given, family = (self.read(name) for name in NAMES)
            if not (given and family):
                raise Refused("A new person needs a given name and a family name.")
            person = new_person(self.picture, code, given, family, [])
            person.known = details
            return Outcome.NEW, "adds the participant"
        changed = self._change(person, details)
        if not changed:
            return Outcome.UNCHANGED, ""
        self.picture.rows.corrected_people.append(person)
        return Outcome.CORRECTION, f"changes {', '.join(changed)}"

    def about(self) -> tuple[str, ...]:
        return self.read("code"), self.read("given_name"), self.read("family_name")

    def _refuse_second(self, code: str, line: int) -> None:
        seen: dict[str, int] = self.__dict__.setdefault("seen", {})
        if code in seen:
            raise Refused(f"Line {seen[code]} is about this person already.")
        seen[code] = line

    def _change(self, person: PersonRow, details: dict[str, str]) -> list[str]:
        """Put what the line says in place; return the fields that it changes."""
        changed = []
        for name in NAMES:
            told = short(self.read(name), "A name")
            if told and told != getattr(person, name):
                setattr(person, name, told)
                changed.append(name)
        for name, told in details.items():
            if told != person.known[name]:
                person.known[name] = told
                changed.append(name)
        return [name.replace("_", " ") for name in changed]

    def _details(self) -> dict[str, str]:
        """Return what a line says beside the names, without what it does not say."""
        found = {}
        for name in DETAILS:
            label = name.replace("_", " ").capitalize()
            told = short(self.read(name), label, LENGTHS.get(name, 100))
            if told:
                found[name] = told
        if "birth_date" in found:
            found["birth_date"] = self._birth_date(found["birth_date"])
        if "home_state" in found:
            found["home_state"] = _state(found["home_state"])
        if "email" in found and "@" not in found["email"].strip("@"):
            raise Refused(f"{shown(found['email'])} is no e-mail address.")
        return found

    def _birth_date(self, text: str) -> str:
        born = day(text)
        if born is not None and born > self.picture.today_in(self.picture.zone):
            raise Refused(f"{text} is in the future.")
        return text


def _state(text: str) -> str:
    plain = text.upper()
    if plain not in STATES:
        raise Refused(f"{shown(text)} is no state: two letters such as NY are meant.")
    return plain
