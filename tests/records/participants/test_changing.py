"""What is known of a person is changed with a name and a code, or not at all."""

from datetime import UTC, datetime

import pytest

from dashboard.errors import Conflict, Refused
from dashboard.records.participants import add_participant, change_participant

AT = datetime(2026, 10, 21, 16, tzinfo=UTC)
FIELDS = {
    **{"given_name": "Vera", "family_name": "Vance", "nickname": "", "code": "X-1"},
    **{"home_state": "NY", "birth_date": "", "email": "", "phone": "", "emergency_contact": ""},
}


@pytest.fixture
def person(database, cast):
    return add_participant(by=None, at=AT, given_name="Vera", family_name="Vance", code="X-1")


@pytest.mark.parametrize(("field", "words"), [("given_name", "A name"), ("code", "A code")])
def test_a_name_and_a_code_are_needed(cast, person, field, words):
    with pytest.raises(Refused, match=f"{words} is needed") as refused:
        change_participant(
            person, {**FIELDS, field: " "}, version=person.version, by=cast.max.id, at=AT
        )
    assert refused.value.field == field


def test_what_somebody_has_changed_since_is_not_overwritten(cast, person):
    with pytest.raises(Conflict):
        change_participant(person, FIELDS, version=person.version + 1, by=cast.max.id, at=AT)
