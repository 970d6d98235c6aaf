"""People who come into treatment: their code, their sealed details, what is refused."""

from datetime import UTC, datetime

import pytest

from dashboard.errors import Refused
from dashboard.records.participants import add_participant

AT = datetime(2026, 10, 21, 16, tzinfo=UTC)


def add(**given):
    names = {"given_name": "Vera", "family_name": "Vance"}
    return add_participant(by=None, at=AT, **{**names, **given})


def test_a_person_is_kept_with_what_is_known(database):
    person = add(given_name=" Vera ", code="X-1", home_state="NY", email="v@example.net")
    assert (person.name, person.code, person.home_state) == ("Vera Vance", "X-1", "NY")
    assert (person.email, person.phone, b"v@example.net" in person.sealed_email) == (
        "v@example.net",
        None,
        False,
    )


def test_without_a_code_the_next_free_number_is_given(database):
    first = add()
    assert first.code == "P-0001"
    first.code = "P-0002"
    assert add().code == "P-0003"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"given_name": " "}, "given_name"),
        ({"family_name": ""}, "family_name"),
        ({"code": "X"}, "code"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(database, given, field):
    add(code="X")
    with pytest.raises(Refused) as refusal:
        add(**given)
    assert refusal.value.field == field
