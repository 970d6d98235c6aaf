"""The practice's rules: shipped ones kept as they are, its own added, changed, turned off."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from dashboard.clinical.words import Mark
from dashboard.errors import Conflict, Refused
from dashboard.extensions import db
from dashboard.models.flags import AttendanceRule
from dashboard.models.groups import GroupType
from dashboard.records.attendance_rules import (
    add_rule,
    change_rule,
    install_rules,
    turn_rule,
)
from tests.factories import LONG_AGO

GIVEN = {
    "name": "Three of eight",
    "kind": "window",
    "step": "review",
    "misses": 3,
    "window": 8,
    "counts": {"no_show": 1, "late": "1/2"},
}


def rule_of(key):
    query = select(AttendanceRule).options(selectinload(AttendanceRule.group_types))
    return db.session.scalars(query.where(AttendanceRule.key == key)).one()


def types():
    return list(db.session.scalars(select(GroupType.id).order_by(GroupType.id)))


def test_a_practice_starts_with_two_rules_on_that_forgive_what_was_made_up(people):
    rows = db.session.scalars(select(AttendanceRule).order_by(AttendanceRule.id)).all()
    assert [(row.key, row.turned_off_at is None, row.rule.made_up_forgives) for row in rows] == [
        ("second_miss", True, True),
        ("dbt_four_misses", True, True),
        ("one_in_six", False, True),
        ("two_without_a_call", False, True),
    ]
    assert len(rule_of("second_miss").group_types) == len(types()) == 10


def test_installing_again_leaves_what_the_practice_changed(people):
    row = rule_of("second_miss")
    turn_rule(row, on=False, by=people.lena.id, at=LONG_AGO)
    install_rules(at=LONG_AGO)
    assert rule_of("second_miss").turned_off_at == LONG_AGO
    turn_rule(row, on=True, by=people.lena.id, at=LONG_AGO)
    assert rule_of("second_miss").turned_off_at is None


def test_a_rule_of_ones_own_is_read_back_as_typed(people):
    row = add_rule(GIVEN, types()[:2], by=people.lena.id, at=LONG_AGO)
    rule = rule_of("three_of_eight").rule
    assert (rule.name, rule.window, rule.misses) == ("Three of eight", 8, 3)
    assert (rule.weight(Mark.NO_SHOW), float(rule.weight(Mark.LATE))) == (1, 0.5)
    assert [link.group_type_id for link in row.group_types] == types()[:2]


def test_two_rules_of_one_name_have_two_keys(people):
    keys = [add_rule(GIVEN, [], by=people.lena.id, at=LONG_AGO).key for _ in range(2)]
    keys.append(add_rule({**GIVEN, "name": "…"}, [], by=people.lena.id, at=LONG_AGO).key)
    assert keys == ["three_of_eight", "three_of_eight_2", "rule"]


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"name": " "}, "name", "Give the rule a name."),
        ({"misses": 0}, None, "A rule needs more than no misses."),
        ({"window": 2}, None, "A window has as many sessions as misses, at most 52."),
        ({"counts": {}}, None, "A mark counts as 0 to 1 misses, and one mark at least counts."),
    ],
)
def test_a_rule_that_cannot_be_is_refused_in_words(people, change, field, said):
    with pytest.raises(Refused) as refusal:
        add_rule({**GIVEN, **change}, [], by=people.lena.id, at=LONG_AGO)
    assert (str(refusal.value), refusal.value.field) == (said, field)


def test_a_change_keeps_the_key_and_moves_the_version(people):
    row = rule_of("one_in_six")
    given = {**GIVEN, "name": "Renamed"}
    change_rule(row, given, types()[:1], version=1, by=people.max.id, at=LONG_AGO)
    assert (row.key, row.rule.name, row.version) == ("one_in_six", "Renamed", 2)
    assert [link.group_type_id for link in rule_of("one_in_six").group_types] == types()[:1]


def test_what_somebody_else_changed_is_not_overwritten(people):
    row = rule_of("one_in_six")
    with pytest.raises(Conflict):
        change_rule(row, GIVEN, [], version=2, by=people.max.id, at=LONG_AGO)
