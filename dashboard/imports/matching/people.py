"""Who a row is about: somebody on record by their code, or somebody new with a name."""

from dashboard.errors import Refused
from dashboard.imports.mapped.cells import short, shown
from dashboard.imports.mapped.mapping import Reader
from dashboard.imports.matching.picture import Picture
from dashboard.records.importing import PersonRow

LONGEST_CODE = 40


def person_of(picture: Picture, read: Reader, made: list[str]) -> PersonRow:
    """Return the person of a row, made when the row has a name for them. Raises Refused."""
    code = code_of(read)
    found = known_person(picture, code)
    given, family = read("given_name"), read("family_name")
    if found is None:
        if not (given and family):
            raise Refused(f"Nobody has the code {shown(code)}: a new person needs both names.")
        return new_person(picture, code, given, family, made)
    if given and family and (given, family) != (found.given_name, found.family_name):
        if found.id is None:
            raise Refused(f"An earlier line gives the code {shown(code)} to somebody else.")
        picture.notes["Some people have other names here; those are left as they are."] = None
    return found


def code_of(read: Reader) -> str:
    """Return the code in a row. Raises Refused."""
    code = read("code")
    if not code:
        raise Refused("Nobody is named in this row: the code is empty.")
    return short(code, "The code", LONGEST_CODE)


def known_person(picture: Picture, code: str) -> PersonRow | None:
    """Return who has a code; spreadsheets make 1.0 of the code 1."""
    found = picture.people.get(code)
    if found is None and code.endswith(".0"):
        found = picture.people.get(code[:-2])
    return found


def new_person(picture: Picture, code: str, given: str, family: str, made: list[str]) -> PersonRow:
    """Add somebody. Raises Refused for names that do not fit."""
    person = PersonRow(code, short(given, "The given name"), short(family, "The family name"))
    picture.people[code] = person
    picture.rows.people.append(person)
    made.append("the participant")
    return person
